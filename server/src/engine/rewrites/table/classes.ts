import { hasPlainBases, isInClassOf, isUndecorated, keepsDict } from "../document-predicates";
import { numberOfMember } from "../enum-members";
import {
  attributeOfProperty,
  isAskedForNowhere,
  isAttributeOnlyHere,
  isBoundOnce,
  isNameOf,
} from "../older-predicates";
import { isDecorator, isName, isString } from "../predicates";
import type { Form, Rewrite } from "../rewrite";
import { isNoUserClass, keepsSlots } from "../class-predicates";
import { hasNoneOf, isFrom, isNotCaught } from "../result-predicates";
import { isNotAskedAbout, isSetNowhere, isWordNowhere } from "../use-predicates";
import { isOnlyDecorator, registersTypes } from "../decorator-predicates";

/** A property and its function, cached or computed each time. */
function cached(inner: string): Form {
  return {
    old: `@property
${inner}
def $name($self):
    $$$body`,
    new: `@functools.cached_property
def $name($self):
    $$$body`,
  };
}

/** The attribute holds the arguments of these in another form. */
const PLAIN_ARGUMENTS = [hasNoneOf("type", /\b(?:Callable|Annotated|Generic|Concatenate)\b/)];

/** Better ways of functions and classes. */
export const classRewrites: readonly Rewrite[] = [
  {
    id: "abc-abc",
    entry: "abc.ABC",
    names: { old: "metaclass=ABCMeta", new: "abc.ABC" },
    forms: [
      {
        old: "class $name(metaclass=abc.ABCMeta):\n    $$$body",
        new: "class $name(abc.ABC):\n    $$$body",
      },
      {
        old: "class $name($$bases, metaclass=abc.ABCMeta):\n    $$$body",
        new: "class $name($$bases, abc.ABC):\n    $$$body",
        when: [hasPlainBases("bases")],
      },
    ],
    modernise: {
      safety: "unsafe",
      differs: "one-more-base",
      when: [isWordNowhere(/\b__bases__\b|\b__mro__\b|\.mro\(/), keepsSlots("body")],
    },
  },
  {
    id: "property-lru-cache",
    entry: "functools.cached_property",
    names: { old: "property and lru_cache", new: "functools.cached_property" },
    forms: [
      cached("@functools.lru_cache()"),
      ...["@functools.lru_cache", "@functools.lru_cache(maxsize=None)", "@functools.cache"].map(
        (inner): Form => ({ ...cached(inner), downgrade: false }),
      ),
    ],
    modernise: {
      safety: "unsafe",
      differs: "kept-by-the-object",
      when: [
        keepsDict,
        isBoundOnce("name"),
        isSetNowhere("name"),
        isWordNowhere(/\bcache_(?:info|clear|parameters)\b/),
      ],
    },
    downgrade: { safety: "unsafe", differs: "kept-by-the-function", when: [keepsDict, isSetNowhere("name")] },
  },
  {
    id: "cached-property",
    entry: "functools.cached_property",
    names: { old: "an attribute by hand", new: "functools.cached_property" },
    forms: [
      {
        old: `@property
def $name($self):
    if $key not in $self.__dict__:
        $self.$attribute = $value
    return $self.$attribute`,
        new: `@functools.cached_property
def $name($self):
    return $value`,
        modernise: { when: [isNameOf("key", "attribute"), isAttributeOnlyHere("attribute")] },
      },
      {
        old: `@property
def $name($self):
    if not hasattr($self, $key):
        $self.$attribute = $value
    return $self.$attribute`,
        new: `@functools.cached_property
def $name($self):
    return $value`,
        modernise: { when: [isNameOf("key", "attribute"), isAttributeOnlyHere("attribute")] },
        downgrade: false,
      },
    ],
    modernise: {
      safety: "unsafe",
      differs: "can-be-set",
      when: [keepsDict, isName("name", "self"), isBoundOnce("name"), isSetNowhere("name")],
    },
    downgrade: {
      safety: "unsafe",
      differs: "cannot-be-set",
      derive: attributeOfProperty,
      when: [isSetNowhere("name")],
    },
  },
  {
    id: "lru-cache-bare",
    entry: "behaviour:functools.lru_cache-bare-decorator",
    names: { old: "lru_cache()", new: "lru_cache" },
    forms: [{ old: "functools.lru_cache()", new: "functools.lru_cache", when: [isDecorator] }],
    downgrade: { when: [isDecorator] },
  },
  {
    id: "functools-cache",
    entry: "functools.cache",
    names: { old: "lru_cache(maxsize=None)", new: "functools.cache" },
    forms: [{ old: "functools.lru_cache(maxsize=None)", new: "functools.cache" }],
  },
  {
    id: "singledispatchmethod",
    entry: "functools.singledispatchmethod",
    names: { old: "functools.singledispatch", new: "functools.singledispatchmethod" },
    forms: [{ old: "singledispatchmethod", new: "functools.singledispatchmethod", when: [isDecorator] }],
    modernise: false,
    downgrade: {
      safety: "unsafe",
      differs: "plain-methods-only",
      when: [isOnlyDecorator, registersTypes],
      helper: {
        name: "singledispatchmethod",
        code: `def singledispatchmethod(function):
    dispatcher = functools.singledispatch(function)

    def method(*args, **kwargs):
        return dispatcher.dispatch(args[1].__class__)(*args, **kwargs)

    method.register = dispatcher.register
    functools.update_wrapper(method, function)
    return method`,
      },
    },
  },
  {
    id: "enum-auto",
    entry: "enum.auto",
    names: { old: "numbers", new: "enum.auto" },
    forms: [{ old: "$number", new: "enum.auto()" }],
    modernise: false,
    downgrade: { derive: numberOfMember },
  },
  {
    id: "request-method-attribute",
    entry: "urllib.request.Request.method",
    since: 4,
    mends: ["behaviour:urllib.request.Request-method-of-class"],
    names: { old: "get_method", new: "method" },
    forms: [
      {
        old: "def get_method($self):\n    return $method",
        new: "method = $method",
        oldAnchor: "function_definition",
        when: [isString("method"), isInClassOf("urllib.request.Request"), isUndecorated],
      },
    ],
    modernise: { safety: "unsafe", differs: "argument-wins", when: [isAskedForNowhere("method")] },
    downgrade: { derive: () => ({ self: "self" }), when: [isAskedForNowhere("method")] },
  },
  {
    id: "threading-http-server",
    entry: "http.server.ThreadingHTTPServer",
    names: { old: "socketserver.ThreadingMixIn", new: "http.server.ThreadingHTTPServer" },
    forms: [
      {
        old: "class $name(socketserver.ThreadingMixIn, http.server.HTTPServer):\n    daemon_threads = True",
        new: "$name = http.server.ThreadingHTTPServer",
      },
    ],
    modernise: {
      safety: "unsafe",
      differs: "other-class",
      when: [isUndecorated, isNotAskedAbout("name", true), isWordNowhere(/\bpickle\b/)],
    },
  },
  {
    id: "typing-get-origin",
    entry: "typing.get_origin",
    names: { old: "__origin__", new: "typing.get_origin" },
    forms: [{ old: 'getattr($type, "__origin__", None)', new: "typing.get_origin($type)" }],
    modernise: { safety: "unsafe", differs: "special-forms", when: [isNoUserClass("type")] },
    // Up to 3.6, the origin is a class of `typing` itself.
    downgrade: { safety: "unsafe", differs: "special-forms", when: [isFrom(7)] },
  },
  {
    id: "typing-get-args",
    entry: "typing.get_args",
    names: { old: "__args__", new: "typing.get_args" },
    forms: [{ old: 'getattr($type, "__args__", ())', new: "typing.get_args($type)" }],
    modernise: {
      safety: "unsafe",
      differs: "special-forms",
      when: [isNoUserClass("type"), ...PLAIN_ARGUMENTS],
    },
    downgrade: { safety: "unsafe", differs: "special-forms", when: [isFrom(7), ...PLAIN_ARGUMENTS] },
  },
  {
    id: "inspect-unwrap",
    entry: "inspect.unwrap",
    names: { old: "__wrapped__", new: "inspect.unwrap" },
    forms: [
      {
        old: `$result = $function
while hasattr($result, "__wrapped__"):
    $result = $result.__wrapped__`,
        new: "$result = inspect.unwrap($function)",
      },
    ],
    modernise: { safety: "unsafe", differs: "cycles-raise" },
    downgrade: { when: [isNotCaught("ValueError")] },
  },
];
