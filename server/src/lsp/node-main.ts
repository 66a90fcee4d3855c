import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type Connection,
} from "vscode-languageserver/node";
import { nodeHost } from "./node-host";
import { serve } from "./server";

// The server starts as soon as the bundle is loaded, be it as the main script, by `fork` or by the command line. The
// process ends with the connection: with 0 after `shutdown`, with 1 otherwise.
serve(connect(), nodeHost(__dirname));

/** Speaks over the channel of `child_process.fork` where there is one, unless standard input and output are asked for. */
function connect(): Connection {
  if (process.send && !process.argv.includes("--stdio")) {
    // Without its parent nobody could ever end the process.
    process.once("disconnect", () => process.exit(1));
    return createConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
  }
  // Standard output belongs to the protocol: one stray line on it would end the connection.
  console.log = console.info = console.debug = console.error;
  return createConnection(process.stdin, process.stdout);
}
