// Runs a Python script in a `pyodide` package, with standard input and output as a native interpreter has them.
// usage: node pyodide-runner.mjs FOLDER SCRIPT < questions.json
import { readFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const [folder, script] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(path.join(folder, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: folder, stdout: () => {}, stderr: () => {} });
python.globals.set("__name__", "introspect");
python.runPython("import warnings; warnings.simplefilter('ignore')");
python.runPython(readFileSync(script, "utf8"));
python.globals.set("asked", await text(process.stdin));
const told = python.runPython("json.dumps(answer_all(json.loads(asked)), sort_keys=True)");
process.stdout.write(`${told}\n`, () => process.exit(0));
