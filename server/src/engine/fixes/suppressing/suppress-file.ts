import type { Fixer } from "../fixer";
import { lineEndingOf } from "../layout";

/** Lines that only count as long as they stand at the very top: which program runs the file, and how it is encoded. */
const FIRST_LINES = /^\uFEFF?(?:#![^\r\n]*(?:\r\n|\n|\r))?(?:#[^\r\n]*coding[:=][^\r\n]*(?:\r\n|\n|\r))?/;

/** A comment at the top that silences the whole file. Needs a person's eye, since every fault stays. */
export const suppressFile: Fixer = {
  id: "suppress-file",
  appliesTo: ({ code }) => code !== "unused-ignore",
  compute({ tree }) {
    const start = FIRST_LINES.exec(tree.text)![0].length;
    const newText = `# sincewhen: ignore-file${lineEndingOf(tree.text)}`;
    return { id: this.id, safety: "manual", details: {}, edits: [{ start, end: start, newText }] };
  },
};
