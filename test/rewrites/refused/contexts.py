# --- contextlib-nullcontext forward: the stack is given a name
import contextlib

def work(lock):
    with lock if lock is not None else contextlib.ExitStack() as stack:  # -
    with lock if lock is not None else contextlib.ExitStack():  # +
        print(1)

# --- contextlib-nullcontext forward: something is registered with the stack
import contextlib

def work(lock):
    cm = lock if lock is not None else contextlib.ExitStack()
    with cm:
        cm.callback(print)  # -
        print(1)

# --- contextlib-nullcontext forward: the stack is entered by hand, and its value used
import contextlib

def work(lock):
    cm = lock if lock is not None else contextlib.ExitStack()
    value = cm.__enter__()  # -
    with cm:
        print(1)

# --- contextlib-nullcontext forward: the stack is no stand-in
import contextlib

def work(lock):
    with contextlib.ExitStack():  # -
    with lock if lock is not None else contextlib.ExitStack():  # +
        print(1)

# --- contextlib-nullcontext forward: some errors are suppressed
import contextlib

def work(lock):
    with lock if lock is not None else contextlib.suppress(OSError):  # -
    with lock if lock is not None else contextlib.suppress():  # +
        print(1)

# --- contextlib-nullcontext forward: the class is one's own
import contextlib

class Stack(contextlib.ExitStack):
    def __exit__(self, *args): ...

def work(lock):
    with lock if lock is not None else Stack():  # -
    with lock if lock is not None else contextlib.ExitStack():  # +
        print(1)

# --- contextlib-nullcontext forward: the stack is used once more
import contextlib

def work(lock):
    cm = lock if lock is not None else contextlib.ExitStack()
    with cm:
        print(1)
    return cm  # -

# --- contextlib-nullcontext forward: it is entered asynchronously
import contextlib

async def work(lock):
    async with lock if lock is not None else contextlib.ExitStack():  # -
    with lock if lock is not None else contextlib.ExitStack():  # +
        print(1)

# --- contextlib-nullcontext back (downgrade-contextlib-nullcontext downgrade-contextlib-nullcontext-class): it is entered asynchronously
import contextlib

async def work(lock):
    async with contextlib.nullcontext():  # -
    with contextlib.nullcontext():  # +
        print(1)

# --- contextlib-nullcontext back (downgrade-contextlib-nullcontext): the value that it gives has a name
import contextlib

def work(lock):
    with lock if lock is not None else contextlib.nullcontext() as held:  # -
    with lock if lock is not None else contextlib.nullcontext():  # +
        print(1)

# --- contextlib-nullcontext back (downgrade-contextlib-nullcontext): it is used once more
import contextlib

def work(lock):
    cm = lock if lock is not None else contextlib.nullcontext()
    with cm:
        print(1)
    return cm  # -

# --- contextlib-nullcontext back: the class is handed on
import contextlib

make = contextlib.nullcontext  # -
make = contextlib.nullcontext()  # +

# --- contextlib-nullcontext-class back: it is entered asynchronously
import contextlib

async def work(file):
    async with contextlib.nullcontext(file) as f:  # -
    with contextlib.nullcontext(file) as f:  # +
        print(f)

# --- contextlib-nullcontext-class back: a class inherits from it
import contextlib

class Quiet(contextlib.nullcontext):  # -
    pass  # -

quiet = Quiet(1)  # -
quiet = contextlib.nullcontext(1)  # +

# --- contextlib-nullcontext-class back: whether it gets a value is not written out
import contextlib

cm = contextlib.nullcontext(*values)  # -
cm = contextlib.nullcontext(1)  # +

# --- contextlib-suppress forward: every error is meant
import os

try:
    os.remove(path)
except:  # -
except FileNotFoundError:  # +
    pass

# --- contextlib-suppress forward: the error has a name
import os

try:
    os.remove(path)
except FileNotFoundError as error:  # -
except FileNotFoundError:  # +
    pass

# --- contextlib-suppress forward: something is done where nothing went wrong
import os

try:
    os.remove(path)
except FileNotFoundError:
    pass
else:  # -
    print("gone")  # -

# --- contextlib-suppress forward: something is done in any case
import os

try:
    os.remove(path)
except FileNotFoundError:
    pass
finally:  # -
    print("end")  # -

# --- contextlib-suppress forward: there are two handlers
import os

try:
    os.remove(path)
except FileNotFoundError:
    pass
except OSError:  # -
    print("failed")  # -

# --- contextlib-suppress forward: the handler does something
import os

try:
    os.remove(path)
except FileNotFoundError:
    print("gone")  # -
    pass  # +

# --- contextlib-suppress forward: the handler leaves the loop around it
import os

def clear(paths):
    for path in paths:  # -
        try:  # -
            os.remove(path)  # -
        except FileNotFoundError:  # -
            continue  # -
    try:  # +
        os.remove(paths)  # +
    except FileNotFoundError:  # +
        pass  # +

# --- contextlib-suppress forward: it stands in a loop, where it costs
import os

for path in paths:  # -
if paths:  # +
    try:
        os.remove(paths)
    except FileNotFoundError:
        pass

# --- contextlib-suppress forward: a cancellation would be swallowed with everything else
async def work(job):
    try:
        await job()  # -
        job()  # +
    except BaseException:
        pass

# --- contextlib-suppress forward: any error of what is awaited is caught
async def work(job):
    try:
        await job()  # -
        job()  # +
    except Exception:
        pass

# --- contextlib-suppress forward: a value is given in between
def work(source):
    try:
        yield next(source)  # -
        print(next(source))  # +
    except StopIteration:
        pass

# --- contextlib-suppress forward: values of another generator are given in between
def work(source):
    try:
        yield from source  # -
        print(source)  # +
    except ValueError:
        pass

# --- contextlib-suppress forward: what is caught is bound in the body
def work(load):
    try:
        Missing = load()  # -
        load()  # +
        raise Missing
    except Missing:
        pass

# --- contextlib-suppress forward: what is caught is worked out where something goes wrong
import os

def work(errors):
    try:
        os.remove("a")
    except errors():  # -
    except OSError:  # +
        pass

# --- contextlib-suppress forward: one of what is caught is worked out where something goes wrong
import os

def work(errors):
    try:
        os.remove("a")
    except (OSError, errors()):  # -
    except (OSError, ValueError):  # +
        pass

# --- contextlib-suppress forward: what is caught belongs to an object that may not have it
import os

def work(store):
    try:
        os.remove("a")
    except store.Missing:  # -
    except OSError:  # +
        pass

# --- contextlib-suppress forward: the errors of a group are caught one by one
import os

try:
    os.remove("a")
except* FileNotFoundError:  # -
except FileNotFoundError:  # +
    pass

# --- contextlib-suppress forward: newer Pythons would take errors out of the group that is raised
def work(errors):
    try:
        raise ExceptionGroup("several", errors)  # -
        raise errors[0]  # +
    except TypeError:
        pass

# --- contextlib-suppress forward: it tests whether there is such a function
import os

try:
    os.pidfd_open(1)  # -
    os.getpid()  # +
except AttributeError:
    pass

# --- contextlib-suppress forward: it tests whether there is such a module
try:
    import ujson  # -
    print(1)  # +
except ImportError:
    pass

# --- contextlib-suppress forward: a name of the body is deleted, which is the error that may come
def work(values):
    try:
        del values["a"]  # -
        print(values["a"])  # +
    except KeyError:
        pass

# --- contextlib-suppress forward as safe: a comment of the handler moves
import os

try:
    os.remove(path)
except FileNotFoundError:
    # It was never written.  # -
    pass

# --- contextlib-suppress back (downgrade-contextlib-suppress): something else is entered with it
import contextlib, os

with contextlib.suppress(FileNotFoundError), lock:  # -
with contextlib.suppress(FileNotFoundError):  # +
    os.remove(path)

# --- contextlib-suppress back (downgrade-contextlib-suppress): what it suppresses is not written out
import contextlib, os

with contextlib.suppress(*errors):  # -
with contextlib.suppress(OSError):  # +
    os.remove(path)

# --- contextlib-suppress back (downgrade-contextlib-suppress): what it suppresses is worked out before
import contextlib, os

with contextlib.suppress(errors()):  # -
with contextlib.suppress(OSError):  # +
    os.remove(path)

# --- contextlib-suppress back (downgrade-contextlib-suppress): one of what it suppresses is worked out before
import contextlib, os

with contextlib.suppress(OSError, errors()):  # -
with contextlib.suppress(OSError, ValueError):  # +
    os.remove(path)

# --- contextlib-suppress back (downgrade-contextlib-suppress): the object is kept
import contextlib, os

quiet = contextlib.suppress(OSError)  # -
with quiet:  # -
with contextlib.suppress(OSError):  # +
    os.remove(path)

# --- contextlib-suppress back (downgrade-contextlib-suppress): it decorates nothing, but is put on a stack
import contextlib, os

with contextlib.ExitStack() as stack:  # -
    stack.enter_context(contextlib.suppress(OSError))  # -
with contextlib.suppress(OSError):  # +
    os.remove(path)

# --- contextlib-suppress back (downgrade-contextlib-suppress): nothing is suppressed
import contextlib, os

with contextlib.suppress():  # -
with contextlib.suppress(OSError):  # +
    os.remove(path)

# --- contextlib-redirect-stdout forward: it is put back where nothing went wrong alone
import contextlib, io, sys

def show():
    buf = io.StringIO()
    old, sys.stdout = sys.stdout, buf
    try:
        print("hello")
    finally:
        pass  # -
        sys.stdout = old  # +
    sys.stdout = old  # -

# --- contextlib-redirect-stdout forward: the stream of the start is put back, not the one before
import contextlib, io, sys

def show():
    buf = io.StringIO()
    old, sys.stdout = sys.stdout, buf
    try:
        print("hello")
    finally:
        sys.stdout = sys.__stdout__  # -
        sys.stdout = old  # +

# --- contextlib-redirect-stdout forward: more is done in the end
import contextlib, io, sys

def show():
    buf = io.StringIO()
    old, sys.stdout = sys.stdout, buf
    try:
        print("hello")
    finally:
        sys.stdout = old
        print(buf)  # -

# --- contextlib-redirect-stdout forward: the old stream is written to in the body
import contextlib, io, sys

def show():
    buf = io.StringIO()
    old, sys.stdout = sys.stdout, buf
    try:
        print("hello", file=old)  # -
        print("hello")  # +
    finally:
        sys.stdout = old

# --- contextlib-redirect-stdout forward: the old stream is used behind it
import contextlib, io, sys

def show():
    buf = io.StringIO()
    old, sys.stdout = sys.stdout, buf
    try:
        print("hello")
    finally:
        sys.stdout = old
    old.write("done")  # -

# --- contextlib-redirect-stdout forward: other code runs in between
import contextlib, io, sys

async def show(job):
    buf = io.StringIO()
    old, sys.stdout = sys.stdout, buf
    try:
        await job()  # -
        job()  # +
    finally:
        sys.stdout = old

# --- contextlib-redirect-stdout forward: threads write in between, and may redirect themselves
import contextlib, io, sys, threading

def show():
    buf = io.StringIO()
    old, sys.stdout = sys.stdout, buf
    try:
        threading.Thread(target=print).start()  # -
        print("hello")  # +
    finally:
        sys.stdout = old

# --- contextlib-redirect-stdout forward: an error is handled there, too
import contextlib, io, sys

def show():
    buf = io.StringIO()
    old, sys.stdout = sys.stdout, buf
    try:
        print("hello")
    except ValueError:  # -
        pass  # -
    finally:
        sys.stdout = old

# --- contextlib-redirect-stdout forward: the module gives the old stream to others
import contextlib, io, sys

__all__ = ["old"]  # -
buf = io.StringIO()
old, sys.stdout = sys.stdout, buf
try:
    print("hello")
finally:
    sys.stdout = old

# --- contextlib-redirect-stdout forward: all local names are given to others
import contextlib, io, sys

def show():
    buf = io.StringIO()
    old, sys.stdout = sys.stdout, buf
    try:
        print("hello")
    finally:
        sys.stdout = old
    return locals()  # -

# --- contextlib-redirect-stdout back (downgrade-contextlib-redirect-stdout): the stream gets a name
import contextlib, io

with contextlib.redirect_stdout(io.StringIO()) as buf:  # -
buf = io.StringIO()  # +
with contextlib.redirect_stdout(buf):  # +
    print("hello")

# --- contextlib-redirect-stdout back (downgrade-contextlib-redirect-stdout): something else is entered with it
import contextlib, io

buf = io.StringIO()
with contextlib.redirect_stdout(buf), lock:  # -
with contextlib.redirect_stdout(buf):  # +
    print("hello")

# --- contextlib-redirect-stdout back (downgrade-contextlib-redirect-stdout): the object is kept
import contextlib, io

buf = io.StringIO()
quiet = contextlib.redirect_stdout(buf)  # -
with quiet:  # -
with contextlib.redirect_stdout(buf):  # +
    print("hello")

# --- contextlib-redirect-stderr forward: another stream is put back
import contextlib, io, sys

def show(buf):
    old, sys.stderr = sys.stderr, buf
    try:
        print("hello", file=sys.stderr)
    finally:
        sys.stderr = sys.__stderr__  # -
        sys.stderr = old  # +

# --- contextlib-redirect-stderr forward: the other stream is exchanged
import contextlib, io, sys

def show(buf):
    old, sys.stdin = sys.stdin, buf  # -
    old, sys.stderr = sys.stderr, buf  # +
    try:
        print("hello", file=sys.stderr)
    finally:
        sys.stdin = old  # -
        sys.stderr = old  # +

# --- contextlib-redirect-stderr forward: a value is given in between
import contextlib, io, sys

def show(buf):
    old, sys.stderr = sys.stderr, buf
    try:
        yield buf  # -
        print(buf)  # +
    finally:
        sys.stderr = old

# --- contextlib-redirect-stderr forward [>=3.4]: some targeted Python has no such function
import contextlib, io, sys

buf = io.StringIO()
old, sys.stderr = sys.stderr, buf
try:
    print("hello", file=sys.stderr)
finally:
    sys.stderr = old

# --- contextlib-redirect-stderr back (downgrade-contextlib-redirect-stderr): the stream gets a name
import contextlib, io

with contextlib.redirect_stderr(io.StringIO()) as buf:  # -
buf = io.StringIO()  # +
with contextlib.redirect_stderr(buf):  # +
    print("hello")

# --- closing-wave forward: leaving the other object means something else
import contextlib, sqlite3, wave

with contextlib.closing(sqlite3.connect(name)) as db:  # -
with contextlib.closing(wave.open(name)) as db:  # +
    print(db)

# --- closing-wave forward: the object is not entered here
import contextlib, wave

held = contextlib.closing(wave.open(name))  # -
with contextlib.closing(wave.open(name)) as held:  # +
    print(held)  # +

# --- closing-wave forward: nobody knows what is closed
import contextlib, wave

with contextlib.closing(open_wave(name)) as w:  # -
with contextlib.closing(wave.open(name)) as w:  # +
    print(w)

# --- closing-wave forward: the module is another one of that name
import contextlib
from sounds import wave  # -
import wave  # +

with contextlib.closing(wave.open(name)) as w:
    print(w)

# --- closing-wave forward [>=3.3]: some targeted Python cannot enter it
import contextlib, wave

with contextlib.closing(wave.open(name)) as w:
    print(w)

# --- closing-wave back: it is not entered here
import wave

w = wave.open(name)  # -
with wave.open(name) as w:  # +
    print(w)  # +

# --- closing-wave back: it is closed by that already
import contextlib, wave

with contextlib.closing(wave.open(name)) as w:  # -
with wave.open(name) as w:  # +
    print(w)

# --- cprofile-with forward: another class of profiles cannot be entered
import cProfile, profile

def run(work):
    prof = profile.Profile()  # -
    prof = cProfile.Profile()  # +
    prof.enable()
    try:
        work()
    finally:
        prof.disable()

# --- cprofile-with forward: it ends where nothing went wrong alone
import cProfile

def run(work):
    prof = cProfile.Profile()
    prof.enable()
    try:
        work()
    finally:
        print(1)  # -
        prof.disable()  # +
    prof.disable()  # -

# --- cprofile-with forward: something is done before it starts
import cProfile

def run(work):
    prof = cProfile.Profile()
    prepare(prof)  # -
    prof.enable()
    try:
        work()
    finally:
        prof.disable()

# --- cprofile-with forward: the name stands for another one in the end
import cProfile

def run(work):
    prof = cProfile.Profile()
    prof.enable()
    try:
        prof = work()  # -
        work()  # +
    finally:
        prof.disable()

# --- cprofile-with forward: it is shown in the end
import cProfile

def run(work):
    prof = cProfile.Profile()
    prof.enable()
    try:
        work()
    finally:
        prof.disable()
        prof.print_stats()  # -

# --- cprofile-with forward: it covers several stretches
import cProfile

def run(work):
    prof = cProfile.Profile()
    prof.enable()
    try:
        prof.disable()  # -
        work()
        prof.enable()  # -
    finally:
        prof.disable()

# --- cprofile-with back: it has no name
import cProfile

with cProfile.Profile():  # -
with cProfile.Profile() as prof:  # +
    work()

# --- cprofile-with back: another object is entered with it
import cProfile

with cProfile.Profile() as prof, lock:  # -
with cProfile.Profile() as prof:  # +
    work()

# --- cprofile-with back: the name stands for another one in the end
import cProfile

with cProfile.Profile() as prof:
    prof = work()  # -
    work()  # +
