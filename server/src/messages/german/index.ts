import type { Wording } from "../wording";
import { FIXES } from "./actions";
import { CARD, HEADLINE, TIMELINE } from "./cards";
import { DECLARATIONS } from "./declarations";
import { FINDINGS } from "./findings";
import { NAMES, VERSIONS } from "./names";
import { RELEASES } from "./releases";
import { FLOOR, MINIMUM } from "./reports";
import { SERVER } from "./server";

/** Everything in German. */
export const GERMAN: Wording = {
  names: NAMES,
  versions: VERSIONS,
  findings: FINDINGS,
  declarations: DECLARATIONS,
  fixes: FIXES,
  headline: HEADLINE,
  card: CARD,
  timeline: TIMELINE,
  releases: RELEASES,
  floor: FLOOR,
  minimum: MINIMUM,
  server: SERVER,
};
