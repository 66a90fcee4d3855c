# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- subprocess-run forward: the process is asked for its number
import subprocess

p = subprocess.Popen(args, stdout=subprocess.PIPE)
out, _ = p.communicate()
print(p.pid)  # -
print(p.returncode)  # +

# --- subprocess-run forward: something is given to it
import subprocess

p = subprocess.Popen(args, stdout=subprocess.PIPE)
out, _ = p.communicate(b"input")  # -
out, _ = p.communicate()  # +

# --- subprocess-run forward: something happens while it runs
import subprocess

p = subprocess.Popen(args, stdout=subprocess.PIPE)
print("started")  # -
out, _ = p.communicate()

# --- subprocess-run forward: the process is handed on
import subprocess

p = subprocess.Popen(args, stdout=subprocess.PIPE)
out, _ = p.communicate()
register(p)  # -
register(p.args)  # +

# --- subprocess-run forward: the process is kept under an attribute
import subprocess

self.p = subprocess.Popen(args, stdout=subprocess.PIPE)  # -
out, _ = self.p.communicate()  # -
p = subprocess.Popen(args, stdout=subprocess.PIPE)  # +
out, _ = p.communicate()  # +

# --- subprocess-run forward: the process is an attribute of the class
import subprocess


class Tool:  # -
if True:  # +
    p = subprocess.Popen(args, stdout=subprocess.PIPE)
    out, _ = p.communicate()

# --- subprocess-run forward: another process takes the name later
import subprocess

p = subprocess.Popen(args, stdout=subprocess.PIPE)
out, _ = p.communicate()
p = None  # -

# --- subprocess-run forward: a function hands the process on
import subprocess


def start():
    p = subprocess.Popen(args, stdout=subprocess.PIPE)
    out, _ = p.communicate()
    return out, p  # -
    return out, p.returncode  # +

# --- subprocess-run back (downgrade-subprocess-run): something is given to it
import subprocess

p = subprocess.run(args, input=b"x", stdout=subprocess.PIPE)  # -
p = subprocess.run(args, stdout=subprocess.PIPE)  # +

# --- subprocess-run back (downgrade-subprocess-run): it may not take long
import subprocess

p = subprocess.run(args, timeout=1, stdout=subprocess.PIPE)  # -
p = subprocess.run(args, stdout=subprocess.PIPE)  # +

# --- subprocess-run back (downgrade-subprocess-run): options come from a dictionary
import subprocess

p = subprocess.run(args, **options)  # -
p = subprocess.run(args, stdout=subprocess.PIPE)  # +

# --- subprocess-run back (downgrade-subprocess-run): a failure is raised
import subprocess

p = subprocess.run(args, check=True, stdout=subprocess.PIPE)  # -
p = subprocess.run(args, stdout=subprocess.PIPE)  # +

# --- subprocess-text forward: whether it is text is worked out
import subprocess

result = subprocess.check_output(["echo", "x"], universal_newlines=is_text)  # -
result = subprocess.check_output(["echo", "x"], universal_newlines=True)  # +

# --- subprocess-text forward as safe: options come from a dictionary, which may have the newer one
import subprocess

result = subprocess.check_output(["echo", "x"], universal_newlines=True, **options)  # -
result = subprocess.check_output(["echo", "x"], universal_newlines=True)  # +

# --- subprocess-text forward: the function is one of the document
from tools import check_output  # -
from subprocess import check_output  # +

result = check_output(["echo", "x"], universal_newlines=True)

# --- subprocess-text forward [>=3.6]: an older Python is served
import subprocess

result = subprocess.check_output(["echo", "x"], universal_newlines=True)

# --- subprocess-text back: whether it is text is worked out
import subprocess

result = subprocess.check_output(["echo", "x"], text=is_text)  # -
result = subprocess.check_output(["echo", "x"], text=True)  # +

# --- breakpoint forward: the debugger is another one
import pudb as pdb  # -
import pdb  # +

pdb.set_trace()

# --- breakpoint forward: a line is written above
import pdb

pdb.set_trace(header="here")  # -
pdb.set_trace()  # +

# --- breakpoint forward: it is a debugger that was made
import pdb

debugger = pdb.Pdb()
debugger.set_trace()  # -
pdb.set_trace()  # +

# --- breakpoint forward: the document has a function of that name
import pdb


def breakpoint():  # -
def pause():  # +
    pass


pdb.set_trace()

# --- breakpoint back: something is given to it
breakpoint(header="here")  # -
breakpoint()  # +

# --- breakpoint back: the document has a function of that name
def breakpoint():  # -
def pause():  # +
    pass


breakpoint()

# --- resources-files forward: nothing tells the name of the file
import importlib.resources

result = importlib.resources.is_resource(*place)  # -
result = importlib.resources.is_resource("email", "message.py")  # +

# --- resources-files forward: the function itself is handed on
import importlib.resources

result = map(importlib.resources.is_resource, places)  # -
result = importlib.resources.is_resource("email", "message.py")  # +

# --- resources-files back (downgrade-package-is-resource): the file lies in a folder of the package
import importlib.resources

result = importlib.resources.files("email").joinpath("mime", "text.py").is_file()  # -
result = importlib.resources.files("email").joinpath("message.py").is_file()  # +

# --- resources-files back (downgrade-package-is-resource): something else is asked
import importlib.resources

result = importlib.resources.files("email").joinpath("message.py").is_dir()  # -
result = importlib.resources.files("email").joinpath("message.py").is_file()  # +

# --- annotationlib forward: the format is chosen
import inspect


def f(x: int):
    pass


result = inspect.get_annotations(f, eval_str=True)  # -
result = inspect.get_annotations(f)  # +

# --- annotationlib forward: the function itself is handed on
import inspect


def f(x: int):
    pass


result = map(inspect.get_annotations, [f])  # -
result = inspect.get_annotations(f)  # +

# --- annotationlib back: the format is chosen
import annotationlib


def f(x: int):
    pass


result = annotationlib.get_annotations(f, format=annotationlib.Format.STRING)  # -
result = annotationlib.get_annotations(f)  # +

# --- annotationlib back: more of the module is used
import annotationlib


def f(x: int):
    pass


result = annotationlib.get_annotations(f)
print(annotationlib.Format.STRING)  # -

# --- lazy-import back [>=3.15]: every targeted Python has it
lazy import json
result = json.dumps(1)

# --- lazy-import back: `lazy` is a name
lazy = 1  # -
lazy import json  # +

# --- re-prefixmatch back: the function is one of the document
from patterns import prefixmatch  # -
from re import prefixmatch  # +

result = bool(prefixmatch("a", "ab"))

# --- re-prefixmatch back: the document sets it itself
import re

re.prefixmatch = re.match  # -
result = bool(re.prefixmatch("a", "ab"))  # +

# --- profiling-tracing forward: the profiler is the one in Python
import profile as cProfile  # -
import cProfile  # +

result = cProfile.Profile

# --- profiling-tracing forward [>=3.14]: an older Python is served
import cProfile

result = cProfile.Profile

# --- profiling-tracing back: the module is handed on
import profiling.tracing

result = profiling.tracing.Profile is not None
setup(profiling.tracing)  # -

# --- profiling-tracing back: another profiler of the package is used
import profiling.sampling  # -
import profiling.tracing  # +

result = profiling.sampling  # -
result = profiling.tracing.Profile  # +

# --- math-integer back: the module is handed on
import math.integer

result = math.integer.isqrt(17)
setup(math.integer)  # -

# --- math-integer back [>=3.7]: an older Python has no such function anywhere
import math.integer

result = math.integer.isqrt(17)

# --- tomllib forward [>=3.10] (use-library): an older Python is served
import tomli

result = tomli.loads("a = 1")

# --- tomllib forward (use-library): the package has more than the library
import tomli

result = tomli.loads("a = 1")
print(tomli.__version__)  # -

# --- tomllib forward (use-library) as safe: the name is exported
import tomli

__all__ = ["tomli"]  # -
result = tomli.loads("a = 1")

# --- tomllib forward (use-library): the package is tried first
try:  # -
    import tomli  # -
except ImportError:  # -
    tomli = None  # -
import tomli  # +

result = tomli.loads("a = 1")

# --- functools-cache forward: some are forgotten
import functools


@functools.lru_cache(maxsize=128)  # -
@functools.lru_cache(maxsize=None)  # +
def f(x):
    return x

# --- functools-cache forward: types are told apart
import functools


@functools.lru_cache(maxsize=None, typed=True)  # -
@functools.lru_cache(maxsize=None)  # +
def f(x):
    return x

# --- functools-cache forward [>=3.8]: an older Python is served
import functools


@functools.lru_cache(maxsize=None)
def f(x):
    return x

# --- functools-cache forward: the decorator is one of the document
from caching import lru_cache  # -
from functools import lru_cache  # +


@lru_cache(maxsize=None)
def f(x):
    return x

# --- functools-cache back: the decorator is one of the document
from caching import cache  # -
from functools import cache  # +


@cache
def f(x):
    return x

# --- functools-cache back: the document sets it itself where it is missing
import functools

if not hasattr(functools, "cache"):  # -
    functools.cache = functools.lru_cache(maxsize=None)  # -


@functools.cache
def f(x):
    return x

# --- thread-is-alive back (downgrade-main-thread): the function itself is handed on
import threading

result = check(threading.main_thread)  # -
result = check(threading.main_thread())  # +

# --- match forward (modernise-walrus): another name is tested
x = 1
print(x)  # -
if x == 1:
    result = "one"
else:
    result = "other"
