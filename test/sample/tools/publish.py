"""Builds the package and sends it off. Runs on the maintainers' machines only."""

import asyncio
import subprocess


def build():
    made = subprocess.run(["python", "-m", "build"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)
    return made.stdout


async def publish():
    print(len(await asyncio.to_thread(build)), "bytes of log")


if __name__ == "__main__":
    loop = asyncio.get_event_loop()
    loop.run_until_complete(publish())
    loop.close()
