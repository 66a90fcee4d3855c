import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { formatParameterNote } from "../../../../../data/pipeline/extract/docs-rows";
import {
  parameterNames,
  readDeprecatedParameters,
  readParameterNotes,
} from "../../../../../data/pipeline/extract/read-parameter-notes";

const SIGNATURE = parameterNames("feed(animal, food=None, *, water=True, note='a (b)')");

function read(text: string, signature: ReadonlySet<string> = SIGNATURE): string {
  return readParameterNotes(text, signature).map(formatParameterNote).join(",");
}

describe("reading what happened to parameters", () => {
  it("takes the names of a signature, not its default values", () => {
    assert.deepEqual([...SIGNATURE], ["animal", "food", "water", "note"]);
    assert.deepEqual([...parameterNames("feed(animal[, food[, water]], **more)")].sort(), [
      "**",
      "animal",
      "food",
      "more",
      "water",
    ]);
    assert.deepEqual([...parameterNames("SONGS")], []);
  });

  it("knows the ways in which an arrival is told", () => {
    assert.equal(read("Added the *food* parameter."), "add:food");
    assert.equal(read("The *food* and *water* arguments were added."), "add:food,add:water");
    assert.equal(read("New keyword-only argument *water*."), "add:water");
    assert.equal(read("It now accepts an optional *food* argument."), "add:food");
    assert.equal(read("Support for the *food* keyword argument was added."), "add:food");
    assert.equal(read("Is faster. Added *food*, and errors are told."), "add:food");
    assert.equal(read("The *food* parameter."), "add:food");
  });

  it("knows removals, renamings and other ways of giving", () => {
    assert.equal(read("Removed the *loop* parameter."), "remove:loop");
    assert.equal(read("The *strict* argument has been removed."), "remove:strict");
    assert.equal(read("The *beast* parameter was renamed to *animal*."), "rename:beast>animal");
    assert.equal(read("The *water* parameter became keyword-only."), "kwonly:water");
    assert.equal(read("*food* can now be used as a keyword argument."), "anykw:food");
    assert.equal(read("The *animal* parameter is now positional-only."), "posonly:animal");
    assert.equal(read("The *food* argument is now optional."), "optional:food");
  });

  it("knows what is taken from then on, for a named parameter or any", () => {
    assert.equal(read("Accepts a :term:`path-like object`."), "accepts:>path-like");
    assert.equal(
      read("The *food* parameter now accepts a :term:`path-like object`."),
      "accepts:food>path-like",
    );
    assert.equal(
      read("Accepts a path-like object for *animal* and *food*."),
      "accepts:animal>path-like,accepts:food>path-like",
    );
    assert.equal(read("Any :term:`bytes-like object` is now accepted."), "accepts:>bytes-like");
    assert.equal(read("Raises an error when it accepts a path-like object."), "");
  });

  it("knows parameters with another default value", () => {
    assert.equal(read("The default value of *food* changed from hay to grass."), "default:food");
    assert.equal(read("The *food* argument now defaults to grass."), "default:food");
    assert.equal(read("The default is grass."), "");
  });

  it("believes nothing that the signature contradicts", () => {
    assert.equal(read("Added the *loop* parameter."), "");
    assert.equal(read("Removed the *food* parameter."), "");
  });

  it("believes what is called a parameter where the signature takes anything", () => {
    const open = parameterNames("debug(msg, **kwargs)");
    assert.equal(read("The *stacklevel* argument was added.", open), "add:stacklevel");
    assert.equal(read("*stacklevel* was added.", open), "");
  });

  it("leaves sentences about something else alone", () => {
    assert.equal(read("Added a form for the *food* parameter that takes lists."), "");
    assert.equal(read("Added the *food* attribute."), "");
    assert.equal(read("The *food* argument accepts bytes now."), "");
    assert.equal(read("Raises an error when *food* was not added."), "");
  });

  it("reads which parameter is deprecated, but not of the thing itself", () => {
    const deprecated = (text: string): string =>
      readDeprecatedParameters(text, SIGNATURE).map(formatParameterNote).join(",");
    assert.equal(deprecated("The *food* argument."), "deprecate:food");
    assert.equal(deprecated("The *food* parameter is deprecated, use *water*."), "deprecate:food");
    assert.equal(deprecated("Use the *food* parameter of other functions."), "");
  });
});
