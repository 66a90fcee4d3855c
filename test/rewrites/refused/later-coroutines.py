# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- async-def forward: it yields to whoever goes through it
import asyncio


@asyncio.coroutine
def f():
    yield  # -
    yield from asyncio.sleep(0)  # +
    return 1

# --- async-def forward: what it waits for may be a plain generator
import asyncio


@asyncio.coroutine
def f():
    yield from range(3)  # -
    yield from asyncio.sleep(0)  # +
    return 1

# --- async-def forward: the decorator is one of the document
import asyncio


def coroutine(function):
    return function


@coroutine  # -
@asyncio.coroutine  # +
def f():
    yield from asyncio.sleep(0)
    return 1

# --- async-def back [>=3.4]: Python 3.11 has no such decorator
async def f():
    pass

# --- async-def back: a manager is entered that waits
import asyncio


async def f(lock):
    async with lock:  # -
    with lock:  # +
        await asyncio.sleep(0)

# --- async-def back: it goes through what comes one by one
import asyncio


async def f(source):
    async for item in source:  # -
    for item in source:  # +
        await asyncio.sleep(0)

# --- async-def back [>=3.4,<3.8]: it yields, so that it is no coroutine
import asyncio


async def f():
    await asyncio.sleep(0)
    yield 1  # -
    return 1  # +

# --- asyncio-to-thread forward: the pool is one of its own
import asyncio


async def m(pool):
    return await asyncio.get_running_loop().run_in_executor(pool, len, "ab")  # -
    return await asyncio.get_running_loop().run_in_executor(None, len, "ab")  # +

# --- asyncio-to-thread forward: nobody waits for it there
import asyncio


async def m():
    return asyncio.get_running_loop().run_in_executor(None, len, "ab")  # -
    return await asyncio.get_running_loop().run_in_executor(None, len, "ab")  # +

# --- asyncio-to-thread forward: the loop is another one
import asyncio


async def m(loop):
    return await loop.run_in_executor(None, len, "ab")  # -
    return await asyncio.get_running_loop().run_in_executor(None, len, "ab")  # +

# --- asyncio-to-thread back: an argument has a name
import asyncio


async def m():
    return await asyncio.to_thread(sorted, "ab", reverse=True)  # -
    return await asyncio.to_thread(sorted, "ab")  # +

# --- asyncio-to-thread back: nobody waits for it there, so that nothing has started yet
import asyncio


async def m():
    return asyncio.to_thread(len, "ab")  # -
    return await asyncio.to_thread(len, "ab")  # +

# --- asyncio-to-thread back: the arguments are unpacked with names
import asyncio


async def m(options):
    return await asyncio.to_thread(sorted, "ab", **options)  # -
    return await asyncio.to_thread(sorted, "ab")  # +

# --- asyncio-loop-arg forward: nothing tells that the loop is the one that runs
import asyncio


def m(loop):  # -
async def m(loop):  # +
    return asyncio.sleep(0, loop=loop)

# --- asyncio-loop-arg forward as safe: the loop may be another one
import asyncio


async def m(loop):
    await asyncio.sleep(0, loop=loop)  # -
    await asyncio.sleep(0, loop=asyncio.get_event_loop())  # +

# --- asyncio-loop-arg forward: the loop is made there
import asyncio


async def m():
    await asyncio.sleep(0, loop=asyncio.new_event_loop())  # -
    await asyncio.sleep(0, loop=asyncio.get_event_loop())  # +

# --- asyncio-timeout forward: it may be a thing that is no coroutine's business
import asyncio


def m(job):
    return asyncio.wait_for(job, 1)  # -
    return job  # +


async def n(job):
    return await asyncio.wait_for(job, 1)  # +
    return await job  # -

# --- asyncio-timeout forward: more is waited for in one expression
import asyncio


async def m(job):
    return 1 + await asyncio.wait_for(job, 1)  # -
    return await asyncio.wait_for(job, 1)  # +

# --- asyncio-timeout forward: the result goes to several places
import asyncio


async def m(job):
    a = b = await asyncio.wait_for(job, 1)  # -
    a = await asyncio.wait_for(job, 1)  # +
    return a

# --- asyncio-timeout back (downgrade-asyncio-timeout): more than one thing happens within the limit
import asyncio


async def m():
    async with asyncio.timeout(1):
        await asyncio.sleep(0)  # -
        return await asyncio.sleep(0, 5)

# --- asyncio-timeout back (downgrade-asyncio-timeout): the limit is moved later
import asyncio


async def m():
    async with asyncio.timeout(1) as limit:  # -
    async with asyncio.timeout(1):  # +
        return await asyncio.sleep(0, 5)

# --- asyncio-timeout back (downgrade-asyncio-timeout): nothing is waited for
import asyncio


async def m():
    async with asyncio.timeout(1):
        return asyncio.sleep(0, 5)  # -
        return await asyncio.sleep(0, 5)  # +

# --- asyncio-timeout back (downgrade-asyncio-timeout): what is waited for depends on what was waited for
import asyncio


async def m(job):
    async with asyncio.timeout(1):
        return await job(await job())  # -
        return await job()  # +

# --- asyncio-timeout back (downgrade-asyncio-timeout): another manager is entered beside it
import asyncio


async def m(lock):
    async with asyncio.timeout(1), lock:  # -
    async with asyncio.timeout(1):  # +
        return await asyncio.sleep(0, 5)

# --- anext forward: the next class in line is asked
class Source(Base):
    async def __anext__(self):
        return await super().__anext__()  # -
        return await self.inner.__anext__()  # +

# --- anext forward: the method is that of a class
async def m(items):
    return await Source.__anext__(items)  # -
    return await items.__anext__()  # +

# --- anext forward: nobody waits for it there
def m(items):
    return items.__anext__()  # -
    return items  # +


async def n(items):
    return await items.__anext__()  # +
    return await items  # -

# --- anext forward: `anext` is a function of the document
def anext(items):  # -
def following(items):  # +
    return items


async def m(items):
    return await items.__anext__()

# --- anext back: it has a value for the end
async def m(items):
    return await anext(items, None)  # -
    return await anext(items)  # +

# --- anext back: nobody waits for it there
async def m(items):
    return anext(items)  # -
    return await anext(items)  # +

# --- anext back: `anext` is a function of the document
def anext(items):  # -
def following(items):  # +
    return items


async def m(items):
    return await anext(items)
