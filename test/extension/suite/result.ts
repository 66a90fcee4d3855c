/** How one test ended. */
export interface TestOutcome {
  readonly title: string;
  readonly state: "passed" | "failed" | "skipped";
  /** Message and stack of a failure. */
  readonly error?: string;
}

/** What a run of the suite hands to whoever started it. */
export interface SuiteResult {
  readonly tests: TestOutcome[];
  /** What was measured, ready to be printed: nothing is asserted of it. */
  readonly figures: string[];
}

/** Environment variable that names the file for the result where the host has a file system. */
export const RESULT_FILE_VARIABLE = "SINCEWHEN_SUITE_RESULT";

/** Begins the console line that carries the result out of a host without one. */
export const RESULT_LINE_MARK = "SINCEWHEN_SUITE_RESULT ";

/** Hands the result out of the extension host: into the named file, or as one line on the console. */
export async function reportResult(result: SuiteResult): Promise<void> {
  const text = JSON.stringify(result);
  const file = typeof process === "undefined" ? undefined : process.env[RESULT_FILE_VARIABLE];
  if (file) {
    const { writeFileSync } = await import("node:fs");
    writeFileSync(file, text);
    return;
  }
  console.log(RESULT_LINE_MARK + text);
}
