/** One release of pyright, whose package carries a copy of typeshed. */
export interface PyrightRelease {
  readonly version: string;
  /** The oldest and the newest minor that its stubs tell about with care. */
  readonly floor: number;
  readonly ceiling: number;
}

/**
 * The releases that together remember nearly everything that typeshed ever knew, newest first: each forgets what only
 * Pythons below its floor had.
 */
export const PYRIGHT_RELEASES: readonly PyrightRelease[] = [
  { version: "1.1.414", floor: 10, ceiling: 15 },
  { version: "1.1.408", floor: 9, ceiling: 14 },
  { version: "1.1.398", floor: 8, ceiling: 13 },
  { version: "1.1.344", floor: 7, ceiling: 12 },
  { version: "1.1.256", floor: 6, ceiling: 11 },
  { version: "1.1.64", floor: 5, ceiling: 9 },
  { version: "1.0.11", floor: 3, ceiling: 7 },
];
