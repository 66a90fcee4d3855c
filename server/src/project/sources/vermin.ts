/**
 * Lists the minors of Python 3 that the targets of the tool Vermin name: `3.8-` and `3.8` separated by commas or line
 * ends, each with or without `-` for “or newer”.
 */
export function parseVerminTargets(text: string): number[] {
  return text.split(/[\s,]+/).flatMap((target) => {
    const match = /^3\.(\d{1,2})-?$/.exec(target);
    return match ? [Number(match[1])] : [];
  });
}
