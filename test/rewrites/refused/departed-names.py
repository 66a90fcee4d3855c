# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- time-clock forward: the module is another one
import clock as time  # -
import time  # +

result = type(time.clock()).__name__

# --- time-clock forward: the name may come from elsewhere
from time import *  # -
from timers import *  # -
from time import clock  # +

result = clock()

# --- time-clock forward: an older Python is tried first
import time

try:  # -
    now = time.clock  # -
except AttributeError:  # -
    now = time.perf_counter  # -
now = time.clock  # +

# --- cgi-escape forward (modernise-cgi-escape): whether quotes are written is worked out
import cgi

result = cgi.escape("<a>", quote=QUOTE)  # -
result = cgi.escape("<a>")  # +

# --- cgi-escape forward (modernise-cgi-escape) as safe: apostrophes are written as well
import cgi

result = cgi.escape("<a>", quote=True)  # -
result = cgi.escape("<a>")  # +

# --- cgi-escape forward (modernise-cgi-escape): the function itself is handed on
import cgi

result = map(cgi.escape, texts)  # -
result = cgi.escape("<a>")  # +

# --- cgi-escape forward (modernise-cgi-escape): `cgi` is a variable
cgi = load()  # -
import cgi  # +

result = cgi.escape("<a>")

# --- cgi-escape back (replace-module): more of the older module is used
import cgi
import html

result = html.escape("<a>", quote=False)
form = cgi.FieldStorage()  # -

# --- thread-is-alive forward (replace-name): it may be no thread
def wait(thread):  # -
import threading  # +


def wait(thread: threading.Thread):  # +
    return thread.isAlive()

# --- thread-is-alive forward (replace-name): the class has that method itself
import threading


class Worker(threading.Thread):
    def isAlive(self):  # -
    def alive(self):  # +
        return True


result = Worker().isAlive()

# --- array-tobytes forward: it may be no array
def written(numbers):  # -
import array  # +


def written(numbers: array.array):  # +
    return numbers.tostring()

# --- array-tobytes forward: it is a matrix of another package
import numpy as array  # -
import array  # +

result = array.array("b", [1]).tostring()

# --- base64-encodebytes forward: the name is bound by the document
import base64

base64 = base64.encoder()  # -
result = base64.encodestring(b"a")

# --- base64-encodebytes forward: an older Python has the newer name under a guard
import base64

if hasattr(base64, "encodestring"):  # -
    result = base64.encodestring(b"a")  # -
result = base64.encodestring(b"a")  # +

# --- et-getchildren forward: it may be no element
def names(root):  # -
import xml.etree.ElementTree as ET  # +


def names(root: ET.Element):  # +
    return [e.tag for e in root.getchildren()]

# --- et-getchildren forward: `list` is a variable
import xml.etree.ElementTree as ET

list = []  # -
root = ET.fromstring("<a><b/></a>")
result = root.getchildren()

# --- et-getchildren forward: it is an element of another package
import lxml.etree as ET  # -
import xml.etree.ElementTree as ET  # +

root = ET.fromstring("<a><b/></a>")
result = root.getchildren()

# --- collections-abc forward: the module is another one
import compat as collections  # -
import collections  # +

result = issubclass(dict, collections.Mapping)

# --- collections-abc forward: older Pythons are tried first
try:  # -
    from collections.abc import Mapping  # -
except ImportError:  # -
    from collections import Mapping  # -
from collections import Mapping  # +

# --- getargspec forward: the module is another one
import inspection as inspect  # -
import inspect  # +

result = inspect.getargspec(lambda a: a).args

# --- getargspec forward: the document has a function of that name
import inspect


def getargspec(function):
    return function


result = getargspec(lambda a: a)  # -
result = inspect.getargspec(lambda a: a).args  # +

# --- sample-set forward: it is a list, which needs no order
import random

result = random.sample([1, 2, 3], 2)  # -
result = random.sample({1, 2, 3}, 2)  # +

# --- sample-set forward: it may be a list
import random


def some(items):  # -
def some(items: set):  # +
    return random.sample(items, 2)

# --- sample-set forward: some are there more often
import random

result = random.sample({1, 2, 3}, 2, counts=[1, 1, 2])  # -
result = random.sample({1, 2, 3}, 2)  # +

# --- sample-set forward: `sorted` is a function of the document
import random


def sorted(items):  # -
def in_order(items):  # +
    return items


result = random.sample({1, 2, 3}, 2)

# --- assert-equals forward: it may be no test
def check(t):  # -
import unittest  # +


def check(t: unittest.TestCase):  # +
    t.assertEquals(1, 1)

# --- assert-equals forward: the class has that method itself
import unittest


class T(unittest.TestCase):
    def assertEquals(self, first, second):  # -
    def assertSame(self, first, second):  # +
        pass


T().assertEquals(1, 1)

# --- assert-equals forward: the methods come from another class
import testing


class T(testing.Case):  # -
import unittest  # +


class T(unittest.TestCase):  # +
    def test(self):
        self.assertEquals(1, 1)

# --- safeconfigparser forward: the class is another one
from settings import SafeConfigParser  # -
from configparser import SafeConfigParser  # +

result = SafeConfigParser()

# --- safeconfigparser forward: Python 2 is tried first
try:  # -
    from ConfigParser import SafeConfigParser  # -
except ImportError:  # -
    from configparser import SafeConfigParser  # -
from configparser import SafeConfigParser  # +

# --- find-loader forward: the name is another one
from plugins import find_loader  # -
from pkgutil import find_loader  # +

result = find_loader("json") is not None

# --- pipes-quote forward (replace-module): more of the module is used
import pipes

result = pipes.quote("a b")
line = pipes.Template()  # -

# --- pipes-quote forward (replace-module): the module is handed on
import pipes

result = pipes.quote("a b")
setup(pipes)  # -

# --- pipes-quote back (replace-module): more of the older module is used
import pipes
import shlex

result = shlex.quote("a b")
line = pipes.Template()  # -

# --- make-suite forward: the tests have other names
import unittest


class T(unittest.TestCase):
    pass


result = unittest.makeSuite(T, "check").countTestCases()  # -
result = unittest.makeSuite(T).countTestCases()  # +

# --- make-suite forward: the tests are put in another order
import unittest


class T(unittest.TestCase):
    pass


result = unittest.makeSuite(T, sortUsing=order).countTestCases()  # -
result = unittest.makeSuite(T).countTestCases()  # +

# --- make-suite forward: the function itself is handed on
import unittest

result = map(unittest.makeSuite, cases)  # -
result = unittest.makeSuite(T)  # +

# --- ast-constant forward [>=3.8,<3.12]: every targeted Python parses literals into one class
import ast

n = ast.parse("1").body[0].value
result = isinstance(n, ast.Num)

# --- ast-constant forward: the method serves the older class alone
import ast


class Visitor(ast.NodeVisitor):
    def visit_Num(self, node):  # -
    def visit(self, node):  # +
        return isinstance(node, ast.Num)

# --- ast-constant forward: what is tested is found anew
import ast

result = isinstance(ast.parse("1").body[0].value, ast.Num)  # -
n = ast.parse("1").body[0].value  # +
result = isinstance(n, ast.Num)  # +

# --- ast-constant forward: other classes are tested for, too
import ast

n = ast.parse("1").body[0].value
result = isinstance(n, (ast.Num, ast.Name))  # -
result = isinstance(n, ast.Num)  # +

