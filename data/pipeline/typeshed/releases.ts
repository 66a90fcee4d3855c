/** One release of pyright, whose package carries a copy of typeshed. */
export interface PyrightRelease {
  readonly version: string;
  /** The oldest and the newest minor that its stubs tell about with care. */
  readonly floor: number;
  readonly ceiling: number;
  /** SHA-256 of the package, as `npm pack` gives it. */
  readonly sha256: string;
}

/**
 * The releases that together remember nearly everything that typeshed ever knew, newest first: each forgets what only
 * Pythons below its floor had.
 */
export const PYRIGHT_RELEASES: readonly PyrightRelease[] = [
  {
    version: "1.1.414",
    floor: 10,
    ceiling: 15,
    sha256: "bf5f473f6167c0d14175492c3263d783b4489a6956e1c06c18e15228e3a3fa42",
  },
  {
    version: "1.1.408",
    floor: 9,
    ceiling: 14,
    sha256: "16f73d4281d00ddbd549d5dbe574d0f2cf0aec34f276f91bd6ae63fe1001473e",
  },
  {
    version: "1.1.398",
    floor: 8,
    ceiling: 13,
    sha256: "c3c8d8199b95ac9368c113c1b289dc25bd192d7ff85073c048ea5e6b4ee5253e",
  },
  {
    version: "1.1.344",
    floor: 7,
    ceiling: 12,
    sha256: "a8eba1f77c7b7c4786df276292a14f2cac6293e2ef44ebcf48fb0b0dff48e3e2",
  },
  {
    version: "1.1.256",
    floor: 6,
    ceiling: 11,
    sha256: "7bd7d39dd2e2571a1992e3737c7833f9f8c15469a47bb72c82db63625c1aa812",
  },
  {
    version: "1.1.64",
    floor: 5,
    ceiling: 9,
    sha256: "9c5d11280ebd939ce78f9b1c904c4c8dbdee1201f0b1d7c7fe859a57aad167ee",
  },
  {
    version: "1.0.11",
    floor: 3,
    ceiling: 7,
    sha256: "bc978498cccf519207c9d0293f68f67def30896df85171d5199a79064d008f83",
  },
];
