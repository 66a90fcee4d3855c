/** A package of Debian 12 that brings its own tests. */
export interface TestedPackage {
  readonly name: string;
  /** What it needs to be imported and tested. */
  readonly needs: readonly string[];
  /** The Pythons that it promises. */
  readonly target: string;
  /** The folder of its code, below `dist-packages`. */
  readonly folder: string;
  /** Fast tests, below that folder. */
  readonly tests: readonly string[];
}

const PYTEST = ["python3-pytest", "python3-iniconfig", "python3-pluggy", "python3-packaging", "python3-attr"];

/** The projects whose own tests are run before and after every fix. */
export const TESTED_PACKAGES: readonly TestedPackage[] = [
  {
    name: "python3-trio",
    needs: [
      ...PYTEST,
      "python3-async-generator",
      "python3-idna",
      "python3-outcome",
      "python3-sniffio",
      "python3-sortedcontainers",
      "python3-trustme",
    ],
    target: ">=3.7",
    folder: "trio",
    tests: ["_core/tests", "tests/test_abc.py", "tests/test_channel.py", "tests/test_file_io.py"].concat(
      ["path", "sync", "util", "timeouts", "wait_for_object"].map((name) => `tests/test_${name}.py`),
    ),
  },
  {
    name: "python3-twisted",
    needs: [
      ...PYTEST,
      "python3-automat",
      "python3-constantly",
      "python3-hyperlink",
      "python3-idna",
      "python3-incremental",
      "python3-six",
      "python3-typing-extensions",
      "python3-zope.interface",
    ],
    target: ">=3.6",
    folder: "twisted",
    tests: (
      "abstract amp compat context defer defgen dict dirdbm error factories finger formmethod htb ident log logfile " +
      "memcache modules monkey paths pcp persisted policies postfix protocols randbytes reflect sip socks stateful " +
      "strerror strports text usage"
    )
      .split(" ")
      .map((name) => `test/test_${name}.py`)
      .concat(["logger/test", "persisted/test"]),
  },
  {
    name: "python3-networkx",
    needs: [...PYTEST, "python3-decorator"],
    target: ">=3.8",
    folder: "networkx",
    tests: ["classes", "utils", "readwrite", "generators/tests/test_trees.py", "algorithms/tests"],
  },
];

/** Fast modules of the `test` package of Python 3.11, each about code that fixes change. */
export const LIBRARY_TESTS: readonly string[] = (
  "test_abc test_aifc test_argparse test_array test_ast test_asyncio.test_base_events test_asyncio.test_futures " +
  "test_asyncio.test_locks test_asyncio.test_queues test_asyncio.test_runners test_asyncio.test_selector_events " +
  "test_asyncio.test_sslproto test_asyncore test_atexit test_base64 test_binascii test_bisect test_bool " +
  "test_builtin test_bytes test_bz2 test_calendar test_call test_cgi test_cmd test_code test_codecs test_codeop " +
  "test_collections test_compile test_compileall test_configparser test_contextlib test_contextlib_async " +
  "test_copy test_copyreg test_crypt test_csv test_ctypes test_dataclasses test_datetime test_dbm test_dbm_dumb " +
  "test_decimal test_defaultdict test_deque test_descr test_dict test_difflib test_dis test_distutils " +
  "test_doctest test_doctest2 test_dynamicclassattribute test_email.test__encoded_words " +
  "test_email.test__header_value_parser test_email.test_contentmanager test_email.test_email " +
  "test_email.test_headerregistry test_email.test_message test_email.test_parser test_email.test_policy " +
  "test_email.test_utils test_enum test_exceptions test_extcall test_fileinput test_fnmatch test_format " +
  "test_fractions test_fstring test_functools test_generators test_genericalias test_getopt test_gettext " +
  "test_glob test_grammar test_graphlib test_gzip test_hashlib test_heapq test_hmac test_html test_htmlparser " +
  "test_http_cookiejar test_http_cookies test_httplib test_imaplib test_imghdr test_imp test_importlib.test_abc " +
  "test_importlib.test_metadata_api test_importlib.test_util test_inspect test_int test_io test_ipaddress " +
  "test_iter test_itertools test_json test_json.test_decode test_json.test_dump test_keyword test_lib2to3 " +
  "test_linecache test_list test_locale test_logging test_lzma test_mailbox test_mailcap test_math " +
  "test_memoryio test_mimetypes test_minidom test_modulefinder test_multiprocessing_main_handling test_netrc " +
  "test_nntplib test_ntpath test_numeric_tower test_opcodes test_operator test_optparse test_ordered_dict " +
  "test_os test_pathlib test_pdb test_peepholer test_pickle test_pickletools test_pkgutil test_platform " +
  "test_plistlib test_poplib test_posixpath test_pprint test_profile test_property test_pstats test_pty " +
  "test_py_compile test_pyclbr test_pydoc test_queue test_quopri test_random test_range test_re test_reprlib " +
  "test_rlcompleter test_runpy test_sax test_sched test_secrets test_selectors test_set test_shelve test_shlex " +
  "test_shutil test_site test_slice test_smtpd test_smtplib test_sndhdr test_socketserver test_sort " +
  "test_sqlite3.test_dump test_ssl test_statistics test_string test_stringprep test_strptime test_struct " +
  "test_structseq test_subclassinit test_sunau test_symtable test_sysconfig test_tarfile test_tempfile " +
  "test_textwrap test_threadedtempfile test_threading test_timeit test_tokenize test_tomllib.test_data " +
  "test_tomllib.test_misc test_trace test_traceback test_tuple test_turtle test_type_annotations " +
  "test_type_comments test_types test_typing test_unicodedata test_unittest test_unparse test_urllib " +
  "test_urllib2 test_urllib_response test_urlparse test_userdict test_userlist test_userstring test_uu " +
  "test_uuid test_venv test_wave test_weakref test_webbrowser test_wsgiref test_xdrlib test_xml_dom_minicompat " +
  "test_xml_etree test_xmlrpc test_zipapp test_zipfile test_zipimport test_zlib test_zoneinfo"
).split(" ");
