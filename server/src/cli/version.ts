import { version } from "../../../package.json";

/** The version of the program, as `--version` tells it. */
export const VERSION: string = version;
