# --- subprocess-capture-output forward: both streams go into one
import subprocess

subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)  # -
subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # +

# --- subprocess-capture-output forward: one stream alone is captured
import subprocess

subprocess.run(args, stdout=subprocess.PIPE)  # -
subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # +

# --- subprocess-capture-output forward: errors go nowhere
import subprocess

subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # -
subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # +

# --- subprocess-capture-output forward: a process that goes on has no such parameter
import subprocess

subprocess.Popen(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # -
subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # +

# --- subprocess-capture-output forward: call has no such parameter
import subprocess

subprocess.call(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # -
subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # +

# --- subprocess-capture-output forward: check_call has no such parameter
import subprocess

subprocess.check_call(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # -
subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # +

# --- subprocess-capture-output forward: check_output captures one stream anyway
import subprocess

subprocess.check_output(args, stderr=subprocess.PIPE)  # -
subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # +

# --- subprocess-capture-output forward: further arguments are not written out
import subprocess

subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)  # -
subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # +

# --- subprocess-capture-output forward: a stream is given by its place
import subprocess

subprocess.run(args, -1, None, None, subprocess.PIPE, stderr=subprocess.PIPE)  # -
subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # +

# --- subprocess-capture-output forward: where a stream goes is chosen at run time
import subprocess

subprocess.run(args, stdout=subprocess.PIPE if quiet else None, stderr=subprocess.PIPE)  # -
subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # +

# --- subprocess-capture-output forward: the function is another library's
import sh as subprocess  # -
import subprocess  # +

subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

# --- subprocess-capture-output forward: PIPE is the user's own
from subprocess import PIPE, run

PIPE = open("log", "w")  # -

run(args, stdout=PIPE, stderr=PIPE)

# --- subprocess-capture-output forward: a comment in between would be lost
import subprocess

subprocess.run(
    args,
    stdout=subprocess.PIPE,
    # The compiler warns here.  # -
    stderr=subprocess.PIPE,
)

# --- subprocess-capture-output forward [>=3.6]: some targeted Python has no such parameter
import subprocess

subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

# --- subprocess-capture-output back: whether to capture is chosen at run time
import subprocess

subprocess.run(args, capture_output=quiet)  # -
subprocess.run(args, capture_output=True)  # +

# --- subprocess-capture-output back: further arguments are not written out
import subprocess

subprocess.run(args, capture_output=True, **options)  # -
subprocess.run(args, capture_output=True)  # +

# --- subprocess-capture-output back: a stream is given as well, which is an error
import subprocess

subprocess.run(args, capture_output=True, stdout=log)  # -
subprocess.run(args, capture_output=True)  # +

# --- process-kill forward: the process is one of subprocess
import os, signal, subprocess

proc = subprocess.Popen(["sleep", "9"])  # -
os.kill(proc.pid, signal.SIGKILL)  # -
import multiprocessing  # +
proc = multiprocessing.Process(target=print)  # +
os.kill(proc.pid, signal.SIGKILL)  # +

# --- process-kill forward: nobody knows what the process is
import multiprocessing, os, signal

def stop(proc):  # -
def stop(proc: multiprocessing.Process):  # +
    os.kill(proc.pid, signal.SIGKILL)

# --- process-kill forward: the number was kept, and the process may be another by then
import multiprocessing, os, signal

def stop(proc: multiprocessing.Process):
    pid = proc.pid
    proc.join(5)
    os.kill(pid, signal.SIGKILL)  # -
    os.kill(proc.pid, signal.SIGKILL)  # +

# --- process-kill forward: it is only asked to end
import multiprocessing, os, signal

def stop(proc: multiprocessing.Process):
    os.kill(proc.pid, signal.SIGTERM)  # -
    os.kill(proc.pid, signal.SIGKILL)  # +

# --- process-kill forward: the whole group is meant
import multiprocessing, os, signal

def stop(proc: multiprocessing.Process):
    os.killpg(proc.pid, signal.SIGKILL)  # -
    os.kill(proc.pid, signal.SIGKILL)  # +

# --- process-kill back: the process is one of subprocess, which can do it all along
import subprocess, multiprocessing

def stop(proc: subprocess.Popen):  # -
def stop(proc: multiprocessing.Process):  # +
    proc.kill()

# --- process-kill back: the method is handed on
import atexit, multiprocessing

def stop(proc: multiprocessing.Process):
    atexit.register(proc.kill)  # -
    proc.kill()  # +

# --- socket-getblocking forward: it asks whether there is a limit
import socket

def ask(sock: socket.socket):
    return sock.gettimeout() is None  # -
    return sock.gettimeout() != 0  # +

# --- socket-getblocking forward: it asks for a limit of its own
import socket

def ask(sock: socket.socket):
    return sock.gettimeout() != 1  # -
    return sock.gettimeout() != 0  # +

# --- socket-getblocking forward: it asks for some limit above zero
import socket

def ask(sock: socket.socket):
    return sock.gettimeout() > 0  # -
    return sock.gettimeout() != 0  # +

# --- socket-getblocking forward: nobody knows what the object is
import socket

def ask(sock):  # -
def ask(sock: socket.socket):  # +
    return sock.gettimeout() != 0

# --- socket-getblocking forward: the comparison goes on
import socket

def ask(sock: socket.socket, other):
    return sock.gettimeout() != 0 != other  # -
    return sock.gettimeout() != 0  # +

# --- socket-getblocking forward: the limit of all sockets is asked for
import socket

def ask(sock: socket.socket):
    return socket.getdefaulttimeout() != 0  # -
    return sock.gettimeout() != 0  # +

# --- socket-getblocking back: the method is handed on
import socket

def ask(sock: socket.socket):
    return sock.getblocking  # -
    return sock.getblocking()  # +

# --- socket-getblocking back: the class has a method of its own
import socket

class Wire(socket.socket):
    def getblocking(self): ...

def ask(sock: Wire):  # -
def ask(sock: socket.socket):  # +
    return sock.getblocking()

# --- socket-close-fd forward: the socket lives on and closes the number once more
import os, socket

def end(sock: socket.socket):
    os.close(sock.fileno())  # -
    os.close(sock.detach())  # +

# --- socket-close-fd forward: it is the number of a file
import io, os, socket

def end(file: io.FileIO):  # -
    os.close(file.detach())  # -
def end(sock: socket.socket):  # +
    os.close(sock.detach())  # +

# --- socket-close-fd forward: nobody knows what the number is of
import os, socket

def end(sock):  # -
def end(sock: socket.socket):  # +
    os.close(sock.detach())

# --- socket-close-fd forward: the number was kept
import os, socket

def end(sock: socket.socket):
    number = sock.detach()
    os.close(number)  # -
    os.close(sock.detach())  # +

# --- socket-close-fd back: the number may be of anything
import socket

def end(sock: socket.socket, number):
    socket.close(number)  # -
    socket.close(sock.detach())  # +

# --- socket-close-fd back: the function is handed on
import atexit, socket

def end(sock: socket.socket):
    atexit.register(socket.close, sock.detach())  # -
    socket.close(sock.detach())  # +

# --- os-cpu-count forward: an error tells that the number is not known
import multiprocessing

try:  # -
    count = multiprocessing.cpu_count()  # -
except NotImplementedError:  # -
    count = 1  # -
count = multiprocessing.cpu_count()  # +

# --- os-cpu-count forward: an error of any kind is caught
import multiprocessing

try:
    count = multiprocessing.cpu_count() or 1
except Exception:  # -
except KeyboardInterrupt:  # +
    count = 1

# --- os-cpu-count forward: the module is another library's
import billiard as multiprocessing  # -
import multiprocessing  # +

count = multiprocessing.cpu_count()

# --- os-cpu-count back: the function is handed on
import os

counter = os.cpu_count  # -
counter = os.cpu_count()  # +

# --- os-cpu-count back: None is what tells that the number is not known
import os

count = os.cpu_count()
if count is None:  # -
    count = 4  # -

# --- os-set-inheritable forward: another flag is taken away as well
import fcntl

fcntl.fcntl(fd, fcntl.F_SETFD, fcntl.fcntl(fd, fcntl.F_GETFD) & ~(fcntl.FD_CLOEXEC | 2))  # -
fcntl.fcntl(fd, fcntl.F_SETFD, fcntl.fcntl(fd, fcntl.F_GETFD) & ~fcntl.FD_CLOEXEC)  # +

# --- os-set-inheritable forward: the flags come from another descriptor
import fcntl

fcntl.fcntl(fd, fcntl.F_SETFD, fcntl.fcntl(other, fcntl.F_GETFD) & ~fcntl.FD_CLOEXEC)  # -
fcntl.fcntl(fd, fcntl.F_SETFD, fcntl.fcntl(fd, fcntl.F_GETFD) & ~fcntl.FD_CLOEXEC)  # +

# --- os-set-inheritable forward: they are the flags of the file
import fcntl

fcntl.fcntl(fd, fcntl.F_SETFL, fcntl.fcntl(fd, fcntl.F_GETFL) & ~fcntl.FD_CLOEXEC)  # -
fcntl.fcntl(fd, fcntl.F_SETFD, fcntl.fcntl(fd, fcntl.F_GETFD) & ~fcntl.FD_CLOEXEC)  # +

# --- os-set-inheritable forward: the result is used
import fcntl

done = fcntl.fcntl(fd, fcntl.F_SETFD, fcntl.fcntl(fd, fcntl.F_GETFD) & ~fcntl.FD_CLOEXEC)  # -
fcntl.fcntl(fd, fcntl.F_SETFD, fcntl.fcntl(fd, fcntl.F_GETFD) & ~fcntl.FD_CLOEXEC)  # +

# --- os-set-inheritable forward: two descriptors are taken from a queue
import fcntl

fcntl.fcntl(take(), fcntl.F_SETFD, fcntl.fcntl(take(), fcntl.F_GETFD) & ~fcntl.FD_CLOEXEC)  # -
fcntl.fcntl(fd, fcntl.F_SETFD, fcntl.fcntl(fd, fcntl.F_GETFD) & ~fcntl.FD_CLOEXEC)  # +

# --- os-set-inheritable back: whether it is inherited is chosen at run time
import os

os.set_inheritable(fd, flag)  # -
os.set_inheritable(fd, True)  # +

# --- os-set-inheritable back: the descriptor would be asked for twice
import os

os.set_inheritable(take(), True)  # -
os.set_inheritable(fd, True)  # +

# --- os-preadv back: flags are given
import os

os.preadv(fd, buffers, 0, os.RWF_HIPRI)  # -
os.preadv(fd, buffers, 0)  # +

# --- os-preadv back: the function is handed on
import os

read = os.preadv  # -
read = os.preadv(fd, buffers, 0)  # +

# --- os-pwritev back: flags are given
import os

os.pwritev(fd, buffers, 0, os.RWF_SYNC)  # -
os.pwritev(fd, buffers, 0)  # +

# --- os-pwritev back: the arguments are not written out
import os

os.pwritev(*parts)  # -
os.pwritev(fd, buffers, 0)  # +

# --- simplequeue forward: its size is limited
import queue

def work():
    q = queue.Queue(maxsize=4)  # -
    q = queue.Queue()  # +
    q.put(1)
    return q.get()

# --- simplequeue forward: somebody waits until all is done
import queue

def work():
    q = queue.Queue()
    q.put(1)
    q.join()  # -
    return q.get()

# --- simplequeue forward: it is told of what is done
import queue

def work():
    q = queue.Queue()
    q.put(1)
    q.task_done()  # -
    return q.get()

# --- simplequeue forward: it is asked whether it is full
import queue

def work():
    q = queue.Queue()
    q.put(1)
    return q.full()  # -
    return q.get()  # +

# --- simplequeue forward: its own list is looked at
import queue

def work():
    q = queue.Queue()
    q.put(1)
    return list(q.queue)  # -
    return q.get()  # +

# --- simplequeue forward: somebody else gets it
import queue

def work(start):
    q = queue.Queue()
    start(q)  # -
    return q.get()

# --- simplequeue forward: it is of a class that keeps things in its own way
import queue

class Stack(queue.Queue):
    def _put(self, item): ...

def work():
    q = Stack()  # -
    q = queue.Queue()  # +
    q.put(1)
    return q.get()

# --- simplequeue forward: another function closes over it
import queue

def work():
    q = queue.Queue()

    def later():
        return q.unfinished_tasks  # -
        return q.get()  # +

    return later

# --- simplequeue back: a finalizer puts into it, which the older one cannot stand
import queue

q = queue.SimpleQueue()

class Handle:
    def __del__(self):  # -
    def close(self):  # +
        q.put(self.number)

# --- simplequeue back: a handler of signals puts into it
import queue, signal

q = queue.SimpleQueue()
signal.signal(signal.SIGINT, lambda *args: q.put(args))  # -

# --- simplequeue back: the class is handed on
import queue

make = queue.SimpleQueue  # -
make = queue.SimpleQueue()  # +

# --- simplequeue back: a class inherits from it
import queue

class Box(queue.SimpleQueue):  # -
    pass  # -

box = Box()  # -
box = queue.SimpleQueue()  # +

# --- main-thread back: the function is handed on
import threading

find = threading.main_thread  # -
find = threading.main_thread()  # +

# --- main-thread back: it is asked when the main thread has ended
import threading

if not threading.main_thread().is_alive():  # -
if threading.current_thread() is threading.main_thread():  # +
    print("alone")
