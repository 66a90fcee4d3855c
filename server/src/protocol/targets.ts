/** Server to client: the target of a document became known or changed. */
export const TARGET_CHANGED = "sinceWhen/targetChanged";

/** What the language status item shows. `range` is null where nobody declared a target. */
export interface TargetChangedParams {
  readonly uri: string;
  /** A few words for the status item. */
  readonly text: string;
  /** A sentence that says which Pythons are meant and who said so. */
  readonly detail: string;
  readonly range: string | null;
  readonly minimum: string | null;
  readonly origin: TargetPlace | null;
  /** Messages about values that could not be read. */
  readonly problems: readonly TargetProblem[];
}

/** Who declared a target. */
export interface TargetPlace {
  /** The file as people read it: relative to its workspace folder where it lies in one. */
  readonly path: string;
  /** Where the client can open it; absent for settings and the command line. */
  readonly uri?: string;
  readonly key: string;
  /** 1-based. */
  readonly line?: number;
}

/** A declaration that could not be understood. */
export interface TargetProblem {
  readonly path: string;
  readonly uri?: string;
  /** 1-based. */
  readonly line?: number;
  readonly message: string;
}

/** What a request on one document carries. */
export interface DocumentParams {
  readonly uri: string;
}

/** Client to server, a request: what each lower end of a document's target would mean for the code that has it. */
export const EXPLORE_FLOOR = "sinceWhen/exploreFloor";

export interface ExploreFloorResult {
  /** A report in Markdown; `null` where there is no folder to look through. */
  readonly markdown: string | null;
}

/** Client to server, a request: the edit that declares a target where the project of a document does or would. */
export const DECLARE_TARGET = "sinceWhen/declareTarget";

export interface DeclareTargetParams {
  readonly uri: string;
  /** `3.8`, which means `>=3.8`, or a PEP 440 range. */
  readonly range: string;
}

export interface DeclareTargetResult {
  /** A `WorkspaceEdit` of the protocol; `null` where there is no folder to write to. */
  readonly edit: object | null;
  /** The file that is written. */
  readonly uri: string | null;
}

/** Client to server, a notification: the Python that the user has selected for a folder. */
export const INTERPRETER_CHANGED = "sinceWhen/interpreterChanged";

export interface InterpreterParams {
  readonly folderUri: string;
  /** `3.11`; `null` when none is selected, or it shall not count. */
  readonly version: string | null;
}

/** Globs of the files that declare Pythons, as `project` knows them: what else besides Python the server wants to see. */
export const DECLARING_FILES: readonly string[] = [
  "**/sincewhen.toml",
  "**/pyproject.toml",
  "**/setup.py",
  "**/setup.cfg",
  "**/*.egg-info/PKG-INFO",
  "**/PKG-INFO",
  "**/Pipfile",
  "**/environment.yml",
  "**/environment.yaml",
  "**/meta.yaml",
  "**/recipe/meta.yaml",
  "**/conda/meta.yaml",
  "**/conda.recipe/meta.yaml",
  "**/ruff.toml",
  "**/.ruff.toml",
  "**/mypy.ini",
  "**/.mypy.ini",
  "**/pyrightconfig.json",
  "**/vermin.ini",
  "**/vermin.conf",
  "**/tox.ini",
  "**/tox.toml",
  "**/noxfile.py",
  "**/hatch.toml",
  "**/.github/workflows/*.yml",
  "**/.github/workflows/*.yaml",
  "**/.gitlab-ci.yml",
  "**/.travis.yml",
  "**/azure-pipelines.yml",
  "**/.circleci/config.yml",
  "**/.python-version",
  "**/.python-versions",
  "**/.tool-versions",
  "**/mise.toml",
  "**/.mise.toml",
  "**/runtime.txt",
  "**/Dockerfile",
  "**/uv.toml",
];
