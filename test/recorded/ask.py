"""Tells what this Python makes of snippets of code: whether each compiles, and what running it gives.

Reads a JSON list of {"code", "run"} from standard input and writes one answer for each: "ok", the repr() of the name
`result` where the snippet binds it, or the name of the exception after an exclamation mark.
"""
import io
import json
import sys
import warnings


def answer(snippet):
    warnings.resetwarnings()
    warnings.simplefilter("ignore")
    before = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = io.StringIO()
    names = {"__name__": "snippet"}
    try:
        code = compile(snippet["code"], "snippet", "exec", dont_inherit=True)
        if not snippet.get("run"):
            return "ok"
        exec(code, names)
    except BaseException as error:
        return "!" + type(error).__name__
    finally:
        sys.stdout, sys.stderr = before
    return repr(names["result"]) if "result" in names else "ok"


def answer_all(asked):
    return [answer(snippet) for snippet in asked]


if __name__ == "__main__":
    json.dump(answer_all(json.load(sys.stdin)), sys.stdout)
