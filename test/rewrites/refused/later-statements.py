# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- walrus forward: something stands between the two
import re

m = re.match("a", s)
print(s)  # -
if m:
    result = m.group()

# --- walrus forward: another name is tested
import re

m = re.match("a", s)
if s:  # -
if m:  # +
    result = m.group()

# --- walrus forward: two names get the value
import re

m = n = re.match("a", s)  # -
m = re.match("a", s)  # +
if m:
    result = m.group()

# --- walrus forward: the value goes to an attribute
import re

self.m = re.match("a", s)  # -
if self.m:  # -
    result = self.m.group()  # -
m = re.match("a", s)  # +
if m:  # +
    result = m.group()  # +

# --- walrus forward: the name has a type
import re

m: object = re.match("a", s)  # -
m = re.match("a", s)  # +
if m:
    result = m.group()

# --- walrus forward: the value is a tuple without parentheses
m = 1, 2  # -
m = (1, 2)  # +
if m:
    result = m

# --- walrus forward: something is added to the name
m = 0
m += 1  # -
m = 1  # +
if m:
    result = m

# --- walrus forward: the name is tested once more in the condition, before
import re

m = re.match("a", s)
if s and m:  # -
if m and s:  # +
    result = m.group()

# --- walrus forward: a loop tests it again and again
import re

m = re.match("a", s)
while m:  # -
if m:  # +
    result = m.group()
    break_up(m)

# --- walrus forward: a comment says what is found
import re

# The beginning.
m = re.match("a", s)  # It may be missing.  # -
m = re.match("a", s)  # +
if m:
    result = m.group()

# --- walrus back: something follows where the loop ends by itself
import re

while (m := re.match("a", s)):
    result = m.group()
else:  # -
    result = None  # -

# --- walrus back: something else is tested first
import re

if s and (m := re.match("a", s)):  # -
if (m := re.match("a", s)):  # +
    result = m.group()

# --- walrus back: another condition comes first
import re

if s:  # -
    result = s  # -
elif (m := re.match("a", s)):  # -
if (m := re.match("a", s)):  # +
    result = m.group()

# --- walrus back: each item gets a value of its own
import re

result = [m for s in texts if (m := re.match("a", s))]  # -
result = (m := re.match("a", s))  # +

# --- walrus back: a lambda has no place for statements
import re

test = lambda s: (m := re.match("a", s))  # -
result = (m := re.match("a", s))  # +

# --- walrus back: something with effects is evaluated before
import re

result = read(), (m := re.match("a", s))  # -
result = (m := re.match("a", s))  # +

# --- walrus back: the name is read before in the same expression
import re

m = None
result = m or (m := re.match("a", s))  # -
result = (m := re.match("a", s))  # +

# --- walrus back: it is a default value of a parameter that is worked out later
def f(s, m=(n := 1)):
    return m
# +++
result = (n := 1)

# --- match back: the pattern takes a sequence apart
match x:
    case [1, y]:  # -
    case 1:  # +
        result = "one"
    case _:
        result = "other"

# --- match back: the pattern is that of a class with parts
match x:
    case Point(1, 2):  # -
    case 1:  # +
        result = "one"
    case _:
        result = "other"

# --- match back: a name that the pattern binds stands in another condition
match x:
    case y if y > 1:  # -
    case 1:  # +
        result = "one"
    case _:
        result = "other"

# --- match back: keys of a mapping are taken
match x:
    case {"key": y}:  # -
    case 1:  # +
        result = "one"
    case _:
        result = "other"

# --- match back: a comment stands where there is no line for it
match x:  # What it is.  # -
match x:  # +
    case 1:
        result = "one"
    case _:
        result = "other"

# --- match back: None is looked for among others
match x:
    case None | [1]:  # -
    case None | 1:  # +
        result = "one"
    case _:
        result = "other"

# --- paren-with forward: there is only one manager
import io

with io.StringIO() as a:  # -
with io.StringIO() as a, io.StringIO() as b:  # +
    result = 1

# --- paren-with forward [>=3.8]: an older Python takes none
import io

with io.StringIO() as a, io.StringIO() as b:
    result = 1

# --- paren-with forward: they stand in parentheses already
import io

with (io.StringIO() as a, io.StringIO() as b):  # -
with io.StringIO() as a, io.StringIO() as b:  # +
    result = 1

# --- paren-with back: a comment stands between the two
import io

with (
    io.StringIO() as a,  # The first.  # -
    io.StringIO() as a,  # +
    io.StringIO() as b,
):
    result = 1

# --- paren-with back [>=3.10]: every targeted Python takes them
import io

with (
    io.StringIO() as a,
    io.StringIO() as b,
):
    result = 1
