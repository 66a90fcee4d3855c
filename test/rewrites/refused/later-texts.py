# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- str-isascii forward: it may be bytes or a list of letters
def plain(s):  # -
def plain(s: str):  # +
    return all(ord(c) < 128 for c in s)

# --- str-isascii forward: the limit is another
s = "abc"
result = all(ord(c) < 256 for c in s)  # -
result = all(ord(c) < 128 for c in s)  # +

# --- str-isascii forward: any letter is enough
s = "abc"
result = any(ord(c) < 128 for c in s)  # -
result = all(ord(c) < 128 for c in s)  # +

# --- str-isascii forward: other letters are tested
s = "abc"
t = "abc"
result = all(ord(c) < 128 for c in t if c in s)  # -
result = all(ord(c) < 128 for c in t)  # +

# --- str-isascii forward: the class has a method of that name itself
class Text(str):
    def isascii(self):
        return False


def plain(s: Text):  # -
def plain(s: str):  # +
    return all(ord(c) < 128 for c in s)

# --- str-isascii back: bytes have the method, too
def plain(s: bytes):  # -
def plain(s: str):  # +
    return s.isascii()

# --- str-isascii back: the method is handed on
s = "abc"
result = check(s.isascii)  # -
result = check(s.isascii())  # +

# --- str-isascii back: `ord` is a function of the document
def ord(char):  # -
def order(char):  # +
    return 0


s = "abc"
result = s.isascii()

# --- removeprefix forward: it may be a text that the class cuts in its own way
def rest(s):  # -
def rest(s: str):  # +
    return s[len("ab"):] if s.startswith("ab") else s

# --- removeprefix forward: one of several prefixes is cut
s = "abc"
result = s[len("ab"):] if s.startswith(("ab", "cd")) else s  # -
result = s[len("ab"):] if s.startswith("ab") else s  # +

# --- removeprefix forward: another prefix is cut than is looked for
s = "abc"
result = s[len("abc"):] if s.startswith("ab") else s  # -
result = s[len("ab"):] if s.startswith("ab") else s  # +

# --- removeprefix forward: the number is not that of its letters
s = "abc"
result = s[3:] if s.startswith("ab") else s  # -
result = s[2:] if s.startswith("ab") else s  # +

# --- removeprefix forward: where there is none, something else comes out
s = "abc"
result = s[len("ab"):] if s.startswith("ab") else None  # -
result = s[len("ab"):] if s.startswith("ab") else s  # +

# --- removeprefix forward: the array itself comes out where there is none, not a copy
def rest(s: bytearray):  # -
def rest(s: bytes):  # +
    return s[len(b"ab"):] if s.startswith(b"ab") else s

# --- removeprefix forward: the text is read anew each time
def read() -> str:
    return input()


s = read()
result = read()[len("ab"):] if read().startswith("ab") else read()  # -
result = s[len("ab"):] if s.startswith("ab") else s  # +

# --- removeprefix forward: the class keeps itself where there is none
class Name(str):
    pass


def rest(s: Name):  # -
def rest(s: str):  # +
    return s[len("ab"):] if s.startswith("ab") else s

# --- removeprefix back: an array would come out itself, not a copy
def rest(s: bytearray):  # -
def rest(s: bytes):  # +
    return s.removeprefix(b"ab")

# --- removeprefix back: the type is not known
def rest(s):  # -
def rest(s: str):  # +
    return s.removeprefix("ab")

# --- removeprefix back: the text is read only once
def read() -> str:
    return input()


s = read()
result = read().removeprefix("ab")  # -
result = s.removeprefix("ab")  # +

# --- removesuffix forward: the suffix may be empty, which would cut everything
def rest(s: str, suffix: str):
    return s[:-len(suffix)] if s.endswith(suffix) else s  # -
    return s[:-len("bc")] if s.endswith("bc") else s  # +

# --- removesuffix forward: the suffix is empty
s = "abc"
result = s[:-len("")] if s.endswith("") else s  # -
result = s[:-len("bc")] if s.endswith("bc") else s  # +

# --- removesuffix forward: the array itself comes out where there is none, not a copy
def rest(s: bytearray):  # -
def rest(s: bytes):  # +
    return s[:-len(b"bc")] if s.endswith(b"bc") else s

# --- removesuffix back: the suffix may be empty, which would cut everything
def rest(s: str, suffix: str):
    return s.removesuffix(suffix)  # -
    return s.removesuffix("bc")  # +

# --- removesuffix back: an array would come out itself, not a copy
def rest(s: bytearray):  # -
def rest(s: bytes):  # +
    return s.removesuffix(b"bc")

# --- isoformat-timespec forward: only the time of day is written
import datetime

dt = datetime.datetime(2020, 1, 1)
result = dt.replace(microsecond=0, tzinfo=None).isoformat()  # -
result = dt.replace(microsecond=0).isoformat()  # +

# --- isoformat-timespec forward: it may be a date, or anything else
def text_of(dt):  # -
import datetime  # +


def text_of(dt: datetime.datetime):  # +
    return dt.replace(microsecond=0).isoformat()

# --- isoformat-timespec forward: the parts are divided in another way
import datetime

dt = datetime.datetime(2020, 1, 1)
result = dt.replace(microsecond=0).isoformat(" ")  # -
result = dt.replace(microsecond=0).isoformat()  # +

# --- isoformat-timespec forward: it is rounded to another moment
import datetime

dt = datetime.datetime(2020, 1, 1)
result = dt.replace(microsecond=500000).isoformat()  # -
result = dt.replace(microsecond=0).isoformat()  # +

# --- isoformat-timespec back: milliseconds are written
import datetime

dt = datetime.datetime(2020, 1, 1)
result = dt.isoformat(timespec="milliseconds")  # -
result = dt.isoformat(timespec="seconds")  # +

# --- isoformat-timespec back: how much is written is worked out
import datetime

dt = datetime.datetime(2020, 1, 1)
result = dt.isoformat(timespec=precision)  # -
result = dt.isoformat(timespec="seconds")  # +

# --- fstring-nesting forward: the value is written in a way of its own
a = ["b"]
result = "{!r:>{width}}".format("\n".join(a), width=3)  # -
result = "{}".format("\n".join(a))  # +

# --- fstring-nesting forward: the text comes from somewhere else
a = ["b"]
result = TEMPLATE.format("\n".join(a))  # -
result = "{}".format("\n".join(a))  # +

# --- fstring-nesting forward: the values are unpacked
a = ["b"]
result = "{}".format(*a)  # -
result = "{}".format("\n".join(a))  # +

# --- fstring-nesting forward: a value would be worked out twice
a = ["b"]
result = "{0} {0}".format("\n".join(a))  # -
result = "{0}".format("\n".join(a))  # +

# --- fstring-nesting forward [>=3.11]: an older Python takes no such quotes
a = ["b"]
result = "{}".format("\n".join(a))

# --- fstring-nesting back: the texts inside could not be told apart without a name
a = ["b"]
result = f"{"\n".join(a)!r:>{"5"}}"  # -
result = f"{"\n".join(a)}"  # +

# --- fstring-nesting back: a name is put into the text, and the value asks for the local names
a = ["b"]
result = f"{"\n".join(a)=}"  # -
result = f"{"\n".join(a)}"  # +

# --- datetime-utc forward: the class is one of the document
import datetime


class timezone:
    utc = None


result = timezone.utc  # -
result = datetime.timezone.utc  # +

# --- datetime-utc forward [>=3.10]: an older Python is served
import datetime

result = datetime.timezone.utc

# --- datetime-utc back: the document sets the name itself
import datetime

datetime.UTC = datetime.timezone.utc  # -
result = datetime.UTC

# --- utcnow forward as safe: the moment stays without a zone
import datetime

result = datetime.datetime.utcnow().year  # -
result = datetime.datetime.utcnow().replace(tzinfo=datetime.timezone.utc).year  # +

# --- utcnow forward: another zone is meant
import datetime

result = datetime.datetime.now().replace(tzinfo=zone).year  # -
result = datetime.datetime.utcnow().replace(tzinfo=datetime.timezone.utc).year  # +

# --- utcnow forward: the function itself is handed on
import datetime

result = stamp(default=datetime.datetime.utcnow)  # -
result = stamp(default=datetime.datetime.utcnow().replace(tzinfo=datetime.timezone.utc))  # +
