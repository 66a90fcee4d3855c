# --- asyncio-run forward: the loop is used once more behind it
import asyncio

async def main(): ...

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
print(loop.is_closed())  # -

# --- asyncio-run forward: the loop was bound before, for others to use
import asyncio

async def main(): ...

loop = None  # -

def stop():  # -
    loop.call_soon_threadsafe(print)  # -

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()

# --- asyncio-run forward: the loop is set to debugging
import asyncio

async def main(): ...

loop = asyncio.get_event_loop()
loop.set_debug(True)  # -
try:
    loop.run_until_complete(main())
finally:
    loop.close()

# --- asyncio-run forward: a handler of signals is put into the loop
import asyncio, signal

async def main(): ...

loop = asyncio.get_event_loop()
loop.add_signal_handler(signal.SIGTERM, print)  # -
try:
    loop.run_until_complete(main())
finally:
    loop.close()

# --- asyncio-run forward: the loop has its own handler of exceptions
import asyncio

async def main(): ...

loop = asyncio.get_event_loop()
try:
    loop.set_exception_handler(print)  # -
    loop.run_until_complete(main())
finally:
    loop.close()

# --- asyncio-run forward: the loop gets its own executor
import asyncio

async def main(): ...

def run(pool):
    loop = asyncio.get_event_loop()
    loop.set_default_executor(pool)  # -
    try:
        return loop.run_until_complete(main())
    finally:
        loop.close()

# --- asyncio-run forward: the loop runs until it is stopped
import asyncio

async def main(): ...

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main())
    loop.run_forever()  # -
finally:
    loop.close()

# --- asyncio-run forward: two coroutines run on the one loop
import asyncio

async def first(): ...

async def second(): ...

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(first())
    loop.run_until_complete(second())  # -
finally:
    loop.close()

# --- asyncio-run forward: the coroutine is handed the loop
import asyncio

async def main(given=None): ...

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main(loop))  # -
    loop.run_until_complete(main())  # +
finally:
    loop.close()

# --- asyncio-run forward: what runs is a future
import asyncio

async def main(): ...

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(asyncio.ensure_future(main(), loop=loop))  # -
    loop.run_until_complete(main())  # +
finally:
    loop.close()

# --- asyncio-run forward: what runs is made by a plain function
import asyncio

async def work(): ...

def main():  # -
    return asyncio.ensure_future(work(), loop=asyncio.get_event_loop())  # -
async def main():  # +
    await work()  # +

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()

# --- asyncio-run forward: what runs is a gathering
import asyncio

async def main(): ...

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(asyncio.gather(main(), main()))  # -
    loop.run_until_complete(main())  # +
finally:
    loop.close()

# --- asyncio-run forward: what runs is a task that has a name
import asyncio

async def main(): ...

loop = asyncio.get_event_loop()
task = loop.create_task(main())  # -
try:
    loop.run_until_complete(task)  # -
    loop.run_until_complete(main())  # +
finally:
    loop.close()

# --- asyncio-run forward: what runs is an asynchronous generator by mistake
import asyncio

async def main():
    yield 1  # -
    return 1  # +

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()

# --- asyncio-run forward: the function has a decorator that may make anything of it
import asyncio

def traced(function):
    return lambda: asyncio.ensure_future(function())

@traced  # -
async def main(): ...

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()

# --- asyncio-run forward: the function is bound a second time
import asyncio

async def main(): ...

main = asyncio.coroutine(main)  # -

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()

# --- asyncio-run forward: the code runs on a loop already
import asyncio

async def work(): ...

async def main():  # -
def main():  # +
    loop = asyncio.get_event_loop()
    try:
        loop.run_until_complete(work())
    finally:
        loop.close()

# --- asyncio-run forward: the loop comes from the caller
import asyncio

async def main(): ...

def run(loop):  # -
def run():  # +
    loop = loop or asyncio.get_event_loop()  # -
    loop = asyncio.get_event_loop()  # +
    try:
        loop.run_until_complete(main())
    finally:
        loop.close()

# --- asyncio-run forward: the loop belongs to an object
import asyncio

async def main(): ...

class Runner:
    def run(self):
        self.loop = asyncio.get_event_loop()  # -
        loop = asyncio.get_event_loop()  # +
        try:
            self.loop.run_until_complete(main())  # -
            loop.run_until_complete(main())  # +
        finally:
            self.loop.close()  # -
            loop.close()  # +

# --- asyncio-run forward: the loop is a global name of the module
import asyncio

async def main(): ...

def run():
    global loop  # -
    loop = asyncio.get_event_loop()
    try:
        loop.run_until_complete(main())
    finally:
        loop.close()

# --- asyncio-run forward: another function closes over the loop
import asyncio

async def main(): ...

def run():
    def stop():
        loop.stop()  # -
        return None

    loop = asyncio.get_event_loop()
    try:
        loop.run_until_complete(main())
    finally:
        loop.close()

# --- asyncio-run forward: an error is handled there, too
import asyncio

async def main(): ...

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main())
except KeyboardInterrupt:  # -
    pass  # -
finally:
    loop.close()

# --- asyncio-run forward: more is done in the end
import asyncio

async def main(): ...

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main())
finally:
    print("done")  # -
    loop.close()

# --- asyncio-run forward: the loop is another library's
import asyncio
import uvloop

async def main(): ...

loop = uvloop.new_event_loop()  # -
loop = asyncio.get_event_loop()  # +
try:
    loop.run_until_complete(main())
finally:
    loop.close()

# --- asyncio-run forward [>=3.6]: some targeted Python has no such function
import asyncio

async def main(): ...

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()

# --- asyncio-run forward: a comment in between would be lost
import asyncio

async def main(): ...

loop = asyncio.get_event_loop()
try:
    # The server ends by itself.  # -
    loop.run_until_complete(main())
finally:
    loop.close()

# --- asyncio-run forward: the module's name is the user's own
import aiolib as asyncio  # -
import asyncio  # +

async def main(): ...

loop = asyncio.get_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()

# --- asyncio-run-new-loop forward: the loop stays the current one
import asyncio

async def main(): ...

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    loop.run_until_complete(main())
finally:
    asyncio.set_event_loop(other)  # -
    asyncio.set_event_loop(None)  # +
    loop.close()

# --- asyncio-run-new-loop forward: the loop of another policy is made
import asyncio

async def main(): ...

loop = asyncio.SelectorEventLoop()  # -
loop = asyncio.new_event_loop()  # +
asyncio.set_event_loop(loop)
try:
    loop.run_until_complete(main())
finally:
    loop.close()

# --- asyncio-run-new-loop forward: something asks for the loop in between
import asyncio

async def main(): ...

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
lock = asyncio.Lock()  # -
try:
    loop.run_until_complete(main())
finally:
    loop.close()

# --- asyncio-run-new-loop forward: the loop is handed to others
import asyncio

async def main(): ...

def run(register):
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    register(loop)  # -
    try:
        return loop.run_until_complete(main())
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        asyncio.set_event_loop(None)
        loop.close()

# --- asyncio-run-new-loop forward: several calls run on one loop
import asyncio

async def main(): ...

def run():
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(main())
        loop.run_until_complete(main())  # -
    finally:
        loop.close()

# --- asyncio-run-new-loop forward: another loop is closed
import asyncio

async def main(): ...

def run(other):
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        loop.run_until_complete(main())
    finally:
        other.close()  # -
        loop.close()  # +

# --- asyncio-run back: its value is part of more
import asyncio

async def main(): ...

print(asyncio.run(main()))  # -
asyncio.run(main())  # +

# --- asyncio-run back: the arguments are not written out
import asyncio

async def main(): ...

options = {"debug": True}
asyncio.run(main(), **options)  # -
asyncio.run(main())  # +

# --- asyncio-run back: it takes how loops are made
import asyncio

async def main(): ...

asyncio.run(main(), loop_factory=make)  # -
asyncio.run(main(), debug=True)  # +

# --- asyncio-run back: it stands in an expression that is evaluated elsewhere
import asyncio

async def main(): ...

start = lambda: asyncio.run(main())  # -
start = asyncio.run(main())  # +

# --- asyncio-run back: it stands on a line with another statement
import asyncio

async def main(): ...

if ready: prepare(); asyncio.run(main())  # -
if ready: asyncio.run(main())  # +

# --- asyncio-run back: a comment in the call would be lost
import asyncio

async def main(): ...

asyncio.run(
    # The whole program.
    main()
)
# +++
import asyncio

async def main(): ...

asyncio.run(
    main()
)

# --- asyncio-run-new-loop back: the name is the user's own
import asyncio

async def main(): ...

class asyncio:  # -
    def run(coroutine): ...  # -

asyncio.run(main())

# --- asyncio-run-new-loop back: the value is asked for at once
import asyncio

async def main(): ...

result = asyncio.run(main()) or 1  # -
result = asyncio.run(main())  # +

# --- asyncio-run-new-loop back: newer Pythons alone run this
import asyncio, sys

async def main(): ...

if sys.version_info >= (3, 7):  # -
if sys.platform == "linux":  # +
    asyncio.run(main())

# --- asyncio-create-task forward: the argument may be a future
import asyncio

async def job(): ...

async def main(something):
    task = asyncio.ensure_future(something)  # -
    task = asyncio.ensure_future(job())  # +

# --- asyncio-create-task forward: the argument is an object that can be awaited
import asyncio

class Job:
    def __await__(self):
        yield

async def job(): ...

async def main():
    task = asyncio.ensure_future(Job())  # -
    task = asyncio.ensure_future(job())  # +

# --- asyncio-create-task forward: the argument comes from a plain function
import asyncio

def job():  # -
    return asyncio.get_event_loop().create_future()  # -
async def job():  # +
    pass  # +

async def main():
    task = asyncio.ensure_future(job())

# --- asyncio-create-task forward: no loop needs to run here
import asyncio

async def job(): ...

def main():  # -
async def main():  # +
    return asyncio.ensure_future(job())

# --- asyncio-create-task forward: the module is loaded before a loop runs
import asyncio

async def job(): ...

async def main():  # +
    task = asyncio.ensure_future(job())  # +
task = asyncio.ensure_future(job())  # -

# --- asyncio-create-task forward: a function within runs when it is called
import asyncio

async def job(): ...

async def main():
    start = lambda: asyncio.ensure_future(job())  # -
    start = asyncio.ensure_future(job())  # +

# --- asyncio-create-task forward: the task is for another loop
import asyncio

async def job(): ...

async def main(other):
    asyncio.ensure_future(job(), loop=other)  # -
    asyncio.ensure_future(job())  # +

# --- asyncio-create-task forward: the function has a decorator
import asyncio

@asyncio.coroutine  # -
async def job(): ...

async def main():
    asyncio.ensure_future(job())

# --- asyncio-create-task forward: the name means another function in this scope
import asyncio

async def job(): ...

async def main(job):  # -
async def main():  # +
    asyncio.ensure_future(job())

# --- asyncio-create-task back: the task gets a name
import asyncio

async def job(): ...

async def main():
    asyncio.create_task(job(), name="job")  # -
    asyncio.create_task(job())  # +

# --- asyncio-create-task back: the function is handed on
import asyncio

async def job(): ...

async def main():
    start(asyncio.create_task)  # -
    asyncio.create_task(job())  # +

# --- asyncio-create-task back: without a loop one of them raises an error
import asyncio

async def job(): ...

def main():  # -
async def main():  # +
    asyncio.create_task(job())

# --- asyncio-create-task back: a loop of one's own makes the task
import asyncio

async def job(): ...

async def main(asyncio):  # -
async def main():  # +
    asyncio.create_task(job())

# --- asyncio-get-running-loop forward: no loop runs while the module is loaded
import asyncio

loop = asyncio.get_event_loop()  # -
async def main():  # +
    loop = asyncio.get_event_loop()  # +

# --- asyncio-get-running-loop forward: a plain function may be called without a loop
import asyncio

def job():  # -
async def job():  # +
    return asyncio.get_event_loop()

# --- asyncio-get-running-loop forward: an object is made before the loop runs
import asyncio

class Protocol:
    def __init__(self):  # -
    async def start(self):  # +
        self.loop = asyncio.get_event_loop()

# --- asyncio-get-running-loop forward: a plain function in a coroutine runs elsewhere
import asyncio

async def job():
    def later():  # -
    async def later():  # +
        return asyncio.get_event_loop()
    return later

# --- asyncio-get-running-loop forward: a lambda in a coroutine runs elsewhere
import asyncio

async def job():
    return lambda: asyncio.get_event_loop()  # -
    return asyncio.get_event_loop()  # +

# --- asyncio-get-running-loop forward: a default is worked out when the function is defined
import asyncio

async def job(loop=asyncio.get_event_loop()):  # -
async def job():  # +
    return asyncio.get_event_loop()  # +
    return loop  # -

# --- asyncio-get-running-loop forward: a class in a coroutine keeps it, its methods run elsewhere
import asyncio

async def job():
    class Later:
        def run(self):  # -
        async def run(self):  # +
            return asyncio.get_event_loop()

# --- asyncio-get-running-loop forward: the policy is asked
import asyncio

async def job():
    return asyncio.get_event_loop_policy().get_event_loop()  # -
    return asyncio.get_event_loop()  # +

# --- asyncio-get-running-loop forward [>=3.6]: some targeted Python does not have it
import asyncio

async def job():
    return asyncio.get_event_loop()

# --- asyncio-get-running-loop back: the error that it raises without a loop is what counts
import asyncio

def is_running():  # -
async def is_running():  # +
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True

# --- asyncio-get-running-loop back: a lambda may run without a loop
import asyncio

async def job():
    return lambda: asyncio.get_running_loop()  # -
    return asyncio.get_running_loop()  # +

# --- asyncio-get-running-loop back: the function itself is handed on
import asyncio

async def job():
    return asyncio.get_running_loop  # -
    return asyncio.get_running_loop()  # +

# --- asyncio-current-task forward: without a loop one gives None, the other raises an error
import asyncio

def job():  # -
async def job():  # +
    return asyncio.Task.current_task()

# --- asyncio-current-task forward: the class of tasks is one's own
import asyncio

class Task(asyncio.Task):  # -
    @classmethod  # -
    def current_task(cls): ...  # -

async def job():
    return Task.current_task()  # -
    return asyncio.Task.current_task()  # +

# --- asyncio-current-task back: the function is handed on
import asyncio

async def job():
    return map(asyncio.current_task, loops)  # -
    return asyncio.current_task()  # +

# --- asyncio-current-task back: no loop runs that could be asked
import asyncio

def job():  # -
async def job():  # +
    return asyncio.current_task()

# --- asyncio-current-task back [>=3.6]: a targeted Python has lost the older way
import asyncio

async def job():
    return asyncio.current_task()

# --- asyncio-all-tasks forward: finished tasks are read as well
import asyncio

async def job():
    return {t.result() for t in asyncio.Task.all_tasks() if t.done()}  # -
    return {t for t in asyncio.Task.all_tasks() if not t.done()}  # +

# --- asyncio-all-tasks forward (modernise-asyncio-all-tasks): finished tasks are not left out
import asyncio

async def job():
    return {t for t in asyncio.Task.all_tasks()}  # -
    return {t for t in asyncio.Task.all_tasks() if not t.done()}  # +

# --- asyncio-all-tasks forward (modernise-asyncio-all-tasks): only some of the others are wanted
import asyncio

async def job(me):
    return {t for t in asyncio.Task.all_tasks() if t is not me if not t.done()}  # -
    return {t for t in asyncio.Task.all_tasks() if not t.done()}  # +

# --- asyncio-all-tasks forward (modernise-asyncio-all-tasks): another task is asked whether it is done
import asyncio

async def job(me):
    return {t for t in asyncio.Task.all_tasks() if not me.done()}  # -
    return {t for t in asyncio.Task.all_tasks() if not t.done()}  # +

# --- asyncio-all-tasks forward: no loop runs
import asyncio

def job():  # -
async def job():  # +
    return {t for t in asyncio.Task.all_tasks() if not t.done()}

# --- asyncio-all-tasks forward (modernise-asyncio-all-tasks): it is a list that is made
import asyncio

async def job():
    return [t for t in asyncio.Task.all_tasks() if not t.done()]  # -
    return {t for t in asyncio.Task.all_tasks() if not t.done()}  # +

# --- asyncio-all-tasks forward: the errors of tasks that have ended are read
import asyncio

async def job():
    for t in asyncio.Task.all_tasks():
        print(t.exception())  # -
        print(t)  # +

# --- asyncio-all-tasks back: no loop runs
import asyncio

def job():  # -
async def job():  # +
    return asyncio.all_tasks()

# --- asyncio-all-tasks back: the function is handed on
import asyncio

async def job():
    return asyncio.all_tasks  # -
    return asyncio.all_tasks()  # +

# --- asyncio-server-async-with forward: more is done in the end
import asyncio

async def job(handle):
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        print(server.sockets)
    finally:
        print("end")  # -
        server.close()
        await server.wait_closed()

# --- asyncio-server-async-with forward: nobody waits until it is closed
import asyncio

async def job(handle):
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        print(server.sockets)
    finally:
        server.close()
        await server.wait_closed()  # +

# --- asyncio-server-async-with forward: another server is closed
import asyncio

async def job(handle, other):
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        print(server.sockets)
    finally:
        other.close()  # -
        server.close()  # +
        await server.wait_closed()

# --- asyncio-server-async-with forward: the name stands for another server in the end
import asyncio

async def job(handle):
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        server = await asyncio.start_server(handle, "127.0.0.1", 1)  # -
        print(server.sockets)
    finally:
        server.close()
        await server.wait_closed()

# --- asyncio-server-async-with forward: an error is handled, too
import asyncio

async def job(handle):
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        print(server.sockets)
    except OSError:  # -
        pass  # -
    finally:
        server.close()
        await server.wait_closed()

# --- asyncio-server-async-with forward: something happens before errors are caught
import asyncio

async def job(handle):
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    await handle()  # -
    try:
        print(server.sockets)
    finally:
        server.close()
        await server.wait_closed()

# --- asyncio-server-async-with back: the name stands for another server in the end
import asyncio

async def job(handle):
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server:
        server = None  # -
        print(server)

# --- asyncio-server-async-with back: the server comes from elsewhere
import asyncio

async def job(handle, server):
    server = await asyncio.start_server(handle, "127.0.0.1", 0)  # +
    async with server:
        print(server.sockets)

# --- asyncio-server-async-with back: another is entered with it
import asyncio

async def job(handle, lock):
    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    async with server, lock:  # -
    async with server:  # +
        print(server.sockets)

# --- cancelled-error forward (modernise-cancelled-error): the handler does more than raise it again
import asyncio

async def job():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print("cancelled")  # -
        raise
    except Exception:
        pass

# --- cancelled-error forward (modernise-cancelled-error): a later handler would catch it as well
import asyncio

async def job():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        raise
    except BaseException:  # -
    except Exception:  # +
        pass

# --- cancelled-error forward (modernise-cancelled-error): everything else is caught as well
import asyncio

async def job():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        raise
    except:  # -
    except Exception:  # +
        pass

# --- cancelled-error forward (modernise-cancelled-error): another error is raised in its place
import asyncio

async def job():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        raise TimeoutError  # -
        raise  # +
    except Exception:
        pass

# --- cancelled-error forward (modernise-cancelled-error): the error of another library stays an Exception
import asyncio
import concurrent.futures

async def job():
    try:
        await asyncio.sleep(60)
    except concurrent.futures.CancelledError:  # -
    except asyncio.CancelledError:  # +
        raise
    except Exception:
        pass

# --- cancelled-error forward [>=3.7] (modernise-cancelled-error): a targeted Python still has it as an Exception
import asyncio

async def job():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        raise
    except Exception:
        pass

# --- cancelled-error forward (modernise-cancelled-error): the handler stands behind the one that would catch it
import asyncio

async def job():
    try:
        await asyncio.sleep(60)
    except Exception:  # -
        pass  # -
    except asyncio.CancelledError:
        raise
    except Exception:  # +
        pass  # +

# --- cancelled-error back (reraise-cancelled-error): it is let through already
import asyncio

async def job():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:  # -
        raise  # -
    except Exception:
        pass

# --- cancelled-error back (reraise-cancelled-error): nothing is waited for, so that nothing is cancelled
import asyncio

async def job():
    try:
        print(60)  # -
        await asyncio.sleep(60)  # +
    except Exception:
        pass

# --- cancelled-error back (reraise-cancelled-error): only some errors are caught
import asyncio

async def job():
    try:
        await asyncio.sleep(60)
    except ValueError:  # -
    except Exception:  # +
        pass

# --- iscoroutinefunction forward [>=3.4]: some targeted Python does not see marked functions
import asyncio

print(asyncio.iscoroutinefunction(job))

# --- iscoroutinefunction forward: the function is the user's own
import asyncio

class asyncio:  # -
    def iscoroutinefunction(function): ...  # -

print(asyncio.iscoroutinefunction(job))

# --- iscoroutinefunction forward: a generator counts for one of them
import asyncio

@asyncio.coroutine  # -
def job():
    yield

print(asyncio.iscoroutinefunction(job))

# --- asyncmock forward: the function works its answer out
from unittest import mock

async def answer(*args, **kwargs):
    return len(args)  # -
    return 5  # +

m = mock.Mock(side_effect=answer)

# --- asyncmock forward: the function does something first
from unittest import mock

async def answer(*args, **kwargs):
    print(args)  # -
    return 5

m = mock.Mock(side_effect=answer)

# --- asyncmock forward: the mock has the shape of something
from unittest import mock

async def answer(*args, **kwargs):
    return 5

m = mock.Mock(side_effect=answer, spec=open)  # -
m = mock.Mock(side_effect=answer)  # +

# --- asyncmock forward: the function is used elsewhere
from unittest import mock

async def answer(*args, **kwargs):
    return 5

m = mock.Mock(side_effect=answer)
check(answer)  # -

# --- asyncmock forward: the function refuses other arguments
from unittest import mock

async def answer(first):  # -
async def answer(*args, **kwargs):  # +
    return 5

m = mock.Mock(side_effect=answer)

# --- asyncmock forward: the function is no coroutine
from unittest import mock

def answer(*args, **kwargs):  # -
async def answer(*args, **kwargs):  # +
    return 5

m = mock.Mock(side_effect=answer)

# --- asyncmock forward: the function has a decorator
from unittest import mock

@traced  # -
async def answer(*args, **kwargs):
    return 5

m = mock.Mock(side_effect=answer)

# --- asyncmock forward: a list would be the same one at each call
from unittest import mock

async def answer(*args, **kwargs):
    return []  # -
    return 5  # +

m = mock.Mock(side_effect=answer)

# --- asyncmock forward: the mock is asked whether it is a function of coroutines
import inspect
from unittest import mock

async def answer(*args, **kwargs):
    return 5

m = mock.Mock(side_effect=answer)
print(inspect.iscoroutinefunction(m))  # -

# --- asyncmock forward: the mock is asked what it can tell of
from unittest import mock

async def answer(*args, **kwargs):
    return 5

m = mock.Mock(side_effect=answer)
print(hasattr(m, "assert_awaited"))  # -

# --- asyncmock forward: the mock is asked for its class
from unittest import mock

async def answer(*args, **kwargs):
    return 5

m = mock.Mock(side_effect=answer)
print(isinstance(m, mock.AsyncMock))  # -

# --- asyncmock back (downgrade-asyncmock): the value is worked out once
from unittest import mock

m = mock.AsyncMock(return_value=make())  # -
m = mock.AsyncMock(return_value=5)  # +

# --- asyncmock back (downgrade-asyncmock): it is asked how often it was awaited
from unittest import mock

m = mock.AsyncMock(return_value=5)
m.assert_awaited_once()  # -

# --- asyncmock back (downgrade-asyncmock): it is given to someone at once
from unittest import mock

use(mock.AsyncMock(return_value=5))  # -
m = mock.AsyncMock(return_value=5)  # +

# --- asyncmock back (downgrade-asyncmock): it has a side effect, too
from unittest import mock

m = mock.AsyncMock(return_value=5, side_effect=[1, 2])  # -
m = mock.AsyncMock(return_value=5)  # +
