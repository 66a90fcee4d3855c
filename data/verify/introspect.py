"""Answers, as JSON on standard output, questions about what the interpreter that runs it holds.

usage: python3.N -S -I -B -W ignore introspect.py < questions.json

A question names a module and keys below it: {"os": ["walk()", "DirEntry.name"]}. A key that ends in () also asks for
parameters. The answers are explained in `answers.ts`. Runs on Python 3.6 and later.
"""

import importlib
import importlib.util
import inspect
import io
import json
import os
import sys
import types

# Importing these opens a browser, runs tests or starts a program.
NEVER_IMPORTED = {"antigravity", "idlelib", "turtledemo", "test.autotest"}

KINDS = {
    inspect.Parameter.POSITIONAL_ONLY: "/",
    inspect.Parameter.POSITIONAL_OR_KEYWORD: "",
    inspect.Parameter.VAR_POSITIONAL: "*",
    inspect.Parameter.KEYWORD_ONLY: "=",
    inspect.Parameter.VAR_KEYWORD: "**",
}


def never_imported(name):
    return name in NEVER_IMPORTED or name.split(".")[0] in NEVER_IMPORTED or name.endswith(".__main__")


def import_module(name):
    """Imports a module with the streams closed to it. Gives the module, or None and how it failed."""
    out, err, streams = sys.stdout, sys.stderr, io.StringIO()
    sys.stdout = sys.stderr = streams
    try:
        return find_module(name), None
    except BaseException as error:
        return None, "failed" if is_known(name) else "missing" if isinstance(error, ImportError) else "failed"
    finally:
        sys.stdout, sys.stderr = out, err


def find_module(name):
    """Imports a module; one that only stands in another (`sys.monitoring`) is taken from there."""
    try:
        return importlib.import_module(name)
    except ImportError:
        package, _, last = name.rpartition(".")
        inner = getattr(importlib.import_module(package), last, None) if package else None
        if isinstance(inner, types.ModuleType):
            return inner
        raise


def is_known(name):
    """Tells whether this Python means to have the module, though it cannot be imported here."""
    if name in getattr(sys, "stdlib_module_names", ()):
        return True
    try:
        return importlib.util.find_spec(name) is not None
    except BaseException:
        return False


def origin_of(module):
    path = getattr(module, "__file__", None)
    if path is None:
        return "builtin"
    return "source" if path.endswith((".py", ".pyc")) else "extension"


class Absent(Exception):
    """Nothing of that name is there."""


def step(owner, name):
    """Gives what `owner` holds under a name, the value as its class stores it, and where it was found."""
    if not isinstance(owner, type):
        try:
            value = getattr(owner, name)
        except BaseException:
            raise Absent
        return value, value, "own"
    for base in owner.__mro__:
        if name in vars(base):
            stored = vars(base)[name]
            where = "own" if base is owner else "object" if base is object else "inherited"
            return read(owner, name, stored), stored, where
    members = getattr(owner, "__members__", None)
    if isinstance(members, types.MappingProxyType) and name in members:
        return members[name], members[name], "own"
    if any(name in annotations_of(base) for base in owner.__mro__):
        return None, None, "stored"
    if name in stored_attributes(owner):
        return None, None, "stored"
    try:
        value = getattr(owner, name)
    except BaseException:
        raise Absent
    return value, value, "metaclass"


def annotations_of(cls):
    found = read(cls, "__annotations__", None)
    return found if isinstance(found, dict) else ()


def read(owner, name, stored):
    try:
        return getattr(owner, name)
    except BaseException:
        return stored


STORED = {}


def stored_attributes(owner):
    """Names that the methods of a class written in Python give to their first argument."""
    known = STORED.get(owner)
    if known is None:
        known = STORED[owner] = set()
        for base in owner.__mro__:
            for value in list(vars(base).values()):
                code = getattr(getattr(value, "__func__", value), "__code__", None)
                if isinstance(code, types.CodeType) and code.co_argcount:
                    known.update(stored_by(code))
    return known


def stored_by(code):
    import dis

    previous = None
    for instruction in dis.get_instructions(code):
        if instruction.opname == "STORE_ATTR" and receiver_is(previous, code.co_varnames[0]):
            yield instruction.argval
        previous = instruction


def receiver_is(instruction, name):
    """Tells whether an instruction ends with `name` on top of the stack; some load two variables at once."""
    if instruction is None or not instruction.opname.startswith("LOAD_FAST"):
        return False
    loaded = instruction.argval
    return loaded == name or (isinstance(loaded, tuple) and loaded[-1] == name)


def parameters_of(owner, value, stored):
    """Gives parameters as [name, kind], without the receiver; None when they cannot be read."""
    skip = False
    if isinstance(owner, type) and not isinstance(value, type):
        if isinstance(stored, (staticmethod, classmethod)) or type(stored).__name__ == "classmethod_descriptor":
            skip = False
        elif inspect.isbuiltin(stored):
            skip = False
        else:
            skip = inspect.isroutine(stored)
            value = stored
    if not callable(value):
        return None
    try:
        found = list(inspect.signature(value).parameters.values())
    except BaseException:
        return None
    if skip and found and found[0].kind is not inspect.Parameter.VAR_POSITIONAL:
        found = found[1:]
    return [KINDS[one.kind] + one.name for one in found]


def kind_of(value):
    if isinstance(value, types.ModuleType):
        return "module"
    if isinstance(value, type):
        return "exception" if issubclass(value, BaseException) else "class"
    return "function" if callable(value) else "value"


def answer(module, question):
    """Answers for one key; None when nothing of that name is there."""
    asks_parameters = question.endswith("()")
    names = (question[:-2] if asks_parameters else question).split(".")
    owner, value, stored, where = None, module, module, "own"
    try:
        for name in names:
            if where == "stored":
                raise Absent
            owner = value
            value, stored, where = step(owner, name)
    except Absent:
        return None
    told = {} if where == "own" else {"where": where}
    if isinstance(value, type) and any("__getattr__" in vars(base) for base in value.__mro__):
        told["dynamic"] = True
    if where != "stored":
        told["kind"] = kind_of(value)
    parameters = parameters_of(owner, value, stored) if asks_parameters and where != "stored" else None
    if parameters is not None:
        told["parameters"] = parameters
    return told


def answer_module(name, questions):
    if never_imported(name):
        return {"origin": "failed"}
    module, failure = import_module(name)
    if module is None:
        return {"origin": failure}
    answers = {}
    for question in questions:
        told = answer(module, question)
        if told is not None:
            answers[question[:-2] if question.endswith("()") else question] = told
    return {"origin": origin_of(module), "names": answers}


def add_builtins_of_site():
    """Puts into `builtins` what every start but that with -S adds: `exit`, `help` and the like."""
    import site

    for add in (site.setquit, site.setcopyright, site.sethelper):
        add()


def answer_all(questions):
    add_builtins_of_site()
    return {
        "version": list(sys.version_info[:3]),
        "build": "wasm" if sys.platform == "emscripten" else "native",
        "modules": {name: answer_module(name, questions[name]) for name in sorted(questions)},
    }


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    told = json.dumps(answer_all(asked), sort_keys=True)
    sys.stdout.write(told + "\n")
    sys.stdout.flush()
    # Threads and exit handlers of what was imported must not have the last word.
    os._exit(0)
