# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- namedtuple-class forward: the class has another name than the variable
import typing

P = typing.NamedTuple("Point", [("x", int), ("y", int)])  # -
P = typing.NamedTuple("P", [("x", int), ("y", int)])  # +

# --- namedtuple-class forward: the fields come from somewhere else
import typing

P = typing.NamedTuple("P", [*BASE, ("y", int)])  # -
P = typing.NamedTuple("P", [("x", int), ("y", int)])  # +

# --- namedtuple-class forward: the name of a field is worked out
import typing

P = typing.NamedTuple("P", [(FIRST, int), ("y", int)])  # -
P = typing.NamedTuple("P", [("x", int), ("y", int)])  # +

# --- namedtuple-class forward: a field has the name of a keyword
import typing

P = typing.NamedTuple("P", [("class", int), ("y", int)])  # -
P = typing.NamedTuple("P", [("x", int), ("y", int)])  # +

# --- namedtuple-class forward: annotations are texts in this document
from __future__ import annotations  # -
import typing

P = typing.NamedTuple("P", [("x", int), ("y", int)])

# --- namedtuple-class forward: a field has the name of its type, which a function around it has
import typing


def make(kind):
    P = typing.NamedTuple("P", [("kind", kind), ("y", int)])  # -
    P = typing.NamedTuple("P", [("x", kind), ("y", int)])  # +
    return P

# --- namedtuple-class forward: it is kept under an attribute
import typing

self.P = typing.NamedTuple("P", [("x", int), ("y", int)])  # -
P = typing.NamedTuple("P", [("x", int), ("y", int)])  # +

# --- namedtuple-class back (downgrade-namedtuple-class): a field has a default
import typing


class P(typing.NamedTuple):
    x: int
    y: int = 0  # -
    y: int  # +

# --- namedtuple-class back (downgrade-namedtuple-class): it has a method
import typing


class P(typing.NamedTuple):
    x: int
    y: int

    def both(self):  # -
        return self.x, self.y  # -

# --- namedtuple-class back (downgrade-namedtuple-class): the class is decorated
import typing


@register  # -
class P(typing.NamedTuple):
    x: int
    y: int

# --- namedtuple-class back (downgrade-namedtuple-class): it has a second base
import typing


class P(typing.NamedTuple, typing.Generic[T]):  # -
class P(typing.NamedTuple):  # +
    x: int
    y: int

# --- namedtuple-class back (downgrade-namedtuple-class): it has a text that tells of it
import typing


class P(typing.NamedTuple):
    """A point."""  # -

    x: int
    y: int

# --- var-annotation forward: the comment is for another tool
x = 1  # type: ignore  # -
x = 1  # type: int  # +
result = x

# --- var-annotation forward: the name is a global one
def start():
    global x  # -
    x = 1  # type: int
    return x

# --- var-annotation forward: two names get the value
x = y = 1  # type: int  # -
x = 1  # type: int  # +
result = x

# --- var-annotation forward: several names get their parts
x, y = 1, 2  # type: int, int  # -
x = 1  # type: int  # +
result = x

# --- var-annotation forward: the body is that of a class whose annotations are its fields
import dataclasses


@dataclasses.dataclass  # -
class P:
    x = 1  # type: int

# --- var-annotation forward: the loop's variable has no place for one
for x in [1]:  # type: int  # -
    result = x  # -
x = 1  # type: int  # +

# --- var-annotation back: the annotations are the fields of a data class
import dataclasses


@dataclasses.dataclass  # -
class P:
    x: int = 0

# --- var-annotation back: the annotations are the fields of a named tuple
import typing


class P(typing.NamedTuple):  # -
class P:  # +
    x: int = 0

# --- var-annotation back: the annotations are the keys of a typed dictionary
import typing


class P(typing.TypedDict):  # -
    x: int  # -


class P:  # +
    x: int = 0  # +

# --- var-annotation back: the class may read its annotations
class P(Model):  # -
class P:  # +
    x: int = 0

# --- var-annotation back: the document reads annotations
import typing

class P:
    x: int = 0


result = typing.get_type_hints(P)  # -
result = P.x  # +

# --- var-annotation back: a nested class is decorated by something unknown
@register  # -
class P:
    x: int = 0

# --- dataclass-slots forward: the slots are others than the fields
import dataclasses


@dataclasses.dataclass
class P:
    __slots__ = ("x", "y")  # -
    __slots__ = ("x",)  # +
    x: int

# --- dataclass-slots forward: a field has a default
import dataclasses


@dataclasses.dataclass
class P:
    __slots__ = ("x", "cache")  # -
    __slots__ = ("x",)  # +
    x: int

# --- dataclass-slots forward: the class is no data class
@register  # -
import dataclasses  # +


@dataclasses.dataclass  # +
class P:
    __slots__ = ("x",)
    x: int

# --- dataclass-slots forward: it has slots by the decorator already
import dataclasses


@dataclasses.dataclass(slots=False)  # -
@dataclasses.dataclass  # +
class P:
    __slots__ = ("x",)
    x: int

# --- dataclass-slots back (downgrade-dataclass-slots-listed): a field has a default, which slots refuse
import dataclasses


@dataclasses.dataclass(slots=True)
class P:
    x: int = 0  # -
    x: int  # +

# --- dataclass-slots back (downgrade-dataclass-slots-listed): a variable of the class is no field
import dataclasses
import typing


@dataclasses.dataclass(slots=True)
class P:
    x: int
    count: typing.ClassVar[int] = 0  # -

# --- dataclass-slots back: whether there are slots is worked out
import dataclasses


@dataclasses.dataclass(slots=SLOTS)  # -
@dataclasses.dataclass(slots=True)  # +
class P:
    x: int

# --- dataclass-slots back: the class is made by a call
import dataclasses


class P:
    x: int


@dataclasses.dataclass(slots=True)  # +
class Q(P):  # +
    y: int  # +
P = dataclasses.dataclass(P, slots=True)  # -

# --- strenum forward: the members are worked out
import enum


class C(str, enum.Enum):
    A = make("a")  # -
    A = "a"  # +

# --- strenum forward: members are numbered by hand
import enum


class C(str, enum.Enum):
    A = enum.auto()  # -
    A = "a"  # +

# --- strenum forward: a base comes between
import enum


class C(Text, str, enum.Enum):  # -
class C(str, enum.Enum):  # +
    A = "a"

# --- strenum forward: it mixes bytes in
import enum


class C(bytes, enum.Enum):  # -
class C(str, enum.Enum):  # +
    A = "a"

# --- strenum back (downgrade-str-enum): members are named by themselves
import enum


class C(enum.StrEnum):
    A = enum.auto()  # -
    A = "a"  # +

# --- strenum back (downgrade-str-enum): the class has another base
import enum


class C(Labelled, enum.StrEnum):  # -
class C(enum.StrEnum):  # +
    A = "a"

# --- enum-flag back: members are numbered by themselves
import enum


class F(enum.IntFlag):
    A = enum.auto()  # -
    A = 1  # +
    B = 2

# --- enum-flag back: members are boundaries of their own
import enum


class F(enum.IntFlag, boundary=enum.STRICT):  # -
class F(enum.IntFlag):  # +
    A = 1
    B = 2

# --- enum-flag back: it is a flag that is no number
import enum


class F(enum.Flag):  # -
class F(enum.IntFlag):  # +
    A = 1
    B = 2

# --- typing-self forward: the variable is bound to another class
import typing

T = typing.TypeVar("T", bound="B")  # -
T = typing.TypeVar("T", bound="A")  # +


class A:
    def m(self: T) -> T:
        return self

# --- typing-self forward: a parameter is of that type, too
import typing

T = typing.TypeVar("T", bound="A")


class A:
    def m(self: T, other: T) -> T:  # -
    def m(self: T, other: int) -> T:  # +
        return self

# --- typing-self forward: the method gives something made of it
import typing

T = typing.TypeVar("T", bound="A")


class A:
    def m(self: T) -> typing.List[T]:  # -
    def m(self: T) -> T:  # +
        return self

# --- typing-self forward: the body names the variable
import typing

T = typing.TypeVar("T", bound="A")


class A:
    def m(self: T) -> T:
        return typing.cast(T, self)  # -
        return self  # +

# --- typing-self forward: the function is no method
import typing

T = typing.TypeVar("T", bound="A")


class A:
    """What the type variable stands for."""

    def m(self: T) -> T:  # +
        return self  # +


def m(self: T) -> T:  # -
    return self  # -

# --- copy-replace forward: it may be no data class
import dataclasses


@dataclasses.dataclass
class P:
    x: int


def moved(p):  # -
def moved(p: P):  # +
    return dataclasses.replace(p, x=2)

# --- copy-replace forward: the class is an ordinary one
import dataclasses


@dataclasses.dataclass  # +
class P:
    x: int


result = dataclasses.replace(P(1), x=2).x

# --- copy-replace forward: `replace` is a function of the document
import dataclasses


def replace(p, x):
    return p


@dataclasses.dataclass
class P:
    x: int


result = replace(P(1), x=2).x  # -
result = dataclasses.replace(P(1), x=2).x  # +

# --- copy-replace back (downgrade-copy-replace): it may be no data class
import copy
import dataclasses


@dataclasses.dataclass
class P:
    x: int


def moved(p):  # -
def moved(p: P):  # +
    return copy.replace(p, x=2)

# --- copy-replace back (downgrade-copy-replace): the class has a way of its own
import copy
import dataclasses


@dataclasses.dataclass
class P:
    x: int

    def __replace__(self, **changes):  # -
        return P(0)  # -


result = copy.replace(P(1), x=2).x

# --- posonly back: arguments may have any name, which the parameter would take
def f(a, /, **rest):  # -
def f(a, /):  # +
    return a

# --- posonly back: the parameter's name would be changed inside of a class
class A:
    def f(self, a, /, **a_rest):  # -
    def f(self, a, /):  # +
        return a
