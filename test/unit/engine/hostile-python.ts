/** How often a construct is nested or repeated where nothing but the analysis itself could set a limit. */
const MANY = 10_000;
/** Nesting of statements, which the parser gives up on beyond some hundred. */
const DEEP = 500;

/** Python that nobody writes, by what is odd about it. Every text is one that an editor may hold. */
export const HOSTILE_PYTHON: Readonly<Record<string, () => string>> = {
  "nested parentheses": () => `x = ${nest("(", "1", ")")}\n`,
  "nested lists": () => `x = ${nest("[", "1", "]")}\n`,
  "nested dictionaries": () => `x = ${nest("{1: ", "1", "}")}\n`,
  "nested calls": () => `x = ${nest("f(", "1", ")")}\n`,
  "nested subscripts": () => `x = ${nest("a[", "1", "]")}\n`,
  "nested tuples of targets": () => `${nest("(", "a", ",)")} = 1\n`,
  "nested targets of a loop": () => `for ${nest("(", "a", ",)")} in b: pass\n`,
  "nested targets of a deletion": () => `del ${nest("(", "a", ")")}\n`,
  "nested patterns": () => `match a:\n  case ${nest("(", "b", ",)")}: pass\n`,
  "nested class patterns": () => `match a:\n  case ${nest("A(", "b", ")")}: pass\n`,
  "nested walruses": () => `x = ${nest("(y := ", "1", ")")}\n`,
  "nested comprehensions": () => `x = ${nest("[a for a in ", "b", "]", 2000)}\n`,
  "nested type notation": () =>
    `from typing import List\ndef f(a: ${nest("List[", "int", "]")}): return a\nf(1).b\n`,
  "nested type notation in a string": () => `def f(a: '${nest("List[", "int", "]")}'): pass\n`,
  "nested format strings": () => `x = ${nest("f'{", "1", "}'", 300)}\n`,
  "nested lambdas": () => `x = ${"lambda: ".repeat(MANY)}1\n`,
  "nested conditional expressions": () => `x = ${"1 if a else ".repeat(MANY)}2\n`,
  "a chain of attributes": () => `x = a${".b".repeat(MANY)}\n`,
  "a chain of method calls": () => `x = ''${".strip()".repeat(MANY)}\n`,
  "a chain of subscripts": () => `x = a${"[0]".repeat(MANY)}\n`,
  "a chain of additions": () => `x = 1${" + 1".repeat(MANY)}\n`,
  "a chain of powers": () => `x = 1${" ** 1".repeat(MANY)}\n`,
  "a chain of comparisons": () => `x = a${" < a".repeat(MANY)}\n`,
  "a chain of version tests": () =>
    `import sys\nif ${"sys.version_info >= (3, 8) and ".repeat(3000)}a: pass\n`,
  "a chain of and": () => `if a${" and a".repeat(MANY)}: pass\n`,
  "a chain of or": () => `while a${" or a".repeat(MANY)}: pass\n`,
  "a chain of and in an expression": () => `x = a${" and a".repeat(MANY)}\n`,
  "a chain of and in an assertion": () => `assert a${" and a".repeat(MANY)}\n`,
  "a chain of and in a comprehension": () => `x = [a for a in b if a${" and a".repeat(MANY)}]\n`,
  "a chain of not": () => `if ${"not ".repeat(MANY)}a: pass\n`,
  "a chain of minus": () => `x = ${"-".repeat(MANY)}a\n`,
  "a chain of await": () => `async def f(): ${"await ".repeat(2000)}a\n`,
  "a chain of assignments": () => `${"a = ".repeat(MANY)}1\n`,
  "a union of types": () => `a: ${"int | ".repeat(MANY)}None = 1\n`,
  "a union of patterns": () => `match a:\n  case ${"1 | ".repeat(MANY)}2: pass\n`,
  "many strings in a row": () => `x = ${"'a' ".repeat(MANY)}\n`,
  "many decorators": () => `${"@a\n".repeat(MANY)}def f(): pass\n`,
  "many parameters": () => `def f(${listOf((index) => `a${index}=1`)}): pass\n`,
  "many keywords": () => `import subprocess\nsubprocess.run(${listOf((index) => `a${index}=1`)})\n`,
  "many names imported": () => `from math import ${listOf((index) => `a${index}`)}\n`,
  "many elifs": () => `if a: pass\n${"elif b: pass\n".repeat(5000)}else: pass\n`,
  "many elifs with version tests": () =>
    `import sys\nif a: pass\n${"elif sys.version_info >= (3, 8): pass\n".repeat(5000)}`,
  "many elifs that narrow": () => `x = None\nif a: pass\n${"elif x is not None: x.a\n".repeat(5000)}`,
  "many except clauses": () => `try: pass\n${"except ImportError: pass\n".repeat(5000)}`,
  "many cases": () => `match a:\n${"  case [b, *c]: pass\n".repeat(5000)}`,
  "many rebindings": () => `x = None\n${"if a: x = []\nelif b: x = {}\nelse: x = ''\n".repeat(1000)}x.foo\n`,
  "an alias of an alias": () => chain((index) => `x${index + 1} = x${index}\n`, "import math\nx0 = math\n"),
  "functions that call each other": () =>
    chain(
      (index) => `def f${index + 1}(): return f${index}()\n`,
      "def f0(): return ''\n",
      "f3000().strip()\n",
    ),
  "functions that call later ones": () =>
    chain(
      (index) => `def f${index}(): return f${index + 1}()\n`,
      "",
      "def f3000(): return ''\nf0().strip()\n",
    ),
  "functions that call themselves": () =>
    "def f(a): return f(f(a))\ndef g(): return h()\ndef h(): return g()\nf(g()).x\n",
  "classes that inherit from each other": () =>
    chain((index) => `class C${index + 1}(C${index}): pass\n`, "class C0: pass\n", "C3000().a\n"),
  "classes that inherit from themselves": () =>
    "class A(A): pass\nclass B(C): pass\nclass C(B): pass\nA().a; B().b; C().c\n",
  "attributes that copy later ones": () =>
    chain(
      (index) => `    self.x${index} = self.x${index + 1}\n`,
      "class C:\n  def f(self):\n",
      "    self.x3000 = ''\n    self.x0.strip()\n",
    ),
  "a name that is assigned itself": () =>
    "x = x\ny = z\nz = y\nx.a; y.b\nclass C:\n  def f(self): self.a = self.a\n",
  "deeply nested conditions": () => nestBlocks("if a:"),
  "deeply nested loops": () => nestBlocks("for a in b:"),
  "deeply nested with statements": () => nestBlocks("with a as b:"),
  "deeply nested functions": () => nestBlocks("def f(a):"),
  "deeply nested classes": () => nestBlocks("class C:"),
  "deeply nested try statements": () => {
    const tries = Array.from({ length: DEEP }, (_, depth) => `${" ".repeat(depth)}try:\n`);
    const handlers = tries.map((_, depth) => `${" ".repeat(DEEP - 1 - depth)}except ImportError: pass\n`);
    return `${tries.join("")}${" ".repeat(DEEP)}pass\n${handlers.join("")}`;
  },
  "openers that are never closed": () => "f(".repeat(MANY),
  "closers without openers": () => ")]}".repeat(MANY),
  "quotes without end": () => `${"'''".repeat(MANY)}'`,
  "keywords alone": () =>
    "if def class lambda for in is not and or import from as with try except ".repeat(500),
  "operators alone": () => "+ - * ** / // % @ << >> & | ^ ~ := < > <= >= == != -> . , : ; = ".repeat(500),
  "many empty lines": () => "\n".repeat(MANY),
  "many tabs": () => "\t".repeat(MANY),
  "many semicolons": () => ";".repeat(MANY),
  "one long line": () => `x = [${"1, ".repeat(50_000)}]\n`,
  "one long name": () => `${"a".repeat(200_000)} = 1\n`,
  "one long number": () => `x = ${"1".repeat(200_000)}\n`,
  "one long string": () => `x = '${"a".repeat(200_000)}'\n`,
  "one long comment": () => `#${"a".repeat(200_000)}\n`,
  "a long docstring of escapes": () => `'''${"\\n\\x41\\N{BULLET}{}".repeat(MANY)}'''\n`,
  NULs: () => `x = 1\0\n\0\0import math\0\n'a\0b'\n${"\0".repeat(MANY)}`,
  "lone surrogates": () => `x = '\ud800'\n\udc00 = 1\n# \udfff\ud83d\n${"\ud800".repeat(MANY)}`,
  "byte order marks": () => `\ufeffx = 1\n\ufeffy = 2\n${"\ufeff".repeat(MANY)}`,
  "line breaks of all kinds": () => "a\rb\r\nc\n\rd\u2028e\u2029f\u0085g\fh\vi\n",
  "escapes in type notation": () =>
    "a: '\\6'\nb: '\\'\nc: 'x\\'y'\ndef f(a: '\\n', b: \"\\\\\") -> '\\N{X}': pass\n",
  "type notation that is no type": () =>
    "a: 1 + 'b'\nb: '('\nc: ''\nd: 'a b c'\ne: f'{x}'\nf: ()\ng: lambda: '['\n",
  "indentation that goes astray": () => "    a\n  b\n\tc\n        d\nif x:\ny\n   z\n",
  "a star in every place": () =>
    "from * import *\nimport *\n* = 1\nf(*, **)\ndef g(*, **): pass\n[*, **]\nlambda *: *\n",
  "dots in every place": () => "from ... import .\nimport ..a\na..b\n.a\n...\n..\na.\n.\n",
  "an unfinished line": () => "import math\nmath.",
  "an unfinished import": () => "from math import (",
  "an unfinished decorator": () => "@",
  "an unfinished string": () => "x = f'{math.",
};

function nest(open: string, inside: string, close: string, times = MANY): string {
  return open.repeat(times) + inside + close.repeat(times);
}

function listOf(item: (index: number) => string): string {
  return Array.from({ length: MANY }, (_, index) => item(index)).join(", ");
}

function chain(link: (index: number) => string, before: string, after = ""): string {
  return before + Array.from({ length: 3000 }, (_, index) => link(index)).join("") + after;
}

function nestBlocks(opener: string): string {
  const lines = Array.from({ length: DEEP }, (_, depth) => `${" ".repeat(depth)}${opener}\n`);
  return `${lines.join("")}${" ".repeat(DEEP)}pass\n`;
}
