# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- math-prod forward: the items are added
import functools, operator

functools.reduce(operator.add, items, 1)  # -
functools.reduce(operator.mul, items, 1)  # +

# --- math-prod forward: matrices are multiplied
import functools, operator

functools.reduce(operator.matmul, items, 1)  # -
functools.reduce(operator.mul, items, 1)  # +

# --- math-prod forward: a target is multiplied in place
import functools, operator

functools.reduce(operator.imul, items, 1)  # -
functools.reduce(operator.mul, items, 1)  # +

# --- math-prod forward: the lambda does more
import functools

functools.reduce(lambda a, b: a * b % 7, items, 1)  # -
functools.reduce(lambda a, b: a * b, items, 1)  # +

# --- math-prod forward: the lambda multiplies one of them with itself
import functools

functools.reduce(lambda a, b: a * a, items, 1)  # -
functools.reduce(lambda a, b: a * b, items, 1)  # +

# --- math-prod forward: an error tells that there are no items
import functools, operator

def product(items):
    try:
        return functools.reduce(operator.mul, items)
    except TypeError:  # -
    except ValueError:  # +
        return None

# --- math-prod forward: the steps are what is wanted
import itertools, functools, operator

list(itertools.accumulate(items, operator.mul))  # -
functools.reduce(operator.mul, items)  # +

# --- math-prod forward: the function is the user's own
import operator

def reduce(function, items, start): ...  # -
from functools import reduce  # +

reduce(operator.mul, items, 1)

# --- math-prod forward: the arguments are not written out
import functools, operator

functools.reduce(operator.mul, *args)  # -
functools.reduce(operator.mul, args)  # +

# --- math-prod forward [>=3.7]: some targeted Python does not have it
import functools, operator

functools.reduce(operator.mul, items, 1)

# --- math-prod back: the function is handed on
import math

times = math.prod  # -
times = math.prod(items)  # +

# --- math-prod back: the arguments are not written out
import math

math.prod(items, **options)  # -
math.prod(items, start=2)  # +

# --- math-comb forward: the result is a float
import math

def choose(n: int, k: int):
    return math.factorial(n) / (math.factorial(k) * math.factorial(n - k))  # -
    return math.factorial(n) // (math.factorial(k) * math.factorial(n - k))  # +

# --- math-comb forward: nobody knows that the numbers are whole
import math

def choose(n, k):  # -
def choose(n: int, k: int):  # +
    return math.factorial(n) // (math.factorial(k) * math.factorial(n - k))

# --- math-comb forward: the numbers are taken from a queue
import math

def choose(take):
    return math.factorial(take()) // (math.factorial(take()) * math.factorial(take() - take()))  # -
    n, k = 5, 2  # +
    return math.factorial(n) // (math.factorial(k) * math.factorial(n - k))  # +

# --- math-comb forward: another number is subtracted
import math

def choose(n: int, k: int):
    return math.factorial(n) // (math.factorial(k) * math.factorial(k - n))  # -
    return math.factorial(n) // (math.factorial(k) * math.factorial(n - k))  # +

# --- math-comb forward: more is taken than there is, which one of them refuses
import math

n, k = 2, 5  # -
n, k = 5, 2  # +
result = math.factorial(n) // (math.factorial(k) * math.factorial(n - k))

# --- math-comb forward: an error tells that more is taken than there is
import math

def choose(n: int, k: int):
    try:
        return math.factorial(n) // (math.factorial(k) * math.factorial(n - k))
    except ValueError:  # -
    except MemoryError:  # +
        return -1

# --- math-comb back: the numbers are taken from a queue
import math

math.comb(take(), take())  # -
math.comb(n, k)  # +

# --- math-comb back: a number below zero is an error for one of them
import math

math.comb(5, -1)  # -
math.comb(5, 1)  # +

# --- math-comb back: an error tells of a number below zero
import math

def choose(n, k):
    try:
        return math.comb(n, k)
    except ValueError:  # -
    except MemoryError:  # +
        return 0

# --- math-comb back: the function is handed on
import math

list(map(math.comb, ns, ks))  # -
math.comb(n, k)  # +

# --- math-perm forward: the result is a float
import math

def arrange(n: int, k: int):
    return math.factorial(n) / math.factorial(n - k)  # -
    return math.factorial(n) // math.factorial(n - k)  # +

# --- math-perm forward: nobody knows that the numbers are whole
import math

def arrange(n, k: int):  # -
def arrange(n: int, k: int):  # +
    return math.factorial(n) // math.factorial(n - k)

# --- math-perm forward: more is taken than there is, which one of them refuses
import math

n, k = 2, 5  # -
n, k = 5, 2  # +
result = math.factorial(n) // math.factorial(n - k)

# --- math-perm back: all are taken
import math

math.perm(n)  # -
math.perm(n, k)  # +

# --- math-perm back: None means that all are taken
import math

math.perm(n, None)  # -
math.perm(n, 2)  # +

# --- math-perm back: a number below zero is an error for one of them
import math

math.perm(5, -1)  # -
math.perm(5, 1)  # +

# --- math-isqrt forward: the number may be no whole one
import math

def root(n: float):  # -
def root(n: int):  # +
    return math.floor(math.sqrt(n))

# --- math-isqrt forward: the number is no whole one
import math

n = 2.5  # -
n = 2  # +
result = int(math.sqrt(n))

# --- math-isqrt forward: the number may be a decimal one
import decimal, math

def root(n: decimal.Decimal):  # -
def root(n: int):  # +
    return int(math.sqrt(n))

# --- math-isqrt forward: nobody knows what the number is
import math

def root(n):  # -
def root(n: int):  # +
    return int(n ** 0.5)

# --- math-isqrt forward: it is rounded up
import math

def root(n: int):
    return math.ceil(math.sqrt(n))  # -
    return math.floor(math.sqrt(n))  # +

# --- math-isqrt forward: it is rounded
import math

def root(n: int):
    return round(math.sqrt(n))  # -
    return int(math.sqrt(n))  # +

# --- math-isqrt forward: it is another root
import math

def root(n: int):
    return int(n ** 0.25)  # -
    return int(n ** 0.5)  # +

# --- math-isqrt back: the function is handed on
import math

list(map(math.isqrt, ns))  # -
math.isqrt(n)  # +

# --- math-isqrt back: the module is another one of that name
from gmpy import math  # -
import math  # +

math.isqrt(n)

# --- math-isqrt-newton forward: the name is read between the two
while True:  # -
    y = step(x)  # -
    log(y)  # -
    if y >= x:  # -
        break  # -
y = step(x)  # +
if y >= x:  # +
    pass  # +

# --- math-isqrt-newton back: the function is the default of a parameter
import math

def work(root=math.isqrt):  # -
def work(root=math.isqrt(4)):  # +
    return root

# --- math-dist forward: one of them has more numbers, which the other form takes no notice of
import math

p, q = (0, 0, 0), (3, 4)  # -
p, q = (0, 0), (3, 4)  # +
result = math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q)))

# --- math-dist forward: nobody knows how many numbers they have
import math

def distance(p, q):  # -
    return math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q)))  # -
p, q = (0, 0), (3, 4)  # +
result = math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q)))  # +

# --- math-dist forward: the result is compared exactly
import math

p, q = (0, 0), (3, 4)
result = math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q))) == 5  # -
result = math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q)))  # +

# --- math-dist forward: the name of the result is compared exactly
import math

p, q = (0, 0), (3, 4)
result = math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q)))
if result == 5:  # -
if result > 5:  # +
    print("near")

# --- math-dist forward: it is another distance
import math

p, q = (0, 0), (3, 4)
result = math.sqrt(sum((a + b) ** 2 for a, b in zip(p, q)))  # -
result = math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q)))  # +

# --- math-dist forward: the numbers are complex
import math

p, q = (0j, 1), (3, 4)  # -
p, q = (0, 1), (3, 4)  # +
result = math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q)))

# --- math-dist forward: some pairs are left out
import math

p, q = (0, 0), (3, 4)
result = math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q) if a))  # -
result = math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q)))  # +

# --- math-dist forward: a square does not fit into a float
import math

p, q = (1e200,), (0,)  # -
p, q = (1e20,), (0,)  # +
result = math.sqrt(sum((a - b) ** 2 for a, b in zip(p, q)))

# --- math-dist back: the function is handed on
import math

measure = math.dist  # -
measure = math.dist(p, q)  # +

# --- math-dist back: the result is compared exactly
import math

same = math.dist(p, q) == 5  # -
near = math.dist(p, q) < 5  # +

# --- math-dist back: a square does not fit into a float
import math

p, q = (1e200,), (0,)  # -
p, q = (1e20,), (0,)  # +
math.dist(p, q)

# --- math-hypot-2 forward: the numbers may be complex
import math

def length(x, y):  # -
def length(x: float, y: float):  # +
    return math.sqrt(x ** 2 + y ** 2)

# --- math-hypot-2 forward: the result is compared exactly
import math

def is_unit(x: float, y: float):
    return math.sqrt(x ** 2 + y ** 2) == 1  # -
    return math.sqrt(x ** 2 + y ** 2) < 1  # +

# --- math-hypot-2 forward: the name of the result is compared exactly
import math

def is_unit(x: float, y: float):
    length = math.sqrt(x ** 2 + y ** 2)
    return length != 1  # -
    return length  # +

# --- math-hypot-2 forward: a square does not fit into a float
import math

x, y = 1e200, 1e200  # -
x, y = 1e20, 1e20  # +
result = math.sqrt(x ** 2 + y ** 2)

# --- math-hypot-2 forward: a power is another
import math

def length(x: float, y: float):
    return math.sqrt(x ** 2 + y ** 3)  # -
    return math.sqrt(x ** 2 + y ** 2)  # +

# --- math-hypot-2 forward: one is taken from the other
import math

def length(x: float, y: float):
    return math.sqrt(x ** 2 - y ** 2)  # -
    return math.sqrt(x ** 2 + y ** 2)  # +

# --- math-hypot-2 forward: the root is one of complex numbers
import cmath, math

def length(x: float, y: float):
    return cmath.sqrt(x ** 2 + y ** 2)  # -
    return math.sqrt(x ** 2 + y ** 2)  # +

# --- math-hypot-n forward: the numbers may be complex
import math

def length(x: complex, y: float, z: float):  # -
def length(x: float, y: float, z: float):  # +
    return math.sqrt(x * x + y * y + z * z)

# --- math-hypot-n forward: one product is no square
import math

def length(x: float, y: float, z: float):
    return math.sqrt(x * x + y * y + z * x)  # -
    return math.sqrt(x * x + y * y + z * z)  # +

# --- math-hypot-n forward: the result is compared exactly
import math

def is_unit(x: float, y: float, z: float):
    return 1 == math.sqrt(x * x + y * y + z * z)  # -
    return 1 > math.sqrt(x * x + y * y + z * z)  # +

# --- math-hypot-n forward [>=3.7]: some targeted Python takes two numbers
import math

def length(x: float, y: float, z: float):
    return math.sqrt(x * x + y * y + z * z)

# --- math-hypot-n back: how many numbers there are is not written out
import math

math.hypot(*numbers)  # -
math.hypot(x, y, z)  # +

# --- math-hypot-n back: the numbers are taken from a queue
import math

math.hypot(take(), take(), take())  # -
math.hypot(x, y, z)  # +

# --- math-hypot-n back: the result is compared exactly
import math

same = math.hypot(x, y, z) == 5  # -
near = math.hypot(x, y, z) < 5  # +

# --- statistics-fmean forward: the mean of whole numbers may be a whole one
import statistics

data = [1, 3]  # -
data = [1.0, 3.0]  # +
result = statistics.mean(data)

# --- statistics-fmean forward: fractions stay fractions
import statistics
from fractions import Fraction

data = [Fraction(1, 3)]  # -
data = [0.5]  # +
result = statistics.mean(data)

# --- statistics-fmean forward: decimal numbers stay decimal
import statistics
from decimal import Decimal

data = [Decimal("0.1")]  # -
data = [0.1]  # +
result = statistics.mean(data)

# --- statistics-fmean forward: one of the numbers is no float
import statistics

data = [1.0, 3]  # -
data = [1.0, 3.0]  # +
result = statistics.mean(data)

# --- statistics-fmean forward: nobody knows what the numbers are
import statistics

def mean(data):  # -
def mean(data: list[float]):  # +
    return statistics.mean(data)

# --- statistics-fmean forward: numbers of another kind may be put in
import statistics

data = [1.0, 3.0]
data.append(load())  # -
result = statistics.mean(data)

# --- statistics-fmean back: the mean of whole numbers would be another kind
import statistics

data = [1, 3]  # -
data = [1.0, 3.0]  # +
result = statistics.fmean(data)

# --- statistics-fmean back: the numbers have weights
import statistics

data = [1.0, 3.0]
result = statistics.fmean(data, weights=[1, 2])  # -
result = statistics.fmean(data)  # +

# --- statistics-mean forward: the numbers can be gone through but once
def mean(data):
    return sum(data) / len(list(data))  # -
    return sum(data) / len(data)  # +

# --- statistics-mean forward: an error tells that there are no numbers
def mean(data):
    try:
        return sum(data) / len(data)
    except ZeroDivisionError:  # -
    except OverflowError:  # +
        return 0

# --- statistics-mean forward: it is worked out again and again
def means(many):
    for data in many:  # -
    if many:  # +
        data = many[0]  # +
        print(sum(data) / len(data))

# --- statistics-mean forward: the sum is that of another library
from numpy import sum  # -
data = [1, 2]
sum(data) / len(data)

# --- statistics-mean forward: it is divided down
sum(data) // len(data)  # -
sum(data) / len(data)  # +

# --- statistics-mean forward: it is the length of something else
sum(data) / len(other)  # -
sum(data) / len(data)  # +

# --- statistics-mean back (downgrade-statistics-mean): the numbers can be gone through but once
import statistics

data = (int(line) for line in open("numbers"))  # -
data = [int(line) for line in open("numbers")]  # +
result = statistics.mean(data)

# --- statistics-mean back (downgrade-statistics-mean): the numbers are made by the argument
import statistics

result = statistics.mean(make())  # -
result = statistics.mean(data)  # +

# --- statistics-mean back (downgrade-statistics-mean): the numbers come from a map
import statistics

data = map(int, texts)  # -
data = list(map(int, texts))  # +
result = statistics.mean(data)

# --- statistics-mean back (downgrade-statistics-mean): something else of the module has no older way
import statistics

result = statistics.mean(data)
spread = statistics.stdev(data)  # -

# --- statistics-mean back (downgrade-statistics-mean): the function is handed on
import statistics

average = statistics.mean  # -
average = statistics.mean(data)  # +

# --- statistics-mean back (downgrade-statistics-mean): an error of its own tells that there are no numbers
import statistics

try:
    result = statistics.mean(data)
except statistics.StatisticsError:  # -
except OverflowError:  # +
    result = 0

# --- statistics-geometric-mean forward: it is divided by another length
import math

math.exp(sum(map(math.log, data)) / len(other))  # -
math.exp(sum(map(math.log, data)) / len(data))  # +

# --- statistics-geometric-mean forward: the logarithm is to another base
import math

math.exp(sum(map(math.log2, data)) / len(data))  # -
math.exp(sum(map(math.log, data)) / len(data))  # +

# --- statistics-geometric-mean forward: an error tells that there are no numbers
import math

def mean(data):
    try:
        return math.exp(sum(map(math.log, data)) / len(data))
    except ZeroDivisionError:  # -
    except OverflowError:  # +
        return 0

# --- statistics-geometric-mean forward: the result is compared exactly
import math

same = math.exp(sum(map(math.log, data)) / len(data)) == 2  # -
more = math.exp(sum(map(math.log, data)) / len(data)) > 2  # +

# --- statistics-geometric-mean forward: numbers below one are given to it
import math

data = [0.0, 2.0]  # -
data = [1.0, 2.0]  # +
result = math.exp(sum(map(math.log, data)) / len(data))

# --- statistics-geometric-mean back: the numbers can be gone through but once
import statistics

data = (float(line) for line in open("numbers"))  # -
data = [float(line) for line in open("numbers")]  # +
result = statistics.geometric_mean(data)

# --- statistics-geometric-mean back: the numbers are made by the argument
import statistics

result = statistics.geometric_mean(make())  # -
result = statistics.geometric_mean(data)  # +

# --- statistics-multimode forward: the counts are used once more
import collections

def modes(data):
    counts = collections.Counter(data)
    top = max(counts.values(), default=0)
    result = [value for value, n in counts.items() if n == top]
    return result, counts  # -
    return result  # +

# --- statistics-multimode forward: the highest count is used once more
import collections

def modes(data):
    counts = collections.Counter(data)
    top = max(counts.values(), default=0)
    result = [value for value, n in counts.items() if n == top]
    return result, top  # -
    return result  # +

# --- statistics-multimode forward: others than the most frequent are taken, too
import collections

def modes(data):
    counts = collections.Counter(data)
    top = max(counts.values(), default=0)
    result = [value for value, n in counts.items() if n >= top - 1]  # -
    result = [value for value, n in counts.items() if n == top]  # +
    return result

# --- statistics-multimode forward: the counts are what is taken
import collections

def modes(data):
    counts = collections.Counter(data)
    top = max(counts.values(), default=0)
    result = [n for value, n in counts.items() if n == top]  # -
    result = [value for value, n in counts.items() if n == top]  # +
    return result

# --- statistics-multimode forward: without items there is an error
import collections

def modes(data):
    counts = collections.Counter(data)
    top = max(counts.values())  # -
    top = max(counts.values(), default=0)  # +
    result = [value for value, n in counts.items() if n == top]
    return result

# --- statistics-multimode forward: the module gives the counts to others
import collections

__all__ = ["counts"]  # -
counts = collections.Counter(data)
top = max(counts.values(), default=0)
result = [value for value, n in counts.items() if n == top]

# --- statistics-multimode back: the result is a part of more
import statistics

print(statistics.multimode(data))  # -
result = statistics.multimode(data)  # +

# --- statistics-multimode back: the items are made by the argument
import statistics

result = statistics.multimode(make())  # -
result = statistics.multimode(data)  # +
