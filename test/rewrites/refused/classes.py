# --- namedtuple-defaults forward: a class inherits from it in between
import collections

Point = collections.namedtuple("Point", "x y z")
class Other(Point): ...  # -
Point.__new__.__defaults__ = (0, 0)

# --- namedtuple-defaults forward: the defaults are given under a condition
import collections

Point = collections.namedtuple("Point", "x y z")
if fill:  # -
    Point.__new__.__defaults__ = (0, 0)  # -
Point.__new__.__defaults__ = (0, 0)  # +

# --- namedtuple-defaults forward: the defaults are held in a variable
import collections

Point = collections.namedtuple("Point", "x y z")
Point.__new__.__defaults__ = defaults  # -
Point.__new__.__defaults__ = (0, 0)  # +

# --- namedtuple-defaults forward: a default is an object of the class itself
import collections

Point = collections.namedtuple("Point", "x y z")
Point.__new__.__defaults__ = (0, Point(1, 2, 3))  # -
Point.__new__.__defaults__ = (0, 0)  # +

# --- namedtuple-defaults forward: there are more defaults than fields
import collections

Point = collections.namedtuple("Point", "x")
Point.__new__.__defaults__ = (0, 0)  # -
Point.__new__.__defaults__ = (0,)  # +

# --- namedtuple-defaults forward: the defaults are those of another class
import collections

Point = collections.namedtuple("Point", "x y z")
Other.__new__.__defaults__ = (0, 0)  # -
Point.__new__.__defaults__ = (0, 0)  # +

# --- namedtuple-defaults forward: there are defaults already
import collections

Point = collections.namedtuple("Point", "x y z", defaults=(1,))  # -
Point = collections.namedtuple("Point", "x y z")  # +
Point.__new__.__defaults__ = (0, 0)

# --- namedtuple-defaults forward: the defaults of the fields are read, of which there were none
import collections

Point = collections.namedtuple("Point", "x y z")
Point.__new__.__defaults__ = (0, 0)
print(Point._field_defaults)  # -

# --- namedtuple-defaults forward: the defaults are of another function
import collections

Point = collections.namedtuple("Point", "x y z")
Point._make.__defaults__ = (0, 0)  # -
Point.__new__.__defaults__ = (0, 0)  # +

# --- namedtuple-defaults back: a class inherits from it at once
import collections

class Point(collections.namedtuple("Point", "x y", defaults=(0,))):  # -
    pass  # -
Point = collections.namedtuple("Point", "x y", defaults=(0,))  # +

# --- namedtuple-defaults back: the defaults of the fields are read, of which there would be none
import collections

Point = collections.namedtuple("Point", "x y", defaults=(0,))
print(Point._field_defaults)  # -

# --- namedtuple-defaults back: the defaults are held in a variable that may be no tuple
import collections

Point = collections.namedtuple("Point", "x y", defaults=defaults)  # -
Point = collections.namedtuple("Point", "x y", defaults=(0,))  # +

# --- namedtuple-defaults back: it becomes an attribute
import collections

shapes.Point = collections.namedtuple("Point", "x y", defaults=(0,))  # -
Point = collections.namedtuple("Point", "x y", defaults=(0,))  # +

# --- threading-http-server forward: threads are waited for
import http.server, socketserver

class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = False  # -
    daemon_threads = True  # +

# --- threading-http-server forward: threads are waited for, as nothing says otherwise
import http.server, socketserver

class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    pass  # -
    daemon_threads = True  # +

# --- threading-http-server forward: the class says more
import http.server, socketserver

class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 50  # -

# --- threading-http-server forward: the bases are in another order
import http.server, socketserver

class Server(http.server.HTTPServer, socketserver.ThreadingMixIn):  # -
class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):  # +
    daemon_threads = True

# --- threading-http-server forward: there is one more base
import http.server, socketserver

class Server(Quiet, socketserver.ThreadingMixIn, http.server.HTTPServer):  # -
class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):  # +
    daemon_threads = True

# --- threading-http-server forward: the class has a decorator
import http.server, socketserver

@register  # -
class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

# --- threading-http-server forward: objects are asked whether they are of it
import http.server, socketserver

class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

def is_own(server):
    return isinstance(server, Server)  # -
    return server  # +

# --- threading-http-server forward: classes are asked whether they inherit from it
import http.server, socketserver

class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

def is_own(kind):
    return issubclass(kind, (Server, int))  # -
    return kind  # +

# --- threading-http-server forward: its name is shown
import http.server, socketserver

class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

print(Server.__name__)  # -

# --- threading-http-server forward: what is kept in files has the name of the class
import http.server, socketserver
import pickle  # -

class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

# --- threading-http-server back: a class inherits from it
import http.server

class Server(http.server.ThreadingHTTPServer):  # -
    pass  # -
Server = http.server.ThreadingHTTPServer  # +

# --- threading-http-server back: it is made where it is called
import http.server

server = http.server.ThreadingHTTPServer(address, handler)  # -
Server = http.server.ThreadingHTTPServer  # +

# --- abc-ABC forward: another base has the metaclass already
import abc, collections.abc

class Base(collections.abc.Sized, metaclass=abc.ABCMeta):  # -
class Base(metaclass=abc.ABCMeta):  # +
    pass

# --- abc-ABC forward: a base may have a metaclass of its own
import abc, enum

class Base(enum.Enum, metaclass=abc.ABCMeta):  # -
class Base(metaclass=abc.ABCMeta):  # +
    pass

# --- abc-ABC forward: a base has a layout that stands no other one
import abc, ctypes

class Base(ctypes.Structure, metaclass=abc.ABCMeta):  # -
class Base(metaclass=abc.ABCMeta):  # +
    pass

# --- abc-ABC forward: nobody knows what the other base is
import abc
from elsewhere import Other

class Plain: ...

class Base(Other, metaclass=abc.ABCMeta):  # -
class Base(Plain, metaclass=abc.ABCMeta):  # +
    pass

# --- abc-ABC forward: a base inherits from abc.ABC already
import abc

class Other(abc.ABC):  # -
class Other:  # +
    pass

class Base(Other, metaclass=abc.ABCMeta):
    pass

# --- abc-ABC forward: the metaclass is one's own
import abc

class Meta(abc.ABCMeta): ...

class Base(metaclass=Meta):  # -
class Base(metaclass=abc.ABCMeta):  # +
    pass

# --- abc-ABC forward: the class is given more than a metaclass
import abc

class Base(metaclass=abc.ABCMeta, tag="a"):  # -
class Base(metaclass=abc.ABCMeta):  # +
    pass

# --- abc-ABC forward: the bases of the class are read
import abc

class Base(metaclass=abc.ABCMeta):
    pass

print(Base.__bases__)  # -

# --- abc-ABC forward: the order of its classes is read
import abc

class Base(metaclass=abc.ABCMeta):
    pass

print([c.__name__ for c in Base.__mro__])  # -

# --- abc-ABC forward: the order of its classes is asked for
import abc

class Base(metaclass=abc.ABCMeta):
    pass

print(Base.mro())  # -

# --- abc-ABC forward [>=3.4]: objects without a dictionary would get one on some targeted Python
import abc

class Base(metaclass=abc.ABCMeta):
    __slots__ = ("a",)  # -
    a = 1  # +

# --- abc-ABC forward: further bases are not written out
import abc

class Base(*bases, metaclass=abc.ABCMeta):  # -
class Base(metaclass=abc.ABCMeta):  # +
    pass

# --- abc-ABC back: another base may have a metaclass, too
import abc
from elsewhere import Other

class Base(Other, abc.ABC):  # -
class Base(abc.ABC):  # +
    pass

# --- abc-ABC back: there is a metaclass besides
import abc

class Base(abc.ABC, metaclass=Meta):  # -
class Base(abc.ABC):  # +
    pass

# --- abc-ABC back: the class is no base there
import abc

kinds = [abc.ABC]  # -
class Base(abc.ABC): ...  # +

# --- cached-property forward: objects keep no dictionary
class A:
    __slots__ = ("_v",)  # -

    @property
    def v(self):
        if "_v" not in self.__dict__:
            self._v = self._compute()
        return self._v

# --- cached-property forward: the value is kept where others look for it
class A:
    @property
    def v(self):
        if "_v" not in self.__dict__:
            self._v = self._compute()
        return self._v

    def forget(self):
        del self._v  # -
        del self.other  # +

# --- cached-property forward: the value is kept under another name than the one that is looked for
class A:
    @property
    def v(self):
        if "_w" not in self.__dict__:  # -
        if "_v" not in self.__dict__:  # +
            self._v = self._compute()
        return self._v

# --- cached-property forward: nothing but None tells that there is no value
class A:
    _v = None

    @property
    def v(self):
        if self._v is None:
            self._v = self._compute()
        return self._v
# +++
class A:
    @property
    def v(self):
        if "_v" not in self.__dict__:
            self._v = self._compute()
        return self._v

# --- cached-property forward: the property can be set
class A:
    @property
    def v(self):
        if "_v" not in self.__dict__:
            self._v = self._compute()
        return self._v

    @v.setter  # -
    def v(self, value):  # -
        raise ValueError  # -

# --- cached-property forward: the property is to be defined by others
import abc

class A:
    @abc.abstractproperty  # -
    @property  # +
    def v(self):
        if "_v" not in self.__dict__:
            self._v = self._compute()
        return self._v

# --- cached-property forward: the class is one of classes
class A(type):  # -
class A:  # +
    @property
    def v(self):
        if "_v" not in self.__dict__:
            self._v = self._compute()
        return self._v

# --- cached-property forward: setting it must be an error
class A:
    @property
    def v(self):
        if "_v" not in self.__dict__:
            self._v = self._compute()
        return self._v

def change(a: A):
    try:
        a.v = 5  # -
        a.w = 5  # +
    except AttributeError:
        return False

# --- cached-property forward: deleting it must be an error
class A:
    @property
    def v(self):
        if "_v" not in self.__dict__:
            self._v = self._compute()
        return self._v

def change(a: A):
    del a.v  # -
    del a.w  # +

# --- cached-property forward: setting it by its name must be an error
class A:
    @property
    def v(self):
        if "_v" not in self.__dict__:
            self._v = self._compute()
        return self._v

def change(a: A):
    setattr(a, "v", 5)  # -
    setattr(a, "w", 5)  # +

# --- cached-property forward: a decorator gives the class slots
import dataclasses

@dataclasses.dataclass(slots=True)  # -
class A:
    @property
    def v(self):
        if "_v" not in self.__dict__:
            self._v = self._compute()
        return self._v

# --- cached-property forward: more is done at each reading
class A:
    @property
    def v(self):
        if "_v" not in self.__dict__:
            self._v = self._compute()
        self.count += 1  # -
        return self._v

# --- cached-property back (downgrade-cached-property downgrade-property-lru-cache): it is reset by deleting it
import functools

class A:
    @functools.cached_property
    def v(self):
        return self.compute()

    def forget(self):
        del self.v  # -
        del self.w  # +

# --- cached-property back (downgrade-cached-property downgrade-property-lru-cache): it is set from outside
import functools

class A:
    @functools.cached_property
    def v(self):
        return self.compute()

def change(a: A):
    a.v = 5  # -
    a.w = 5  # +

# --- cached-property back (downgrade-cached-property downgrade-property-lru-cache): it is taken out of the dictionary
import functools

class A:
    @functools.cached_property
    def v(self):
        return self.compute()

    def forget(self):
        self.__dict__.pop("v", None)  # -
        self.__dict__.pop("w", None)  # +

# --- cached-property back (downgrade-cached-property downgrade-property-lru-cache): it is no decorator there
import functools

class A:
    def compute(self): ...

    v = functools.cached_property(compute)  # -
    @functools.cached_property  # +
    def v(self): return 5  # +

# --- property-lru-cache forward: objects keep no dictionary
import functools

class A:
    __slots__ = ()  # -

    @property
    @functools.lru_cache()
    def v(self):
        return 5

# --- property-lru-cache forward: objects that are equal share the value
import functools

class A:
    @property
    @functools.lru_cache()
    def v(self):
        return 5

    def __eq__(self, other): ...  # -

# --- property-lru-cache forward: a decorator makes objects equal
import dataclasses, functools

@dataclasses.dataclass(frozen=True)  # -
class A:
    @property
    @functools.lru_cache()
    def v(self):
        return 5

# --- property-lru-cache forward: objects are made equal behind the class
import functools

class A:
    @property
    @functools.lru_cache()
    def v(self):
        return 5

A.__eq__ = lambda self, other: True  # -

# --- property-lru-cache forward: a base may compare in its own way
import functools

class A(Base):  # -
class A:  # +
    @property
    @functools.lru_cache()
    def v(self):
        return 5

# --- property-lru-cache forward: the number of values is limited
import functools

class A:
    @property
    @functools.lru_cache(maxsize=1)  # -
    @functools.lru_cache()  # +
    def v(self):
        return 5

# --- property-lru-cache forward: the property can be set
import functools

class A:
    @property
    @functools.lru_cache()
    def v(self):
        return 5

    @v.setter  # -
    def v(self, value): ...  # -

# --- property-lru-cache forward: what the cache holds is asked for
import functools

class A:
    @property
    @functools.lru_cache()
    def v(self):
        return 5

print(A.v.fget.cache_info())  # -

# --- property-lru-cache back (downgrade-property-lru-cache): objects may not be hashable
import functools

class A:
    @functools.cached_property
    def v(self):
        return 5

    def __eq__(self, other): ...  # -

# --- property-lru-cache back (downgrade-property-lru-cache): a base may make objects equal
import functools

class A(Base):  # -
class A:  # +
    @functools.cached_property
    def v(self):
        return 5

# --- property-lru-cache back (downgrade-property-lru-cache): a decorator makes objects equal
import dataclasses, functools

@dataclasses.dataclass  # -
class A:
    @functools.cached_property
    def v(self):
        return 5

# --- lru-cache-bare forward: the size is given
import functools

@functools.lru_cache(maxsize=None)  # -
@functools.lru_cache()  # +
def f(x): ...

# --- lru-cache-bare forward: the size is given by its place
import functools

@functools.lru_cache(None)  # -
@functools.lru_cache()  # +
def f(x): ...

# --- lru-cache-bare forward: it is called on a function
import functools

def f(x): ...

g = functools.lru_cache()(f)  # -
@functools.lru_cache()  # +
def g(x): ...  # +

# --- lru-cache-bare forward: the decorator has a name of its own
import functools

cached = functools.lru_cache()  # -

@cached  # -
@functools.lru_cache()  # +
def f(x): ...

# --- lru-cache-bare forward: types count as well
import functools

@functools.lru_cache(typed=True)  # -
@functools.lru_cache()  # +
def f(x): ...

# --- lru-cache-bare forward [>=3.7]: some targeted Python wants the parentheses
import functools

@functools.lru_cache()
def f(x): ...

# --- lru-cache-bare back: it is called on a function
import functools

def f(x): ...

g = functools.lru_cache(f)  # -
@functools.lru_cache  # +
def g(x): ...  # +

# --- lru-cache-bare back: the decorator is another library's
from methodtools import lru_cache  # -
from functools import lru_cache  # +

@lru_cache
def f(x): ...

# --- singledispatchmethod back (downgrade-singledispatchmethod): it stands on a method of the class
import functools

class A:
    @functools.singledispatchmethod
    @classmethod  # -
    def m(cls, x): ...

# --- singledispatchmethod back (downgrade-singledispatchmethod): it stands on a static method
import functools

class A:
    @functools.singledispatchmethod
    @staticmethod  # -
    def m(x): ...

# --- singledispatchmethod back (downgrade-singledispatchmethod): it is no decorator there
import functools

class A:
    def m(self, x): ...

    n = functools.singledispatchmethod(m)  # -
    @functools.singledispatchmethod  # +
    def n(self, x): ...  # +

# --- singledispatchmethod back [>=3.6] (downgrade-singledispatchmethod): annotations name the types, which some targeted Python does not read
import functools

class A:
    @functools.singledispatchmethod
    def m(self, x): ...

    @m.register  # -
    @m.register(int)  # +
    def _(self, x: int): ...

# --- enum-auto back: numbers and auto() stand side by side
import enum

class Colour(enum.Enum):
    RED = 7  # -
    RED = 1  # +
    GREEN = enum.auto()

# --- enum-auto back: the class numbers its members in its own way
import enum

class Colour(enum.Enum):
    def _generate_next_value_(name, start, count, last):  # -
        return name  # -

    RED = enum.auto()

# --- enum-auto back: the members are texts
import enum

class Colour(enum.StrEnum):  # -
class Colour(enum.Enum):  # +
    RED = enum.auto()

# --- enum-auto back: a base numbers the members
from elsewhere import Named
import enum

class Colour(Named):  # -
class Colour(enum.Enum):  # +
    RED = enum.auto()

# --- enum-auto back: a type is mixed in
import enum

class Colour(str, enum.Enum):  # -
class Colour(enum.Enum):  # +
    RED = enum.auto()

# --- enum-auto back: two members are given at once
import enum

class Colour(enum.Enum):
    RED, GREEN = enum.auto(), enum.auto()  # -
    BLUE = enum.auto()

# --- enum-auto back: a private member is counted, too
import enum

class Colour(enum.Enum):
    _RED = enum.auto()
    GREEN = enum.auto()
# +++
import enum

class Colour(enum.Enum):
    RED = enum.auto()
    GREEN = enum.auto()

# --- enum-auto back: members are made in a loop
import enum

class Colour(enum.Enum):
    for n in range(3):  # -
        locals()["C%d" % n] = n  # -
    RED = enum.auto()

# --- enum-auto back: there is a member on some machines only
import enum, sys

class Colour(enum.Enum):
    if sys.platform == "linux":  # -
        BLUE = 1  # -
    RED = enum.auto()

# --- enum-auto back: the value is a part of more
import enum

class Colour(enum.Enum):
    RED = (enum.auto(), "red")  # -
    RED = enum.auto()  # +

# --- enum-auto back: a class inherits from it, and adds to what it has
import enum

class auto(enum.auto):  # -
    pass  # -

class Colour(enum.Enum):
    RED = auto()  # -
    RED = enum.auto()  # +

# --- request-method-attribute forward: the method depends on what is sent
import urllib.request

class Put(urllib.request.Request):
    def get_method(self):
        return "PUT" if self.data else "GET"  # -
        return "PUT"  # +

# --- request-method-attribute forward: the method is given where a request is made
import urllib.request

class Put(urllib.request.Request):
    def get_method(self):
        return "PUT"

request = Put("http://a/", method="POST")  # -
request = Put("http://a/")  # +

# --- request-method-attribute forward: the method is set afterwards
import urllib.request

class Put(urllib.request.Request):
    def get_method(self):
        return "PUT"

request = Put("http://a/")
request.method = "POST"  # -

# --- request-method-attribute forward: the class is no request
import urllib.request

class Put:  # -
class Put(urllib.request.Request):  # +
    def get_method(self):
        return "PUT"

# --- request-method-attribute forward: the method has a decorator
import urllib.request

class Put(urllib.request.Request):
    @traced  # -
    def get_method(self):
        return "PUT"

# --- request-method-attribute forward: it must be awaited
import urllib.request

class Put(urllib.request.Request):
    async def get_method(self):  # -
    def get_method(self):  # +
        return "PUT"

# --- request-method-attribute forward: it takes an argument
import urllib.request

class Put(urllib.request.Request):
    def get_method(self, kind=None):  # -
    def get_method(self):  # +
        return "PUT"

# --- request-method-attribute forward: it does something first
import urllib.request

class Put(urllib.request.Request):
    def get_method(self):
        print("asked")  # -
        return "PUT"

# --- request-method-attribute back: the method is given where a request is made
import urllib.request

class Put(urllib.request.Request):
    method = "PUT"

request = Put("http://a/", method="POST")  # -
request = Put("http://a/")  # +

# --- request-method-attribute back: the class is no request
import urllib.request

class Put:  # -
class Put(urllib.request.Request):  # +
    method = "PUT"

# --- request-method-attribute back: the attribute is worked out
import urllib.request

class Put(urllib.request.Request):
    method = verb()  # -
    method = "PUT"  # +

# --- dataclass forward: the class compares in another way
class Point:
    def __init__(self, x):
        self.x = x
    def __repr__(self):
        return self.__class__.__qualname__ + "(x=%r)" % (self.x,)
    def __eq__(self, other):
        if isinstance(other, Point):  # -
        if other.__class__ is self.__class__:  # +
            return (self.x,) == (other.x,)
        return NotImplemented

# --- dataclass forward: an attribute is worked out
class Point:
    def __init__(self, x):
        self.x = int(x)  # -
        self.x = x  # +
    def __repr__(self):
        return self.__class__.__qualname__ + "(x=%r)" % (self.x,)
    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return (self.x,) == (other.x,)
        return NotImplemented

# --- dataclass forward: there is an order, too
class Point:
    def __init__(self, x):
        self.x = x
    def __repr__(self):
        return self.__class__.__qualname__ + "(x=%r)" % (self.x,)
    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return (self.x,) == (other.x,)
        return NotImplemented
    def __lt__(self, other):  # -
        return self.x < other.x  # -

# --- dataclass forward: a list is the default
class Point:
    def __init__(self, x=[]):  # -
    def __init__(self, x=0):  # +
        self.x = x
    def __repr__(self):
        return self.__class__.__qualname__ + "(x=%r)" % (self.x,)
    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return (self.x,) == (other.x,)
        return NotImplemented

# --- dataclass forward: the class has a base
class Point(Base):  # -
class Point:  # +
    def __init__(self, x):
        self.x = x
    def __repr__(self):
        return self.__class__.__qualname__ + "(x=%r)" % (self.x,)
    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return (self.x,) == (other.x,)
        return NotImplemented

# --- dataclass forward: the class has a decorator
@total_ordering  # -
class Point:
    def __init__(self, x):
        self.x = x
    def __repr__(self):
        return self.__class__.__qualname__ + "(x=%r)" % (self.x,)
    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return (self.x,) == (other.x,)
        return NotImplemented

# --- dataclass back (downgrade-dataclass): objects have an order
import dataclasses

@dataclasses.dataclass(order=True)  # -
@dataclasses.dataclass  # +
class Point:
    x: int

# --- dataclass back (downgrade-dataclass): objects are frozen
import dataclasses

@dataclasses.dataclass(frozen=True)  # -
@dataclasses.dataclass  # +
class Point:
    x: int

# --- dataclass back (downgrade-dataclass): objects have slots
import dataclasses

@dataclasses.dataclass(slots=True)  # -
@dataclasses.dataclass  # +
class Point:
    x: int

# --- dataclass back (downgrade-dataclass): attributes are given by name alone
import dataclasses

@dataclasses.dataclass(kw_only=True)  # -
@dataclasses.dataclass  # +
class Point:
    x: int

# --- dataclass back (downgrade-dataclass): a field is made by a function
import dataclasses

@dataclasses.dataclass
class Point:
    x: list = dataclasses.field(default_factory=list)  # -
    x: int = 0  # +

# --- dataclass back (downgrade-dataclass): an argument is no attribute
import dataclasses

@dataclasses.dataclass
class Point:
    x: dataclasses.InitVar[int]  # -
    x: int  # +

# --- dataclass back (downgrade-dataclass): an attribute is one of the class
import dataclasses, typing

@dataclasses.dataclass
class Point:
    x: int
    count: typing.ClassVar[int] = 0  # -

# --- dataclass back (downgrade-dataclass): something is done when an object is made
import dataclasses

@dataclasses.dataclass
class Point:
    x: int
    def __post_init__(self):  # -
        self.x = abs(self.x)  # -

# --- dataclass back (downgrade-dataclass): the class inherits from another
import dataclasses

@dataclasses.dataclass
class Point(Base):  # -
class Point:  # +
    x: int

# --- dataclass back (downgrade-dataclass): a class inherits from it
import dataclasses

@dataclasses.dataclass
class Point:
    x: int

@dataclasses.dataclass  # -
class Other(Point):  # -
    y: int  # -

# --- dataclass back (downgrade-dataclass): its fields are asked for
import dataclasses

@dataclasses.dataclass
class Point:
    x: int

print(dataclasses.fields(Point))  # -

# --- dataclass back (downgrade-dataclass): an object becomes a dictionary
import dataclasses

@dataclasses.dataclass
class Point:
    x: int

print(dataclasses.asdict(Point(1)))  # -

# --- dataclass back (downgrade-dataclass): an object is copied with changes
import dataclasses

@dataclasses.dataclass
class Point:
    x: int

print(dataclasses.replace(Point(1), x=2))  # -
