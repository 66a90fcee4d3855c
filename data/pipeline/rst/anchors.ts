/** Gives the anchor that Sphinx makes of a heading: `PEP 572: Assignment expressions` → `pep-572-assignment-expressions`. */
export function toAnchor(title: string): string {
  return title
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[-0-9]+|-+$/g, "");
}
