/**
 * How this room reads files: each host brings its own. Paths are absolute with `/` between the names (`/a/b.py`,
 * `C:/a/b.py`), or URIs; they are only ever taken apart and put together, never resolved.
 */
export interface ProjectFiles {
  /**
   * Gives the text of a file; `undefined` where there is no such file, be it a folder or a link that leads nowhere.
   * Rejects with a sentence for the user when the file is there but cannot be read or is not UTF-8.
   */
  read(path: string): Promise<string | undefined>;
  /**
   * Gives the names in a folder; `undefined` where they cannot be told. Without it every file that could declare
   * something is asked for by name, and those that are found by a pattern are not found.
   */
  list?(folder: string): Promise<readonly string[] | undefined>;
}
