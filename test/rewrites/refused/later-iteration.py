# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- pairwise forward: it may be an iterator, of which the two would share the items
def pairs(s):  # -
def pairs(s: list):  # +
    return list(zip(s, s[1:]))

# --- pairwise forward: every second one is left out
s = [1, 2, 3]
result = list(zip(s, s[2:]))  # -
result = list(zip(s, s[1:]))  # +

# --- pairwise forward: three are taken together
s = [1, 2, 3]
result = list(zip(s, s[1:], s[2:]))  # -
result = list(zip(s, s[1:]))  # +

# --- pairwise forward: two lists are taken together
s = [1, 2, 3]
t = [1, 2, 3]
result = list(zip(s, t[1:]))  # -
result = list(zip(s, s[1:]))  # +

# --- pairwise forward: the lengths must be the same
s = [1, 2, 3]
result = list(zip(s, s[1:], strict=True))  # -
result = list(zip(s, s[1:]))  # +

# --- pairwise forward: the list changes on the way, and the slice is a copy of what it was
s = [1, 2, 3]
for a, b in zip(s, s[1:]):
    s.remove(a)  # -
    print(a)  # +

# --- pairwise back: it may be an iterator, of which no slice can be had
import itertools


def pairs(s):  # -
def pairs(s: list):  # +
    return list(itertools.pairwise(s))

# --- pairwise back: the list is made only once
import itertools


def load() -> list:
    return [1, 2]


s = load()
result = list(itertools.pairwise(load()))  # -
result = list(itertools.pairwise(s))  # +

# --- pairwise back: the list changes on the way, which the slice would not see
import itertools

s = [1, 2, 3]
for a, b in itertools.pairwise(s):
    s.append(a)  # -
    print(a)  # +

# --- batched forward: the parts overlap
import itertools

s = [1, 2, 3]
result = [tuple(s[i:i + 2]) for i in range(0, len(s), 1)]  # -
result = [tuple(s[i:i + 2]) for i in range(0, len(s), 2)]  # +

# --- batched forward: how many there are in one is not known, and may be none
import itertools


def parts(s: list, n):
    return [tuple(s[i:i + n]) for i in range(0, len(s), n)]  # -
    return [tuple(s[i:i + 2]) for i in range(0, len(s), 2)]  # +

# --- batched forward: it may be a thing whose slices are of another kind
def parts(s):  # -
def parts(s: list):  # +
    return [tuple(s[i:i + 2]) for i in range(0, len(s), 2)]

# --- batched forward as safe: lists come out, not tuples
import itertools

s = [1, 2, 3]
result = [s[i:i + 2] for i in range(0, len(s), 2)]  # -
result = [tuple(s[i:i + 2]) for i in range(0, len(s), 2)]  # +

# --- batched forward: it starts behind the first
import itertools

s = [1, 2, 3]
result = [tuple(s[i:i + 2]) for i in range(1, len(s), 2)]  # -
result = [tuple(s[i:i + 2]) for i in range(0, len(s), 2)]  # +

# --- batched back: it may be an iterator, which has no slices
import itertools


def parts(s):  # -
def parts(s: list):  # +
    return list(itertools.batched(s, 2))

# --- batched back: the last one must be full
import itertools

s = [1, 2, 3]
result = list(itertools.batched(s, 2, strict=True))  # -
result = list(itertools.batched(s, 2))  # +

# --- batched back: how many there are in one may be none
import itertools


def parts(s: list, n):
    return list(itertools.batched(s, n))  # -
    return list(itertools.batched(s, 2))  # +

# --- batched back: no comprehension sees the names of a class
import itertools


class Table:  # -
if True:  # +
    CELLS = [1, 2, 3]
    ROWS = list(itertools.batched(CELLS, 2))

# --- zip-strict back: whether lengths are compared is worked out
a = [1]
b = [2]
result = list(zip(a, b, strict=check))  # -
result = list(zip(a, b, strict=True))  # +

# --- zip-strict back: `zip` is a function of the document
def zip(*items, strict):  # -
def pack(*items, strict):  # +
    return items


a = [1]
b = [2]
result = list(zip(a, b, strict=True))

# --- zip-strict back as safe: unequal lengths are not refused
a = [1]
b = [2]
result = list(zip(a, b, strict=True))  # -
result = list(zip(a, b, strict=False))  # +

# --- map-strict back: whether lengths are compared is worked out
result = list(map(pow, [1], [2], strict=check))  # -
result = list(map(pow, [1], [2], strict=True))  # +

# --- map-strict back: the arguments come from a dictionary
result = list(map(pow, [1], [2], **{"strict": True}))  # -
result = list(map(pow, [1], [2], strict=True))  # +

# --- map-strict back: `map` is a function of the document
def map(*items, strict):  # -
def plan(*items, strict):  # +
    return items


result = list(map(pow, [1], [2], strict=True))

# --- take-bytes back: only some of it is taken
buf = bytearray(b"x")
result = buf.take_bytes(1)  # -
result = buf.take_bytes()  # +

# --- take-bytes back: it stands inside of an expression
buf = bytearray(b"x")
result = send(buf.take_bytes())  # -
result = buf.take_bytes()  # +

# --- take-bytes back: the buffer is found anew
buf = bytearray(b"x")
result = bytearray(b"x").take_bytes()  # -
result = buf.take_bytes()  # +

# --- frozendict back: the class is one of the document
class frozendict(dict):  # -
class Frozen(dict):  # +
    pass


result = dict(frozendict({"a": 1}))

# --- frozendict back: it is asked for as a class
result = isinstance(value, frozendict)  # -
result = dict(frozendict({"a": 1}))  # +

# --- frozendict back: the dictionary is a key, which needs a hash
result = {frozendict({"a": 1}): 1}  # -
result = dict(frozendict({"a": 1}))  # +

# --- sentinel back: the name is an attribute
self.M = sentinel("M")  # -
M = sentinel("M")  # +

# --- sentinel back: it stands in a union of types
M = sentinel("M")


def f(x: int | M = M):  # -
def f(x: int = M):  # +
    return x is not M

# --- sentinel back: the function is one of the document
def sentinel(name):  # -
def marker(name):  # +
    return name


M = sentinel("M")
result = M is not None

# --- take-bytes back: the bytes take the name of the buffer, which could not be cleared then
def taken(buf: bytearray):
    buf = buf.take_bytes()  # -
    data = buf.take_bytes()  # +
    return buf
