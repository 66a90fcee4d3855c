# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- time.clock_settime_ns back: the function is handed on
import time


def set_clock(ns):
    retry(time.clock_settime_ns, time.CLOCK_REALTIME, ns)  # -
    time.clock_settime_ns(time.CLOCK_REALTIME, ns)  # +

# --- time.clock_settime_ns back: the arguments are unpacked
import time


def set_clock(parts):
    time.clock_settime_ns(*parts)  # -
    time.clock_settime_ns(time.CLOCK_REALTIME, parts)  # +

# --- time.thread_time_ns back: the function is handed on
import time

result = measure(time.thread_time_ns)  # -
result = measure(time.thread_time_ns())  # +

# --- time.thread_time_ns back: the function is one of the document
from clocks import thread_time_ns  # -
from time import thread_time_ns  # +

result = thread_time_ns()

# --- multiprocessing.Process.close back: the result is used
import multiprocessing

p = multiprocessing.Process(target=int)
p.start()
result = p.close()  # -
p.close()  # +

# --- multiprocessing.Process.close back: the class has that method itself
import multiprocessing


class Worker(multiprocessing.Process):
    def close(self):  # -
    def stop(self):  # +
        self.terminate()


p = Worker()
p.close()

# --- multiprocessing.Process.close back: it may be a file
import multiprocessing


def end(p):  # -
def end(p: multiprocessing.Process):  # +
    p.close()

# --- subprocess.run back (downgrade-subprocess-call): the output is asked for
import subprocess

result = subprocess.run(["ls"], stdout=subprocess.PIPE).stdout  # -
result = subprocess.run(["ls"]).returncode  # +

# --- subprocess.run back (downgrade-subprocess-call): the result is kept
import subprocess

result = subprocess.run(["ls"], stdout=subprocess.DEVNULL)  # -
subprocess.run(["ls"], stdout=subprocess.DEVNULL)  # +

# --- subprocess.run back (downgrade-subprocess-call): something is given to it, which `call` would not write
import subprocess

subprocess.run(["cat"], input=b"x")  # -
subprocess.run(["cat"])  # +

# --- subprocess.run back (downgrade-subprocess-call): whether a failure is raised is worked out
import subprocess

subprocess.run(["ls"], check=strict)  # -
subprocess.run(["ls"], check=True)  # +

# --- subprocess.run back (downgrade-subprocess-call): what is written goes into a pipe that nobody reads
import subprocess

subprocess.run(["ls"], stdout=subprocess.PIPE)  # -
subprocess.run(["ls"], stdout=subprocess.DEVNULL)  # +

# --- subprocess.run back (downgrade-subprocess-call): options come from a dictionary
import subprocess

subprocess.run(["ls"], **options)  # -
subprocess.run(["ls"], cwd="/")  # +

# --- subprocess.run back (downgrade-subprocess-run): it may not take long
import subprocess

result = subprocess.run(["ls"], timeout=1)  # -
result = subprocess.run(["ls"], cwd="/")  # +

# --- syntax:async-def back [>=3.4]: Python 3.11 has no such decorator
async def f():
    pass

# --- syntax:async-def back: a manager is entered that waits
async def f(lock):
    async with lock:  # -
    with lock:  # +
        pass

# --- syntax:async-def back: it yields, so that it is no coroutine
async def f():
    yield 1  # -
    return 1  # +

# --- syntax:async-def back: a comprehension waits in it
async def f(jobs):
    return [await job for job in jobs]  # -
    return [job for job in jobs]  # +

# --- threading.get_ident back: the function is one of the document
from workers import get_ident  # -
from threading import get_ident  # +

result = get_ident()

# --- threading.get_ident back: the document sets it itself
import threading

threading.get_ident = int  # -
result = threading.get_ident()

# --- multiprocessing.get_context back: a method of starting is named
import multiprocessing

ctx = multiprocessing.get_context("spawn")  # -
ctx = multiprocessing.get_context()  # +

# --- multiprocessing.get_context back: the function is imported by itself
from multiprocessing import get_context  # -
import multiprocessing  # +

ctx = get_context()  # -
ctx = multiprocessing.get_context()  # +

# --- multiprocessing.get_context back: the function is handed on
import multiprocessing

result = setup(multiprocessing.get_context)  # -
result = setup(multiprocessing.get_context())  # +

# --- resource.prlimit back: another process is asked for
import resource

result = resource.prlimit(pid, resource.RLIMIT_NOFILE)  # -
result = resource.prlimit(0, resource.RLIMIT_NOFILE)  # +

# --- resource.prlimit back: what the limit was before is used
import resource

before = resource.prlimit(0, resource.RLIMIT_NOFILE, (1, 1))  # -
resource.prlimit(0, resource.RLIMIT_NOFILE, (1, 1))  # +

# --- resource.prlimit back: the arguments are unpacked
import resource

result = resource.prlimit(0, *limits)  # -
result = resource.prlimit(0, resource.RLIMIT_NOFILE)  # +

# --- os.get_inheritable back: the function is handed on
import os

result = filter(os.get_inheritable, descriptors)  # -
result = filter(os.get_inheritable(0), descriptors)  # +

# --- os.get_inheritable back: the function is one of the document
from files import get_inheritable  # -
from os import get_inheritable  # +

result = get_inheritable(0)

# --- sqlite3.Connection.backup back: only some pages are copied at a time
import sqlite3

a = sqlite3.connect(":memory:")
b = sqlite3.connect(":memory:")
a.backup(b, pages=1)  # -
a.backup(b)  # +

# --- sqlite3.Connection.backup back: the result is used
import sqlite3

a = sqlite3.connect(":memory:")
b = sqlite3.connect(":memory:")
result = a.backup(b)  # -
a.backup(b)  # +

# --- sqlite3.Connection.backup back: the connection is made there
import sqlite3

a = sqlite3.connect(":memory:")
b = sqlite3.connect(":memory:")
a.backup(sqlite3.connect("x"))  # -
a.backup(b)  # +

# --- asyncio.Task.get_coro back: it may be an object with such a method of its own
import asyncio


def source(task):  # -
def source(task: asyncio.Task):  # +
    return task.get_coro()

# --- asyncio.Task.get_coro back: the method is handed on
import asyncio


def source(task: asyncio.Task):
    return later(task.get_coro)  # -
    return later(task.get_coro())  # +

# --- asyncio.create_task(name) back: what it is called has to be worked out
import asyncio


async def m():
    await asyncio.create_task(asyncio.sleep(0), name=next(names))  # -
    await asyncio.create_task(asyncio.sleep(0), name="n")  # +

# --- asyncio.create_task(name) back: the name is one of several options
import asyncio


async def m():
    await asyncio.create_task(asyncio.sleep(0), **{"name": "n"})  # -
    await asyncio.create_task(asyncio.sleep(0), name="n")  # +

# --- asyncio.loop.create_task(name) back: what it is called has to be worked out
import asyncio

loop = asyncio.new_event_loop()
loop.create_task(asyncio.sleep(0), name=next(names))  # -
loop.create_task(asyncio.sleep(0), name="n")  # +

# --- asyncio.loop.create_task(name) back: it is no loop, but a group of tasks, which takes names
import asyncio

async def m(group):  # -
async def m():  # +
    loop = group  # -
    loop = asyncio.get_event_loop()  # +
    await loop.create_task(asyncio.sleep(0), name="n")

# --- unittest.IsolatedAsyncioTestCase back: what it opens is closed by what the older class does not have
import unittest


class T(unittest.IsolatedAsyncioTestCase):
    async def test_a(self):
        self.addAsyncCleanup(close)  # -
        pass  # +

# --- unittest.IsolatedAsyncioTestCase back: the document sets it itself
import unittest

unittest.IsolatedAsyncioTestCase = Base  # -


class T(unittest.IsolatedAsyncioTestCase):
    async def test_a(self):
        pass

# --- venv.EnvBuilder(with_pip) back: whether there is pip is worked out once
import venv

result = venv.EnvBuilder(with_pip=ask())  # -
result = venv.EnvBuilder(with_pip=True)  # +

# --- venv.EnvBuilder(with_pip) back: it is one of several options
import venv

result = venv.EnvBuilder(**{"with_pip": True})  # -
result = venv.EnvBuilder(with_pip=True)  # +
