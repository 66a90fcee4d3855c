import type { Statement, TargetSource } from "../declaration";
import { declareMinors, minorsNamed } from "../declare";
import { type IniFile, readIni } from "../ini";

/** `tox.ini`. */
export const toxSource: TargetSource = {
  files: ["tox.ini"],
  ranks: ["tool"],
  read: (text) => readToxSections(readIni(text), "tox"),
};

/** Reads the Pythons that tox tests on: those of its list of environments, else those that environments name. */
export function readToxSections(ini: IniFile, section: string): Statement[] {
  const list = ini.get(section, "env_list") ?? ini.get(section, "envlist");
  if (list) {
    const place = { rank: "tool", key: `${section}.env_list`, line: list.line } as const;
    const found = declareMinors(minorsOfEnvironments(list.text), place);
    if (found.length > 0) return found;
  }
  const prefix = section === "tox" ? "" : section.replace(/tox$/, "");
  return ini.sections
    .filter((name) => name === `${prefix}testenv` || name.startsWith(`${prefix}testenv:`))
    .flatMap((name) => {
      const base = ini.get(name, "base_python") ?? ini.get(name, "basepython");
      if (!base) return [];
      const place = { rank: "tool", key: `${name}.basepython`, line: base.line } as const;
      return declareMinors(minorsNamed(base.text.split(/[\s,]+/)), place);
    })
    .slice(0, 1);
}

/** Lists the minors of environments such as `py{38,310}-django{32,40}`, `py3{8-11}` and `3.9, docs`. */
function minorsOfEnvironments(list: string): number[] {
  const names = list
    .split("\n")
    .map((line) => line.replace(/\s+[;#].*$/, ""))
    .flatMap((line) => splitOutside(line))
    .flatMap((name) => expandBraces(name));
  // An environment is made of factors, one of which names the interpreter.
  return names.flatMap((name) => minorsNamed(name.split("-")));
}

/** Splits at the commas that stand outside of braces. */
function splitOutside(line: string): string[] {
  return (line.match(/(?:\{[^}]*\}|[^,{])+/g) ?? []).map((name) => name.trim());
}

/** `py3{8-10}` gives `py38`, `py39`, `py310`. Bounded, since every pair of braces multiplies. */
function expandBraces(name: string, most = 200): string[] {
  const match = /^([^{]*)\{([^}]*)\}(.*)$/.exec(name);
  if (!match || most < 1) return [name];
  const [, before, inside, after] = match;
  const alternatives = inside.split(",").flatMap((part) => {
    const range = /^(\d{1,3})-(\d{1,3})$/.exec(part.trim());
    if (!range) return [part.trim()];
    const [from, to] = [Number(range[1]), Number(range[2])];
    return Array.from({ length: Math.max(0, Math.min(to - from + 1, 50)) }, (_, step) => String(from + step));
  });
  const share = Math.floor(most / Math.max(1, alternatives.length));
  return alternatives
    .flatMap((alternative) => expandBraces(`${before}${alternative}${after}`, share))
    .slice(0, most);
}
