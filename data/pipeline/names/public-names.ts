/** Modules whose name begins with an underscore and that the documentation describes all the same. */
const DOCUMENTED_PRIVATE_MODULES = new Set(["__future__", "_thread", "_dummy_thread"]);

/** Tells whether users are meant to import a module: no part of its name begins with an underscore. `_abc` is not. */
export function isPublicModule(module: string): boolean {
  return DOCUMENTED_PRIVATE_MODULES.has(module) || !module.split(".").some((part) => part.startsWith("_"));
}

/** Tells whether a name of a module or class is public: `run` is, `_run` and `__doc__` are not. */
export function isPublicName(name: string): boolean {
  return !name.startsWith("_") && name !== "";
}

/** Tells whether a name is one of the language's own, such as `__enter__`. */
export function isDunder(name: string): boolean {
  return name.length > 4 && name.startsWith("__") && name.endsWith("__");
}

/** Special members that say nothing on what a class can do: bookkeeping of pickling, copying, creation and introspection. */
const SILENT_DUNDERS = new Set(
  `__init__ __new__ __del__ __init_subclass__ __subclasshook__ __subclasscheck__ __instancecheck__ __getattr__ __getattribute__
  __setattr__ __delattr__ __dir__ __dict__ __doc__ __module__ __weakref__ __slots__ __annotations__ __annotate__ __annotate_func__
  __annotations_cache__ __getstate__ __setstate__ __reduce__ __reduce_ex__ __getnewargs__ __getnewargs_ex__ __getinitargs__
  __copy__ __deepcopy__ __replace__ __match_args__ __sizeof__ __repr__ __str__ __format__ __hash__ __eq__ __ne__ __lt__ __le__
  __gt__ __ge__ __qualname__ __name__ __text_signature__ __abstractmethods__ __parameters__ __orig_bases__ __orig_class__
  __static_attributes__ __firstlineno__ __dataclass_fields__ __dataclass_params__ __post_init__ __mro_entries__ __mro__
  __basicsize__ __itemsize__ __flags__ __base__ __bases__ __dictoffset__ __weakrefoffset__ __subclasses__ __prepare__
  __class__ __reversed_bases__ __members__ __wrapped__ __isabstractmethod__ __signature__ __objclass__ __type_params__
  __getformat__ __setformat__ __set_format__ __closure__ __code__ __defaults__ __globals__ __kwdefaults__ __func__ __self__
  __builtins__ __firstlineno__ __no_type_check__ __final__ __protocol_attrs__ __callable_proto_members_only__ __new_member__ __all__ __extra__ __next_in_mro__ __tree_hash__ __locals__ __vectorcalloffset__ __ctype_le__ __ctype_be__ __non_callable_proto_members__ __unpacked__
  __origin__ __args__ __typing_unpacked_tuple_args__ __typing_is_unpacked_typevartuple__ __forward_arg__ __forward_code__
  __forward_evaluated__ __forward_is_argument__ __forward_is_class__ __forward_module__ __forward_value__ __extra_names__
  __arg__ __ast_node__ __cell__ __globals__ __owner__ __resolved_str_cache__ __stringifier_dict__ __conversion`.split(
    /\s+/,
  ),
);

/**
 * Tells whether a member of a class deserves an entry: public names and the protocol methods (`__enter__`, `__or__`,
 * `__class_getitem__`), but neither private names nor the bookkeeping that every class has.
 */
export function isPublicMember(name: string): boolean {
  return isPublicName(name) || (isDunder(name) && !SILENT_DUNDERS.has(name));
}
