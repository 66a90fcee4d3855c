import { formatMinor, NEWEST_MINOR, singleMinor } from "../../../server/src/engine/version";
import { lastName, type Expression } from "./expression";
import { NOWHERE, realmOn, STUB_PLATFORMS } from "./realm";
import type { NamedDeclaration } from "./stub-program";
import { sightingAt, sightings, type StubView } from "./stub-view";

/** What `@deprecated` tells of a function or class. */
export interface Deprecation {
  readonly deprecated?: string;
  readonly removal?: string;
  /** Names that the message offers instead, as it writes them. */
  readonly offers?: readonly string[];
}

/** Reads the deprecation that the newest release which knows an id states for every form of it. */
export function deprecationOf(
  views: readonly StubView[],
  pathId: string,
  members: readonly string[],
): Deprecation {
  for (const view of views) {
    const found = sightings(view, pathId, members);
    if (found.length === 0) continue;
    const messages: (string | undefined)[] = [];
    for (let minor = 0; minor <= NEWEST_MINOR; minor++) {
      const points = STUB_PLATFORMS.map((platform) => realmOn(platform, singleMinor(minor)));
      const point = points.find((each) => sightingAt(found, each));
      const declarations = point === undefined ? undefined : sightingAt(found, point)?.declarations;
      messages.push(
        declarations && messageOf(declarations.filter((each) => (each.realm & point!) !== NOWHERE)),
      );
    }
    return readMessages(messages, view.release.floor);
  }
  return {};
}

/** Gives the message when every overload is deprecated: an empty one when its text is not known. */
function messageOf(declarations: readonly NamedDeclaration[]): string | undefined {
  const messages = declarations.map((each) =>
    each.kind === "variable" ? undefined : deprecatedMessage(each.decorators),
  );
  return messages.length > 0 && messages.every((each) => each !== undefined) ? messages.at(-1) : undefined;
}

function deprecatedMessage(decorators: readonly Expression[]): string | undefined {
  const decorator = decorators.find((each) => lastName(each) === "deprecated");
  const text = decorator?.kind === "call" ? decorator.items[0] : undefined;
  if (!decorator) return undefined;
  return text?.kind === "literal" ? text.text : "";
}

/** A message names the versions; without one, the first minor that carries the decorator does, unless that is the floor. */
function readMessages(messages: readonly (string | undefined)[], floor: number): Deprecation {
  const message = messages.findLast((each) => each !== undefined);
  if (message === undefined) return {};
  const since =
    /\b(?:[Dd]eprecated|[Ss]oft-deprecated)\b[^.;]*?\b(?:since|in|as of)\s+(?:Python\s+|version\s+)?(3\.\d+)/.exec(
      message,
    )?.[1];
  const removal =
    /(?:[Rr]emov(?:ed|al)|disallowed|raise an error)[^;]*?\b(?:in|from)\s+(?:Python\s+|version\s+)?(3\.\d+)/.exec(
      message,
    )?.[1];
  const first = messages.findIndex((each) => each !== undefined);
  const seen = first > floor && messages[first - 1] === undefined ? formatMinor(first) : undefined;
  const deprecated = since ?? seen;
  const offers = [...message.matchAll(/\b[Uu]se (?:the )?`([\w.]+)(?:\(\))?`/g)].flatMap(([, name]) =>
    name ? [name] : [],
  );
  return {
    ...(deprecated ? { deprecated } : {}),
    ...(removal ? { removal } : {}),
    ...(offers.length > 0 ? { offers } : {}),
  };
}
