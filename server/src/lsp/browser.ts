import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { browserHost } from "./browser-host";
import { serve } from "./server";

// This file runs in a worker only; the compiler checks it together with code that has a window.
const scope = self as unknown as DedicatedWorkerGlobalScope;

serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), browserHost);
