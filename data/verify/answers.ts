/** What one interpreter told of everything that it was asked: the output of `introspect.py`. */
export interface Answers {
  /** Major, minor, micro. */
  readonly version: readonly [number, number, number];
  /** A WebAssembly build lacks a third of the names, so that what it lacks says nothing. */
  readonly build: "native" | "wasm";
  readonly modules: Readonly<Record<string, ModuleAnswer>>;
}

/** What became of importing one module. */
export interface ModuleAnswer {
  /**
   * How the module is made: built in, an extension or written in Python. `missing`: there is none of that name.
   * `failed`: there is one, but it cannot be imported here.
   */
  readonly origin: "builtin" | "extension" | "source" | "missing" | "failed";
  /** By key: those that are there. Absent when the module could not be imported. */
  readonly names?: Readonly<Record<string, NameAnswer>>;
}

/** What stands under one name. */
export interface NameAnswer {
  /**
   * Absent: in the owner itself. `inherited`: in a base class; `object`: every object has it; `metaclass`: the class has
   * it, its instances do not; `stored`: methods or annotations give it to instances, the class itself lacks it.
   */
  readonly where?: "inherited" | "object" | "metaclass" | "stored";
  /** A class whose instances may have attributes that nobody can list, since it defines `__getattr__`. */
  readonly dynamic?: true;
  readonly kind?: "module" | "class" | "exception" | "function" | "value";
  /**
   * Names without the receiver, in order; a prefix tells how each is given: `/` by position only, none by position or
   * keyword, `=` by keyword only, `*` and `**` any number. Absent when nobody asked or it cannot be read.
   */
  readonly parameters?: readonly string[];
}
