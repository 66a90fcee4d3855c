/** How a generated module begins. */
export const MODULE_HEADER = `"""Keeps the books of a small service: what came in, what was done and what it cost."""

from __future__ import annotations

import argparse
import asyncio
import collections
import contextlib
import dataclasses
import functools
import itertools
import json
import logging
import math
import os
import re
import shutil
import subprocess
import sys
import threading
import time
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Callable, Dict, Iterable, Iterator, List, Optional, Tuple, Union

try:
    import tomllib
except ImportError:
    tomllib = None

try:
    from functools import cache
except ImportError:
    cache = functools.lru_cache(maxsize=None)

PY38 = sys.version_info >= (3, 8)
ROOT = Path(__file__).resolve().parent
log = logging.getLogger(__name__)
`;

/**
 * Pieces of code as programs are made of. `$a`, `$b` and `$c` stand for names, `$V` for a verb, `$C` and `$D` for class
 * names, `$s` for a word and `$n` for a number; `$u` makes a name of the module unique.
 */
export const TEMPLATES: readonly string[] = [
  `
def $V_$a$u($a: Iterable[int], *, limit: int = $n) -> int:
    """Sums what is below the limit."""
    total = 0
    for value in $a:
        if value < limit:
            total += value
        elif value == limit:
            continue
        else:
            break
    return total
`,
  `
@dataclasses.dataclass
class $C$u:
    """One $a as the $b stores it."""

    name: str
    $a: int = $n
    tags: List[str] = dataclasses.field(default_factory=list)
    created: datetime = dataclasses.field(default_factory=lambda: datetime.now(timezone.utc))

    def label(self) -> str:
        return f"{self.name} ({self.$a})"

    def is_old(self, now: Optional[datetime] = None) -> bool:
        now = now or datetime.now(timezone.utc)
        return now - self.created > timedelta(days=$n)
`,
  `
class $D$u(threading.Thread):
    def __init__(self, $a: str, $b: int = $n) -> None:
        super().__init__(name=$a, daemon=True)
        self.$a = $a
        self.$b = $b
        self.lock = threading.Lock()
        self.results: Dict[str, int] = {}

    def run(self) -> None:
        for index in range(self.$b):
            with self.lock:
                self.results[f"{self.$a}-{index}"] = math.factorial(index % 7)
            time.sleep(0.001)

    def summary(self) -> str:
        with self.lock:
            items = sorted(self.results.items(), key=lambda item: item[1])
        return ", ".join(f"{key}={value}" for key, value in items)
`,
  `
async def $V_$a$u($a: List[str]) -> Dict[str, int]:
    async def one(name: str) -> Tuple[str, int]:
        await asyncio.sleep(0)
        return name, len(name)

    tasks = [asyncio.create_task(one(name)) for name in $a]
    done = await asyncio.gather(*tasks, return_exceptions=False)
    return dict(done)
`,
  `
def main$u(argv: Optional[List[str]] = None) -> int:
    parser = argparse.ArgumentParser(description="Works on a $a.")
    parser.add_argument("$b", nargs="*", help="what to work on")
    parser.add_argument("--$s", type=int, default=$n)
    parser.add_argument("--verbose", "-v", action="store_true")
    options = parser.parse_args(argv)
    if options.verbose:
        logging.basicConfig(level=logging.DEBUG, force=True)
    for $c in options.$b:
        log.info("working on %s", $c)
    return asyncio.run(asyncio.sleep(0)) or 0
`,
  `
def $V_process$u(command: List[str], timeout: float = $n) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=True)
    except subprocess.CalledProcessError as error:
        log.error("%s failed with %d: %s", command[0], error.returncode, error.stderr)
        raise
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()
`,
  `
if PY38:
    def $V_product$u(values: Iterable[float]) -> float:
        return math.prod(values, start=1)
else:
    def $V_product$u(values: Iterable[float]) -> float:
        return functools.reduce(lambda left, right: left * right, values, 1)
`,
  `
def $V_files$u(folder: Path, pattern: str = "*.$s") -> Iterator[Path]:
    for path in sorted(folder.rglob(pattern)):
        if path.is_symlink() or not path.is_file():
            continue
        relative = path.relative_to(folder)
        if any(part.startswith(".") for part in relative.parts):
            continue
        yield path.with_suffix(".$s").resolve()
`,
  `
def $V_text$u(text: str) -> str:
    # Names of the old kind carry a prefix that nobody wants to see.
    text = text.removeprefix("$s-") if sys.version_info >= (3, 9) else text[$n % 3 :]
    words = [word.casefold() for word in re.split(r"\\W+", text) if word]
    counts = collections.Counter(words)
    most = {word: count for word, count in counts.most_common($n) if count > 1}
    return " ".join(sorted(most, key=most.get, reverse=True))
`,
  `
$A_TABLE$u = {
    "$a": {"$s": $n, "weight": 0.$n, "tags": ["$b", "$c"]},
    "$b": {"$s": $n, "weight": 1.$n, "tags": []},
    "$c": {"$s": -$n, "weight": 2.5e-$n, "tags": ["$a"]},
}
`,
  `
@functools.lru_cache(maxsize=$n)
def $V_cached$u($a: int, $b: int) -> int:
    if $a <= 1:
        return $b
    return $V_cached$u($a - 1, $b) + $V_cached$u($a - 2, $b + 1) % $n
`,
  `
@contextlib.contextmanager
def $V_within$u(folder: Union[str, Path]) -> Iterator[Path]:
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield Path(folder)
    finally:
        os.chdir(before)
`,
  `
class $C_Store$u:
    """Keeps every $a of the $b on disk."""

    suffix = ".json"
    cache: Dict[str, Any] = {}

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self._seen: set = set()

    def __len__(self) -> int:
        return len(self._seen)

    @property
    def names(self) -> List[str]:
        return sorted(self._seen)

    @classmethod
    def temporary(cls) -> "$C_Store$u":
        return cls(Path(os.environ.get("TMPDIR", "/tmp")) / "$s")

    @staticmethod
    def key(name: str, version: int = $n) -> str:
        return "%s-%04d" % (name.replace("/", "_"), version)

    def load(self, name: str) -> Optional[Dict[str, Any]]:
        path = self.folder / (self.key(name) + self.suffix)
        try:
            with path.open(encoding="utf-8") as stream:
                data = json.load(stream)
        except FileNotFoundError:
            return None
        self._seen.add(name)
        return data

    def save(self, name: str, data: Dict[str, Any]) -> None:
        path = self.folder / (self.key(name) + self.suffix)
        path.write_text(json.dumps(data, indent=2, sort_keys=True), encoding="utf-8")
        self._seen.add(name)
`,
  `
def $V_pairs$u(values: List[int]) -> List[Tuple[int, int]]:
    pairs = list(zip(values, values[1:]))
    chained = itertools.chain.from_iterable(pairs)
    grouped = {key: list(group) for key, group in itertools.groupby(sorted(chained), key=lambda value: value % $n)}
    return [(key, max(group)) for key, group in grouped.items() if group]
`,
  `
def $V_config$u(path: Path) -> Dict[str, Any]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".toml" and tomllib is not None:
        return tomllib.loads(text)
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    result: Dict[str, Any] = {}
    for line in lines:
        if not line:
            continue
        key, separator, value = line.partition("=")
        if not separator:
            raise ValueError(f"{path}: {line!r} has no value")
        result[key.strip().lower()] = int(value) if value.strip().isdigit() else value.strip()
    return result
`,
  `
def $V_$b$u($b, $c=None, *args, **kwargs):
    global $A_LAST$u
    $A_LAST$u = $b
    result = []
    while $b and len(result) < $n:
        item = $b.pop() if hasattr($b, "pop") else None
        if item is None or item is $c:
            break
        result.append((item, kwargs.get("$s", args)))
    assert isinstance(result, list), "a list was expected"
    return result or [$c]
`,
  `
# Old releases hand the $a over as bytes; see the notes on the $b.
def $V_bytes$u(data: bytes, *, order: str = "big") -> int:
    number = int.from_bytes(data[:$n], order)
    mask = (1 << $n) - 1
    return (number & mask) ^ (number >> 3 | 0x$n) if number else ~0
`,
  `
def $V_copy$u(source: Path, target: Path) -> int:
    copied = 0
    for name in os.listdir(source):
        origin, destination = source / name, target / name
        if origin.is_dir():
            shutil.copytree(origin, destination, dirs_exist_ok=True)
        elif not destination.exists() or origin.stat().st_mtime > destination.stat().st_mtime:
            shutil.copy2(origin, destination)
            copied += 1
    print("copied", copied, "files", file=sys.stderr, flush=True)
    return copied
`,
  `
def $V_matrix$u(rows: int = $n, columns: int = $n) -> List[List[float]]:
    matrix = [[math.sqrt(row * column) for column in range(columns)] for row in range(rows)]
    diagonal = [matrix[index][index] for index in range(min(rows, columns))]
    scale = math.dist(diagonal[:2], diagonal[2:4]) if len(diagonal) >= 4 else 1.0
    return [[value / (scale or 1.0) for value in row] for row in matrix]
`,
  `
def test_$V_$a$u(tmp_path: Path) -> None:
    store = {"$s": [$n, $n, $n], "name": "$b"}
    target = tmp_path / "$s.json"
    target.write_text(json.dumps(store))
    loaded = json.loads(target.read_text())
    assert loaded == store
    assert loaded["name"] == "$b" and loaded["$s"][0] == $n, loaded
`,
];
