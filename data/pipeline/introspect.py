"""Writes down, as JSON on standard output, what the interpreter that runs it holds.

usage: python3.N -S -I -W ignore introspect.py [runtime.json.gz]

Imports every public module of the standard library and lists its public names and the members of its classes, in the
notation that `evidence/runtime-evidence.ts` explains. With the evidence of other releases it also asks for every name
that any of them has, which finds names that are made on demand. Runs on Python 3.6 and later.
"""

import gzip
import importlib
import importlib.util
import inspect
import io
import json
import keyword
import os
import pkgutil
import sys
import types

DOCUMENTED_PRIVATE = {"__future__", "_thread", "_dummy_thread"}
# Importing these opens a browser, prints a poem, or runs tests and programs.
NEVER_IMPORTED = {"antigravity", "this", "test", "idlelib", "turtledemo", "__main__", "__phello__", "__hello__", "site-packages", "pyodide", "pyodide_js"}
TEST_PARTS = {"test", "tests", "test_utils", "__main__"}


def is_public(module):
    parts = module.split(".")
    return module in DOCUMENTED_PRIVATE or not any(part.startswith("_") for part in parts)


def standard_modules():
    """Names of all public modules: built in, in the library's folder, and in its packages."""
    library = os.path.dirname(os.__file__)
    names = set(sys.builtin_module_names) | set(getattr(sys, "stdlib_module_names", ()))
    folders = [library, os.path.join(library, "lib-dynload")]
    pending = [(info, "") for info in pkgutil.iter_modules(folders)]
    while pending:
        info, package = pending.pop()
        name = package + info.name
        if not is_public(name) or TEST_PARTS & set(name.split(".")) or name.split(".")[0] in NEVER_IMPORTED:
            continue
        names.add(name)
        if info.ispkg:
            folder = os.path.join(library, *name.split("."))
            pending.extend((child, name + ".") for child in pkgutil.iter_modules([folder]))
    names.add("os.path")
    return sorted(name for name in names if is_public(name) and name.split(".")[0] not in NEVER_IMPORTED)


def import_module(name):
    """Imports a module with the streams closed to it; gives None when it cannot be imported here."""
    out, err = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = io.StringIO()
    try:
        return os.path if name == "os.path" else importlib.import_module(name)
    except BaseException:
        return None
    finally:
        sys.stdout, sys.stderr = out, err


def parameters_of(value, skip_receiver=False):
    """Writes parameters as `a, b=, /, *, c=, **kw`; None when they cannot be read."""
    try:
        found = list(inspect.signature(value).parameters.values())
    except (TypeError, ValueError, AttributeError, NameError, RecursionError):
        return None
    if skip_receiver and found:
        found = found[1:]
    parts, starred = [], False
    for place, one in enumerate(found):
        name = one.name + ("=" if one.default is not one.empty else "")
        if one.kind is one.VAR_POSITIONAL:
            name, starred = "*" + one.name, True
        elif one.kind is one.VAR_KEYWORD:
            name = "**" + one.name
        elif one.kind is one.KEYWORD_ONLY and not starred:
            parts.append("*")
            starred = True
        parts.append(name)
        last_positional = one.kind is one.POSITIONAL_ONLY and (
            place + 1 == len(found) or found[place + 1].kind is not one.POSITIONAL_ONLY
        )
        if last_positional:
            parts.append("/")
    return ", ".join(parts)


def called(letter, parameters):
    return letter + ("?" if parameters is None else "(" + parameters + ")")


def path_of(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def name_token(home, module, name, value, classes):
    exported = getattr(module, "__all__", None)
    mark = "-" if exported is not None and name not in exported else ""
    if isinstance(value, types.ModuleType):
        return "m=" + value.__name__
    if isinstance(value, type):
        describe_class(value, classes)
        return ("e" if issubclass(value, BaseException) else "c") + mark + "=" + path_of(value)
    if callable(value):
        defined = getattr(value, "__module__", None)
        elsewhere = "@" + defined if isinstance(defined, str) and defined != home else ""
        return called("f" + mark + elsewhere, parameters_of(value))
    return "v%s:%s" % (mark, type(value).__name__)


def describe_class(cls, classes):
    path = path_of(cls)
    if path in classes:
        return
    held = classes[path] = {"()": parameters_of(cls)}
    bases = {}
    for base in cls.__mro__[1:-1]:
        if is_public(base.__module__) and not base.__qualname__.startswith("_"):
            describe_class(base, classes)
            bases[path_of(base)] = ""
        else:
            names = [name for name in vars(base) if not name.startswith("_") and name not in vars(cls)]
            bases[path_of(base)] = " ".join(sorted(names))
    if bases:
        held["<"] = bases
    for name, value in sorted(vars(cls).items()):
        if not name.startswith("_") or (name.startswith("__") and name.endswith("__")):
            held[name] = member_token(cls, name, value)


def member_token(cls, name, value):
    if isinstance(value, staticmethod):
        return called("s", parameters_of(value.__func__))
    if isinstance(value, classmethod):
        return called("c", parameters_of(value.__func__, True))
    if type(value).__name__ == "classmethod_descriptor":
        return called("c", parameters_of(getattr(cls, name)))
    if isinstance(value, type):
        return "p"
    if inspect.isroutine(value):
        return called("m", parameters_of(value, True))
    return "p"


def known_names(evidence):
    """Names by module that any release in the evidence has."""
    if evidence is None:
        return {}
    with gzip.open(evidence, "rt", encoding="utf-8") as stream:
        told = json.load(stream)
    return {module: held["names"] for module, held in told["modules"].items()}


def has(value, name):
    try:
        getattr(value, name)
    except BaseException:
        return False
    return True


def add_builtins_of_site():
    """Puts into `builtins` what every interactive start adds: `exit`, `help` and the like."""
    import site

    for add in (site.setquit, site.setcopyright, site.sethelper):
        add()


def main(evidence=None):
    add_builtins_of_site()
    asked = known_names(evidence)
    modules, classes, missing = {}, {}, []
    for name in sorted(set(standard_modules()) | set(asked)):
        module = import_module(name)
        if module is None:
            if name in getattr(sys, "stdlib_module_names", ()) or importlib_knows(name):
                missing.append(name)
            continue
        public = [one for one in dir(module) if not one.startswith("_")]
        held = modules[name] = {
            one: name_token(name, module, one, getattr(module, one), classes) for one in public if has(module, one)
        }
        for lazy in asked.get(name, ()):
            if lazy not in held and has(module, lazy):
                held[lazy] = "z!"
    json.dump(
        {
            "python": "%d.%d.%d " % sys.version_info[:3] + ("wasm" if sys.platform == "emscripten" else "native"),
            "modules": modules,
            "classes": classes,
            "missing": missing,
            "kw": keyword.kwlist,
            "softkw": list(getattr(keyword, "softkwlist", [])),
            "future": __import__("__future__").all_feature_names,
            "enc": sorted(set(__import__("encodings.aliases", fromlist=["aliases"]).aliases.values())),
        },
        sys.stdout,
        sort_keys=True,
    )


def importlib_knows(name):
    try:
        return importlib.util.find_spec(name) is not None
    except BaseException:
        return False


if __name__ == "__main__":
    main(*sys.argv[1:])
