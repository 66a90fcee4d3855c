"""Runs programs and tells what each of them gave.

Reads a list of objects with `text` and `observe` as JSON from standard input, and writes one object for each: `value`
(the repr of the observed expression), `output` and `error`. Every program has names of its own. Runs on Python 3.6 and
later.
"""
import contextlib
import io
import json
import sys
import warnings


def run(text, observe):
    warnings.simplefilter("ignore")
    names = {"__name__": "probe"}
    output = io.StringIO()
    value = error = None
    stdout = sys.stdout
    try:
        with contextlib.redirect_stdout(output):
            exec(compile(text, "<probe>", "exec"), names)
            value = repr(eval(observe, names))
    except BaseException as problem:
        error = "%s: %s" % (type(problem).__name__, problem)
    sys.stdout = stdout
    return {"value": value, "output": output.getvalue(), "error": error}


def answer(asked):
    return json.dumps([run(program["text"], program["observe"]) for program in json.loads(asked)])


if __name__ == "__main__":
    sys.stdout.write(answer(sys.stdin.read()))
