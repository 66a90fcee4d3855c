"""Compares programs with what fixes made of them, without running either.

Reads a list of objects with `before` and `after` as JSON from standard input, and writes one answer for each:
`compiles` is null where the program did not compile before, and otherwise true, or the error that it now gives. With it
come names of globals that are read and no longer bound (`unbound`), imports that are new (`imports`), and names that the
module no longer binds (`lost`). Runs on Python 3.6 and later.
"""
import ast
import builtins
import json
import re
import symtable
import sys
import warnings

ANNOTATION = re.compile(r"[\w.\[\], |]+")
TYPE_COMMENT = re.compile(r"#\s*type:\s*(?!ignore)(.*)")
WORD = re.compile(r"[A-Za-z_]\w*")


def scopes(table):
    yield table
    for child in table.get_children():
        yield from scopes(child)


def names_of(text):
    """Gives the globals that a module binds, and those that it reads."""
    top = symtable.symtable(text, "<program>", "exec")
    bound, read = set(), set()
    for table in scopes(top):
        for symbol in table.get_symbols():
            is_global = table is top or symbol.is_global()
            if not is_global:
                continue
            if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace():
                bound.add(symbol.get_name())
            if symbol.is_referenced():
                read.add(symbol.get_name())
    return bound, read


def names_in_texts(text, tree):
    """Names that annotations in quotes, `__all__` and type comments speak of."""
    names = set()
    for node in ast.walk(tree):
        # Python 3.14 no longer has `s`, Python 3.7 had no `value`.
        field = {"Str": "s", "Constant": "value"}.get(type(node).__name__)
        value = getattr(node, field, None) if field else None
        if isinstance(value, str) and len(value) < 200 and ANNOTATION.fullmatch(value):
            if " " not in value.strip() or "[" in value or "|" in value:
                names.update(WORD.findall(value))
    for comment in TYPE_COMMENT.findall(text):
        names.update(WORD.findall(comment.split("#")[0]))
    return names


def imports_of(tree):
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update((alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            found.update((module, alias.name) for alias in node.names)
    return found


def compare(before, after):
    try:
        compile(before, "<before>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError):
        return {"compiles": None}
    try:
        compile(after, "<after>", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError) as problem:
        return {"compiles": "%s: %s (line %s)" % (type(problem).__name__, problem, getattr(problem, "lineno", "?"))}
    old, new = ast.parse(before), ast.parse(after)
    bound_before, read_before = names_of(before)
    bound, read = names_of(after)
    known = bound | set(dir(builtins))
    lost = bound_before - bound
    unbound = {name for name in read - known if name in bound_before or name not in read_before}
    return {
        "compiles": True,
        "unbound": sorted(unbound | (names_in_texts(after, new) & lost)),
        "imports": sorted(imports_of(new) - imports_of(old), key=str),
        "lost": sorted(lost),
    }


def answer(asked):
    """Takes and gives JSON, as programs that have no standard input do."""
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(5000)
    programs = json.loads(asked)
    return json.dumps([compare(program["before"], program["after"]) for program in programs])


if __name__ == "__main__":
    sys.stdout.write(answer(sys.stdin.buffer.read().decode("utf-8")))
