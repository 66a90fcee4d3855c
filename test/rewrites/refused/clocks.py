# --- time-time-ns forward: milliseconds are what is wanted
import time

result = int(time.time() * 1e3)  # -
result = int(time.time() * 1e9)  # +

# --- time-time-ns forward: microseconds are what is wanted
import time

result = int(time.time() * 10**6)  # -
result = int(time.time() * 10**9)  # +

# --- time-time-ns forward: the number stays a float
import time

result = time.time() * 1e9  # -
result = round(time.time() * 1e9)  # +

# --- time-time-ns forward: it is rounded to some digits
import time

result = round(time.time() * 1e9, -3)  # -
result = round(time.time() * 1e9)  # +

# --- time-time-ns forward: it is compared with what a float gave
import time

expired = int(time.time() * 1e9) > int(stamp * 1e9)  # -
now = int(time.time() * 1e9)  # +

# --- time-time-ns forward: the name is compared with what a float gave
import os, time

def is_new(path):
    now = int(time.time() * 1e9)
    return now >= int(os.stat(path).st_mtime * 1e9)  # -
    return now  # +

# --- time-time-ns forward: what is taken from it came of a float
import time

started = time.time()
took = int(time.time() * 1e9) - int(started * 1e9)  # -
took = int(time.time() * 1e9) - 5  # +

# --- time-time-ns forward: an offset is added before it is cut
import time

result = int((time.time() + 3600) * 1e9)  # -
result = int(time.time() * 1e9)  # +

# --- time-time-ns forward: the clock is the user's own
import time

class time:  # -
    @staticmethod  # -
    def time(): ...  # -

result = int(time.time() * 1e9)

# --- time-time-ns forward: the builtin has another meaning here
import time

def stamp(int):  # -
def stamp():  # +
    return int(time.time() * 1e9)

# --- time-time-ns forward [>=3.6]: some targeted Python does not have it
import time

result = int(time.time() * 1e9)

# --- time-time-ns back: the function is handed on
import time

clock = time.time_ns  # -
clock = time.time_ns()  # +

# --- time-time-ns back: a clock of one's own stands under that name
import time

class Clock:
    def time_ns(self): ...

time = Clock()  # -
result = time.time_ns()

# --- time-monotonic-ns forward: the factor is another
import time

result = int(time.monotonic() * 1e6)  # -
result = int(time.monotonic() * 1e9)  # +

# --- time-monotonic-ns forward: it is compared with a deadline that is a float
import time

late = int(time.monotonic() * 1e9) >= int(deadline * 1e9)  # -
now = int(time.monotonic() * 1e9)  # +

# --- time-monotonic-ns forward: two readings are subtracted before they are cut
import time

result = int((time.monotonic() - start) * 1e9)  # -
result = int(time.monotonic() * 1e9)  # +

# --- time-monotonic-ns back: the function is handed on
import time

clock = time.monotonic_ns  # -
clock = time.monotonic_ns()  # +

# --- time-perf-counter-ns forward: the factor is another
import time

result = round(time.perf_counter() * 1000000)  # -
result = round(time.perf_counter() * 1000000000)  # +

# --- time-perf-counter-ns forward: what is taken from it came of a float
import time

took = int(time.perf_counter() * 1e9) - int(begun * 1e9)  # -
now = int(time.perf_counter() * 1e9)  # +

# --- time-perf-counter-ns back: the function is the default of a parameter
import time

def measure(clock=time.perf_counter_ns):  # -
def measure(clock=time.perf_counter_ns()):  # +
    return clock

# --- time-process-time-ns forward: it is divided
import time

result = int(time.process_time() / 1e-9)  # -
result = int(time.process_time() * 1e9)  # +

# --- time-process-time-ns forward: it is compared with a part of a second
import time

over = int(time.process_time() * 1e9) > limit * 1e9  # -
now = int(time.process_time() * 1e9)  # +

# --- time-process-time-ns back: the function is handed on
import time

clock = time.process_time_ns  # -
clock = time.process_time_ns()  # +

# --- time-clock-gettime-ns forward: the factor is another
import time

result = int(time.clock_gettime(time.CLOCK_MONOTONIC) * 10**3)  # -
result = int(time.clock_gettime(time.CLOCK_MONOTONIC) * 10**9)  # +

# --- time-clock-gettime-ns forward: it is compared with what a float gave
import time

late = int(time.clock_gettime(time.CLOCK_MONOTONIC) * 10**9) == int(at * 10**9)  # -
now = int(time.clock_gettime(time.CLOCK_MONOTONIC) * 10**9)  # +

# --- time-clock-gettime-ns forward: another clock is read
import time

result = int(time.clock_getres(time.CLOCK_MONOTONIC) * 10**9)  # -
result = int(time.clock_gettime(time.CLOCK_MONOTONIC) * 10**9)  # +

# --- time-clock-gettime-ns back: the arguments are not written out
import time

result = time.clock_gettime_ns(*clocks)  # -
result = time.clock_gettime_ns(time.CLOCK_MONOTONIC)  # +

# --- time-thread-time forward: the clock is another one
import time

result = time.clock_gettime(time.CLOCK_PROCESS_CPUTIME_ID)  # -
result = time.clock_gettime(time.CLOCK_THREAD_CPUTIME_ID)  # +

# --- time-thread-time forward: the clock is held in a variable
import time

clock = time.CLOCK_THREAD_CPUTIME_ID
clock = time.CLOCK_MONOTONIC if slow else clock
result = time.clock_gettime(clock)  # -
result = time.clock_gettime(time.CLOCK_THREAD_CPUTIME_ID)  # +

# --- time-thread-time forward: the resolution is asked for
import time

result = time.clock_getres(time.CLOCK_THREAD_CPUTIME_ID)  # -
result = time.clock_gettime(time.CLOCK_THREAD_CPUTIME_ID)  # +

# --- time-thread-time back: the function is handed on
import time

clock = time.thread_time  # -
clock = time.thread_time()  # +
