// First of all, so that loading the rest takes little memory.
import "./node-flags";
import path from "node:path";
import { loadScript } from "./load-script";

loadScript(path.join(__dirname, "server-main.js"), require);
