import assert from "node:assert/strict";
import { decodePython, isDecodingFailure } from "../../../server/src/cli/decode";

function decode(bytes: Buffer | string): string {
  const result = decodePython(Buffer.from(bytes as string));
  return isDecodingFailure(result) ? `cannot: ${result.reason}` : result.text;
}

/** Replaces a text in a file and gives the bytes that would be written. */
function rewrite(bytes: Buffer, from: string, to: string): Buffer | undefined {
  const result = decodePython(bytes);
  assert.ok(!isDecodingFailure(result));
  return result.encode(result.text.replace(from, to));
}

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

describe("decodePython", () => {
  it("reads UTF-8, with and without byte order mark", () => {
    assert.equal(decode("größe"), "größe");
    assert.equal(decode("\uFEFFgröße"), "größe");
    assert.equal(decode(""), "");
  });

  it("follows the coding cookie in one of the first two lines", () => {
    assert.equal(decode(latin1("# -*- coding: latin-1 -*-\n'é'")), "# -*- coding: latin-1 -*-\n'é'");
    assert.equal(decode(latin1("#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n'\x93'")).at(-2), "“");
    assert.equal(decode(latin1("#coding=iso-8859-15\r'\xa4'")).at(-2), "€");
    assert.equal(decode(latin1("# coding: koi8-r\n'\xc1'")).at(-2), "а");
    assert.equal(
      decode(
        Buffer.from([0x23, 0x63, 0x6f, 0x64, 0x69, 0x6e, 0x67, 0x3a, 0x67, 0x62, 0x6b, 0x0a, 0xc4, 0xe3]),
      ).at(-1),
      "你",
    );
  });

  it("does not look for the cookie behind code", () => {
    assert.match(
      decode(latin1("import os\n# coding: latin-1\n'é'")),
      /^cannot: it is not valid UTF-8 \(line 3\)/,
    );
    assert.match(decode(latin1("\n\n# coding: latin-1\n'é'")), /^cannot/);
  });

  it("says why bytes are no source", () => {
    assert.match(decode(Buffer.from([0x61, 0x0a, 0xff])), /not valid UTF-8 \(line 2\)/);
    assert.match(decode(Buffer.from([0x61, 0x0a, 0xf0, 0x9f])), /not valid UTF-8 \(line 2\)/);
    assert.match(decode(Buffer.from([0xed, 0xa0, 0xbd])), /not valid UTF-8/);
    assert.match(decode(Buffer.from("\uFEFFa", "utf16le")), /UTF-16/);
    assert.match(decode("# coding: klingon\n"), /encoding “klingon” is not supported/);
    assert.match(decode("# coding: ascii\n'é'"), /says ASCII/);
    assert.match(decode("# coding: utf-16\n"), /not supported/);
  });

  it("writes back as it was read", () => {
    const marked = Buffer.from("\uFEFFrun()\r\n");
    assert.deepEqual(rewrite(marked, "run", "start"), Buffer.from("\uFEFFstart()\r\n"));
    const western = latin1("# coding: latin-1\nx = 'é'\n");
    assert.deepEqual(rewrite(western, "x", "y"), latin1("# coding: latin-1\ny = 'é'\n"));
    const windows = latin1("# coding: cp1252\nx = '\x93'\n");
    assert.deepEqual(rewrite(windows, "x", "y"), latin1("# coding: cp1252\ny = '\x93'\n"));
  });

  it("writes nothing that the encoding has no bytes for", () => {
    assert.equal(rewrite(latin1("# coding: latin-1\nx"), "x", "€"), undefined);
    assert.equal(rewrite(Buffer.from("# coding: shift_jis\nx"), "x", "y"), undefined);
  });
});
