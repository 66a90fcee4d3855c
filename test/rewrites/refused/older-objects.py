# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- importlib.util.decode_source back: the source is read there, and would be read twice
import importlib.util

importlib.util.decode_source(read())  # -
importlib.util.decode_source(b"x = 1")  # +

# --- importlib.util.decode_source back: the function is handed on
import importlib.util

result = map(importlib.util.decode_source, sources)  # -
result = importlib.util.decode_source(source)  # +

# --- importlib.machinery.ExtensionFileLoader.get_filename back: it may be a loader of another kind
import importlib.machinery


def file_of(loader):  # -
def file_of(loader: importlib.machinery.ExtensionFileLoader):  # +
    return loader.get_filename("a")

# --- importlib.machinery.ExtensionFileLoader.get_filename back: the name is worked out with effects
import importlib.machinery

loader = importlib.machinery.ExtensionFileLoader("a", "/a.so")
result = loader.get_filename(read())  # -
result = loader.get_filename("a")  # +

# --- importlib.machinery.ExtensionFileLoader.get_filename back: the class has that method itself
import importlib.machinery


class Loader(importlib.machinery.ExtensionFileLoader):
    def get_filename(self, name):  # -
    def filename(self, name):  # +
        return name


result = Loader("a", "/a.so").get_filename("a")

# --- weakref.WeakMethod back: something is called when it goes
import weakref

r = weakref.WeakMethod(a.m, gone)  # -
r = weakref.WeakMethod(a.m)  # +

# --- weakref.WeakMethod back: it is asked for as a class
import weakref

result = isinstance(r, weakref.WeakMethod)  # -
result = weakref.WeakMethod(a.m)  # +

# --- weakref.finalize back: nobody keeps it
import weakref


class A:
    pass


a = A()
weakref.finalize(a, int)  # -
f = weakref.finalize(a, int)  # +

# --- weakref.finalize back: it is called by hand
import weakref


class A:
    pass


a = A()
f = weakref.finalize(a, int)
f.detach()  # -

# --- weakref.finalize back: what is given to the function is worked out at once
import weakref


class A:
    pass


a = A()
f = weakref.finalize(a, print, read())  # -
f = weakref.finalize(a, print, 1)  # +

# --- weakref.finalize back: the arguments have names
import weakref


class A:
    pass


a = A()
f = weakref.finalize(a, print, **options)  # -
f = weakref.finalize(a, print)  # +

# --- weakref.finalize back: no function sees the names of a class
import weakref


class Store:  # -
if True:  # +
    a = make()
    end = print
    f = weakref.finalize(a, end)

# --- module.__spec__ back: it is set, not read
import os

os.__spec__.name = "x"  # -
result = os.__spec__.name  # +

# --- module.__spec__ back: something else is asked for
import os

result = os.__spec__.origin  # -
result = os.__spec__.name  # +

# --- module.__spec__ back: it may be an object of any kind
def name_of(module):  # -
import os as module  # +


def name_of():  # +
    return module.__spec__.name

# --- functools.singledispatchmethod.register back (downgrade-singledispatchmethod): it stands on a method of the class
import functools


class A:
    @functools.singledispatchmethod
    @classmethod  # -
    def m(self, x):
        return 0

    @m.register
    def _(self, x: str):
        return 1

# --- functools.singledispatchmethod.register back (downgrade-singledispatchmethod): it is called by hand
import functools


class A:
    def n(self, x):
        return 0

    m = functools.singledispatchmethod(n)  # -

    @functools.singledispatchmethod  # +
    def m(self, x):  # +
        return 0  # +

    @m.register
    def _(self, x: str):
        return 1

# --- xml.etree.ElementTree.Element.find("{*}tag") back: the path goes deeper
import xml.etree.ElementTree as ET

root = ET.fromstring("<a/>")
result = root.find("{*}b/{*}c")  # -
result = root.find("{*}b")  # +

# --- xml.etree.ElementTree.Element.find("{*}tag") back: the path is worked out
import xml.etree.ElementTree as ET

root = ET.fromstring("<a/>")
result = root.find("{*}" + name)  # -
result = root.find("{*}b")  # +

# --- xml.etree.ElementTree.Element.find("{*}tag") back: it may be an element of another package
import xml.etree.ElementTree as ET


def first(root):  # -
def first(root: ET.Element):  # +
    return root.find("{*}b")

# --- xml.etree.ElementTree.Element.findall("{*}tag") back: all below are meant
import xml.etree.ElementTree as ET

root = ET.fromstring("<a/>")
result = root.findall(".//{*}b")  # -
result = root.findall("{*}b")  # +

# --- xml.etree.ElementTree.Element.findall("{*}tag") back: spaces of names are given
import xml.etree.ElementTree as ET

root = ET.fromstring("<a/>")
result = root.findall("{*}b", spaces)  # -
result = root.findall("{*}b")  # +

# --- xml.etree.ElementTree.Element.findtext("{*}tag") back: there is a text for what is missing
import xml.etree.ElementTree as ET

root = ET.fromstring("<a/>")
result = root.findtext("{*}b", "")  # -
result = root.findtext("{*}b")  # +

# --- xml.etree.ElementTree.Element.findtext("{*}tag") back: `str` is a parameter
import xml.etree.ElementTree as ET


def text_of(root: ET.Element, str):  # -
def text_of(root: ET.Element):  # +
    return root.findtext("{*}b")

# --- xml.etree.ElementTree.Element.iterfind("{*}tag") back: any element is meant
import xml.etree.ElementTree as ET

root = ET.fromstring("<a/>")
result = root.iterfind("{*}*")  # -
result = root.iterfind("{*}b")  # +

# --- xml.etree.ElementTree.Element.iterfind("{*}tag") back: only some of them are meant
import xml.etree.ElementTree as ET

root = ET.fromstring("<a/>")
result = root.iterfind("{*}b[1]")  # -
result = root.iterfind("{*}b")  # +

# --- typing.get_args back: the function is one of the document
from types_of import get_args  # -
from typing import get_args  # +

result = get_args(list)

# --- typing.get_args back: the function is handed on
import typing

result = map(typing.get_args, types)  # -
result = typing.get_args(types)  # +

# --- enum.Enum back: members are made by a call
import enum


class C(enum.Enum):
    RED = enum.auto()  # -
    RED = 1  # +

# --- enum.Enum back: the class is gone through
import enum


class C(enum.Enum):
    RED = 1


result = list(C)  # -
result = C.RED  # +

# --- enum.Enum back: a member is found by its value
import enum


class C(enum.Enum):
    RED = 1


result = C(1)  # -
result = C.RED  # +

# --- enum.Enum back: a member is asked for its name
import enum


class C(enum.Enum):
    RED = 1


result = C.RED.name  # -
result = C.RED  # +

# --- enum.Enum back: the class is decorated
import enum


@enum.unique  # -
class C(enum.Enum):
    RED = 1

# --- enum.IntEnum back: a member is found by its name
import enum


class C(enum.IntEnum):
    A = 1


result = C["A"]  # -
result = C.A < 2  # +

# --- enum.IntEnum back: a class inherits from it
import enum


class Base(enum.IntEnum):
    pass


class C(Base):  # -
class C(enum.IntEnum):  # +
    A = 1

# --- functools.partialmethod back: the function is one of another class
import functools


class H:
    def set(self, v):
        self.v = v

    up = functools.partialmethod(Other.set, "up")  # -
    up = functools.partialmethod(set, "up")  # +

# --- functools.partialmethod back: what is given is worked out once
import functools


class H:
    def set(self, v):
        self.v = v

    up = functools.partialmethod(set, read())  # -
    up = functools.partialmethod(set, "up")  # +

# --- functools.partialmethod back: no function sees the names of a class
import functools


class H:
    UP = "up"

    def set(self, v):
        self.v = v

    up = functools.partialmethod(set, UP)  # -
    up = functools.partialmethod(set, "up")  # +

# --- functools.partialmethod back: it is set on a class from outside
import functools


class H:
    def set(self, v):
        self.v = v

    up = functools.partialmethod(set, "up")  # +


H.up = functools.partialmethod(H.set, "up")  # -
