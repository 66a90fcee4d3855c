// Runs the introspection in a `pyodide` package and writes what it tells to standard output.
// usage: node pyodide-runner.mjs FOLDER SCRIPT EVIDENCE
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder, script, evidence] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(path.join(folder, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: folder, stdout: () => {}, stderr: () => {} });
python.FS.writeFile("/evidence.json.gz", readFileSync(evidence));
python.globals.set("__name__", "introspect");
python.runPython("import warnings; warnings.simplefilter('ignore')");
python.runPython(readFileSync(script, "utf8"));
const told = python.runPython(`
told = io.StringIO()
standard, sys.stdout = sys.stdout, told
main("/evidence.json.gz")
sys.stdout = standard
told.getvalue()
`);
process.stdout.write(`${told}\n`, () => process.exit(0));
