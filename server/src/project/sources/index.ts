import type { TargetSource } from "../declaration";
import { condaEnvironmentSource, condaRecipeSource } from "./conda";
import { mypySource } from "./mypy";
import { pinSources, pythonVersionSource } from "./pin-files";
import { pipfileSource } from "./pipfile";
import { pyprojectSource } from "./pyproject";
import { noxSource, setupPySource } from "./python-files";
import { setupCfgSource } from "./setup-cfg";
import {
  eggInfoSource,
  pyrightSource,
  ruffSource,
  uvSource,
  verminSource,
  workflowSource,
} from "./tool-files";
import { toxSource } from "./tox";

/**
 * Every kind of file that can declare a target, in the order of precedence within a folder and a rank. An argument of
 * `setup()` wins over `setup.cfg`, as it does for setuptools.
 */
export const TARGET_SOURCES: readonly TargetSource[] = [
  pyprojectSource,
  setupPySource,
  setupCfgSource,
  eggInfoSource,
  pipfileSource,
  condaEnvironmentSource,
  condaRecipeSource,
  ruffSource,
  mypySource,
  pyrightSource,
  verminSource,
  toxSource,
  noxSource,
  workflowSource,
  pythonVersionSource,
  ...pinSources,
  uvSource,
];
