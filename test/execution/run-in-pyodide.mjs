// Runs the programs of the probes in a `pyodide` package, as `run_probes.py` does in a native interpreter.
// usage: node run-in-pyodide.mjs FOLDER SCRIPT < programs.json
import { readFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const [folder, script] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(path.join(folder, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: folder, stdout: () => {}, stderr: () => {} });
python.globals.set("__name__", "probes");
python.runPython(readFileSync(script, "utf8"));
python.globals.set("asked", await text(process.stdin));
process.stdout.write(python.runPython("answer(asked)"), () => process.exit(0));
