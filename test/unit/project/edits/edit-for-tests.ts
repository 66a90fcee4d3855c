import { type Declaration, isMisdeclaration } from "../../../../server/src/project/declaration";
import { readDeclaringFile } from "../../../../server/src/project/declaring-file";

/** Gives the one declaration of a text. Throws where it has none, or several. */
export function onlyDeclaration(path: string, text: string): Declaration {
  const { statements } = readDeclaringFile(path, text);
  const declarations = statements.flatMap((statement) => (isMisdeclaration(statement) ? [] : statement));
  if (declarations.length !== 1) throw new Error(`${declarations.length} declarations in ${text}`);
  return declarations[0];
}
