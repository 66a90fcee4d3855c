# --- re-fullmatch forward: a dollar sign accepts one line break at the end
import re

result = re.match(r"\d+$", text)  # -
result = re.match(r"\d+\Z", text)  # +

# --- re-fullmatch forward: one of the alternatives is not tied to the end
import re

result = re.match(r"a|ab\Z", text)  # -
result = re.match(r"(?:a|ab)\Z", text)  # +

# --- re-fullmatch forward: the group holds a part of it only
import re

result = re.match(r"(?:a|b)|(?:c|d)\Z", text)  # -
result = re.match(r"(?:a|b)\Z", text)  # +

# --- re-fullmatch forward: it may match anywhere
import re

result = re.search(r"\d+\Z", text)  # -
result = re.match(r"\d+\Z", text)  # +

# --- re-fullmatch forward: a comment stands at the end of it
import re

result = re.match(r"""(?x) \d+  # digits \Z""", text)  # -
result = re.match(r"""\d+\Z""", text)  # +

# --- re-fullmatch forward: flags say how it is read
import re

result = re.match(r"\d+ # digits\Z", text, re.VERBOSE)  # -
result = re.match(r"\d+\Z", text)  # +

# --- re-fullmatch forward: it looks at what comes behind
import re

result = re.match(r"\d+(?=\Z)", text)  # -
result = re.match(r"\d+\Z", text)  # +

# --- re-fullmatch forward: it looks at the end on its way
import re

result = re.match(r"(?!.*x\Z)\w+\Z", text)  # -
result = re.match(r"\w+\Z", text)  # +

# --- re-fullmatch forward: a backslash and a Z are what is looked for
import re

result = re.match(r"a\\Z", text)  # -
result = re.match(r"a\Z", text)  # +

# --- re-fullmatch forward: the pattern is held in a variable
import re

result = re.match(pattern, text)  # -
result = re.match(r"\d+\Z", text)  # +

# --- re-fullmatch forward: the pattern is built from pieces
import re

result = re.match(prefix + r"\d+\Z", text)  # -
result = re.match(r"\d+\Z", text)  # +

# --- re-fullmatch forward: the pattern is a formatted text
import re

result = re.match(rf"{prefix}\d+\Z", text)  # -
result = re.match(r"\d+\Z", text)  # +

# --- re-fullmatch forward: the module is another one of that name
import regex as re  # -
import re  # +

result = re.match(r"\d+\Z", text)

# --- re-fullmatch forward: it is made first
import re

result = re.compile(r"\d+\Z").match(text)  # -
result = re.match(r"\d+\Z", text)  # +

# --- re-fullmatch forward [>=3.3]: some targeted Python does not have it
import re

result = re.match(r"\d+\Z", text)

# --- re-fullmatch back: the pattern is held in a variable
import re

result = re.fullmatch(pattern, text)  # -
result = re.fullmatch(r"\d+", text)  # +

# --- re-fullmatch back: a comment stands at the end of it
import re

result = re.fullmatch(r"(?x)\d+  # digits", text)  # -
result = re.fullmatch(r"(?i)\d+", text)  # +

# --- re-fullmatch back: flags say how it is read
import re

result = re.fullmatch(r"\d+ # digits", text, re.VERBOSE)  # -
result = re.fullmatch(r"\d+", text)  # +

# --- re-fullmatch back: flags stand somewhere within
import re

result = re.fullmatch(r"\d+(?i)a", text)  # -
result = re.fullmatch(r"(?i)\d+a", text)  # +

# --- re-match-dollar-not back: the pattern is of bytes
import re

result = re.fullmatch(rb"\d+", data)  # -
result = re.fullmatch(r"\d+", data)  # +

# --- re-match-dollar-not back: the function is handed on
import re

matches = re.fullmatch  # -
matches = re.fullmatch(r"\d+", text)  # +

# --- re-escape-set-operation forward: the pattern is for another engine
import regex as re  # -
import re  # +

result = re.findall("[a-f&&aeiou]", text)

# --- re-escape-set-operation forward: the pattern is built from pieces
import re

result = re.findall("[a-f&&" + vowels + "]", text)  # -
result = re.findall("[a-f&&aeiou]", text)  # +

# --- re-escape-set-operation forward: a backslash stands there already
import re

result = re.findall(r"[a-f&\&aeiou]", text)  # -
result = re.findall(r"[a-f&&aeiou]", text)  # +

# --- re-escape-set-operation forward: it stands outside of a set
import re

result = re.findall("a&&b", text)  # -
result = re.findall("[a&&b]", text)  # +

# --- re-escape-set-operation forward: the bracket has a backslash before it
import re

result = re.findall(r"\[a&&b]", text)  # -
result = re.findall(r"[a&&b]", text)  # +

# --- re-escape-set-operation forward: one sign alone stands in the set
import re

result = re.findall("[a-f&aeiou]", text)  # -
result = re.findall("[a-f&&aeiou]", text)  # +

# --- glob-escape forward: other signs are escaped
import glob, re

pattern = re.sub(r"([*?[\]])", r"[\1]", name)  # -
pattern = re.sub(r"([*?[])", r"[\1]", name)  # +

# --- glob-escape forward: they are escaped in another way
import glob, re

pattern = re.sub(r"([*?[])", r"\\\1", name)  # -
pattern = re.sub(r"([*?[])", r"[\1]", name)  # +

# --- glob-escape forward: the first one alone is escaped
import glob, re

pattern = re.sub(r"([*?[])", r"[\1]", name, count=1)  # -
pattern = re.sub(r"([*?[])", r"[\1]", name)  # +

# --- glob-escape forward: the path has a drive with such a sign
import glob, re

name = r"\\?\C:\a"  # -
name = r"C:\a"  # +
pattern = re.sub(r"([*?[])", r"[\1]", name)

# --- glob-escape back: the path has a drive with such a sign
import glob

name = r"\\?\C:\a"  # -
name = r"C:\a"  # +
pattern = glob.escape(name)

# --- glob-escape back: it is of bytes
import glob

pattern = glob.escape(b"a*")  # -
pattern = glob.escape("a*")  # +

# --- glob-escape back: the function is handed on
import glob

patterns = map(glob.escape, names)  # -
pattern = glob.escape(name)  # +

# --- codecs-encode forward: the length is used as well
import codecs

result = codecs.lookup("rot_13").encode(text)  # -
result = codecs.lookup("rot_13").encode(text)[0]  # +

# --- codecs-encode forward: the length is what is used
import codecs

result = codecs.lookup("rot_13").encode(text)[1]  # -
result = codecs.lookup("rot_13").encode(text)[0]  # +

# --- codecs-encode forward: it says what to do with errors
import codecs

result = codecs.lookup("rot_13").encode(text, "ignore")[0]  # -
result = codecs.lookup("rot_13").encode(text)[0]  # +

# --- codecs-encode forward: the name is chosen at run time
import codecs

result = codecs.lookup(name).encode(text)[0]  # -
result = codecs.lookup("rot_13").encode(text)[0]  # +

# --- codecs-encode forward: it is read, not written
import codecs

result = codecs.lookup("rot_13").decode(text)[0]  # -
result = codecs.lookup("rot_13").encode(text)[0]  # +

# --- str-encode-non-text forward: the name is chosen at run time
import codecs

def convert(text: str, name):
    try:
        result = text.encode(name)  # -
        result = text.encode("rot_13")  # +
    except LookupError:
        result = codecs.encode(text, name)  # -
        result = codecs.encode(text, "rot_13")  # +
    return result

# --- str-encode-non-text forward: the codec gives bytes from text
import codecs

def convert(text: str):
    try:
        result = text.encode("utf-7")  # -
        result = text.encode("rot_13")  # +
    except LookupError:
        result = codecs.encode(text, "utf-7")  # -
        result = codecs.encode(text, "rot_13")  # +
    return result

# --- str-encode-non-text forward: nobody knows that it is text
import codecs

def convert(text):  # -
def convert(text: str):  # +
    try:
        result = text.encode("rot_13")
    except LookupError:
        result = codecs.encode(text, "rot_13")
    return result

# --- str-encode-non-text forward: the class encodes in its own way
import codecs

class Text(str):
    def encode(self, name):
        return b""

def convert(text: Text):  # -
def convert(text: str):  # +
    try:
        result = text.encode("rot_13")
    except LookupError:
        result = codecs.encode(text, "rot_13")
    return result

# --- str-encode-non-text forward: another codec is the other way
import codecs

def convert(text: str):
    try:
        result = text.encode("rot_13")
    except LookupError:
        result = codecs.encode(text, "hex")  # -
        result = codecs.encode(text, "rot_13")  # +
    return result

# --- str-encode-non-text forward: another error is caught
import codecs

def convert(text: str):
    try:
        result = text.encode("rot_13")
    except ValueError:  # -
    except LookupError:  # +
        result = codecs.encode(text, "rot_13")
    return result

# --- shlex-join forward: something else stands between them
import shlex

line = ", ".join(shlex.quote(arg) for arg in args)  # -
line = " ".join(shlex.quote(arg) for arg in args)  # +

# --- shlex-join forward: some are left out
import shlex

line = " ".join(shlex.quote(arg) for arg in args if arg)  # -
line = " ".join(shlex.quote(arg) for arg in args)  # +

# --- shlex-join forward: more is made of each
import shlex

line = " ".join("-I" + shlex.quote(arg) for arg in args)  # -
line = " ".join(shlex.quote(arg) for arg in args)  # +

# --- shlex-join forward: each becomes text first
import shlex

line = " ".join(shlex.quote(str(arg)) for arg in args)  # -
line = " ".join(shlex.quote(arg) for arg in args)  # +

# --- shlex-join forward: the arguments are waited for
import shlex

async def line(args):
    return " ".join([shlex.quote(arg) async for arg in args])  # -
    return " ".join([shlex.quote(arg) for arg in args])  # +

# --- shlex-join forward: they come from lists in lists
import shlex

line = " ".join(shlex.quote(arg) for group in args for arg in group)  # -
line = " ".join(shlex.quote(arg) for arg in args)  # +

# --- shlex-join forward: the quoting is another one
from pipes import quote  # -
from shlex import quote  # +

line = " ".join(quote(arg) + "" for arg in args)  # -
line = " ".join(quote(arg) for arg in args)  # +

# --- shlex-join forward: the separator is chosen at run time
import shlex

line = separator.join(shlex.quote(arg) for arg in args)  # -
line = " ".join(shlex.quote(arg) for arg in args)  # +

# --- shlex-join back: the function is handed on
import shlex

lines = map(shlex.join, commands)  # -
line = shlex.join(args)  # +

# --- shlex-join back: the arguments are not written out
import shlex

line = shlex.join(*parts)  # -
line = shlex.join(parts)  # +

# --- unicode-is-normalized forward: the normal form is used as well
import unicodedata

if (normal := unicodedata.normalize("NFC", text)) == text:  # -
if unicodedata.normalize("NFC", text) == text:  # +
    print(1)

# --- unicode-is-normalized forward: it is compared with another text
import unicodedata

same = unicodedata.normalize("NFC", text) == other  # -
same = unicodedata.normalize("NFC", text) == text  # +

# --- unicode-is-normalized forward: both are normalised
import unicodedata

same = unicodedata.normalize("NFC", text) == unicodedata.normalize("NFC", other)  # -
same = unicodedata.normalize("NFC", text) == text  # +

# --- unicode-is-normalized forward: the text is read twice
import unicodedata

same = unicodedata.normalize("NFC", read()) == read()  # -
same = unicodedata.normalize("NFC", text) == text  # +

# --- unicode-is-normalized forward: the comparison goes on
import unicodedata

same = unicodedata.normalize("NFC", text) == text == other  # -
same = unicodedata.normalize("NFC", text) == text  # +

# --- unicode-is-normalized back: the text is read by the argument
import unicodedata

same = unicodedata.is_normalized("NFC", read())  # -
same = unicodedata.is_normalized("NFC", text)  # +

# --- unicode-is-normalized back: the function is handed on
import unicodedata

ask = unicodedata.is_normalized  # -
same = unicodedata.is_normalized("NFC", text)  # +

# --- html-unescape forward: the class has a method of its own
import html, html.parser

class Parser(html.parser.HTMLParser):
    def unescape(self, text):
        return text

result = Parser().unescape(text)  # -
result = html.parser.HTMLParser().unescape(text)  # +

# --- html-unescape forward: nobody knows what the object is
import html, html.parser

def read(parser, text):  # -
def read(parser: html.parser.HTMLParser, text):  # +
    return parser.unescape(text)

# --- html-unescape forward: it is another unescape
import html
from xml.sax import saxutils

result = saxutils.unescape(text)  # -
result = html.parser.HTMLParser().unescape(text)  # +
import html.parser  # +

# --- html-unescape forward: the method is handed on
import html, html.parser

parser = html.parser.HTMLParser()
results = map(parser.unescape, texts)  # -
result = parser.unescape(text)  # +

# --- html-unescape back: the function is handed on
import html

results = map(html.unescape, texts)  # -
result = html.unescape(text)  # +

# --- html-unescape back: the module is another one of that name
from lxml import html  # -
import html  # +

result = html.unescape(text)

# --- fstring-equals forward: the text in front is not that of the expression
result = f"y={x!r}"  # -
result = f"x={x!r}"  # +

# --- fstring-equals forward: the value is shown as text
result = f"x={x}"  # -
result = f"x={x!r}"  # +

# --- fstring-equals forward: it is shown in another way
result = f"x={x!s}"  # -
result = f"x={x!r}"  # +

# --- fstring-equals forward: the text in front has other quotes than the expression
result = f"x['a']={x["a"]!r}"  # -
result = f"x={x!r}"  # +

# --- fstring-equals forward: the text in front has other spaces than the expression
result = f"x + y={x+y!r}"  # -
result = f"x={x!r}"  # +

# --- fstring-equals forward: the text in front is a part of a longer word
result = f"max={x!r}"  # -
result = f"m x={x!r}"  # +

# --- fstring-equals forward: a colon stands between
result = f"x: {x!r}"  # -
result = f"x={x!r}"  # +

# --- fstring-equals forward [>=3.7]: some targeted Python does not have it
result = f"x={x!r}"

# --- fstring-equals back: it stands in a format of another value
result = f"{y:{x=}}"  # -
result = f"{x=}"  # +

# --- fstring-equals back [>=3.8]: every targeted Python has it
result = f"{x=}"

# --- fstring-format forward: the template is held in a variable
template = "Result: {}"
result = template.format(x)  # -
result = "Result: {}".format(x)  # +

# --- fstring-format forward: the template is translated
from gettext import gettext as _

result = _("Result: {}").format(x)  # -
result = "Result: {}".format(x)  # +

# --- fstring-format forward: a value is waited for
async def show(job):
    return "Result: {}".format(await job)  # -
    return "Result: {}".format(job)  # +

# --- fstring-format forward: values are worked out in another order
result = "{1} {0}".format(first(), second())  # -
result = "{1} {0}".format(first, second)  # +

# --- fstring-format forward: a value is worked out once and shown twice
result = "{0} {0}".format(make())  # -
result = "{0}".format(make)  # +

# --- fstring-format forward: a value has quotes of the same kind
result = "Result: {}".format(x["a"])  # -
result = "Result: {}".format(x)  # +

# --- fstring-format forward: a value has a backslash
result = "Result: {}".format("\n".join)  # -
result = "Result: {}".format(x)  # +

# --- fstring-format forward: the values are not written out
result = "Result: {}".format(*values)  # -
result = "Result: {}".format(values)  # +

# --- fstring-format forward: the names are not written out
result = "Result: {x}".format(**values)  # -
result = "Result: {x}".format(x=values)  # +

# --- fstring-format forward: a value is not shown, but worked out
result = "Result: {}".format(x, log())  # -
result = "Result: {}".format(x)  # +

# --- fstring-format forward: a value is looked up in the template
result = "Result: {0[a]}".format(x)  # -
result = "Result: {0}".format(x)  # +

# --- fstring-format forward: logging fills in a template of its own
import logging

logging.info("Result: {}".format(x))  # -
print("Result: {}".format(x))  # +

# --- fstring-format forward: names are filled in from a mapping
result = "Result: {x}".format_map(values)  # -
result = "Result: {x}".format(x=x)  # +

# --- fstring-format forward: the template is of bytes
result = b"Result: {}".format(x)  # -
result = "Result: {}".format(x)  # +

# --- fstring-format forward: there are more fields than values
result = "Result: {} {}".format(x)  # -
result = "Result: {}".format(x)  # +

# --- fstring-format forward: two kinds of numbering are mixed
result = "Result: {} {0}".format(x)  # -
result = "Result: {0}".format(x)  # +

# --- fstring-format forward [>=3.5]: some targeted Python does not have it
result = "Result: {}".format(x)

# --- fstring-format back: a value is waited for in a place where that counts
async def show(job, other):
    return f"{await job} {await other!r:>{await job}}"
# +++
async def show(job, other):
    return f"{job} {other!r}"

# --- fstring-format back [>=3.6]: every targeted Python has it
result = f"Result: {x}, {y:>4}"
