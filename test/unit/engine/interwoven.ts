/** Results, attributes and globals that are known from the bodies of other functions, in circles and across classes. */
export const INTERWOVEN = `import asyncio, math, pathlib, sys
from pathlib import Path
from helper import Helper, make

CACHE = None

def start():
    return Path.cwd()

def later():
    value = start()
    value = value.parent
    return value

async def fetch():
    return later()

def ping(n):
    if n:
        return pong(n - 1)
    return Path("a")

def pong(n):
    found = ping(n)
    return found or start()

def remember(text):
    global CACHE
    CACHE = later()
    return text

TEXT = ""

def collect(text):
    global TEXT, CACHE
    TEXT = TEXT + text.strip()
    while CACHE.name:
        CACHE = CACHE.parent
        folder = CACHE
        folder = folder / TEXT.removeprefix("c")
    return collect(TEXT) or CACHE.with_stem(TEXT)

def climb(place=start()):
    for child in place.iterdir():
        yield child.parent
        yield from climb(child)

def recall():
    for each in climb():
        each.with_stem(collect("d").name.removesuffix("e"))
    CACHE.is_relative_to("/")
    remember("a").removeprefix("b")
    later().is_relative_to("/")
    ping(1).is_relative_to("/")
    return [each.with_stem("c") for each in later().parents]

class Base:
    root = start()

    def __init__(self):
        self.folder = later()
        self.name = "a"

    def rename(self, other):
        self.name = other.name
        self.folder = self.folder.parent
        self.name += self.name.strip()
        self.items = [*self.items, self.folder]
        return self.name

class Child(Base):
    def __init__(self):
        super().__init__()
        self.items = []
        self.helper = Helper()

    async def run(self):
        self.folder.is_relative_to(self.root)
        self.name.removeprefix("x")
        (await fetch()).hardlink_to("y")
        def inner():
            self.items = {}
            return self.items
        return inner() | {}

    def use(self):
        child = Child()
        child.rename(self).removesuffix("z")
        for item in self.items:
            math.prod(item)
        child.helper.folder().with_stem("u")
        make(child).hardlink_to("t")
        return child.folder.with_stem("w")
`;

/** With it, most of that is looked into while the module is loaded. */
export const CALLS = `
Child().use().is_relative_to("v")
recall()
`;

export const HELPER = `from pathlib import Path

class Helper:
    def __init__(self):
        self.root = Path.cwd()

    def folder(self):
        return self.root.parent

def make(thing):
    return Helper().folder()
`;
