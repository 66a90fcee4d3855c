# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- json-decode-error forward: more is tried, which may raise as well
import json

try:
    number = int("1")  # -
    json.loads("{")
except ValueError as e:
    result = "bad"

# --- json-decode-error forward: bytes are read, whose encoding may be wrong
import json


def load(data):  # -
def load(data: str):  # +
    try:
        json.loads(data)
    except ValueError as e:
        result = "bad"

# --- json-decode-error forward: values are made by a function, which may refuse some
import json

try:
    json.loads("{", parse_int=convert)  # -
    json.loads("{")  # +
except ValueError as e:
    result = "bad"

# --- json-decode-error forward: `ValueError` is an exception of the document
import json


class ValueError(Exception):  # -
class Refused(Exception):  # +
    pass


try:
    json.loads("{")
except ValueError as e:
    result = "bad"

# --- json-decode-error forward: another error is caught beside it
import json

try:
    json.loads("{")
except (ValueError, KeyError) as e:  # -
except ValueError as e:  # +
    result = "bad"

# --- json-decode-error back: the error is raised
import json

raise json.JSONDecodeError("bad", "{", 0)  # -
try:  # +
    json.loads("{")  # +
except json.JSONDecodeError:  # +
    result = "bad"  # +

# --- json-decode-error back: the error is asked for the place of the mistake
import json

try:
    json.loads("{")
except json.JSONDecodeError as e:
    result = e.pos  # -
    result = e.args  # +

# --- json-decode-error back: the error is asked for the place of the mistake by a name that holds all errors
import json

FAULTS = json.JSONDecodeError  # -
try:
    json.loads("{")
except FAULTS:  # -
except json.JSONDecodeError:  # +
    result = "bad"

# --- recursion-error forward: another error is caught beside it
def f(): f()


try:
    f()
except (RuntimeError, OSError):  # -
except RuntimeError:  # +
    result = 1

# --- recursion-error forward: the error is raised, not caught
def f():
    raise RuntimeError("again")  # -
    f()  # +


try:  # +
    f()  # +
except RuntimeError:  # +
    result = 1  # +

# --- recursion-error back: the error is raised
def f():
    raise RecursionError("too deep")  # -
    f()  # +


try:
    f()
except RecursionError:  # +
except OSError:  # -
    result = 1

# --- recursion-error back: the name is that of the document
class RecursionError(Exception):  # -
class TooDeep(Exception):  # +
    pass


def f(): f()


try:
    f()
except RecursionError:
    result = 1

# --- module-not-found forward: more is tried than the import
try:
    import no_such_mod
    no_such_mod.start()  # -
except ImportError:
    result = 1

# --- module-not-found forward: the error is raised, not caught
try:
    import no_such_mod
except ImportError:  # +
except OSError:  # -
    raise ImportError("no")  # -
    result = 1  # +

# --- module-not-found back: the error is raised
try:
    import no_such_mod
except ModuleNotFoundError:  # +
except OSError:  # -
    raise ModuleNotFoundError("no")  # -
    result = 1  # +

# --- module-not-found back: the error is tested for
try:
    import no_such_mod
except Exception as e:  # -
except ModuleNotFoundError as e:  # +
    result = isinstance(e, ModuleNotFoundError)  # -
    result = 1  # +

# --- except-noparens back: the exceptions stand in parentheses, which every Python takes
try:
    int("x")
except (ValueError, TypeError):  # -
except ValueError, TypeError:  # +
    result = 1

# --- except-noparens back [>=3.14]: every targeted Python takes them
try:
    int("x")
except ValueError, TypeError:
    result = 1
