/** Cell magics whose cell is still Python. */
const PYTHON_CELL_MAGIC = /^%%(?:time|timeit|capture|prun)\b/;
/** What IPython takes for itself at the start or the end of a line: `%matplotlib`, `!ls`, `?help`, `name?`. */
const LINE_MAGIC = /^[ \t]*(?:%{1,2}[A-Za-z]|!|\?)|^[ \t]*[\w.]+\?{1,2}[ \t]*$/;
const LINES = /[^\r\n]+/g;

/**
 * Gives the Python of a notebook's cell, as long as the cell, so that no position moves: lines that IPython takes for
 * itself become comments, a cell of another language becomes blank lines.
 */
export function maskIPython(source: string): string {
  if (source.startsWith("%%") && !PYTHON_CELL_MAGIC.test(source)) {
    return source.replaceAll(LINES, (line) => " ".repeat(line.length));
  }
  return source.replaceAll(LINES, (line) => (LINE_MAGIC.test(line) ? line.replace(/\S/, "#") : line));
}
