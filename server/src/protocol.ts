/**
 * What the client and the server say to each other beyond the standard protocol: setting names, custom messages and
 * what the client hands over at start-up.
 */

/** Section of the editor's settings that both sides read. */
export const SETTINGS_SECTION = "sinceWhen";

/** How much the inlay hints tell. */
export type InlayHintMode = "off" | "relevant" | "all";

/** The editor's settings as the user writes them, with their defaults. A test keeps package.json equal to this. */
export interface EditorSettings {
  /** Range promised where no configuration file says otherwise: `3.8` or a PEP 440 range; empty: none. */
  readonly target: string;
  readonly exclude: readonly string[];
  readonly ignore: readonly string[];
  readonly inlayHints: InlayHintMode;
  /** How fixes import from packages, where no configuration file says otherwise. */
  readonly backportStyle: "version" | "try";
  /** A lens at the head of each Python file tells which Pythons it runs on. */
  readonly codeLens: boolean;
}

export const DEFAULT_SETTINGS: EditorSettings = {
  target: "",
  exclude: [],
  ignore: [],
  inlayHints: "relevant",
  backportStyle: "version",
  codeLens: false,
};

/**
 * What the project's own extension hands over in `initializationOptions`. Other editors send nothing of it, or only
 * `settings`, where they cannot answer `workspace/configuration`.
 */
export interface ClientInitialization {
  /** The client answers `READ_FILE`, `LIST_FOLDER` and `FIND_FILES`, and wants to hear `TARGET_CHANGED`. */
  readonly companion?: boolean;
  /** The client wants every Python file of the workspace checked, not only the open ones. Absent: true. */
  readonly workspaceDiagnostics?: boolean;
  readonly settings?: Partial<EditorSettings>;
}

/** `initializationOptions` of a web worker server, which cannot read the extension's files itself. */
export interface WorkerInitialization extends ClientInitialization {
  readonly runtimeWasm: Uint8Array;
  readonly grammarWasm: Uint8Array;
  readonly catalogueIndex: string;
}

/**
 * Command of the client: shows places, the way references are shown. Its arguments are those of the protocol: a uri, a
 * position and locations.
 */
export const SHOW_PLACES = "sinceWhen.showPlaces";

/** Command of the client: opens the page of a feature. Takes its id. */
export const OPEN_FEATURE = "sinceWhen.openFeature";

/** Server to client, a request: the text of a file that the server cannot reach itself, such as one of a virtual workspace. */
export const READ_FILE = "sinceWhen/readFile";

export interface ReadFileParams {
  readonly uri: string;
}

/** Why a file that is there cannot be read: its bytes are no text, or what the file system says of it. */
export type FileProblem = { readonly kind: "not-utf8" } | { readonly kind: "system"; readonly text: string };

export interface ReadFileResult {
  /** `null` where there is no such file, or it cannot be read. */
  readonly text: string | null;
  /** Why a file that is there cannot be read, for the server to word. */
  readonly problem?: FileProblem;
}

/** What the requests on a folder carry. */
export interface FolderParams {
  readonly folderUri: string;
}

/** Server to client, a request: the names in a folder. */
export const LIST_FOLDER = "sinceWhen/listFolder";

export interface ListFolderResult {
  /** `null` where there is no such folder, or it cannot be read. */
  readonly names: readonly string[] | null;
}

/** Server to client, a request: the Python files below a folder, at any depth, without those that the editor hides. */
export const FIND_FILES = "sinceWhen/findFiles";

export interface FindFilesResult {
  readonly uris: readonly string[];
}

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

/** A declaration that could not be understood. */
export interface TargetProblem {
  readonly path: string;
  readonly uri?: string;
  /** 1-based. */
  readonly line?: number;
  readonly message: string;
}

/** Client to server, a request without parameters: every release of Python 3, newest first. */
export const LIST_RELEASES = "sinceWhen/releases";

/** One minor release, as a list of releases shows it. */
export interface ReleaseItem {
  /** 8 for Python 3.8. */
  readonly minor: number;
  /** `Python 3.8`. */
  readonly label: string;
  /** When it came and how long it is maintained, in a few words. */
  readonly description: string;
  /** The same with little room: `Oct 2019 – Oct 2024`. Whether it is maintained is not told. */
  readonly span: string;
  readonly state: "future" | "maintained" | "ended";
  /** The page of its release notes. */
  readonly url: string;
}

/** Client to server, a request: what one release brought, changed, deprecated and took away, by heading. */
export const LIST_FEATURES = "sinceWhen/features";

export interface ListFeaturesParams {
  readonly minor: number;
}

/** The features of a release under one heading of its notes. */
export interface FeatureGroup {
  /** Category of the catalogue: `concurrency`. */
  readonly category: string;
  readonly title: string;
  /** Headlines first. */
  readonly features: readonly FeatureItem[];
}

/** One feature, as a list shows it. */
export interface FeatureItem {
  /** Canonical id of the catalogue's entry. */
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  /** One sentence; absent where the catalogue has facts only. */
  readonly summary?: string;
  /** What happened to it: in the release that was asked for, or that a search is about. */
  readonly event?: "added" | "changed" | "deprecated" | "removed";
  /** The event in words: `new in 3.8`; in a search without a release the life of the feature. */
  readonly eventText: string;
  /** Ids of the members to which the same happened with it. */
  readonly members: readonly string[];
  /** The line that makes it known in a module: `from math import prod`; absent for what cannot be imported. */
  readonly importText?: string;
}

/** Client to server, a request: the features that fit a question. */
export const SEARCH_FEATURES = "sinceWhen/search";

export interface SearchParams {
  /** Names, words and releases as people write them: `asyncio task`, `removed in 3.12`, `between 3.8 and 3.12`. */
  readonly query: string;
  /** The most features that are wanted. */
  readonly limit: number;
}

/** Client to server, a request: features by their ids. Ids that nobody knows are left out. */
export const DESCRIBE_FEATURES = "sinceWhen/describe";

export interface DescribeParams {
  readonly ids: readonly string[];
}

/** Client to server, a request: everything that is known of one feature, as a card. */
export const FEATURE_CARD = "sinceWhen/card";

export interface FeatureCardParams {
  /** Canonical id or alias. */
  readonly id: string;
  /** The document whose target judges it; absent: facts only. */
  readonly uri?: string;
}

/** `null` for an id that nobody knows. */
export type FeatureCardResult = {
  /** The card in Markdown. */
  readonly markdown: string;
  /** The same as a page of its own, with a heading. */
  readonly page: string;
  /** Its first line, without Markdown. */
  readonly title: string;
} | null;

/**
 * Client to server, a request: which feature stands at a place, for those who ask from the keyboard. Gives its id, `null`
 * where nothing catalogued does.
 */
export const FEATURE_AT = "sinceWhen/featureAt";

export interface FeatureAtParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/**
 * Client to server, a request: the ids of what the Python files of the workspace use, open or not. May take long; can be
 * cancelled.
 */
export const LIST_USED = "sinceWhen/used";

export interface ListUsedParams {
  /** Only the files below this folder count; absent: those of the whole workspace, and whatever else is open. */
  readonly folderUri?: string;
  /** Under which the server sends the ids as it finds them. The answer repeats them. */
  readonly partialResultToken?: string | number;
}

export interface ListUsedResult {
  readonly ids: readonly string[];
}

/** Server to client: what was answered to `LIST_USED` may be no longer true. Comes at most once for each answer. */
export const USED_CHANGED = "sinceWhen/usedChanged";

/** Client to server, a request: what the code of the whole workspace needs, and why. May take long; can be cancelled. */
export const MINIMUM_REPORT = "sinceWhen/minimumReport";

export interface MinimumReportParams {
  /** Under which the server tells how far it is. */
  readonly workDoneToken?: string | number;
}

/** `null` when it was cancelled. */
export type MinimumReportResult = {
  readonly markdown: string;
  /** In the form of `sincewhen min --format json`. */
  readonly json: string;
} | null;

/** Client to server, a request: what fixes would change in all Python files of the workspace. May take long; can be cancelled. */
export const FIX_WORKSPACE = "sinceWhen/fixWorkspace";

/** The sorts of findings that have fixes, by their codes, in the order in which they are offered. */
export const FIXABLE_CODES = [
  "added-later",
  "syntax-later",
  "removed",
  "deprecated",
  "changed",
  "modernise",
  "unused-guard",
  "unused-ignore",
] as const;

export interface FixWorkspaceParams {
  /** Take fixes that may change what the code does, too. */
  readonly unsafe: boolean;
  /** Codes of the findings that are to be mended; absent: all. */
  readonly codes?: readonly string[];
  /** Under which the server tells how far it is. */
  readonly workDoneToken?: string | number;
}

/** `null` when it was cancelled. */
export type FixWorkspaceResult = {
  /** A `WorkspaceEdit` of the protocol. */
  readonly edit: object;
  /** How many files were looked at. */
  readonly files: number;
  /** How many fixes the edit makes, and in how many files. */
  readonly fixes: number;
  readonly changed: number;
} | null;
