# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- builtin-generics forward [>=3.8]: an older Python takes no arguments there
import typing


def f(x: typing.List[int]):
    return x

# --- builtin-generics forward (modernise-builtin-generics): `list` is a method of the class around it
import typing


class Store:
    def list(self):  # -
    def all(self):  # +
        return []

    def add(self, items: typing.List[int]):
        pass

# --- builtin-generics forward (modernise-builtin-generics): the name is not that of `typing`
from typing import List


class List:  # -
    pass  # -


def f(x: List[int]):
    return x

# --- builtin-generics forward (modernise-builtin-generics): Python has no such name of its own
import typing


def f(x: typing.Iterable[int]):  # -
def f(x: typing.List[int]):  # +
    return x

# --- builtin-generics back: the type parameters are those of a class of the document
class Box:
    def __class_getitem__(cls, item):
        return cls


def f(x: Box[int]):  # -
def f(x: list[int]):  # +
    return x

# --- builtin-generics back: `list` is a class of the document
class list:  # -
    def __class_getitem__(cls, item):  # -
        return cls  # -


def f(x: list[int]):
    return x

# --- builtin-generics back as safe: the object itself is used
result = list[int]  # -


def f(x: list[int]):  # +
    return x  # +

# --- union-pipe forward: the type is a name in quotes
import typing


def f(x: typing.Optional["Later"] = None):  # -
def f(x: typing.Optional[int] = None):  # +
    return x

# --- union-pipe forward: nothing can be joined to nothing
import typing


def f(x: typing.Optional[None] = None):  # -
def f(x: typing.Optional[int] = None):  # +
    return x

# --- union-pipe forward: a function stands in the place of a type
import typing


def f(x: typing.Optional[callable] = None):  # -
def f(x: typing.Optional[int] = None):  # +
    return x

# --- union-pipe forward: a function of the document stands in the place of a type
import typing


def Number(text):  # -
class Number:  # +
    pass


def f(x: typing.Optional[Number] = None):
    return x

# --- union-pipe forward: it is no annotation, but a value
import typing

result = typing.Optional[int]  # -


def f(x: typing.Optional[int] = None):  # +
    return x  # +

# --- union-pipe forward [>=3.9]: an older Python is served
import typing


def f(x: typing.Optional[int] = None):
    return x

# --- union-pipe forward: one of two types is a text
import typing


def f(x: typing.Union["Later", None]):  # -
def f(x: typing.Union[int, None]):  # +
    return x

# --- union-pipe back: numbers are joined, not types
def f(x: int = 1 | 2):
    return x


def g(x: int | None = None):  # +
    return x  # +

# --- union-pipe back: it is no annotation, but a value
Number = int | float  # -


def f(x: int | float):  # +
    return x  # +

# --- future-annotations back [>=3.7]: every targeted Python has it
from __future__ import annotations


def f(x: B):
    pass


class B:
    pass

# --- deferred-annotations forward: the text is no type
import typing

class A:
    def m(self) -> typing.Literal["B"]:  # -
    def m(self) -> "B":  # +
        pass


class B:
    pass

# --- deferred-annotations forward [>=3.13]: an older Python works annotations out at once
class A:
    def m(self) -> "B":
        pass


class B:
    pass

# --- deferred-annotations back: the class is there already
class B:  # -
    pass  # -


class A:
    def m(self) -> B:
        pass


class B:  # +
    pass  # +

# --- deferred-annotations back: annotations are texts anyway
from __future__ import annotations  # -

class A:
    def m(self) -> B:
        pass


class B:
    pass

# --- type-params back: the variable's name is one of the document
T = 1  # -


def f[T](x: T) -> T:
    return x


print(T)  # -

# --- type-alias back: the alias stands in its own value
type X = list[X]  # -
type X = int  # +
result = 1

# --- type-alias back: it has parameters
type X[T] = list[T]  # -
type X = int  # +
result = 1

# --- type-alias back: its value is a class that comes later
type X = Later  # -
type X = int  # +


class Later:
    pass

# --- type-alias back [>=3.9]: older Pythons cannot work its value out, which is a class that they have
type X = int | str  # -
type X = list[int]  # +
result = 1

# --- type-params back [>=3.10]: a parameter stands for several types, which has no variable there
class A[*Ts]:  # -
class A[T]:  # +
    pass

# --- future-annotations back: an annotation has both kinds of quotes in it
from __future__ import annotations


def f(x: B["a", 'b']):  # -
def f(x: B):  # +
    pass


class B:
    pass

# --- future-annotations back: a comment stands in an annotation
from __future__ import annotations


def f(
    x: B[
        int,  # Whole numbers.  # -
        int,  # +
    ]
):
    pass


class B:
    pass

# --- typevar-default back: a comment stands among the parameters
class A[
    T = int,  # The type of its items.  # -
    T = int  # +
]:
    pass

# --- typevar-default back: the default is that of an argument
def f(T = int):  # -
    return T  # -


class A[T = int]:  # +
    pass  # +
