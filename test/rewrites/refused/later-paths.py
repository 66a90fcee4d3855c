# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- path-read-text forward: the file is read once more
import pathlib

p = pathlib.Path("x")
with p.open() as f:
    result = f.read()
    rest = f.read()  # -

# --- path-read-text forward: the file is asked for its name afterwards
import pathlib

p = pathlib.Path("x")
with p.open() as f:
    result = f.read()
print(f.name)  # -

# --- path-read-text forward: what the text is kept under depends on the file
import pathlib

p = pathlib.Path("x")
texts = {}
name = "x"
with p.open() as f:
    texts[f.name] = f.read()  # -
    texts[name] = f.read()  # +

# --- path-read-text forward: only some of it is read
import pathlib

p = pathlib.Path("x")
with p.open() as f:
    result = f.read(10)  # -
    result = f.read()  # +

# --- path-read-text forward: it may be any object that opens
def load(p):  # -
import pathlib  # +


def load(p: pathlib.Path):  # +
    with p.open() as f:
        result = f.read()
    return result

# --- path-read-text forward: line ends are kept
import pathlib

p = pathlib.Path("x")
with p.open(newline="") as f:  # -
with p.open() as f:  # +
    result = f.read()

# --- path-read-text forward: another manager is entered beside it
import pathlib

p = pathlib.Path("x")
with lock, p.open() as f:  # -
with p.open() as f:  # +
    result = f.read()

# --- path-read-text forward: the function may be asked for its file
import pathlib


def load(p: pathlib.Path):
    with p.open() as f:
        result = f.read()

    def name():
        return f.name  # -
        return p.name  # +

    return result, name

# --- path-read-text back: the text is a part of an expression
import pathlib

p = pathlib.Path("x")
result = p.read_text().strip()  # -
result = p.read_text()  # +

# --- path-read-text back: errors are handled in a way of their own
import pathlib

p = pathlib.Path("x")
result = p.read_text(errors="ignore")  # -
result = p.read_text()  # +

# --- path-read-text back: it may be another object with that method
import pathlib


def load(p):  # -
def load(p: pathlib.Path):  # +
    return p.read_text()

# --- path-read-text back: a lambda has no place for statements
import pathlib

p = pathlib.Path("x")
load = lambda: p.read_text()  # -
result = p.read_text()  # +

# --- path-read-text back: another statement stands on the line
import pathlib

p = pathlib.Path("x")
if p: result = p.read_text()  # -
result = p.read_text()  # +

# --- path-home forward: the home of somebody else is looked up
import os
import pathlib

result = pathlib.Path(os.path.expanduser("~ada"))  # -
result = pathlib.Path(os.path.expanduser("~"))  # +

# --- path-home forward: a folder in it is meant
import os
import pathlib

result = pathlib.Path(os.path.expanduser("~"), "x")  # -
result = pathlib.Path(os.path.expanduser("~"))  # +

# --- path-home forward: the path is pure
import os
import pathlib

result = pathlib.PurePath(os.path.expanduser("~"))  # -
result = pathlib.Path(os.path.expanduser("~"))  # +

# --- path-home back: the class is one that inherits
import pathlib


class Place(type(pathlib.Path())):
    pass


result = Place.home()  # -
result = pathlib.Path.home()  # +

# --- path-home back: the function itself is handed on
import pathlib

result = setup(home=pathlib.Path.home)  # -
result = setup(home=pathlib.Path.home())  # +

# --- open-pathlike forward: the text may be that of anything
def load(p):  # -
import pathlib  # +


def load(p: pathlib.Path):  # +
    return open(str(p), "w")

# --- open-pathlike forward: `open` is a function of the document
import pathlib


def open(name, mode):  # -
def opened(name, mode):  # +
    return name[:3]


p = pathlib.Path("x")
result = open(str(p), "w")

# --- open-pathlike forward: the text is changed before
import pathlib

p = pathlib.Path("x")
result = open(str(p) + ".x", "w")  # -
result = open(str(p), "w")  # +

# --- open-pathlike back: it is a text already
import pathlib

p = pathlib.Path("x").name  # -
p = pathlib.Path("x")  # +
result = open(p, "w")

# --- open-pathlike back [>=3.6]: every targeted Python takes it
import pathlib

p = pathlib.Path("x")
result = open(p, "w")

# --- glob-recursive forward: files of every name are taken
import fnmatch
import os

result = [os.path.join(r, f) for r, ds, fs in os.walk(d) for f in fs if not f.startswith(".")]  # -
result = [os.path.join(r, f) for r, ds, fs in os.walk(d) for f in fs if fnmatch.fnmatch(f, "*.x") and not f.startswith(".")]  # +

# --- glob-recursive forward: hidden files are taken, too
import fnmatch
import os

result = [os.path.join(r, f) for r, ds, fs in os.walk(d) for f in fs if fnmatch.fnmatch(f, "*.x")]  # -
result = [os.path.join(r, f) for r, ds, fs in os.walk(d) for f in fs if fnmatch.fnmatch(f, "*.x") and not f.startswith(".")]  # +

# --- glob-recursive forward: links are followed
import fnmatch
import os

result = [os.path.join(r, f) for r, ds, fs in os.walk(d, followlinks=True) for f in fs if fnmatch.fnmatch(f, "*.x") and not f.startswith(".")]  # -
result = [os.path.join(r, f) for r, ds, fs in os.walk(d) for f in fs if fnmatch.fnmatch(f, "*.x") and not f.startswith(".")]  # +

# --- glob-recursive forward: what is looked for differs from folder to folder
import fnmatch
import os

result = [os.path.join(r, f) for r, ds, fs in os.walk(d) for f in fs if fnmatch.fnmatch(f, r.pattern) and not f.startswith(".")]  # -
result = [os.path.join(r, f) for r, ds, fs in os.walk(d) for f in fs if fnmatch.fnmatch(f, d.pattern) and not f.startswith(".")]  # +

# --- glob-recursive back: what is looked for is put together in another way
import glob

result = glob.glob(d + "/**/*.x", recursive=True)  # -
import os  # +

result = glob.glob(os.path.join(d, "**", "*.x"), recursive=True)  # +

# --- glob-recursive back: what is looked for is worked out only once
import glob
import os

result = glob.glob(os.path.join(d, "**", read()), recursive=True)  # -
result = glob.glob(os.path.join(d, "**", pattern), recursive=True)  # +

# --- is-relative-to forward: what is compared with may be refused itself
import pathlib

p = pathlib.PurePath("x")
try:
    p.relative_to(parse(q))  # -
    p.relative_to(q)  # +
    result = True
except ValueError:
    result = False

# --- is-relative-to forward: the path may be refused itself
import pathlib


def parse(text) -> pathlib.PurePath:
    raise ValueError(text)


p = pathlib.PurePath("x")
try:
    parse("x").relative_to(q)  # -
    p.relative_to(q)  # +
    result = True
except ValueError:
    result = False

# --- is-relative-to forward: more happens where it is
import pathlib

p = pathlib.PurePath("x")
q = pathlib.PurePath("y")
try:
    p.relative_to(q)
    result = True
except ValueError:
    result = False
else:  # -
    print(q)  # -

# --- is-relative-to forward: the answer is turned round
import pathlib

p = pathlib.PurePath("x")
q = pathlib.PurePath("y")
try:
    p.relative_to(q)
    result = False  # -
    result = True  # +
except ValueError:
    result = True  # -
    result = False  # +

# --- is-relative-to forward: it may be no path
def inside(p, q):  # -
import pathlib  # +


def inside(p: pathlib.PurePath, q):  # +
    try:
        p.relative_to(q)
        return True
    except ValueError:
        return False

# --- is-relative-to back: the path is a part of an expression, and the other may be a text
import pathlib

p = pathlib.PurePath("x")


def inside(q):
    print(p.is_relative_to(q))  # -
    return p.is_relative_to(q)  # +

# --- path-walk forward: the folders are those of a text
import os
import pathlib

d = "x"  # -
d = pathlib.Path("x")  # +
result = [(pathlib.Path(r), ds, fs) for r, ds, fs in os.walk(str(d))]

# --- path-walk forward: the deepest come first
import os
import pathlib

d = pathlib.Path("x")
result = [(pathlib.Path(r), ds, fs) for r, ds, fs in os.walk(str(d), topdown=False)]  # -
result = [(pathlib.Path(r), ds, fs) for r, ds, fs in os.walk(str(d))]  # +

# --- path-walk forward: the folders stay texts
import os
import pathlib

d = pathlib.Path("x")
result = [(r, ds, fs) for r, ds, fs in os.walk(str(d))]  # -
result = [(pathlib.Path(r), ds, fs) for r, ds, fs in os.walk(str(d))]  # +

# --- path-walk back: the deepest come first
import pathlib

d = pathlib.Path("x")
result = [(r, ds, fs) for r, ds, fs in d.walk(top_down=False)]  # -
result = [(r, ds, fs) for r, ds, fs in d.walk()]  # +

# --- path-walk back: it may be another object that walks
import pathlib


def all_of(d):  # -
def all_of(d: pathlib.Path):  # +
    return list(d.walk())

# --- path-copy forward: the result is used
import pathlib
import shutil

p = pathlib.Path("x")
q = pathlib.Path("y")
result = shutil.copyfile(str(p), str(q))  # -
shutil.copyfile(str(p), str(q))  # +

# --- path-copy forward: the first one may be a text
import pathlib
import shutil


def copy(p, q):  # -
def copy(p: pathlib.Path, q):  # +
    shutil.copyfile(p, q)

# --- path-copy forward: links are copied as such
import pathlib
import shutil

p = pathlib.Path("x")
q = pathlib.Path("y")
shutil.copyfile(p, q, follow_symlinks=False)  # -
shutil.copyfile(p, q)  # +

# --- path-copy forward: the rights are copied, too
import pathlib
import shutil

p = pathlib.Path("x")
q = pathlib.Path("y")
shutil.copy(p, q)  # -
shutil.copyfile(p, q)  # +

# --- path-copy back: the copy is used
import pathlib

p = pathlib.Path("x")
q = pathlib.Path("y")
result = p.copy(q)  # -
p.copy(q)  # +

# --- path-copy back: a dictionary is copied
import pathlib

p = {"x": 1}  # -
p = pathlib.Path("x")  # +
q = pathlib.Path("y")
p.copy(q)

# --- path-copy back: the rights are copied, too
import pathlib

p = pathlib.Path("x")
q = pathlib.Path("y")
p.copy(q, preserve_metadata=True)  # -
p.copy(q)  # +

# --- contextlib-chdir forward: the folder before is used inside
import os

old = os.getcwd()
os.chdir("/")
try:
    print(old)  # -
    print("/")  # +
finally:
    os.chdir(old)

# --- contextlib-chdir forward: the folder before is used afterwards
import os

old = os.getcwd()
os.chdir("/")
try:
    print("/")
finally:
    os.chdir(old)
print(old)  # -

# --- contextlib-chdir forward: the new folder depends on the one before
import os

old = os.getcwd()
os.chdir(old + "/x")  # -
os.chdir("x")  # +
try:
    print("/")
finally:
    os.chdir(old)

# --- contextlib-chdir forward: it ends in another folder
import os

home = "/"
old = os.getcwd()
os.chdir("/")
try:
    print("/")
finally:
    os.chdir(home)  # -
    os.chdir(old)  # +

# --- contextlib-chdir forward: errors are caught inside
import os

old = os.getcwd()
os.chdir("/")
try:
    print("/")
except OSError:  # -
    pass  # -
finally:
    os.chdir(old)

# --- contextlib-chdir forward: more happens in the end
import os

old = os.getcwd()
os.chdir("/")
try:
    print("/")
finally:
    print("done")  # -
    os.chdir(old)

# --- contextlib-chdir forward: the folder before is kept for others
import os


def visit():
    global old  # -
    old = os.getcwd()
    os.chdir("/")
    try:
        print("/")
    finally:
        os.chdir(old)

# --- contextlib-chdir back: another manager is entered beside it
import contextlib

with contextlib.chdir("/"), lock:  # -
with contextlib.chdir("/"):  # +
    result = 1

# --- contextlib-chdir back: the manager is kept
import contextlib

manager = contextlib.chdir("/")  # -
with manager:  # -
with contextlib.chdir("/"):  # +
    result = 1

# --- contextlib-chdir back: the manager is looked at inside
import contextlib

with contextlib.chdir("/") as manager:  # -
with contextlib.chdir("/"):  # +
    result = 1

# --- file-digest forward (modernise-file-digest): only some of what is read is taken
import hashlib

h = hashlib.sha256()
for block in iter(lambda: f.read(65536), b""):
    if block:  # -
        h.update(block)  # -
    h.update(block)  # +

# --- file-digest forward (modernise-file-digest): the last block is used afterwards
import hashlib

h = hashlib.sha256()
for block in iter(lambda: f.read(65536), b""):
    h.update(block)
print(block)  # -

# --- file-digest forward (modernise-file-digest): something was hashed before
import hashlib

h = hashlib.sha256()
h.update(b"header")  # -
for block in iter(lambda: f.read(65536), b""):
    h.update(block)

# --- file-digest forward (modernise-file-digest): the hash starts from something
import hashlib

h = hashlib.sha256(b"header")  # -
h = hashlib.sha256()  # +
for block in iter(lambda: f.read(65536), b""):
    h.update(block)

# --- file-digest forward (modernise-file-digest): the rest of a buffer is read, of which all would be hashed
import hashlib
import io

f = io.BytesIO(b"x" * 100000)
f.read(4)  # -
h = hashlib.sha256()
for block in iter(lambda: f.read(65536), b""):
    h.update(block)

# --- file-digest forward (modernise-file-digest): texts are read
import hashlib

h = hashlib.sha256()
for block in iter(lambda: f.read(65536), ""):  # -
for block in iter(lambda: f.read(65536), b""):  # +
    h.update(block)

# --- file-digest back (downgrade-file-digest): what is hashed is opened right there
import hashlib

result = hashlib.file_digest(open("x", "rb"), "sha256").hexdigest()  # -
result = hashlib.file_digest(f, "sha256").hexdigest()  # +

# --- file-digest back (downgrade-file-digest): the algorithm may be a function
import hashlib

result = hashlib.file_digest(f, hashlib.sha256).hexdigest()  # -
result = hashlib.file_digest(f, "sha256").hexdigest()  # +

# --- file-digest back (downgrade-file-digest): it stands inside of an expression
import hashlib

print(hashlib.file_digest(f, "sha256").hexdigest())  # -
result = hashlib.file_digest(f, "sha256").hexdigest()  # +

# --- file-digest back (downgrade-file-digest): the hash takes the name of the file, which could not be read then
import hashlib


def digest(f):
    f = hashlib.file_digest(f, "sha256")  # -
    h = hashlib.file_digest(f, "sha256")  # +
    return f
