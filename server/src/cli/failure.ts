/** Exit statuses that scripts rely on. */
export const EXIT = { clean: 0, findings: 1, failure: 2 } as const;

/** Something that the user got wrong or that the machine refuses: one sentence, and exit status 2. */
export class CommandFailure extends Error {}
