import type { DeclarationPlace } from "../engine/target-findings";
import type { Display } from "./wording";

/** Names a declaration and where it stands: `` `requires-python` (pyproject.toml:7) ``. */
export function declaredAt({ key, file, line }: DeclarationPlace, display: Display): string {
  return `\`${key}\` (${display(file)}:${line})`;
}
