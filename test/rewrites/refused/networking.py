# --- logging-setstream forward: a file belongs to the handler
import logging

def change(handler: logging.FileHandler, stream):  # -
def change(handler: logging.StreamHandler, stream):  # +
    handler.acquire()
    try:
        handler.flush()
        handler.stream = stream
    finally:
        handler.release()

# --- logging-setstream forward: the handler changes files in turn
import logging, logging.handlers

def change(handler: logging.handlers.RotatingFileHandler, stream):  # -
def change(handler: logging.StreamHandler, stream):  # +
    handler.acquire()
    try:
        handler.flush()
        handler.stream = stream
    finally:
        handler.release()

# --- logging-setstream forward: nobody knows what the handler is
import logging

def change(handler, stream):  # -
def change(handler: logging.StreamHandler, stream):  # +
    handler.acquire()
    try:
        handler.flush()
        handler.stream = stream
    finally:
        handler.release()

# --- logging-setstream forward: what was written before is not flushed
import logging

def change(handler: logging.StreamHandler, stream):
    handler.stream = stream  # -
    handler.acquire()  # +
    try:  # +
        handler.flush()  # +
        handler.stream = stream  # +
    finally:  # +
        handler.release()  # +

# --- logging-setstream forward: another handler is let go
import logging

def change(handler: logging.StreamHandler, other: logging.StreamHandler, stream):
    handler.acquire()
    try:
        handler.flush()
        handler.stream = stream
    finally:
        other.release()  # -
        handler.release()  # +

# --- logging-setstream forward: more is done under the lock
import logging

def change(handler: logging.StreamHandler, stream):
    handler.acquire()
    try:
        handler.flush()
        handler.stream = stream
        handler.setLevel(10)  # -
    finally:
        handler.release()

# --- logging-setstream back: the old stream is used
import logging

def change(handler: logging.StreamHandler, stream):
    old = handler.setStream(stream)  # -
    handler.setStream(stream)  # +

# --- logging-setstream back: the method is handed on
import logging

def change(handler: logging.StreamHandler, stream):
    later(handler.setStream, stream)  # -
    handler.setStream(stream)  # +

# --- logging-setstream back: the handler is made by the call
import logging

def change(stream):
    logging.StreamHandler().setStream(stream)  # -
    handler = logging.StreamHandler()  # +
    handler.setStream(stream)  # +

# --- logging-basicconfig-force forward: some handlers are spared
import logging

for handler in logging.root.handlers[:]:
    if handler is keep: continue  # -
    logging.root.removeHandler(handler)
    handler.close()
logging.basicConfig(level=logging.ERROR)

# --- logging-basicconfig-force forward: handlers are not closed
import logging

for handler in logging.root.handlers[:]:
    logging.root.removeHandler(handler)
    handler.close()  # +
logging.basicConfig(level=logging.ERROR)

# --- logging-basicconfig-force forward: handlers of another logger are taken away
import logging

log = logging.getLogger("app")
for handler in log.handlers[:]:  # -
    log.removeHandler(handler)  # -
for handler in logging.root.handlers[:]:  # +
    logging.root.removeHandler(handler)  # +
    handler.close()
logging.basicConfig(level=logging.ERROR)

# --- logging-basicconfig-force forward: the list changes while it is gone through
import logging

for handler in logging.root.handlers:  # -
for handler in logging.root.handlers[:]:  # +
    logging.root.removeHandler(handler)
    handler.close()
logging.basicConfig(level=logging.ERROR)

# --- logging-basicconfig-force forward: something is done in between
import logging

for handler in logging.root.handlers[:]:
    logging.root.removeHandler(handler)
    handler.close()
check(logging.root)  # -
logging.basicConfig(level=logging.ERROR)

# --- logging-basicconfig-force forward: the last handler is used behind it
import logging

for handler in logging.root.handlers[:]:
    logging.root.removeHandler(handler)
    handler.close()
logging.basicConfig(level=logging.ERROR)
print(handler)  # -

# --- logging-basicconfig-force forward: it says whether to force already
import logging

for handler in logging.root.handlers[:]:
    logging.root.removeHandler(handler)
    handler.close()
logging.basicConfig(level=logging.ERROR, force=False)  # -
logging.basicConfig(level=logging.ERROR)  # +

# --- logging-basicconfig-force forward: the arguments tell of the handlers that are left
import logging

for handler in logging.root.handlers[:]:
    logging.root.removeHandler(handler)
    handler.close()
logging.basicConfig(handlers=logging.root.handlers + [mine])  # -
logging.basicConfig(handlers=[mine])  # +

# --- logging-basicconfig-force forward: further arguments are not written out
import logging

for handler in logging.root.handlers[:]:
    logging.root.removeHandler(handler)
    handler.close()
logging.basicConfig(**options)  # -
logging.basicConfig(level=10)  # +

# --- logging-basicconfig-force back: whether to force is chosen at run time
import logging

logging.basicConfig(level=logging.ERROR, force=again)  # -
logging.basicConfig(level=logging.ERROR, force=True)  # +

# --- logging-basicconfig-force back: further arguments are not written out
import logging

logging.basicConfig(force=True, **options)  # -
logging.basicConfig(force=True, level=10)  # +

# --- logging-basicconfig-force back: the arguments tell of the handlers before
import logging

logging.basicConfig(handlers=logging.root.handlers + [mine], force=True)  # -
logging.basicConfig(handlers=[mine], force=True)  # +

# --- httperror-headers forward: nobody knows what the error is
import urllib.error

def show(err):  # -
def show(err: urllib.error.HTTPError):  # +
    return err.info()

# --- httperror-headers forward: it is an answer, not an error
import urllib.error, urllib.request

def show(url):  # -
    return urllib.request.urlopen(url).info()  # -
def show(err: urllib.error.HTTPError):  # +
    return err.info()  # +

# --- httperror-headers forward: the error of the class above has no headers
import urllib.error

def show(err: urllib.error.URLError):  # -
def show(err: urllib.error.HTTPError):  # +
    return err.info()

# --- httperror-headers forward: the method is handed on
import urllib.error

def show(err: urllib.error.HTTPError):
    return err.info  # -
    return err.info()  # +

# --- httperror-headers forward: the class has a method of its own
import urllib.error

class Refused(urllib.error.HTTPError):
    def info(self): ...

def show(err: Refused):  # -
def show(err: urllib.error.HTTPError):  # +
    return err.info()

# --- httperror-headers back: the headers are exchanged
import urllib.error

def show(err: urllib.error.HTTPError):
    err.headers = {}  # -
    return err.headers  # +

# --- httperror-headers back: the attribute is deleted
import urllib.error

def show(err: urllib.error.HTTPError):
    del err.headers  # -
    return err.headers  # +

# --- oserror-smtp forward: a later handler is meant to get it
import smtplib

try:
    send()
except (OSError, smtplib.SMTPException):
    print("failed")
except smtplib.SMTPServerDisconnected:  # -
    print("gone")  # -

# --- oserror-smtp forward: the wider error is not caught
import smtplib

try:
    send()
except (ValueError, smtplib.SMTPException):  # -
except (OSError, smtplib.SMTPException):  # +
    print("failed")

# --- oserror-smtp forward: the tuple is for something else
import smtplib

errors = (OSError, smtplib.SMTPException)  # -
try:
    send()
except errors:  # -
except (OSError, smtplib.SMTPException):  # +
    print("failed")

# --- oserror-smtp forward: the name of the wider error is the user's own
import smtplib

class OSError(Exception): ...  # -

try:
    send()
except (OSError, smtplib.SMTPException):
    print("failed")

# --- oserror-smtp forward [>=3.3]: in some targeted Python it is no OSError
import smtplib

try:
    send()
except (OSError, smtplib.SMTPException):
    print("failed")

# --- oserror-smtp back: it has a handler of its own
import smtplib

try:
    smtplib.SMTP("a")
except smtplib.SMTPException:  # -
    print("mail")  # -
except OSError:
    print("failed")

# --- oserror-smtp back: nothing of mail is called
import smtplib

try:
    open("a")  # -
    smtplib.SMTP("a")  # +
except OSError:
    print("failed")

# --- plistlib-dumps forward: the value holds data in the older form
import plistlib

data = plistlib.writePlistToBytes({"a": plistlib.Data(b"x")})  # -
data = plistlib.writePlistToBytes({"a": 1})  # +

# --- plistlib-dumps forward: data in the older form is made elsewhere
import plistlib

value = {"a": 1}
value["b"] = plistlib.Data(b"x")  # -
data = plistlib.writePlistToBytes(value)

# --- plistlib-dumps forward: it is written to a path
import plistlib

plistlib.writePlist({"a": 1}, "file.plist")  # -
data = plistlib.writePlistToBytes({"a": 1})  # +

# --- plistlib-dumps forward: the function is handed on
import plistlib

write = plistlib.writePlistToBytes  # -
data = plistlib.writePlistToBytes({"a": 1})  # +

# --- plistlib-dumps back: it says in which format
import plistlib

data = plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY)  # -
data = plistlib.dumps({"a": 1})  # +

# --- plistlib-dumps back: the value holds bytes, for which the older one wants a class
import plistlib

data = plistlib.dumps({"a": b"x"})  # -
data = plistlib.dumps({"a": "x"})  # +

# --- plistlib-dumps back [>=3.3]: newer Pythons have lost the older way
import plistlib

data = plistlib.dumps({"a": 1})

# --- email-as-bytes forward: lines that start with From are escaped in one of them
import email.generator, email.message, io

msg = email.message.Message()
msg.set_payload("From me\n")  # -
msg.set_payload("for me\n")  # +
buf = io.BytesIO()
email.generator.BytesGenerator(buf).flatten(msg)
result = buf.getvalue()

# --- email-as-bytes forward: it says that such lines are escaped
import email.generator, email.message, io

msg = email.message.Message()
buf = io.BytesIO()
email.generator.BytesGenerator(buf, mangle_from_=True).flatten(msg)  # -
email.generator.BytesGenerator(buf).flatten(msg)  # +
result = buf.getvalue()

# --- email-as-bytes forward: it says how long lines are
import email.generator, email.message, io

msg = email.message.Message()
buf = io.BytesIO()
email.generator.BytesGenerator(buf, maxheaderlen=60).flatten(msg)  # -
email.generator.BytesGenerator(buf).flatten(msg)  # +
result = buf.getvalue()

# --- email-as-bytes forward: it says how lines end
import email.generator, email.message, io

msg = email.message.Message()
buf = io.BytesIO()
email.generator.BytesGenerator(buf).flatten(msg, linesep="\r\n")  # -
email.generator.BytesGenerator(buf).flatten(msg)  # +
result = buf.getvalue()

# --- email-as-bytes forward: an envelope is written
import email.generator, email.message, io

msg = email.message.Message()
buf = io.BytesIO()
email.generator.BytesGenerator(buf).flatten(msg, unixfrom=True)  # -
email.generator.BytesGenerator(buf).flatten(msg)  # +
result = buf.getvalue()

# --- email-as-bytes forward: a policy is given
import email.generator, email.message, email.policy, io

msg = email.message.Message()
buf = io.BytesIO()
email.generator.BytesGenerator(buf, policy=email.policy.SMTP).flatten(msg)  # -
email.generator.BytesGenerator(buf).flatten(msg)  # +
result = buf.getvalue()

# --- email-as-bytes forward: something stands in the buffer already
import email.generator, email.message, io

msg = email.message.Message()
buf = io.BytesIO(b"head\n")  # -
buf = io.BytesIO()  # +
email.generator.BytesGenerator(buf).flatten(msg)
result = buf.getvalue()

# --- email-as-bytes forward: the buffer is used once more
import email.generator, email.message, io

msg = email.message.Message()
buf = io.BytesIO()
email.generator.BytesGenerator(buf).flatten(msg)
result = buf.getvalue()
buf.seek(0)  # -

# --- email-as-bytes forward: nobody knows what the message is
import email.generator, email.message, io

def write(msg):  # -
def write(msg: email.message.Message):  # +
    buf = io.BytesIO()
    email.generator.BytesGenerator(buf).flatten(msg)
    result = buf.getvalue()
    return result

# --- email-as-bytes back: a policy is given
import email.message, email.policy

msg = email.message.Message()
result = msg.as_bytes(policy=email.policy.SMTP)  # -
result = msg.as_bytes()  # +

# --- email-as-bytes back: the result is a part of more
import email.message

msg = email.message.Message()
send(msg.as_bytes())  # -
result = msg.as_bytes()  # +

# --- email-as-bytes back: lines that start with From are escaped in one of them
import email.message

msg = email.message.Message()
msg.set_payload("From me\n")  # -
msg.set_payload("for me\n")  # +
result = msg.as_bytes()

# --- ipaddress-subnet-of back: the networks are of two versions
import ipaddress

a = ipaddress.IPv4Network("10.0.0.0/8")
b = ipaddress.IPv6Network("::/0")  # -
b = ipaddress.IPv4Network("0.0.0.0/0")  # +
result = a.subnet_of(b)

# --- ipaddress-subnet-of back: the other network would be made twice
import ipaddress

a = ipaddress.IPv4Network("10.0.0.0/8")
b = ipaddress.IPv4Network("0.0.0.0/0")  # +
result = a.subnet_of(ask())  # -
result = a.subnet_of(b)  # +

# --- ipaddress-subnet-of back: the method is handed on
import ipaddress

a = ipaddress.IPv4Network("10.0.0.0/8")
b = ipaddress.IPv4Network("0.0.0.0/0")
result = map(a.subnet_of, [b])  # -
result = a.subnet_of(b)  # +

# --- dis-depth back: so many levels are shown
import dis

dis.dis(code, depth=1)  # -
dis.dis(code, depth=0)  # +

# --- dis-depth back: all levels are shown
import dis

dis.dis(code, depth=None)  # -
dis.dis(code, depth=0)  # +

# --- dis-depth back: how many levels are shown is chosen at run time
import dis

dis.dis(code, depth=depth)  # -
dis.dis(code, depth=0)  # +

# --- subtest back: something else is entered with it
import unittest

class T(unittest.TestCase):
    def test(self):
        with self.subTest(n=1), lock:  # -
        with self.subTest(n=1):  # +
            self.assertEqual(1, 1)

# --- subtest back: an argument does something
import unittest

class T(unittest.TestCase):
    def test(self):
        with self.subTest(n=count()):  # -
        with self.subTest(n=1):  # +
            self.assertEqual(1, 1)

# --- subtest back: the object is no test
import unittest

class T:  # -
class T(unittest.TestCase):  # +
    def test(self):
        with self.subTest(n=1):
            self.assertEqual(1, 1)

# --- subtest back: it is entered in another way
import unittest

class T(unittest.TestCase):
    def test(self):
        stack.enter_context(self.subTest(n=1))  # -
        with self.subTest(n=1):  # +
            self.assertEqual(1, 1)  # +

# --- subtest back: a test is skipped in it, and the others are run
import unittest

class T(unittest.TestCase):
    def test(self):
        for n in (1, 2):
            with self.subTest(n=n):
                self.skipTest("later")  # -
                self.assertEqual(1, 1)
