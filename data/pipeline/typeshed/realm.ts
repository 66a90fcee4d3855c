import {
  ALL_MINORS,
  minorsBefore,
  minorsFrom,
  NEWEST_MINOR,
  singleMinor,
  type MinorSet,
} from "../../../server/src/engine/version";
import { dottedParts, type Expression } from "./expression";

/** The platforms that stubs tell apart, in the order in which we prefer their view; `other` stands for BSD and its kin. */
export const STUB_PLATFORMS = ["linux", "darwin", "win32", "other"] as const;
export type StubPlatform = (typeof STUB_PLATFORMS)[number];

/** A set of (platform, minor) pairs: bit `16 * platform + minor`, with the platform as its index in `STUB_PLATFORMS`. */
export type Realm = bigint;

const WIDTH = BigInt(NEWEST_MINOR + 1);

export const NOWHERE: Realm = 0n;
export const EVERYWHERE: Realm = (1n << (WIDTH * BigInt(STUB_PLATFORMS.length))) - 1n;

/** Where a condition may hold and where it may fail; a condition that we cannot read may do either anywhere. */
export interface Truth {
  readonly yes: Realm;
  readonly no: Realm;
}

const UNDECIDED: Truth = { yes: EVERYWHERE, no: EVERYWHERE };

/** Gives the realm of those minors on every platform. */
export function realmOfMinors(minors: MinorSet): Realm {
  return STUB_PLATFORMS.reduce((realm, platform) => realm | realmOn(platform, minors), NOWHERE);
}

/** Gives the realm of those minors on one platform. */
export function realmOn(platform: StubPlatform, minors: MinorSet): Realm {
  return BigInt(minors) << (WIDTH * BigInt(STUB_PLATFORMS.indexOf(platform)));
}

/** Gives the minors of a realm on one platform, or on any when none is named. */
export function minorsOf(realm: Realm, platform?: StubPlatform): MinorSet {
  const platforms: readonly StubPlatform[] = platform ? [platform] : STUB_PLATFORMS;
  return platforms.reduce<MinorSet>((minors, each) => {
    const shifted = realm >> (WIDTH * BigInt(STUB_PLATFORMS.indexOf(each)));
    return minors | (Number(shifted & 0xffffn) & ALL_MINORS);
  }, 0);
}

/** Lists the platforms on which a realm has any minor. */
export function platformsOf(realm: Realm): StubPlatform[] {
  return STUB_PLATFORMS.filter((platform) => minorsOf(realm, platform) !== 0);
}

/**
 * Gives the one pair of a realm that speaks for it: the newest minor, on the first platform that has it.
 * `undefined` for the empty realm.
 */
export function newestPoint(realm: Realm): Realm | undefined {
  for (let minor = NEWEST_MINOR; minor >= 0; minor--)
    for (const platform of STUB_PLATFORMS) {
      const point = realmOn(platform, singleMinor(minor));
      if (realm & point) return point;
    }
  return undefined;
}

/** Evaluates a test of `sys.version_info` or `sys.platform`, alone or combined. */
export function evaluateCondition(condition: Expression): Truth {
  switch (condition.kind) {
    case "boolean":
      return combine(
        condition.operator,
        evaluateCondition(condition.left),
        evaluateCondition(condition.right),
      );
    case "not": {
      const { yes, no } = evaluateCondition(condition.operand);
      return { yes: no, no: yes };
    }
    case "compare":
      return evaluateComparison(condition.operands, condition.operators);
    case "name":
      return condition.name === "TYPE_CHECKING" ? decided(EVERYWHERE) : UNDECIDED;
    default:
      return UNDECIDED;
  }
}

function decided(yes: Realm): Truth {
  return { yes, no: EVERYWHERE & ~yes };
}

function combine(operator: "and" | "or", left: Truth, right: Truth): Truth {
  if (operator === "and") return { yes: left.yes & right.yes, no: left.no | right.no };
  return { yes: left.yes | right.yes, no: left.no & right.no };
}

function evaluateComparison(operands: readonly Expression[], operators: readonly string[]): Truth {
  const [left, right] = operands;
  const operator = operators[0];
  if (!left || !right || !operator || operands.length !== 2) return UNDECIDED;
  if (left.kind === "subscript") return evaluateMajor(left, operator, right);
  const subject = dottedParts(left)?.join(".");
  if (subject === "sys.platform") return evaluatePlatform(operator, right);
  if (subject !== "sys.version_info" || right.kind !== "sequence") return UNDECIDED;
  const numbers = right.items.map((item) => (item.kind === "literal" ? Number(item.text) : Number.NaN));
  return evaluateVersion(operator, numbers);
}

/** `sys.version_info[0] >= 3`: true of every Python that the catalogue speaks of. */
function evaluateMajor(left: Expression & { kind: "subscript" }, operator: string, right: Expression): Truth {
  if (dottedParts(left.object)?.join(".") !== "sys.version_info" || right.kind !== "literal")
    return UNDECIDED;
  return decided(compare(3, operator, Number(right.text)) ? EVERYWHERE : NOWHERE);
}

function evaluatePlatform(operator: string, right: Expression): Truth {
  if (right.kind !== "literal") return UNDECIDED;
  const named = STUB_PLATFORMS.find((platform) => platform === right.text);
  const realm = named
    ? realmOn(named, ALL_MINORS)
    : right.text === "cygwin"
      ? NOWHERE
      : realmOn("other", ALL_MINORS);
  if (operator === "==") return decided(realm);
  return operator === "!=" ? decided(EVERYWHERE & ~realm) : UNDECIDED;
}

function evaluateVersion(operator: string, [major = Number.NaN, minor = -1]: readonly number[]): Truth {
  if (major !== 3) return major < 3 ? decided(compare(3, operator, 2) ? EVERYWHERE : NOWHERE) : UNDECIDED;
  // `(3,)` is smaller than every version of Python 3, as minor -1 would be.
  if (operator === ">=") return decided(realmOfMinors(minorsFrom(minor)));
  if (operator === "<") return decided(realmOfMinors(minorsBefore(minor)));
  // A real version has more than two members, so `> (3, 8)` holds for 3.8.0 and `== (3, 8)` for none.
  if (operator === ">") return decided(realmOfMinors(minorsFrom(minor)));
  return operator === "<=" ? decided(realmOfMinors(minorsBefore(minor))) : UNDECIDED;
}

function compare(left: number, operator: string, right: number): boolean {
  if (operator === ">=") return left >= right;
  if (operator === "<") return left < right;
  if (operator === ">") return left > right;
  return operator === "<=" ? left <= right : operator === "==" ? left === right : left !== right;
}
