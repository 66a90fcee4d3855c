/** A piece of code for each construct of the grammar, by what it shows. */
export const CONSTRUCTS: Readonly<Record<string, string>> = {
  imports: "import a, b.c, d.e as f\nfrom g import h, i as j\nfrom k import (l, m as n,)\nfrom o import *\n",
  "relative imports": "from . import a\nfrom .b import c\nfrom ... import d\nfrom ..e.f import (g as h,)\n",
  "future imports": "from __future__ import annotations, division as d\nfrom __future__ import (a)\n",
  assignments:
    "a = b = c\na, b = b, a\n[a, *b] = c\n(a, (b, *c)) = d\na: int\na: int = 1\na.b: c = d\na[b] = c\n",
  "augmented assignments":
    "a += 1; a -= 1; a *= 1; a /= 1; a //= 1; a %= 1; a @= 1; a **= 1; a >>= 1; a <<= 1; a &= 1; a ^= 1; a |= 1\n",
  operators:
    "a + b - c * d / e // f % g @ h ** i\na << b >> c & d ^ e | f\n-a; +a; ~a; not a\na and b or not c\n",
  comparisons: "a < b <= c > d >= e == f != g\na is b; a is not b; a in b; a not in b\na <> b\n",
  calls:
    "f()\nf(a, *b, c=d, **e)\nf(a for a in b)\nf(a,)(b)[c].d\nprint(a)(b)\nf(a := b, c)\nf(*a, *b, **c, **d)\nf((*a), ((*b)))\n",
  subscripts: "a[b]\na[b, c]\na[b:c]\na[:]\na[::d]\na[b:c:d, e]\na[*b]\na[b := c]\n",
  literals: "1; 0x1F; 0b1; 0o7; 1_000; 1.5; 1e9; 1j; True; False; None; ...\n",
  displays: "(); (a,); (a, b); [a, *b]; {a, *b}; {}; {a: b, **c}; (a); (*a, b); [(*a), b]\n",
  strings: "'a'; \"b\"; '''c'''; r'd\\n'; b'e'; u'f'; 'g' 'h' \"i\"\n'\\n\\x41\\N{BULLET}\\u1234'\n",
  "format strings":
    "f'{a}'; f'{a!r}'; f'{a:>{b}}'; f'{a=}'; f'{a.b(c)[d]!s:x}'; rf'{a}'; f'{{a}}' 'b' f'{c}'\nf'{*a, b}'; f'{yield}'\n",
  "template strings": "t'{a}'; rt'{a!r:b}'\n",
  comprehensions:
    "[a for a in b if c if d for e in f]\n{a for a in b}\n{a: b for a, b in c}\n(a for a in b)\n[a async for a in b]\n",
  lambdas: "lambda: a\nlambda a, b=c, /, *d, e, f=g, **h: a\nlambda *, a: a\nlambda a: (yield)\n",
  "conditional expressions": "a if b else c\na if b else c if d else e\n",
  walrus: "(a := b)\nif (a := b) > c: pass\n[a := 1, b]\n",
  "if statements": "if a: pass\nif a:\n  b\nelif c:\n  d\nelif e:\n  f\nelse:\n  g\n",
  loops:
    "for a in b:\n  continue\nelse:\n  pass\nfor a, b in c, d: break\nwhile a:\n  b\nelse:\n  c\nasync for a in b: pass\n",
  "try statements":
    "try:\n  a\nexcept: b\ntry:\n  a\nexcept A: b\nexcept (B, C) as d: e\nexcept A.B as c:\n  d\nelse:\n  e\nfinally:\n  f\n",
  "try statements with groups": "try:\n  a\nexcept* A as b:\n  c\nexcept* (D, E):\n  f\n",
  "with statements":
    "with a: pass\nwith a as b, c as (d, e): pass\nwith (a as b, c): pass\nwith (a, b): pass\nasync with a as b.c: pass\n",
  functions:
    "def f(): pass\ndef f(a, b=1, /, c: int = 2, *args: str, d, e: int, **rest: x) -> y:\n  'doc'\n  return a\nasync def g(*, a): await b\ndef h(*a: *b): pass\n",
  "parameters in parentheses": "def f((a, b), c): pass\nlambda (a, b): c\n",
  classes:
    "class A: pass\nclass B(): pass\nclass C(A, metaclass=M, *d, **e):\n  a = 1\n  def f(self): pass\n",
  decorators: "@a\n@b.c(d)\ndef f(): pass\n@a[b]\nclass C: pass\n@a\nasync def f(): pass\n",
  "type parameters": "def f[T, *U, **V](a: T) -> T: pass\nclass C[T: int, U: (int, str), V]: pass\n",
  "type aliases": "type A = int\ntype B[T] = list[T] | None\ntype C[T: a, *U] = d\n",
  "type notation":
    "a: b[c, d]\na: b | c | None\na: b.c\na: 'b'\na: (b, c)\ndef f(a: *b, c: d[e]) -> f[g].h: pass\na: b.c[d.e, [f, g]]\n",
  "simple statements":
    "pass; break; continue\nreturn\nreturn a, b\ndel a, b.c, d[e]\nassert a, b\nglobal a, b\nnonlocal c\n",
  raise: "raise\nraise a\nraise a from b\nraise a, b\n",
  yields: "def f():\n  yield\n  yield a, b\n  c = yield d\n  yield from e\n  await f\n",
  "match statements":
    "match a:\n  case 1: b\n  case 'c' | None | True: d\n  case -1 | 1+2j | -3-4j: e\n  case [f, *g, _]: h\n  case (i, j) if k: l\n",
  "class and mapping patterns":
    "match a, b:\n  case {'c': d, **e}: f\n  case G(h, i=j): k\n  case l.m: n\n  case [o] as p: q\n  case (r): s\n  case *t, u: v\n  case {w.x: 1}: y\n  case _: z\n",
  "soft keywords":
    "match = case = type = _ = 1\nmatch[case]\nmatch(type)\ntype.x = _\nprint(match)\nmatch * a\n",
  "Python 2": "print a, b\nprint >>a, b\nexec 'a'\nexec a in b, c\n",
  comments: "# a\nif a: # b\n  # c\n  d # e\n# f\nf(# g\n  a, # h\n)\n",
  layout: "a = \\\n  b\nif a:\n\tb\n\n\n  # c\nd; e;\n",
  await: "async def f():\n  await a.b(await c)\n  return [await d async for e in f]\n",
  ellipsis: "a[...]\ndef f(): ...\nclass C: ...\n",
  concatenation: "('a'\n 'b' f'{c}' # d\n 'e')\n",
  mistakes: "def\nclass (\nif a\n  b\n)\nimport\nfrom a import\n'unterminated\n",
};
