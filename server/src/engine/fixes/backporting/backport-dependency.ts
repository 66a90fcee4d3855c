import { isImport } from "../../syntax/imports";
import type { Fixer } from "../fixer";
import { isGuardable } from "../guards/need";
import { importAt } from "../rewriting/candidates";
import { offerFor } from "./offer";

/**
 * Has the project depend on a package that brings a module to older Pythons under the module's own name: the code stays as
 * it is. By hand, since nobody but the project's file shows the difference; with unsafe fixes, where a file lists dependencies.
 */
export const backportDependency: Fixer = {
  id: "backport-dependency",
  appliesTo: isGuardable,
  compute(input) {
    const { tree, scopes, catalogue, finding } = input;
    const imported = importAt(tree, scopes, tree.innermost(finding.start, finding.end));
    if (!imported || !isImport(tree.kind(imported.statement))) return undefined;
    const offer = offerFor(input);
    const isSameName = offer !== undefined && catalogue.isModule(offer.backport.module);
    if (!isSameName || offer.backport.module !== imported.path.split(".", 1)[0]) return undefined;
    const { backport, dependency } = offer;
    return {
      id: "backport-dependency",
      safety: "manual",
      details: { package: backport.package },
      edits: [],
      dependency,
    };
  },
};
