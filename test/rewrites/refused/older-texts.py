# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- importlib.resources.read_text back (downgrade-resources-read-text): the package is a module, not its name
import email
import importlib.resources

importlib.resources.read_text(email, "architecture.rst")  # -
importlib.resources.read_text("email", "architecture.rst")  # +

# --- importlib.resources.read_text back (downgrade-resources-read-text): the encoding is another
import importlib.resources

importlib.resources.read_text("email", "architecture.rst", encoding="latin-1")  # -
importlib.resources.read_text("email", "architecture.rst")  # +

# --- importlib.resources.read_text back (downgrade-resources-read-text): errors are handled in a way of their own
import importlib.resources

importlib.resources.read_text("email", "architecture.rst", "utf-8", "ignore")  # -
importlib.resources.read_text("email", "architecture.rst")  # +

# --- datetime.time.fromisoformat back: the class is one that inherits
import datetime


class Clock(datetime.time):
    pass


result = Clock.fromisoformat("11:15:00")  # -
result = datetime.time.fromisoformat("11:15:00")  # +

# --- datetime.time.fromisoformat back: the function is handed on
import datetime

result = map(datetime.time.fromisoformat, texts)  # -
result = datetime.time.fromisoformat("11:15:00")  # +

# --- datetime.time.fromisoformat back: the text is of another form
import datetime

result = datetime.time.fromisoformat("11:15")  # -
result = datetime.time.fromisoformat("11:15:00")  # +

# --- datetime.datetime.fromisocalendar back: the class is one that inherits
import datetime


class Stamp(datetime.datetime):
    pass


result = Stamp.fromisocalendar(2022, 1, 1)  # -
result = datetime.datetime.fromisocalendar(2022, 1, 1)  # +

# --- datetime.datetime.fromisocalendar back: the numbers are unpacked
import datetime

result = datetime.datetime.fromisocalendar(*parts)  # -
result = datetime.datetime.fromisocalendar(2022, 1, 1)  # +

# --- syntax:variable-annotation back: the annotations are the fields of a data class
import dataclasses


@dataclasses.dataclass  # -
class P:
    x: int = 0

# --- syntax:variable-annotation back: a name alone gets no value, so that nothing would be left
x: int  # -
x: int = 0  # +

# --- syntax:variable-annotation back: a comment stands behind it already
x: int = 0  # The first.  # -
x: int = 0  # +

# --- syntax:variable-annotation back: the type goes over several lines
x: dict[  # -
    str, int  # -
] = {}  # -
x: dict = {}  # +

# --- hmac.new(key bytearray) back (downgrade-hmac-bytes): the key may be a text of its own kind
import hmac


def sign(key):  # -
def sign(key: bytearray):  # +
    return hmac.new(key, b"m", "sha256")

# --- hmac.new(key bytearray) back (downgrade-hmac-bytes): `bytes` is a function of the document
import hmac


def bytes(data):  # -
def raw(data):  # +
    return data


hmac.new(bytearray(b"k"), b"m", "sha256")

# --- hmac.new(key bytearray) back (downgrade-hmac-digest-name): the algorithm is worked out
import hmac

hmac.new(bytearray(b"k"), b"m", algorithm)  # -
hmac.new(bytearray(b"k"), b"m", "sha256")  # +

# --- hmac.new(msg any hashlib type) back (downgrade-hmac-bytes): there is none
import hmac

hmac.new(b"k", None, "sha256")  # -
hmac.new(b"k", memoryview(b"m"), "sha256")  # +

# --- hmac.new(msg any hashlib type) back (downgrade-hmac-digest-name): no function has the algorithm's name
import hmac

hmac.new(b"k", memoryview(b"m"), "sha3_256")  # -
hmac.new(b"k", memoryview(b"m"), "sha256")  # +

# --- pprint.pprint(compact) back: whether it is compact is worked out
import pprint

pprint.pprint([1, 2], compact=is_narrow)  # -
pprint.pprint([1, 2], compact=True)  # +

# --- pprint.pprint(compact) back: the function is one of the document
from printing import pprint  # -
from pprint import pprint  # +

pprint([1, 2], compact=True)

# --- pprint.pformat(compact) back: whether it is compact is worked out
import pprint

pprint.pformat([1, 2], compact=is_narrow)  # -
pprint.pformat([1, 2], compact=True)  # +

# --- pprint.pformat(compact) back: it is one of several options
import pprint

pprint.pformat([1, 2], **{"compact": True})  # -
pprint.pformat([1, 2], compact=True)  # +

# --- pprint.PrettyPrinter(compact) back: the class is one that inherits
import pprint


class Printer(pprint.PrettyPrinter):
    def __init__(self, compact):
        super().__init__()


Printer(compact=True)  # -
pprint.PrettyPrinter(compact=True)  # +

# --- pprint.pprint(sort_dicts) back: whether keys are sorted is worked out
import pprint

pprint.pprint({"b": 1, "a": 2}, sort_dicts=ordered)  # -
pprint.pprint({"b": 1, "a": 2}, sort_dicts=False)  # +

# --- pprint.pprint(sort_dicts) back as safe: keys come in another order
import pprint

pprint.pprint({"b": 1, "a": 2}, sort_dicts=False)  # -
pprint.pprint({"b": 1, "a": 2}, sort_dicts=True)  # +

# --- pprint.pformat(sort_dicts) back: whether keys are sorted is worked out
import pprint

pprint.pformat({"b": 1, "a": 2}, sort_dicts=ordered)  # -
pprint.pformat({"b": 1, "a": 2}, sort_dicts=False)  # +

# --- pprint.PrettyPrinter(sort_dicts) back: whether keys are sorted is worked out
import pprint

pprint.PrettyPrinter(sort_dicts=ordered)  # -
pprint.PrettyPrinter(sort_dicts=False)  # +

# --- email.message.Message.as_string(policy) back: the text is a part of an expression
import email.message
import email.policy

m = email.message.Message()
send(m.as_string(policy=email.policy.default))  # -
text = m.as_string(policy=email.policy.default)  # +

# --- email.message.Message.as_string(policy) back: the lines begin in another way
import email.message
import email.policy

m = email.message.Message()
text = m.as_string(unixfrom=True, policy=email.policy.default)  # -
text = m.as_string(policy=email.policy.default)  # +

# --- email.message.Message.as_string(policy) back: the message is made there, and would be written another way round
import email.message
import email.policy

m = email.message.Message()
text = email.message.Message().as_string(policy=email.policy.default)  # -
text = m.as_string(policy=email.policy.default)  # +

# --- email.message.EmailMessage back: the policy is named
import email.message
import email.policy

m = email.message.EmailMessage(email.policy.SMTP)  # -
m = email.message.EmailMessage()  # +

# --- email.message.EmailMessage back: the message is filled by methods that the older one does not have
import email.message

m = email.message.EmailMessage()
m.set_content("hi")  # -
m["Subject"] = "hi"

# --- html.parser.HTMLParser(convert_charrefs) back: whether they are converted is worked out
import html.parser

html.parser.HTMLParser(convert_charrefs=ask())  # -
html.parser.HTMLParser(convert_charrefs=True)  # +

# --- html.parser.HTMLParser(convert_charrefs) back: the class is one that inherits
import html.parser


class Parser(html.parser.HTMLParser):
    def __init__(self, convert_charrefs):
        super().__init__()


Parser(convert_charrefs=True)  # -
html.parser.HTMLParser(convert_charrefs=True)  # +

# --- xml.etree.ElementTree.tostring(short_empty_elements) back: the method is named
import xml.etree.ElementTree as ET

ET.tostring(ET.Element("a"), method="xml", short_empty_elements=False)  # -
ET.tostring(ET.Element("a"), short_empty_elements=False)  # +

# --- xml.etree.ElementTree.tostring(short_empty_elements) back: how they are written is worked out
import xml.etree.ElementTree as ET

ET.tostring(ET.Element("a"), short_empty_elements=is_short)  # -
ET.tostring(ET.Element("a"), short_empty_elements=False)  # +

# --- xml.etree.ElementTree.tostring(short_empty_elements) back as safe: other elements are empty in HTML
import xml.etree.ElementTree as ET

ET.tostring(ET.Element("a"), short_empty_elements=False)  # -
ET.tostring(ET.Element("a"), short_empty_elements=True)  # +

# --- xml.etree.ElementTree.tostringlist(short_empty_elements) back: how they are written is worked out
import xml.etree.ElementTree as ET

ET.tostringlist(ET.Element("a"), short_empty_elements=is_short)  # -
ET.tostringlist(ET.Element("a"), short_empty_elements=False)  # +

# --- xml.etree.ElementTree.tostringlist(short_empty_elements) back: the method is named
import xml.etree.ElementTree as ET

ET.tostringlist(ET.Element("a"), method="text", short_empty_elements=False)  # -
ET.tostringlist(ET.Element("a"), short_empty_elements=False)  # +

# --- re.Pattern.fullmatch back: the pattern is worked out
import re

re.compile(pattern).fullmatch("123")  # -
re.compile(r"\d+").fullmatch("123")  # +

# --- re.Pattern.fullmatch back: only some of the text is looked at
import re

re.compile(r"\d+").fullmatch("123", 1)  # -
re.compile(r"\d+").fullmatch("123")  # +

# --- re.Pattern.fullmatch back: flags change what stands for what
import re

re.compile(r"\d+  # digits", re.VERBOSE).fullmatch("123")  # -
re.compile(r"\d+").fullmatch("123")  # +

# --- re.Pattern.fullmatch back: the compiled pattern is kept
import re

digits = re.compile(r"\d+")  # -
digits.fullmatch("123")  # -
re.compile(r"\d+").fullmatch("123")  # +

# --- builtins.bytes.join(buffer) back: what is joined is not known
def joined(parts):  # -
def joined():  # +
    parts = [memoryview(b"a"), bytearray(b"b")]  # +
    return b"".join(parts)

# --- builtins.bytes.join(buffer) back: it is a text that joins
b = ",".join(["a", "b"])  # -
b = b"".join([memoryview(b"a"), bytearray(b"b")])  # +

# --- builtins.bytes.join(buffer) back: `map` is a function of the document
def map(function, items):  # -
def plan(function, items):  # +
    return items


b"".join([memoryview(b"a"), bytearray(b"b")])

# --- builtins.bytearray.join(buffer) back: what is joined is not known
def joined(parts):  # -
def joined():  # +
    parts = [memoryview(b"a")]  # +
    return bytearray().join(parts)

# --- builtins.bytearray.join(buffer) back: `bytes` is a parameter
def joined(bytes):  # -
def joined(data):  # +
    return bytearray().join([memoryview(b"a")])

# --- codec alias "rot13" back: the text is no codec
result = "rot13"  # -
import codecs  # +

result = codecs.lookup("rot13")  # +

# --- codec alias "rot13" back: the codec's name is worked out
import codecs

result = codecs.lookup("rot" + "13")  # -
result = codecs.lookup("rot13")  # +

# --- codec alias "hex" back: the text is what is decoded
import codecs

result = codecs.decode("hex", "rot_13")  # -
result = codecs.decode(b"6162", "hex")  # +

# --- codec alias "hex" back: the codec is one with a longer name
import codecs

result = codecs.decode(b"6162", "hex_codec")  # -
result = codecs.decode(b"6162", "hex")  # +
