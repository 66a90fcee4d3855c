# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- unpack-list forward: one of the two is no list
def joined(a: list, b):  # -
def joined(a: list, b: list):  # +
    return a + b

# --- unpack-list forward: the left one may be of a class that adds in its own way
class Stack(list):
    def __add__(self, other):
        return Stack(other)


def joined(a: Stack, b: list):  # -
def joined(a: list, b: list):  # +
    return a + b

# --- unpack-list forward [>=3.4]: an older Python is served
a = [1]
b = [2]
result = a + b

# --- unpack-list back: `list` is a name of the document
def joined(a, b, list):  # -
def joined(a, b):  # +
    return [*a, *b]

# --- unpack-list back: four things are unpacked, of which the sum would take only the last apart
def joined(a, b, c, d):
    return [*a, *b, *c, *d]  # -
    return [*a, *b, *c]  # +

# --- unpack-list back: a tuple is written, not a list
def joined(a, b):
    return (*a, *b)  # -
    return [*a, *b]  # +

# --- unpack-list back: a comment stands between the two
def joined(a, b):
    return [
        *a,
        # The newer ones.  # -
        *b,
    ]

# --- unpack-dict forward: the left one may be pairs, not a dictionary
def merged(a, b):  # -
def merged(a: dict, b):  # +
    return dict(a, **b)

# --- unpack-dict forward: the right one has a key that is no text
left = {"x": 1}
right = {1: 2}  # -
right = {"y": 2}  # +
result = dict(left, **right)

# --- unpack-dict forward as safe: nobody knows the keys of the right one
def merged(left: dict, right):  # -
def merged(left: dict, **right):  # +
    return dict(left, **right)

# --- unpack-dict forward as safe: a key is put in later
left = {"x": 1}
right = {"y": 2}
right[other] = 3  # -
print(right[other])  # +
result = dict(left, **right)

# --- unpack-dict forward: `dict` is a class of the document
class dict(dict):  # -
class dictionary(dict):  # +
    pass


a = {"x": 1}
b = {"y": 2}
result = dict(a, **b)

# --- unpack-dict back: something stands beside what is unpacked
def merged(a, b):
    return {**a, "key": 1, **b}  # -
    return {**a, **b}  # +

# --- unpack-dict back: `dict` is a parameter
def merged(a, b, dict):  # -
def merged(a, b):  # +
    return {**a, **b}

# --- dict-or forward: one may be any mapping
def merged(a: dict, b):  # -
def merged(a: dict, b: dict):  # +
    return {**a, **b}

# --- dict-or forward: the left one remembers an order and a default
import collections

a = collections.defaultdict(int)  # -
a = {"x": 1}  # +
b = {"y": 2}
result = {**a, **b}

# --- dict-or forward: a key stands beside
a = {"x": 1}
b = {"y": 2}
result = {**a, **b, "z": 3}  # -
result = {**a, **b}  # +

# --- dict-or back: the right one is of another class
import collections

a = {"x": 1}
b = collections.OrderedDict(y=2)  # -
b = {"y": 2}  # +
result = a | b

# --- comprehension-unpack forward: what is gone through inside is not the item itself
xs = [[1]]
result = [y for x in xs for y in x[1:]]  # -
result = [y for x in xs for y in x]  # +

# --- comprehension-unpack forward: not every item is taken
xs = [[1]]
result = [y for x in xs for y in x if y]  # -
result = [y for x in xs for y in x]  # +

# --- comprehension-unpack forward: something is done with each item
xs = [[1]]
result = [y + 1 for x in xs for y in x]  # -
result = [y for x in xs for y in x]  # +

# --- comprehension-unpack forward: the outer things come one by one from a coroutine
async def flat(xs):
    return [y async for x in xs for y in x]  # -
    return [y for x in xs for y in x]  # +

# --- comprehension-unpack forward: the inner things come one by one from a coroutine
async def flat(xs):
    return [y for x in xs async for y in x]  # -
    return [y for x in xs for y in x]  # +

# --- comprehension-unpack back: a comment stands in it
xs = [[1]]
result = [
    *x  # All of them.  # -
    *x  # +
    for x in xs
]

# --- comprehension-unpack back [>=3.15]: every targeted Python has it
xs = [[1]]
result = [*x for x in xs]

# --- num-underscore forward: the number is short
result = 1000  # -
result = 1000000  # +

# --- num-underscore forward: the digits are those of a text
result = "1000000"  # -
result = 1000000  # +

# --- num-underscore back: the digits are those of a text
result = int("1_000_000")  # -
result = int(1_000_000)  # +

# --- num-underscore back [>=3.6]: every targeted Python has it
result = 1_000_000

# --- bytes-hex forward: what is encoded may be another buffer
import binascii


def text_of(data):  # -
def text_of(data: bytes):  # +
    return binascii.hexlify(data).decode("ascii")

# --- bytes-hex forward: the class has a `hex` of its own
import binascii


class Digest(bytes):
    def hex(self):
        return "0x" + super().hex()


def text_of(data: Digest):  # -
def text_of(data: bytes):  # +
    return binascii.hexlify(data).decode("ascii")

# --- bytes-hex forward: a separator is asked for
import binascii

data = b"ab"
result = binascii.hexlify(data, "-").decode("ascii")  # -
result = binascii.hexlify(data).decode("ascii")  # +

# --- bytes-hex forward: the codec writes more than the digits
import binascii

data = b"ab"
result = binascii.hexlify(data).decode("utf-16")  # -
result = binascii.hexlify(data).decode("ascii")  # +

# --- bytes-hex back: a separator is asked for
data = b"ab"
result = data.hex(":")  # -
result = data.hex()  # +

# --- bytes-hex back: the type is not known
def text_of(data):  # -
def text_of(data: bytes):  # +
    return data.hex()

# --- bytes-hex back: it is a float that is written
data = 1.5  # -
data = b"ab"  # +
result = data.hex()

# --- bytes-percent forward: a text is put in, which may hold anything
result = ("%s" % "3").encode("ascii")  # -
result = ("%d" % 3).encode("ascii")  # +

# --- bytes-percent forward: a number stands for a character, which other bytes write
result = ("%c" % 233).encode("utf-8")  # -
result = ("%d" % 233).encode("utf-8")  # +

# --- bytes-percent forward: a letter of the format takes two bytes
result = ("%d\xe9" % 3).encode("utf-8")  # -
result = ("%d\x09" % 3).encode("utf-8")  # +

# --- bytes-percent forward: an octal escape stands for a letter that takes two bytes
result = ("%d\351" % 3).encode("utf-8")  # -
result = ("%d\011" % 3).encode("utf-8")  # +

# --- bytes-percent forward: the values have names, which bytes name by bytes
result = ("%(n)d" % {"n": 3}).encode("ascii")  # -
result = ("%d" % 3).encode("ascii")  # +

# --- bytes-percent forward: errors are handled in a way of their own
result = ("%d" % 3).encode("ascii", "ignore")  # -
result = ("%d" % 3).encode("ascii")  # +

# --- bytes-percent back: bytes are put in, which text would write with their quotes
result = b"%b" % b"3"  # -
result = b"%d" % 3  # +

# --- bytes-percent back: the format is not written there
def line(template: bytes):
    return template % 3  # -
    return b"%d" % 3  # +

# --- bytes-percent back: a byte of the format is no ASCII
result = b"%d\xe9" % 3  # -
result = b"%d\x09" % 3  # +
