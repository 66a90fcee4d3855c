import type { TargetSource } from "../declaration";
import { pyprojectSource } from "./pyproject";

/** Every kind of file that can declare a target, in the order of precedence within a folder. */
export const TARGET_SOURCES: readonly TargetSource[] = [pyprojectSource];
