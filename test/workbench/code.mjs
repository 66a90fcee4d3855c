#!/usr/bin/env node
import { require } from "tsx/cjs/api";

require("./code.ts", import.meta.url);
