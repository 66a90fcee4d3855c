# --- struct-iter-unpack forward: a header stands in front
import struct

def read(data):
    size = struct.calcsize("<HB")
    return_value = [struct.unpack_from("<HB", data, i) for i in range(4, len(data), size)]  # -
    return_value = [struct.unpack_from("<HB", data, i) for i in range(0, len(data), size)]  # +
    return return_value

# --- struct-iter-unpack forward: a trailer is left out
import struct

def read(data):
    size = struct.calcsize("<HB")
    found = [struct.unpack_from("<HB", data, i) for i in range(0, len(data) - 2, size)]  # -
    found = [struct.unpack_from("<HB", data, i) for i in range(0, len(data), size)]  # +
    return found

# --- struct-iter-unpack forward: the size is that of another format
import struct

def read(data):
    size = struct.calcsize("<HHB")  # -
    size = struct.calcsize("<HB")  # +
    found = [struct.unpack_from("<HB", data, i) for i in range(0, len(data), size)]
    return found

# --- struct-iter-unpack forward: the size is used once more
import struct

def read(data):
    size = struct.calcsize("<HB")
    found = [struct.unpack_from("<HB", data, i) for i in range(0, len(data), size)]
    return found, size  # -
    return found  # +

# --- struct-iter-unpack forward: some of them are left out
import struct

def read(data):
    size = struct.calcsize("<HB")
    found = [struct.unpack_from("<HB", data, i) for i in range(0, len(data), size) if i]  # -
    found = [struct.unpack_from("<HB", data, i) for i in range(0, len(data), size)]  # +
    return found

# --- struct-iter-unpack back: the arguments are not written out
import struct

found = list(struct.iter_unpack(*args))  # -
found = list(struct.iter_unpack("<HB", data))  # +

# --- struct-iter-unpack back: the data is read by the argument
import struct

found = list(struct.iter_unpack("<HB", file.read()))  # -
found = list(struct.iter_unpack("<HB", data))  # +

# --- min-default forward: an iterator is always true
items = iter([])  # -
items = []  # +
result = min(items) if items else -1

# --- min-default forward: nobody knows what the items are in
def least(items):  # -
def least(items: list):  # +
    return min(items) if items else -1

# --- min-default forward: an array has no truth of its own
import numpy

items = numpy.array([1, 2])  # -
items = [1, 2]  # +
result = min(items) if items else -1

# --- min-default forward: two values are compared
def least(items: list, other: list):
    return min(items, other) if items else -1  # -
    return min(items) if items else -1  # +

# --- min-default forward: something else is tested
def least(items: list, other: list):
    return min(items) if other else -1  # -
    return min(items) if items else -1  # +

# --- min-default forward: the other value is worked out only where it is needed
def least(items: list, ask):
    return min(items) if items else ask()  # -
    return min(items) if items else 0  # +

# --- min-default forward: the other value is an error
def least(items: list):
    return min(items) if items else 1 / 0  # -
    return min(items) if items else 0  # +

# --- min-default forward: the other value belongs to an object that may not have it
def least(items: list, box):
    return min(items) if items else box.least  # -
    return min(items) if items else 0  # +

# --- min-default forward: the other value is bound where there are no items only
def least(items: list):
    if not items:  # -
        other = 5  # -
    other = 5  # +
    return min(items) if items else other

# --- min-default forward: the class says itself whether it is true
class Items(list):
    def __bool__(self):
        return False

def least(items: Items):  # -
def least(items: list):  # +
    return min(items) if items else -1

# --- min-default forward: the builtin has another meaning here
def least(items: list, min):  # -
def least(items: list):  # +
    return min(items) if items else -1

# --- min-default forward: it is the least where there are none
def least(items: list):
    return -1 if items else min(items)  # -
    return min(items) if items else -1  # +

# --- min-default back (downgrade-min-default): the items can be gone through but once
items = iter([1])  # -
items = [1]  # +
result = min(items, default=-1)

# --- min-default back (downgrade-min-default): the other value is worked out in any case
def least(items: list, ask):
    return min(items, default=ask())  # -
    return min(items, default=0)  # +

# --- min-default back: the arguments are not written out
min(*several, default=-1)  # -
least = min([1, 2], default=-1)  # +

# --- min-default back (downgrade-min-default-try): a function tells what is least
least = min(items, key=len, default=None)  # -
least = min(items, default=None)  # +

# --- max-default-try forward: a function may raise the error
try:
    result = max(items, key=int)  # -
    result = max(items)  # +
except ValueError:
    result = 0

# --- max-default-try forward: an item may raise the error
try:
    result = max(int(text) for text in texts)  # -
    result = max(texts)  # +
except ValueError:
    result = 0

# --- max-default-try forward: mapping may raise the error
try:
    result = max(map(int, texts))  # -
    result = max(texts)  # +
except ValueError:
    result = 0

# --- max-default-try forward: a comparison of the user's own raises the error
class B:
    def __gt__(self, other):
        raise ValueError

items = [B(), B()]  # -
items = [1, 2]  # +
try:
    result = max(items)
except ValueError:
    result = None

# --- max-default-try forward: more is done in the body
try:
    prepare(items)  # -
    result = max(items)
except ValueError:
    result = 0

# --- max-default-try forward: another name gets the other value
try:
    result = max(items)
except ValueError:
    other = 0  # -
    result = 0  # +

# --- max-default-try forward: the other value is worked out only where it is needed
try:
    result = max(items)
except ValueError:
    result = ask()  # -
    result = 0  # +

# --- max-default-try forward: more errors are caught
try:
    result = max(items)
except (ValueError, TypeError):  # -
except ValueError:  # +
    result = 0

# --- max-default-try forward: something is done where nothing went wrong
try:
    result = max(items)
except ValueError:
    result = 0
else:  # -
    print(result)  # -

# --- max-default-try back: the arguments are not written out
most = max(*several, default=0)  # -
most = max([1, 2], default=0)  # +

# --- max-default-try back (downgrade-max-default-try): the result is a part of more
print(max(items, default=0))  # -
result = max(items, default=0)  # +

# --- max-default-try back: an item may raise an error of the kind that would be caught
result = max((int(text) for text in texts), default=0)  # -
result = max(texts, default=0)  # +

# --- accumulate-initial forward: the first value may be None
import itertools

def steps(items, start):  # -
def steps(items, start: int):  # +
    return list(itertools.accumulate(itertools.chain([start], items)))

# --- accumulate-initial forward: the first value is None
import itertools

items, start = [1], None  # -
items, start = [1], 0  # +
result = list(itertools.accumulate(itertools.chain([start], items)))

# --- accumulate-initial forward: two values stand in front
import itertools

result = list(itertools.accumulate(itertools.chain([1, 2], items)))  # -
result = list(itertools.accumulate(itertools.chain([1], items)))  # +

# --- accumulate-initial forward: more is chained
import itertools

result = list(itertools.accumulate(itertools.chain([1], items, others)))  # -
result = list(itertools.accumulate(itertools.chain([1], items)))  # +

# --- accumulate-initial forward: the value stands at the end
import itertools

result = list(itertools.accumulate(itertools.chain(items, [1])))  # -
result = list(itertools.accumulate(itertools.chain([1], items)))  # +

# --- accumulate-initial forward: the items come from the iterable itself
import itertools

result = list(itertools.accumulate(itertools.chain.from_iterable([[1], items])))  # -
result = list(itertools.accumulate(itertools.chain([1], items)))  # +

# --- accumulate-initial back: the first value may be None
import itertools

def steps(items, start=None):  # -
def steps(items, start=0):  # +
    return list(itertools.accumulate(items, initial=start))  # -
    return list(itertools.accumulate(items, initial=1))  # +

# --- accumulate-initial back: None means that there is none
import itertools

result = list(itertools.accumulate(items, initial=None))  # -
result = list(itertools.accumulate(items, initial=0))  # +

# --- accumulate-initial back: the value is worked out behind the items
import itertools

result = list(itertools.accumulate(items(), initial=start()))  # -
result = list(itertools.accumulate(items(), initial=0))  # +

# --- pprint-pp forward: keys are sorted
import pprint

pprint.pprint(data)  # -
pprint.pprint(data, sort_dicts=False)  # +

# --- pprint-pp forward: keys are sorted, and it says so
import pprint

pprint.pprint(data, sort_dicts=True)  # -
pprint.pprint(data, sort_dicts=False)  # +

# --- pprint-pp forward: whether keys are sorted is chosen at run time
import pprint

pprint.pprint(data, sort_dicts=flag)  # -
pprint.pprint(data, sort_dicts=False)  # +

# --- pprint-pp forward: further arguments are not written out
import pprint

pprint.pprint(data, sort_dicts=False, **options)  # -
pprint.pprint(data, sort_dicts=False)  # +

# --- pprint-pp forward: a text is made
import pprint

text = pprint.pformat(data, sort_dicts=False)  # -
pprint.pprint(data, sort_dicts=False)  # +

# --- pprint-pp forward: the printer is the user's own
import pprint

pprint = Printer()  # -
pprint.pprint(data, sort_dicts=False)

# --- asdict-ordereddict forward: an item is moved to the end
import collections

point = collections.namedtuple("P", "x y")(1, 2)
result = collections.OrderedDict(point._asdict())
result.move_to_end("x")  # -

# --- asdict-ordereddict forward: the first item is taken out
import collections

point = collections.namedtuple("P", "x y")(1, 2)
result = collections.OrderedDict(point._asdict())
result.popitem(last=False)  # -

# --- asdict-ordereddict forward: the order counts in a comparison
import collections

P = collections.namedtuple("P", "x y")
same = collections.OrderedDict(P(1, 2)._asdict()) == collections.OrderedDict(P(2, 1)._asdict())  # -
one = collections.OrderedDict(P(1, 2)._asdict())  # +

# --- asdict-ordereddict forward: it is asked what it is
import collections

point = collections.namedtuple("P", "x y")(1, 2)
result = collections.OrderedDict(point._asdict())
print(isinstance(result, collections.OrderedDict))  # -

# --- asdict-ordereddict forward: it is kept in a file
import collections
import pickle  # -

point = collections.namedtuple("P", "x y")(1, 2)
result = collections.OrderedDict(point._asdict())

# --- asdict-ordereddict forward: it is asked what it can do
import collections

point = collections.namedtuple("P", "x y")(1, 2)
result = collections.OrderedDict(point._asdict())
print(hasattr(result, "move_to_end"))  # -

# --- asdict-ordereddict forward: the object makes pairs in its own way
import collections

class Point:  # -
    def _asdict(self):  # -
        return [("x", 1)]  # -
Point = collections.namedtuple("Point", "x")  # +

point = Point(1)
result = collections.OrderedDict(point._asdict())

# --- asdict-ordereddict back: the object makes a dictionary in its own way
import collections

class Point:  # -
    def _asdict(self):  # -
        return {}  # -
Point = collections.namedtuple("Point", "x")  # +

result = Point(1)._asdict()

# --- csv-dictreader-rows forward: an item of a row is moved to the end
import collections, csv

rows = [collections.OrderedDict(row) for row in csv.DictReader(lines)]
rows[0].move_to_end("a")  # -

# --- csv-dictreader-rows forward: a row is asked what it is
import collections, csv

rows = [collections.OrderedDict(row) for row in csv.DictReader(lines)]
print(type(rows[0]) is collections.OrderedDict)  # -

# --- csv-dictreader-rows forward: rows are kept in a file
import collections, csv
import pickle  # -

rows = [collections.OrderedDict(row) for row in csv.DictReader(lines)]

# --- csv-dictreader-rows forward: the first item of a row is taken out
import collections, csv

rows = [collections.OrderedDict(row) for row in csv.DictReader(lines)]
rows[0].popitem(last=False)  # -

# --- csv-dictreader-rows forward: some rows are left out
import collections, csv

rows = [collections.OrderedDict(row) for row in csv.DictReader(lines) if row["a"]]  # -
rows = [collections.OrderedDict(row) for row in csv.DictReader(lines)]  # +

# --- csv-dictreader-rows forward: the reader gives lists
import collections, csv

rows = [collections.OrderedDict(row) for row in csv.reader(lines)]  # -
rows = [collections.OrderedDict(row) for row in csv.DictReader(lines)]  # +

# --- csv-dictreader-rows back: the reader itself is used
import csv

reader = csv.DictReader(lines)  # -
rows = list(csv.DictReader(lines))  # +

# --- csv-dictreader-rows back: the names of the columns are asked for
import csv

names = csv.DictReader(lines).fieldnames  # -
rows = list(csv.DictReader(lines))  # +
