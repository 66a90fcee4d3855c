import path from "node:path";

// A server that is started without ado has no use for the rest of the program, which would take five megabytes.
const [command, option, ...others] = process.argv.slice(2);
const isServer = command === "lsp" && option === "--stdio" && others.length === 0;
require(path.join(__dirname, isServer ? "server.js" : "cli-main.js"));
