"""Says what happened in a few repositories since yesterday."""

import asyncio
import subprocess
import sys
import time
from contextvars import ContextVar
from dataclasses import dataclass

from tidings.report import render

if sys.version_info >= (3, 8):
    from importlib.metadata import version
else:
    from importlib_metadata import version

repository = ContextVar("repository", default="?")


@dataclass
class Tiding:
    where: str
    commits: int
    took: int


def git(path, *arguments):
    result = subprocess.run(["git", "-C", path, *arguments], capture_output=True, check=True)
    return result.stdout.decode()


async def look(path):
    repository.set(path)
    begun = time.time_ns()
    loop = asyncio.get_event_loop()
    log = await loop.run_in_executor(None, git, path, "log", "--oneline", "--since=yesterday")
    return Tiding(path, len(log.splitlines()), time.time_ns() - begun)


async def main(paths):
    tidings = await asyncio.gather(*(look(path) for path in paths))
    print("tidings", version("tidings"))
    print(render(tidings))


def start():
    asyncio.run(main(sys.argv[1:]))


if __name__ == "__main__":
    start()
