import path from "node:path";

/** The checkout: absolute. */
export const ROOT = path.resolve(__dirname, "../..");

/** Where the workbench is installed from npm, apart from the packages that building needs. */
export const HOST_FOLDER = path.join(ROOT, "test/host");

/** The workspace that `npm start` shows and the suites edit copies of. */
export const SAMPLE_FOLDER = path.join(ROOT, "test/sample");

/** Screenshots, logs and counts of a test run; ignored by git. */
export const RESULTS_FOLDER = path.join(ROOT, "test-results");

/** The packaged extension, as `npm run package` leaves it. */
export const VSIX_FILE = path.join(ROOT, "dist/sincewhen.vsix");
