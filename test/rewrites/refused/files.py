# --- pathlib-is-mount forward: nobody knows that it is a path object
import os, pathlib

def ask(path):  # -
def ask(path: pathlib.Path):  # +
    return os.path.ismount(str(path))

# --- pathlib-is-mount forward: it is a path that reaches no file
import os, pathlib

def ask(path: pathlib.PurePath):  # -
def ask(path: pathlib.Path):  # +
    return os.path.ismount(str(path))

# --- pathlib-is-mount forward: it is text
import os, pathlib

def ask(path: str):  # -
def ask(path: pathlib.Path):  # +
    return os.path.ismount(path)

# --- pathlib-is-mount forward: it runs on Windows, where paths cannot tell
import os, pathlib

def ask(path: pathlib.Path):
    if os.name == "nt":  # -
    if os.name == "posix":  # +
        return os.path.ismount(str(path))

# --- pathlib-is-mount forward: it runs on Windows by the name of the platform
import os, pathlib, sys

def ask(path: pathlib.Path):
    if sys.platform == "win32":  # -
    if sys.platform == "linux":  # +
        return os.path.ismount(str(path))

# --- pathlib-is-mount forward: something else is asked
import os, pathlib

def ask(path: pathlib.Path):
    return os.path.islink(str(path))  # -
    return os.path.ismount(str(path))  # +

# --- pathlib-is-mount back: the class is one's own
import pathlib

class Place(type(pathlib.Path())):
    def is_mount(self): ...

def ask(path: Place):  # -
def ask(path: pathlib.Path):  # +
    return path.is_mount()

# --- pathlib-is-mount back: the method is handed on
import pathlib

def ask(path: pathlib.Path):
    return path.is_mount  # -
    return path.is_mount()  # +

# --- pathlib-with-stem forward: the ending is that of another path
import pathlib

def rename(path: pathlib.Path, other: pathlib.Path):
    return path.with_name("new" + other.suffix)  # -
    return path.with_name("new" + path.suffix)  # +

# --- pathlib-with-stem forward: the path is made twice
import pathlib

def make() -> pathlib.Path: ...

def rename(path: pathlib.Path):
    return make().with_name("new" + make().suffix)  # -
    return path.with_name("new" + path.suffix)  # +

# --- pathlib-with-stem forward: nobody knows that it is a path object
import pathlib

def rename(path):  # -
def rename(path: pathlib.Path):  # +
    return path.with_name("new" + path.suffix)

# --- pathlib-with-stem forward: the ending comes first
import pathlib

def rename(path: pathlib.Path):
    return path.with_name(path.suffix + "new")  # -
    return path.with_name("new" + path.suffix)  # +

# --- pathlib-with-stem forward: all endings are kept
import pathlib

def rename(path: pathlib.Path):
    return path.with_name("new" + "".join(path.suffixes))  # -
    return path.with_name("new" + path.suffix)  # +

# --- pathlib-with-stem back: the path would be made twice
import pathlib

def make() -> pathlib.Path: ...

def rename(path: pathlib.Path):
    return make().with_stem("new")  # -
    return path.with_stem("new")  # +

# --- pathlib-with-stem back: the method is handed on
import pathlib

def rename(path: pathlib.Path):
    return path.with_stem  # -
    return path.with_stem("new")  # +

# --- path-bad-name forward: the handler tells of it
import os

try:
    result = os.path.exists(name)
except ValueError:
    print("bad name")  # -
    result = False

# --- path-bad-name forward: the handler gives another answer
import os

try:
    result = os.path.exists(name)
except ValueError:
    result = None  # -
    result = False  # +

# --- path-bad-name forward: another name gets the answer
import os

try:
    result = os.path.exists(name)
except ValueError:
    other = False  # -
    result = False  # +

# --- path-bad-name forward: more may raise the error
import os

try:
    result = os.path.exists(name) and check(name)  # -
    result = os.path.exists(name)  # +
except ValueError:
    result = False

# --- path-bad-name forward: the file is opened
import os

try:
    result = os.path.getsize(name)  # -
    result = os.path.exists(name)  # +
except ValueError:
    result = False

# --- path-bad-name forward: something is done where nothing went wrong
import os

try:
    result = os.path.exists(name)
except ValueError:
    result = False
else:  # -
    print(result)  # -

# --- path-bad-name forward: errors of the system are caught as well
import os

try:
    result = os.path.exists(name)
except (ValueError, OSError):  # -
except ValueError:  # +
    result = False

# --- path-bad-name forward [>=3.7]: some targeted Python raises the error
import os

try:
    result = os.path.exists(name)
except ValueError:
    result = False

# --- path-bad-name back: the answer is a part of more
import os

result = os.path.exists("a\0b") and 1  # -
result = os.path.exists("a\0b")  # +

# --- path-bad-name back: any file can have that name
import os

result = os.path.exists("ab")  # -
result = os.path.exists("a\0b")  # +

# --- path-bad-name back: the error is caught already
import os

try:  # -
    result = os.path.exists("a\0b")  # -
except ValueError:  # -
    result = False  # -
result = os.path.exists("a\0b")  # +

# --- path-link-to forward: the other is text
import pathlib

def link(source: pathlib.Path, target: str):  # -
def link(source: pathlib.Path, target: pathlib.Path):  # +
    source.link_to(target)

# --- path-link-to forward: nobody knows what the other is
import pathlib

def link(source: pathlib.Path, target):  # -
def link(source: pathlib.Path, target: pathlib.Path):  # +
    source.link_to(target)

# --- path-link-to forward: they would be made in another order
import pathlib

def make() -> pathlib.Path: ...

def link(source: pathlib.Path, target: pathlib.Path):
    make().link_to(make())  # -
    source.link_to(target)  # +

# --- path-link-to forward: the class is one's own
class Node:
    def link_to(self, other: "Node"): ...

import pathlib

def link(source: Node, target: Node):  # -
def link(source: pathlib.Path, target: pathlib.Path):  # +
    source.link_to(target)

# --- path-link-to forward [>=3.9]: some targeted Python does not have it
import pathlib

def link(source: pathlib.Path, target: pathlib.Path):
    source.link_to(target)

# --- path-link-to back: they would be made in another order
import pathlib

def make() -> pathlib.Path: ...

def link(source: pathlib.Path, target: pathlib.Path):
    make().hardlink_to(make())  # -
    target.hardlink_to(source)  # +

# --- path-link-to back: the method is handed on
import pathlib

def link(target: pathlib.Path, source):
    later(target.hardlink_to, source)  # -
    target.hardlink_to(source)  # +

# --- shutil-copytree forward: what was copied is used
import distutils.dir_util

files = distutils.dir_util.copy_tree(src, dst)  # -
distutils.dir_util.copy_tree(src, dst)  # +

# --- shutil-copytree forward: times are not kept
import distutils.dir_util

distutils.dir_util.copy_tree(src, dst, preserve_times=0)  # -
distutils.dir_util.copy_tree(src, dst)  # +

# --- shutil-copytree forward: newer files alone are copied
import distutils.dir_util

distutils.dir_util.copy_tree(src, dst, update=1)  # -
distutils.dir_util.copy_tree(src, dst)  # +

# --- shutil-copytree forward: nothing is copied, only told
import distutils.dir_util

distutils.dir_util.copy_tree(src, dst, dry_run=True)  # -
distutils.dir_util.copy_tree(src, dst)  # +

# --- shutil-copytree forward: it tells what it does
import distutils.dir_util

distutils.dir_util.copy_tree(src, dst, verbose=1)  # -
distutils.dir_util.copy_tree(src, dst)  # +

# --- shutil-copytree forward: the arguments are not written out
import distutils.dir_util

distutils.dir_util.copy_tree(*pair)  # -
distutils.dir_util.copy_tree(src, dst)  # +

# --- shutil-copytree forward: the folder was deleted, of which the older way remembers that it is there
import distutils.dir_util
import shutil

shutil.rmtree(dst)  # -
distutils.dir_util.copy_tree(src, dst)

# --- shutil-copytree back: the module is one of the package
from .vendor import distutils  # -
import distutils.dir_util  # +
import shutil

shutil.copytree(src, dst, dirs_exist_ok=True)

# --- shutil-copytree back [>=3.7,<3.10] (downgrade-shutil-copytree): the folder that was made is used
import shutil

made = shutil.copytree(src, dst, dirs_exist_ok=True)  # -
shutil.copytree(src, dst, dirs_exist_ok=True)  # +

# --- shutil-copytree back [>=3.7,<3.10] (downgrade-shutil-copytree): some files are left out
import shutil

shutil.copytree(src, dst, ignore=skip, dirs_exist_ok=True)  # -
shutil.copytree(src, dst, dirs_exist_ok=True)  # +

# --- shutil-copytree back [>=3.7,<3.10] (downgrade-shutil-copytree): whether the folder may be there is chosen at run time
import shutil

shutil.copytree(src, dst, dirs_exist_ok=again)  # -
shutil.copytree(src, dst, dirs_exist_ok=True)  # +

# --- tar-format back: the archive is read
import tarfile

archive = tarfile.open(name)  # -
archive = tarfile.open(name, "w")  # +

# --- tar-format back: the format is named
import tarfile

archive = tarfile.open(name, "w", format=tarfile.GNU_FORMAT)  # -
archive = tarfile.open(name, "w")  # +

# --- tar-format back: the format may be among the arguments that are not written out
import tarfile

archive = tarfile.open(name, "w", **options)  # -
archive = tarfile.open(name, "w")  # +

# --- samefile-error back: copying a whole folder raises the wider error for other reasons
import shutil

try:
    shutil.copytree(src, dst)  # -
    shutil.copyfile(src, dst)  # +
except shutil.SameFileError:
    print("same")

# --- samefile-error back: moving raises the wider error for other reasons
import shutil

try:
    shutil.move(src, dst)  # -
    shutil.copy(src, dst)  # +
except shutil.SameFileError:
    print("same")

# --- samefile-error back: what is called may raise the wider error
import shutil

try:
    install(src, dst)  # -
    shutil.copy2(src, dst)  # +
except shutil.SameFileError:
    print("same")

# --- samefile-error back: the wider error has a handler of its own
import shutil

try:
    shutil.copyfile(src, dst)
except shutil.SameFileError:
    print("same")
except shutil.Error:  # -
except ValueError:  # +
    print("failed")

# --- samefile-error back: the error is raised
import shutil

raise shutil.SameFileError(src)  # -
try:  # +
    shutil.copyfile(src, dst)  # +
except shutil.SameFileError:  # +
    print("same")  # +

# --- samefile-error back: it is asked whether it is of that kind
import shutil

try:
    shutil.copyfile(src, dst)
except OSError as error:  # -
    print(isinstance(error, shutil.SameFileError))  # -
except shutil.SameFileError as error:  # +
    print(error)  # +

# --- reversed-memoryview back: it is bytes
data = b"abc"  # -
data = memoryview(b"abc")  # +
result = list(reversed(data))

# --- reversed-memoryview back: nobody knows what it is
def backward(view):  # -
def backward(view: memoryview):  # +
    return list(reversed(view))

# --- reversed-memoryview back: the builtin has another meaning here
def backward(view: memoryview, reversed=None):  # -
def backward(view: memoryview):  # +
    return list(reversed(view))
