import { writeLicences } from "./licences";

writeLicences().then(
  (lines) => {
    console.log(lines.join("\n"));
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
