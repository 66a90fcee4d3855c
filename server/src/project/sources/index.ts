import type { TargetSource } from "../declaration";
import { pipelineSource, workflowSource } from "./ci";
import { condaEnvironmentSource, condaRecipeSource } from "./conda";
import { hatchSource } from "./hatch";
import { mypySource } from "./mypy";
import { pinSources, pythonVersionSource } from "./pin-files";
import { pipfileSource } from "./pipfile";
import { pyprojectSource } from "./pyproject";
import { noxSource, setupPySource } from "./python-files";
import { setupCfgSource } from "./setup-cfg";
import { eggInfoSource, pyrightSource, ruffSource, uvSource, verminSource } from "./tool-files";
import { toxSource, toxTomlSource } from "./tox";

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
  toxTomlSource,
  noxSource,
  hatchSource,
  workflowSource,
  pipelineSource,
  pythonVersionSource,
  ...pinSources,
  uvSource,
];
