# What a rewrite puts into a comprehension does not see the names of a class, and cannot wait, yield or bind there.

# --- struct-iter-unpack back: names of a class are not seen in a comprehension
import struct

class Table:  # -
if True:  # +
    data = b"abcabc"
    rows = list(struct.iter_unpack("<HB", data))

# --- statistics-multimode back: the names that would be made are those of a class
import statistics

class Table:  # -
if True:  # +
    data = "aab"
    result = statistics.multimode(data)

# --- shlex-join back: a name would be bound in what a comprehension goes through
import shlex

line = shlex.join(args := ["a", "b"])  # -
line = shlex.join(["a", "b"])  # +

# --- math-dist back: a name would be bound in what a comprehension goes through
import math

distance = math.dist(p := (1, 2), (3, 4))  # -
distance = math.dist((1, 2), (3, 4))  # +

# --- glob-escape back: no backslash can stand in an f-string
import glob

text = f"{glob.escape(name)}/*"  # -
text = glob.escape(name) + "/*"  # +

# --- re-escape-set-operation forward: no backslash can stand in an f-string
import re

text = f"{re.findall('[a-f&&aeiou]', word)}"  # -
text = re.findall('[a-f&&aeiou]', word)  # +

# --- re-fullmatch back: no backslash can stand in an f-string
import re

text = f"{re.fullmatch('a', word)}"  # -
text = re.fullmatch('a', word)  # +
