import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { openGenerated } from "./read-generated";

const { entry, life, parameter } = openGenerated();

describe("traps: the interpreter is older than the documentation", () => {
  it("calendar.MONDAY is promised from 3.12 on, though every Python 3 had it undocumented", () => {
    assert.equal(life("calendar.MONDAY"), "3.12 seen 3.0");
  });
  it("re.RegexFlag is promised from 3.11 on, though 3.6 had it", () => {
    assert.equal(life("re.RegexFlag"), "3.11 seen 3.6");
  });
  it("asyncio.timeout of 3.4 is another function than that of 3.11, and absent in between", () => {
    assert.equal(life("asyncio.timeout"), "3.11 seen 3.4");
    assert.deepEqual(entry("asyncio.timeout").absent, ["3.5-3.10"]);
  });
  it("token.ASYNC was away in 3.7 only", () => {
    assert.deepEqual(entry("token.ASYNC").absent, ["3.7"]);
  });
});

describe("traps: security fixes reach older releases", () => {
  it("tarfile.data_filter is from 3.12; 3.8.17 has it as well", () => {
    assert.equal(life("tarfile.data_filter"), "3.12");
    assert.ok(entry("tarfile.data_filter").micros?.includes("3.8.17"));
  });
  it("sys.set_int_max_str_digits is from 3.11; 3.7.14 has it as well", () => {
    assert.equal(life("sys.set_int_max_str_digits"), "3.11");
    assert.ok(entry("sys.set_int_max_str_digits").micros?.includes("3.7.14"));
  });
  it("the parameter strict of getaddresses is from 3.13; 3.12.6 has it as well", () => {
    assert.equal(parameter("email.utils.getaddresses", "strict"), "3.13");
    assert.ok(entry("email.utils.getaddresses").parameters?.["strict"]?.micros?.includes("3.12.6"));
  });
  it("the parameter separator of parse_qs is from 3.10; 3.9.2 has it as well", () => {
    assert.equal(parameter("urllib.parse.parse_qs", "separator"), "3.10");
    assert.ok(entry("urllib.parse.parse_qs").parameters?.["separator"]?.micros?.includes("3.9.2"));
  });
  it("SSLContext.post_handshake_auth came with 3.6.7 and 3.7.1", () => {
    assert.deepEqual(entry("ssl.SSLContext.post_handshake_auth").micros, ["3.6.7", "3.7.1"]);
  });
});

describe("traps: the documentation is wrong by execution", () => {
  it("tkinter.ttk.Spinbox is from 3.7, not from 3.8", () => {
    assert.equal(life("tkinter.ttk.Spinbox"), "3.7");
  });
  it("unittest.doModuleCleanups can be imported from 3.11 on, not from 3.8", () => {
    assert.equal(life("unittest.doModuleCleanups"), "3.11");
  });
  it("asyncio.Server is a public name from 3.11 on, not from 3.7", () => {
    assert.equal(life("asyncio.Server"), "3.11");
  });
  it("IPv4Address.is_global is from 3.5, not from 3.4", () => {
    assert.equal(life("ipaddress.IPv4Address.is_global"), "3.5");
  });
  it("os.DirEntry is a public name from 3.6 on, not from 3.5", () => {
    assert.equal(life("os.DirEntry"), "3.6");
  });
  it("loop.create_server takes ssl_handshake_timeout and start_serving from 3.7 on", () => {
    assert.equal(parameter("asyncio.loop.create_server", "ssl_handshake_timeout"), "3.7");
    assert.equal(parameter("asyncio.loop.create_server", "start_serving"), "3.7");
  });
});

describe("traps: typeshed is wrong", () => {
  it("io.text_encoding is from 3.10", () => {
    assert.equal(life("io.text_encoding"), "3.10");
  });
  it("importlib.machinery.AppleFrameworkLoader is from 3.13", () => {
    assert.equal(life("importlib.machinery.AppleFrameworkLoader"), "3.13");
  });
  it("wave.WAVE_FORMAT_EXTENSIBLE is from 3.12", () => {
    assert.equal(life("wave.WAVE_FORMAT_EXTENSIBLE"), "3.12");
  });
});

describe("traps: a note belongs to a part", () => {
  it("decimal.Decimal is in every Python 3: a list item's note is not the class's", () => {
    assert.equal(life("decimal.Decimal"), "always");
  });
  it("smtplib.SMTP is in every Python 3: a note on a method's argument is not the class's", () => {
    assert.equal(life("smtplib.SMTP"), "always");
  });
  it("subprocess.Popen is in every Python 3: notes on its parameters are not the class's", () => {
    assert.equal(life("subprocess.Popen"), "always");
  });
  it("difflib.SequenceMatcher is in every Python 3: the note on autojunk is not the class's", () => {
    assert.equal(life("difflib.SequenceMatcher"), "always");
  });
  it("sys.flags is in every Python 3: the notes on its fields are not the tuple's", () => {
    assert.equal(life("sys.flags"), "always");
  });
  it("doctest is in every Python 3: a note on its output is not the module's", () => {
    assert.equal(life("doctest"), "always");
  });
  it("email.message is in every Python 3: a note on EmailMessage is not the module's", () => {
    assert.equal(life("email.message"), "always");
  });
  it("datetime.datetime is in every Python 3: a note on a directive is not the class's", () => {
    assert.equal(life("datetime.datetime"), "always");
  });
  it("os.stat is in every Python 3: notes on its parameters are not the function's", () => {
    assert.equal(life("os.stat"), "always");
  });
  it("array is in every Python 3: notes on typecodes are not the module's", () => {
    assert.equal(life("array"), "always");
  });
  it("io.IOBase.seek is in every Python 3: a note on further whence values is not the method's", () => {
    assert.equal(life("io.IOBase.seek"), "always");
  });
  it("TestCase.assertRegex is from 3.2, not from 3.1 like the old name", () => {
    assert.equal(life("unittest.TestCase.assertRegex"), "3.2");
  });
  it("dataclasses.dataclass is from 3.7 whatever its parameters are from", () => {
    assert.equal(life("dataclasses.dataclass"), "3.7");
  });
  it("contextvars.Token is from 3.7; that it serves with statements is from 3.14", () => {
    assert.equal(life("contextvars.Token"), "3.7");
  });
  it("functools.lru_cache is from 3.2, its parameter typed from 3.3", () => {
    assert.equal(life("functools.lru_cache"), "3.2");
    assert.equal(parameter("functools.lru_cache", "typed"), "3.3");
  });
  it("Popen has several notes without text; process_group is from 3.11 all the same", () => {
    assert.equal(parameter("subprocess.Popen", "process_group"), "3.11");
  });
});

describe("traps: what is deprecated is a use, not the thing", () => {
  it("asyncio.sleep is not deprecated: its parameter loop is", () => {
    assert.equal(entry("asyncio.sleep").deprecated, undefined);
  });
  it("asyncio.gather is not deprecated: calls without a running loop is", () => {
    assert.equal(entry("asyncio.gather").deprecated, undefined);
  });
  it("asyncio.Queue is not deprecated: its parameter loop is", () => {
    assert.equal(entry("asyncio.Queue").deprecated, undefined);
  });
  it("builtins.complex is not deprecated: a complex number as an argument is", () => {
    assert.equal(entry("builtins.complex").deprecated, undefined);
  });
  it("re.sub is not deprecated: positional count and flags is", () => {
    assert.equal(entry("re.sub").deprecated, undefined);
  });
  it("hmac.new is not deprecated: leaving out digestmod is", () => {
    assert.equal(entry("hmac.new").deprecated, undefined);
  });
  it("ssl.SSLContext is not deprecated: calls without a protocol is", () => {
    assert.equal(entry("ssl.SSLContext").deprecated, undefined);
  });
  it("the parameter loop of asyncio.sleep was deprecated in 3.8 and is gone in 3.10", () => {
    assert.equal(parameter("asyncio.sleep", "loop"), "always dep 3.8 -3.10");
  });
  it("the parameter keyfile of SMTP.starttls was deprecated in 3.6 and is gone in 3.12", () => {
    assert.equal(parameter("smtplib.SMTP.starttls", "keyfile"), "always dep 3.6 -3.12");
  });
});

describe("traps: facts that only old documentation tells", () => {
  it("asyncio.ensure_future came with 3.4.4, which the rewritten page does not say", () => {
    assert.equal(life("asyncio.ensure_future"), "3.4.4");
  });
  it("asyncio.Queue.join came with 3.4.4, which the rewritten page does not say", () => {
    assert.equal(life("asyncio.Queue.join"), "3.4.4");
  });
});

describe("traps: planned removals are plans", () => {
  it("locale.getdefaultlocale is still there, though it was to go in 3.13 and then in 3.15", () => {
    assert.equal(life("locale.getdefaultlocale"), "always");
    assert.equal(entry("locale.getdefaultlocale").removal, undefined);
  });
  it("asyncore is gone in 3.12, as interpreters show", () => {
    assert.equal(life("asyncore"), "always dep 3.6 -3.12");
  });
  it("distutils is gone in 3.12, as interpreters show", () => {
    assert.equal(life("distutils"), "always dep 3.10 -3.12");
  });
  it("time.clock is gone in 3.8, as interpreters show", () => {
    assert.equal(life("time.clock"), "always dep 3.3 -3.8");
  });
  it("unittest.TestCase.assertEquals is gone in 3.12, as interpreters show", () => {
    assert.equal(life("unittest.TestCase.assertEquals"), "always -3.12");
  });
  it("typing.AnyStr is to go in 3.18, which is no removal yet", () => {
    assert.equal(entry("typing.AnyStr").removal, "3.18");
    assert.equal(life("typing.AnyStr"), "3.5 dep 3.13");
  });
});

describe("traps: parameters that no signature shows", () => {
  it("subprocess.run hands text and process_group on through its unnamed keywords", () => {
    assert.equal(parameter("subprocess.run", "text"), "3.7");
    assert.equal(parameter("subprocess.run", "process_group"), "3.11");
  });
  it("bytes.hex takes sep from 3.8 on, though C tells no signature", () => {
    assert.equal(parameter("builtins.bytes.hex", "sep"), "3.8");
  });
  it("print takes flush from 3.3 on, though C tells no signature", () => {
    assert.equal(parameter("builtins.print", "flush"), "3.3");
  });
  it("max takes default from 3.4 on, though C tells no signature", () => {
    assert.equal(parameter("builtins.max", "default"), "3.4");
  });
  it("decimal.Decimal has no newer parameters: its rewriting in C made the signature readable", () => {
    assert.equal(entry("decimal.Decimal").parameters, undefined);
  });
  it("zlib.crc32 has no newer parameters: its signature became readable", () => {
    assert.equal(entry("zlib.crc32").parameters, undefined);
  });
  it("bisect_left has one newer parameter, key: C code told no positional-only ones", () => {
    assert.deepEqual(Object.keys(entry("bisect.bisect_left").parameters ?? {}), ["key"]);
    assert.equal(entry("bisect.bisect_left").changes, undefined);
  });
  it("loop.call_soon takes context from 3.7 on, though the abstract class names it later", () => {
    assert.equal(parameter("asyncio.AbstractEventLoop.call_soon", "context"), "3.7");
  });
  it("signal.signal takes no keywords from 3.11 on, which nobody documents", () => {
    const changes = entry("signal.signal").changes ?? [];
    assert.deepEqual(
      changes.map(({ version, name }) => `${version} ${name}`),
      ["3.11 handler", "3.11 signalnum"],
    );
  });
});
