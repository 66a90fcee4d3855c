import * as vscode from "vscode";
import { SETTINGS_SECTION, SHOW_PLACES } from "../../server/src/protocol";
import type { Location as ProtocolLocation, Position as ProtocolPosition } from "vscode-languageclient";
import type { Server } from "./server";
import { openExample } from "./example";
import { fixWorkspace } from "./fix-workspace";
import { declareTarget, exploreMinimum } from "./floor-commands";
import type { ReportPages } from "./report-pages";
import {
  DECLARE_TARGET_COMMAND,
  OPEN_TARGET_ORIGIN,
  SET_TARGET,
  SHOW_LOG,
  type TargetStatus,
} from "./target-status";

/** What the commands act on. */
export interface CommandParts {
  readonly log: vscode.LogOutputChannel;
  readonly status: TargetStatus;
  readonly server: Server;
  readonly pages: ReportPages;
}

/** Registers every command of the manifest. */
export function registerCommands({ log, status, server, pages }: CommandParts): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand(OPEN_TARGET_ORIGIN, () => openOrigin(status)),
    vscode.commands.registerCommand(SET_TARGET, (range?: unknown) => setTarget(range)),
    vscode.commands.registerCommand(DECLARE_TARGET_COMMAND, (range?: unknown) => declare(server, range)),
    vscode.commands.registerCommand("sinceWhen.exploreMinimum", () => exploreMinimum(server, pages)),
    vscode.commands.registerCommand("sinceWhen.fixWorkspace", (wish?: object) => fixWorkspace(server, wish)),
    vscode.commands.registerCommand("sinceWhen.openExample", openExample),
    vscode.commands.registerCommand("sinceWhen.restartServer", () => server.restart()),
    vscode.commands.registerCommand(SHOW_LOG, () => log.show()),
    vscode.commands.registerCommand(SHOW_PLACES, showPlaces),
  ];
}

/** Shows the place that declares the target: a line of a file, or the setting. Without one, asks for a target. */
async function openOrigin(status: TargetStatus): Promise<void> {
  const { origin } = status;
  if (!origin) return setTarget();
  if (origin.uri === undefined) {
    await vscode.commands.executeCommand("workbench.action.openSettings", `${SETTINGS_SECTION}.target`);
    return;
  }
  const line = Math.max(0, (origin.line ?? 1) - 1);
  const selection = new vscode.Range(line, 0, line, 0);
  await vscode.window.showTextDocument(vscode.Uri.parse(origin.uri, true), { selection });
}

/** Shows the places that a lens speaks of. Takes them as the protocol writes them. */
async function showPlaces(
  uri: string,
  at: ProtocolPosition,
  places: readonly ProtocolLocation[],
): Promise<void> {
  const position = (place: ProtocolPosition): vscode.Position =>
    new vscode.Position(place.line, place.character);
  await vscode.commands.executeCommand(
    "editor.action.peekLocations",
    vscode.Uri.parse(uri, true),
    position(at),
    places.map(
      (place) =>
        new vscode.Location(
          vscode.Uri.parse(place.uri, true),
          new vscode.Range(position(place.range.start), position(place.range.end)),
        ),
    ),
    "peek",
  );
}

/**
 * Asks for a range and writes it into the settings of the folder that the active file lies in; without one of the
 * workspace, if there is one. Empty: no target. A keybinding or a task may bring the range with it.
 */
async function setTarget(given?: unknown): Promise<void> {
  const document = vscode.window.activeTextEditor?.document.uri;
  const settings = vscode.workspace.getConfiguration(SETTINGS_SECTION, document);
  const prompt = vscode.l10n.t("Which Pythons must this code run on? Leave empty for none.");
  const range = typeof given === "string" ? given : await askForRange(prompt, settings.get("target", ""));
  if (range === undefined) return;
  await settings.update("target", range.trim() === "" ? undefined : range.trim(), placeOfSettings(document));
}

function placeOfSettings(document: vscode.Uri | undefined): vscode.ConfigurationTarget {
  if (document && vscode.workspace.getWorkspaceFolder(document)) {
    return vscode.ConfigurationTarget.WorkspaceFolder;
  }
  const hasWorkspace = (vscode.workspace.workspaceFolders?.length ?? 0) > 0;
  return hasWorkspace && !document ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
}

/** Asks for a range, unless it is given, and writes it into the project's own files. */
async function declare(server: Server, given?: unknown): Promise<void> {
  const prompt = vscode.l10n.t("Which Pythons does this project promise to run on?");
  const range = typeof given === "string" ? given : await askForRange(prompt, "");
  if (range !== undefined && range.trim() !== "") await declareTarget(server, range.trim());
}

function askForRange(prompt: string, value: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t("Target Python"),
    prompt,
    placeHolder: "3.8   >=3.8,<3.13",
    value,
    validateInput: (text) =>
      RANGE.test(text)
        ? undefined
        : vscode.l10n.t("Write a version such as 3.8, or a range such as >=3.8,<3.13."),
  });
}

/** Roughly what a range looks like. The server judges it, and tells what is wrong with one that only looks right. */
const RANGE = /^\s*(?:(?:[<>=!~]=?|===)?\s*v?\d[\w.*+-]*\s*(?:,\s*(?!$)|$))*$/;
