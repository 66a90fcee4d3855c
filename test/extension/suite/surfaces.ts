/**
 * Which tests show each surface of the editor, by the start of their full titles. Whoever runs the suite holds every host
 * to it: a surface that no test of the host shows is a failure.
 */
export const SURFACES: Readonly<Record<string, readonly string[]>> = {
  "activation and commands": ["activation comes with", "activation registers every command"],
  "hover card": [
    "findings tell in a hover since when, the verdict first",
    "findings tell in a hover of a keyword argument, of a module and of syntax",
  ],
  "inlay hints": ["inlay hints show the version", "inlay hints show as much as the setting says"],
  diagnostics: [
    "findings underlines",
    "findings links to the documentation",
    "findings are errors where a targeted Python fails",
    "findings strike out what is deprecated",
  ],
  "diagnostics of the workspace": ["the settings have files checked that nobody opened"],
  "deference to other tools": ["deference to other tools"],
  "completion of version tests": ["completion puts the tuple"],
  "completion of requires-python": ["completion knows the versions"],
  "completion of silencing comments": ["completion knows what a comment can silence"],
  "no other completion": ["completion leaves everything else to others"],
  "code lens": ["the code lens is off", "the code lens tells at the head"],
  "quick fixes": ["fixes rewrites asyncio.run", "fixes puts pipes", "fixes offers to silence a line"],
  "rewrites to the better way": ["fixes offers asyncio.run for the older dance"],
  "fix all": ["fixes applies every safe fix of a file at once", "fixes applies them on saving"],
  notebooks: ["notebooks are one program"],
  "stub files": ["stub files have cards"],
  "Markdown left alone": ["Markdown is left alone"],
  grammars: ["the grammars come with the extension"],
  "releases explorer: tree": ["the releases explorer lists every release"],
  "releases explorer: marks": ["the releases explorer marks what the workspace uses"],
  "releases explorer: search": ["the releases explorer finds a feature"],
  "releases explorer: pages": [
    "the releases explorer opens everything",
    "the releases explorer writes the page",
  ],
  "the page of a name from the keyboard": ["the releases explorer opens the page of the name at the cursor"],
  "releases explorer: copy import": ["the releases explorer copies the import"],
  "report and its export": [
    "the report of what the workspace needs opens",
    "the report of what the workspace needs is written",
  ],
  "floor explorer": ["the exploration of other minimums"],
  "declaring a target": [
    "targets is declared in the project's own file",
    "targets follows the setting that a command",
  ],
  "files that declare targets": ["targets follows requires-python", "targets is judged in the file"],
  "status item": ["the status item tells the target", "the status item says in words"],
  walkthrough: [
    "the walkthrough opens",
    "activation offers in its walkthrough",
    "activation opens an example",
  ],
  settings: [
    "the settings have defaults",
    "the settings take findings away",
    "targets follows the setting in every",
  ],
  "log channel": ["the log is an output channel"],
  "texts in the user's language": ["activation has the manifest's texts"],
};

/** Names the surfaces, each with the start of a title, of which no test among these shows anything. */
export function missingSurfaces(titles: readonly string[]): string[] {
  return Object.entries(SURFACES).flatMap(([surface, starts]) =>
    starts
      .filter((start) => !titles.some((title) => title.startsWith(start)))
      .map((start) => `${surface}: no test "${start}…"`),
  );
}
