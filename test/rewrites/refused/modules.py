# --- importlib-reload forward: the module is one of the package
from . import imp  # -
import imp  # +

imp.reload(mod)

# --- importlib-reload forward: the name is a parameter
import imp

def again(imp, mod):  # -
def again(mod):  # +
    return imp.reload(mod)

# --- importlib-reload forward (modernise-importlib-reload): it is there for Pythons that have no other way
try:  # -
    from importlib import reload  # -
except ImportError:  # -
    from imp import reload  # -

import imp  # +
imp.reload(mod)  # +
reload(mod)  # -

# --- importlib-reload forward [>=3.3]: some targeted Python does not have it
import imp

imp.reload(mod)

# --- importlib-reload back: the module is one of the package
from . import importlib  # -
import importlib  # +

importlib.reload(mod)

# --- importlib-reload back: the name is bound anew
import importlib

importlib = Loader()  # -
importlib.reload(mod)

# --- importlib-reload back [>=3.3]: newer Pythons have lost the older way
import importlib

importlib.reload(mod)

# --- imp-get-magic forward: the function is handed on
import imp

read = imp.get_magic  # -
magic = imp.get_magic()  # +

# --- imp-get-magic forward: the module is one of the package
from . import imp  # -
import imp  # +

magic = imp.get_magic()

# --- imp-get-magic forward [>=3.3]: some targeted Python does not have it
import imp

magic = imp.get_magic()

# --- imp-get-magic back: the number is exchanged
import importlib.util

importlib.util.MAGIC_NUMBER = b""  # -
magic = importlib.util.MAGIC_NUMBER  # +

# --- imp-get-magic back [>=3.3]: newer Pythons have lost the older way
import importlib.util

magic = importlib.util.MAGIC_NUMBER

# --- imp-cache-from-source forward (modernise-imp-cache-from-source): it says whether to optimise
import imp

path = imp.cache_from_source("a.py", True)  # -
path = imp.cache_from_source("a.py")  # +

# --- imp-cache-from-source forward (modernise-imp-cache-from-source): it says by name whether to optimise
import imp

path = imp.cache_from_source("a.py", debug_override=False)  # -
path = imp.cache_from_source("a.py")  # +

# --- imp-cache-from-source forward (modernise-imp-cache-from-source): the arguments are not written out
import imp

path = imp.cache_from_source(*parts)  # -
path = imp.cache_from_source("a.py")  # +

# --- imp-cache-from-source back: it says how far it is optimised
import importlib.util

path = importlib.util.cache_from_source("a.py", optimization=1)  # -
path = importlib.util.cache_from_source("a.py")  # +

# --- imp-cache-from-source back [>=3.3]: newer Pythons have lost the older way
import importlib.util

path = importlib.util.cache_from_source("a.py")

# --- imp-source-from-cache forward (modernise-imp-source-from-cache): the function is handed on
import imp

read = imp.source_from_cache  # -
path = imp.source_from_cache(cached)  # +

# --- imp-source-from-cache forward: the module is one of the package
from . import imp  # -
import imp  # +

path = imp.source_from_cache(cached)

# --- imp-source-from-cache back: the function is handed on
import importlib.util

read = importlib.util.source_from_cache  # -
path = importlib.util.source_from_cache(cached)  # +

# --- imp-source-from-cache back [>=3.3]: newer Pythons have lost the older way
import importlib.util

path = importlib.util.source_from_cache(cached)

# --- inspect-unwrap forward: the loop does more
import inspect

f = func
while hasattr(f, "__wrapped__"):
    depth += 1  # -
    f = f.__wrapped__

# --- inspect-unwrap forward: it ends earlier
import inspect

f = func
while hasattr(f, "__wrapped__") and not hasattr(f, "__signature__"):  # -
while hasattr(f, "__wrapped__"):  # +
    f = f.__wrapped__

# --- inspect-unwrap forward: another attribute is followed
import inspect

f = func
while hasattr(f, "__func__"):  # -
    f = f.__func__  # -
while hasattr(f, "__wrapped__"):  # +
    f = f.__wrapped__  # +

# --- inspect-unwrap forward: another object is asked
import inspect

f = func
while hasattr(func, "__wrapped__"):  # -
while hasattr(f, "__wrapped__"):  # +
    f = f.__wrapped__

# --- inspect-unwrap forward: something is done in the end
import inspect

f = func
while hasattr(f, "__wrapped__"):
    f = f.__wrapped__
else:  # -
    print(f)  # -

# --- inspect-unwrap back: it says where to stop
import inspect

f = inspect.unwrap(func, stop=ask)  # -
f = inspect.unwrap(func)  # +

# --- inspect-unwrap back: the result is a part of more
import inspect

print(inspect.unwrap(func))  # -
f = inspect.unwrap(func)  # +

# --- inspect-unwrap back: an error tells of a circle
import inspect

def find(func):
    try:
        f = inspect.unwrap(func)
        return f
    except ValueError:  # -
    except KeyError:  # +
        return None

# --- typing-get-origin forward: another value stands for what is missing
import typing

origin = getattr(tp, "__origin__", tp)  # -
origin = getattr(tp, "__origin__", None)  # +

# --- typing-get-origin forward: it may be missing, which is an error
import typing

origin = getattr(tp, "__origin__")  # -
origin = getattr(tp, "__origin__", None)  # +

# --- typing-get-origin forward: another attribute is read
import typing

origin = getattr(tp, "__orig_bases__", None)  # -
origin = getattr(tp, "__origin__", None)  # +

# --- typing-get-origin forward: the class has an attribute of that name
import typing

class Box:
    __origin__ = "here"

origin = getattr(Box, "__origin__", None)  # -
origin = getattr(tp, "__origin__", None)  # +

# --- typing-get-origin back [>=3.6] (downgrade-typing-get-origin downgrade-typing-get-args): some targeted Python gives the class of typing itself
import typing

origin = typing.get_origin(tp)

# --- typing-get-origin back (downgrade-typing-get-origin): the function is handed on
import typing

origins = map(typing.get_origin, types)  # -
origin = typing.get_origin(tp)  # +

# --- typing-get-origin back (downgrade-typing-get-args): arguments of a function's type are lists in one of them
import typing

args = typing.get_args(typing.Callable[[int], str])  # -
args = typing.get_args(typing.List[int])  # +
