# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- math-isclose forward: other numbers are compared than are measured
a = 1.0
b = 2.0
result = abs(a - b) <= 1e-9 * max(abs(a), abs(a))  # -
result = abs(a - b) <= 1e-9 * max(abs(a), abs(b))  # +

# --- math-isclose forward: the limit is another
a = 1.0
b = 2.0
result = abs(a - b) <= 1e-8 * max(abs(a), abs(b))  # -
result = abs(a - b) <= 1e-9 * max(abs(a), abs(b))  # +

# --- math-isclose forward: `abs` is a function of the document
def abs(number):  # -
def size(number):  # +
    return number


a = 1.0
b = 2.0
result = abs(a - b) <= 1e-9 * max(abs(a), abs(b))

# --- math-isclose forward: each number is read anew
result = abs(read() - b) <= 1e-9 * max(abs(read()), abs(b))  # -
result = abs(a - b) <= 1e-9 * max(abs(a), abs(b))  # +

# --- math-isclose back: a tolerance of its own is given
import math

a = 1.0
b = 2.0
result = math.isclose(a, b, rel_tol=1e-3)  # -
result = math.isclose(a, b)  # +

# --- math-isclose back: the numbers are read only once
import math

result = math.isclose(read(), 2.0)  # -
result = math.isclose(a, 2.0)  # +

# --- math-gcd forward [>=3.4]: an older Python has no `math.gcd`
import fractions

result = fractions.gcd(12, 18)

# --- math-gcd forward: it is a method of another thing
fractions = load()  # -
import fractions  # +

result = fractions.gcd(12, 18)

# --- math-gcd back: more than two numbers are given
import math

result = math.gcd(12, 18, 24)  # -
result = math.gcd(12, 18)  # +

# --- math-gcd back: the numbers are unpacked
import math

result = math.gcd(*numbers)  # -
result = math.gcd(12, 18)  # +

# --- math-lcm forward: what divides is of other numbers
import math

a = 3
b = 4
c = 5
result = a * b // math.gcd(a, c)  # -
result = a * b // math.gcd(a, b)  # +

# --- math-lcm forward: one of the numbers is read twice
import math

result = read() * b // math.gcd(read(), b)  # -
result = a * b // math.gcd(a, b)  # +

# --- math-lcm forward: more is multiplied
import math

result = c * a * b // math.gcd(a, b)  # -
result = a * b // math.gcd(a, b)  # +

# --- math-lcm forward (modernise-math-lcm) as safe: zeros and signs count
import math

result = a * b // math.gcd(a, b)  # -
result = abs(a * b) // (math.gcd(a, b) or 1)  # +

# --- math-lcm back: a number is read only once
import math

result = math.lcm(read(), 4)  # -
result = math.lcm(a, 4)  # +

# --- math-lcm back: three numbers are given
import math

result = math.lcm(3, 4, 5)  # -
result = math.lcm(3, 4)  # +

# --- bit-count forward: it may be no whole number of Python's own
def ones(n):  # -
def ones(n: int):  # +
    return bin(n).count("1")

# --- bit-count forward: zeros are counted
n = 5
result = bin(n).count("0")  # -
result = bin(n).count("1")  # +

# --- bit-count forward: a method right behind the digits of a number is no Python
n = 5
result = bin(5).count("1")  # -
result = bin(n).count("1")  # +

# --- bit-count back: the type is not known
def ones(n):  # -
def ones(n: int):  # +
    return n.bit_count()

# --- bit-count back: `bin` is a variable
n = 5
bin = "rubbish"  # -
result = n.bit_count()

# --- sumprod forward: other things are multiplied than are taken together
p = [1.0]
q = [2.0]
result = sum(a * a for a, b in zip(p, q))  # -
result = sum(a * b for a, b in zip(p, q))  # +

# --- sumprod forward: not every pair counts
p = [1.0]
q = [2.0]
result = sum(a * b for a, b in zip(p, q) if a)  # -
result = sum(a * b for a, b in zip(p, q))  # +

# --- sumprod forward: it starts from another sum
p = [1.0]
q = [2.0]
result = sum((a * b for a, b in zip(p, q)), 1)  # -
result = sum(a * b for a, b in zip(p, q))  # +

# --- sumprod forward [>=3.11]: an older Python is served
p = [1.0]
q = [2.0]
result = sum(a * b for a, b in zip(p, q))

# --- sumprod back: what is given is unpacked
import math

result = math.sumprod(*vectors)  # -
result = math.sumprod(p, q)  # +

# --- randbytes forward: the bytes are as many as other bits
import random

result = random.getrandbits(8 * 4).to_bytes(5, "little")  # -
result = random.getrandbits(8 * 5).to_bytes(5, "little")  # +

# --- randbytes forward: the bytes come in the other order
import random

result = random.getrandbits(8 * 5).to_bytes(5, "big")  # -
result = random.getrandbits(8 * 5).to_bytes(5, "little")  # +

# --- randbytes forward: the bits come from another place
import random


class Source:
    def getrandbits(self, count):
        return 0


source = Source()
result = source.getrandbits(8 * 5).to_bytes(5, "little")  # -
result = random.getrandbits(8 * 5).to_bytes(5, "little")  # +

# --- randbytes back: the count is worked out only once
import random

result = random.randbytes(read())  # -
result = random.randbytes(count)  # +

# --- randbytes back as safe: none may be asked for, which the older way refuses
import random


def noise(count: int):
    return random.randbytes(count)  # -
    return random.randbytes(5)  # +

# --- random-choices forward: the type of what is chosen from is not known
import random


def some(seq):  # -
def some(seq: list):  # +
    return [random.choice(seq) for _ in range(5)]

# --- random-choices forward: each one comes from another list
import random

table = [[1, 2], [3, 4]]
result = [random.choice([index, -index]) for index in range(5)]  # -
result = [random.choice([1, -1]) for index in range(5)]  # +

# --- random-choices forward: the list is made anew for each
import random


def fresh() -> list:
    return [random.random(), random.random()]


items = fresh()
result = [random.choice(fresh()) for _ in range(5)]  # -
result = [random.choice(items) for _ in range(5)]  # +

# --- random-choices forward: each is changed before it is kept
import random

seq = [1, 2, 3]
result = [random.choice(seq) + 1 for _ in range(5)]  # -
result = [random.choice(seq) for _ in range(5)]  # +

# --- random-choices forward: the random numbers are those of a generator of its own
import random

source = random.Random(1)
seq = [1, 2, 3]
result = [source.choice(seq) for _ in range(5)]  # -
result = [random.choice(seq) for _ in range(5)]  # +

# --- random-choices back: some are likelier than others
import random

seq = [1, 2, 3]
result = random.choices(seq, weights=[1, 2, 3], k=5)  # -
result = random.choices(seq, k=5)  # +

# --- random-choices back: the list is made only once
import random


def fresh() -> list:
    return [random.random(), random.random()]


items = fresh()
result = random.choices(fresh(), k=5)  # -
result = random.choices(items, k=5)  # +

# --- random-choices back: no comprehension sees the names of a class
import random

class Names:  # -
if True:  # +
    FIRST = ["Ada", "Bob"]
    CHOSEN = random.choices(FIRST, k=5)

# --- secrets-choice forward: the generator is kept
import random

source = random.SystemRandom()  # -
result = source.choice("a")  # -
result = random.SystemRandom().choice("a")  # +

# --- secrets-choice forward: the generator is one of the document
import random


class SystemRandom(random.Random):
    pass


result = SystemRandom().choice("a")  # -
result = random.SystemRandom().choice("a")  # +

# --- secrets-choice back: another use of the module has no older way
import secrets

result = secrets.choice("a")
print(secrets.token_urlsafe())  # -

# --- secrets-choice back: the module is handed on
import secrets

result = secrets.choice("a")
setup(random=secrets)  # -

# --- secrets-token-hex forward: nothing may be asked for, which is another number of bytes
import binascii
import os

result = binascii.hexlify(os.urandom(None)).decode("ascii")  # -
result = binascii.hexlify(os.urandom(16)).decode("ascii")  # +

# --- secrets-token-hex forward: the bytes are kept
import binascii
import os

key = os.urandom(16)  # -
result = binascii.hexlify(key).decode("ascii")  # -
result = binascii.hexlify(os.urandom(16)).decode("ascii")  # +

# --- secrets-token-hex back: the count may be left open
import secrets

result = secrets.token_hex()  # -
result = secrets.token_hex(16)  # +

# --- secrets-token-hex back: the count may be None
import secrets


def token(count=None):  # -
def token(count: int):  # +
    return secrets.token_hex(count)

# --- process-cpu-count forward: another process is asked for
import os

result = len(os.sched_getaffinity(pid))  # -
result = len(os.sched_getaffinity(0))  # +

# --- process-cpu-count forward: the processors themselves matter
import os

result = sorted(os.sched_getaffinity(0))  # -
result = len(os.sched_getaffinity(0))  # +

# --- process-cpu-count back: the function itself is handed on
import os

result = limit(os.process_cpu_count)  # -
result = limit(os.process_cpu_count())  # +
