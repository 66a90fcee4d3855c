# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- aifc.aifc.getparams back: another part is asked for by its place
import aifc


def chans(path):
    f = aifc.open(path, "rb")
    return f.getparams()[0]  # -
    return f.getparams().nchannels  # +

# --- aifc.aifc.getparams back: the parts are kept
import aifc


def chans(path):
    f = aifc.open(path, "rb")
    params = f.getparams()  # -
    return params.nchannels  # -
    return f.getparams().nchannels  # +

# --- sunau.AU_read.getparams back: the parts are written
import sunau


def chans(path):
    f = sunau.open(path, "rb")
    return f.getparams()._replace(nchannels=1)  # -
    return f.getparams().nchannels  # +

# --- sunau.AU_read.getparams back: it may be a file of another kind
import sunau


def chans(f):  # -
def chans(path):  # +
    f = sunau.open(path, "rb")  # +
    return f.getparams().nchannels

# --- wave.Wave_read.getparams back: it is set, not read
import wave


def chans(f: wave.Wave_read):
    f.getparams().nchannels = 1  # -
    return f.getparams().nchannels  # +

# --- wave.Wave_read.getparams back: the class has that method itself
import wave


class Reader(wave.Wave_read):
    def getparams(self):  # -
    def params(self):  # +
        return PARAMS


def chans(f: Reader):
    return f.getparams().nchannels

# --- aifc.aifc.writeframesraw(bytes-like) back: they are bytes already
import aifc


def put(f: aifc.Aifc_write, data: bytes):  # -
def put(f: aifc.Aifc_write, data: bytearray):  # +
    f.writeframesraw(data)

# --- aifc.aifc.writeframes(bytes-like) back: nothing tells what is written
import aifc


def put(f: aifc.Aifc_write, data):  # -
def put(f: aifc.Aifc_write, data: bytearray):  # +
    f.writeframes(data)

# --- sunau.AU_write.writeframesraw(bytes-like) back: `bytes` is a parameter
import sunau


def put(f: sunau.Au_write, data: bytearray, bytes):  # -
def put(f: sunau.Au_write, data: bytearray):  # +
    f.writeframesraw(data)

# --- sunau.AU_write.writeframes(bytes-like) back: they may be a number, of which `bytes` makes as many zeros
import sunau


def put(f: sunau.Au_write, data: int):  # -
def put(f: sunau.Au_write, data: bytearray):  # +
    f.writeframes(data)

# --- wave.Wave_write.writeframesraw(bytes-like) back: it may be a file of another kind
import wave


def put(f, data: bytearray):  # -
def put(f: wave.Wave_write, data: bytearray):  # +
    f.writeframesraw(data)

# --- wave.Wave_write.writeframes(bytes-like) back: the method is handed on
import wave


def put(f: wave.Wave_write, data: bytearray):
    retry(f.writeframes, data)  # -
    f.writeframes(data)  # +

# --- audioop.byteswap back: the function is handed on
import audioop

result = map(audioop.byteswap, parts, widths)  # -
result = audioop.byteswap(b"\x01\x02", 2)  # +

# --- audioop.byteswap back: the arguments are unpacked
import audioop

result = audioop.byteswap(*parts)  # -
result = audioop.byteswap(b"\x01\x02", 2)  # +

# --- dbm.open(with) back: the database is kept, not entered
import dbm

db = dbm.open("d", "n")  # -
with dbm.open("d", "n") as db:  # +
    db["a"] = "1"  # +

# --- dbm.open(with) back: it is closed by hand already
import contextlib
import dbm

with contextlib.closing(dbm.open("d", "n")) as db:  # -
with dbm.open("d", "n") as db:  # +
    db["a"] = "1"

# --- plistlib.load back (downgrade-plistlib-files): the format is named
import io
import plistlib

plistlib.load(io.BytesIO(data), fmt=plistlib.FMT_XML)  # -
plistlib.load(io.BytesIO(data))  # +

# --- plistlib.load back [>=3.3] (downgrade-plistlib-files): Python 3.9 has the older function no more
import io
import plistlib

plistlib.load(io.BytesIO(data))

# --- plistlib.loads back (downgrade-plistlib-loads): dictionaries are of another class
import plistlib

plistlib.loads(data, dict_type=Ordered)  # -
plistlib.loads(data)  # +

# --- plistlib.loads back (downgrade-plistlib-loads): the function is handed on
import plistlib

result = map(plistlib.loads, parts)  # -
result = plistlib.loads(data)  # +

# --- plistlib.dump back: keys are not sorted
import io
import plistlib

plistlib.dump({}, io.BytesIO(), sort_keys=False)  # -
plistlib.dump({}, io.BytesIO())  # +

# --- plistlib.dump back: the format is named
import io
import plistlib

plistlib.dump({}, io.BytesIO(), fmt=plistlib.FMT_BINARY)  # -
plistlib.dump({}, io.BytesIO())  # +

# --- argparse.FileType(encoding) back: lines are buffered
import argparse

argparse.FileType("r", 1, encoding="utf-8")  # -
argparse.FileType("r", encoding="utf-8")  # +

# --- argparse.FileType(encoding) back: the encoding is found anew
import argparse

argparse.FileType("r", encoding=read())  # -
argparse.FileType("r", encoding="utf-8")  # +

# --- argparse.FileType(encoding) back: no function sees the names of a class
import argparse


class Options:  # -
if True:  # +
    CODEC = "utf-8"
    FILE = argparse.FileType("r", encoding=CODEC)

# --- argparse.FileType(errors) back: the class is one that inherits
import argparse


class File(argparse.FileType):
    pass


File("r", errors="strict")  # -
argparse.FileType("r", errors="strict")  # +

# --- argparse.FileType(errors) back: `open` is a function of the document
import argparse


def open(path, mode, errors):  # -
def opened(path, mode, errors):  # +
    return path


argparse.FileType("r", errors="strict")

# --- behaviour:shutil.copyfile-SameFileError back: the error is raised
import shutil

try:
    shutil.copyfile("/etc/hostname", "/etc/hostname")
except OSError:  # -
    raise shutil.SameFileError("same")  # -
except shutil.SameFileError:  # +
    pass  # +

# --- behaviour:shutil.copyfile-SameFileError back: the errors stand in a variable
import shutil

ERRORS = (shutil.SameFileError, KeyError)  # -
try:
    shutil.copyfile("/etc/hostname", "/etc/hostname")
except ERRORS:  # -
except shutil.SameFileError:  # +
    pass

# --- behaviour:os.path.lexists-bad-name back: the answer is a part of an expression
import os

print(os.path.lexists("a\0b"))  # -
found = os.path.lexists("a\0b")  # +

# --- behaviour:os.path.isdir-bad-name back: the name is one that a file can have
import os

found = os.path.isdir("ab")  # -
found = os.path.isdir("a\0b")  # +

# --- behaviour:os.path.isfile-bad-name back: the answer decides
import os

if os.path.isfile("a\0b"):  # -
    found = True  # -
found = os.path.isfile("a\0b")  # +

# --- behaviour:os.path.islink-bad-name back: errors are caught already
import os

try:  # -
    found = os.path.islink("a\0b")  # -
except ValueError:  # -
    found = None  # -
found = os.path.islink("a\0b")  # +

# --- behaviour:os.path.ismount-bad-name back: a lambda has no place for statements
import os

found = lambda: os.path.ismount("a\0b")  # -
found = os.path.ismount("a\0b")  # +

# --- behaviour:pathlib.Path.exists-bad-name back: the answer is a part of an expression
import pathlib

found = not pathlib.Path("a\0b").exists()  # -
found = pathlib.Path("a\0b").exists()  # +

# --- behaviour:pathlib.Path.is_symlink-bad-name back: the method is handed on
import pathlib

found = check(pathlib.Path("a\0b").is_symlink)  # -
found = pathlib.Path("a\0b").is_symlink()  # +

# --- behaviour:pathlib.Path.is_dir-bad-name back: the answer is one of several
import pathlib

found = [pathlib.Path("a\0b").is_dir()]  # -
found = pathlib.Path("a\0b").is_dir()  # +

# --- behaviour:pathlib.Path.is_file-bad-name back: the answer decides
import pathlib

while pathlib.Path("a\0b").is_file():  # -
    found = True  # -
found = pathlib.Path("a\0b").is_file()  # +

# --- behaviour:pathlib.Path.is_mount-bad-name back: the name is one that a file can have
import pathlib

found = pathlib.Path("ab").is_mount()  # -
found = pathlib.Path("a\0b").is_mount()  # +

# --- behaviour:pathlib.Path.is_block_device-bad-name back: the answer is given where no statement can stand
import pathlib

found = lambda: pathlib.Path("a\0b").is_block_device()  # -
found = pathlib.Path("a\0b").is_block_device()  # +

# --- behaviour:pathlib.Path.is_char_device-bad-name back: another answer is joined to it
import pathlib

found = pathlib.Path("a\0b").is_char_device() or other  # -
found = pathlib.Path("a\0b").is_char_device()  # +

# --- behaviour:pathlib.Path.is_fifo-bad-name back [>=3.8]: every targeted Python has the answer
import pathlib

found = pathlib.Path("a\0b").is_fifo()

# --- behaviour:pathlib.Path.is_socket-bad-name back: another statement stands on the line
import pathlib

if True: found = pathlib.Path("a\0b").is_socket()  # -
found = pathlib.Path("a\0b").is_socket()  # +

# --- pathlib.Path.link_to back: it may be an object with such a method of its own
def link(a, b):  # -
import pathlib  # +


def link(a: pathlib.Path, b):  # +
    a.link_to(b)

# --- pathlib.Path.link_to back: the class has that method itself
import pathlib


class Place(type(pathlib.Path())):  # -
    def link_to(self, target):  # -
        pass  # -


a = Place("a")  # -
a = pathlib.Path("a")  # +
a.link_to("b")

# --- pathlib.Path.link_to back: the method is handed on
import pathlib

a = pathlib.Path("a")
retry(a.link_to, "b")  # -
a.link_to("b")  # +

# --- logging.config.fileConfig(RawConfigParser) back: the parser is made there
import configparser
import logging.config

cp = configparser.ConfigParser()
logging.config.fileConfig(configparser.ConfigParser())  # -
logging.config.fileConfig(cp)  # +

# --- logging.config.fileConfig(RawConfigParser) back: the result is used
import configparser
import logging.config

cp = configparser.ConfigParser()
result = logging.config.fileConfig(cp)  # -
logging.config.fileConfig(cp)  # +

# --- logging.config.fileConfig(RawConfigParser) back: it is the name of a file
import configparser
import logging.config

cp = "logging.ini"  # -
cp = configparser.ConfigParser()  # +
logging.config.fileConfig(cp)
