/**
 * What the client and the server say to each other beyond the standard protocol: setting names, custom messages and
 * what the client hands over at start-up.
 */
export * from "./client-commands";
export * from "./explorer";
export * from "./files";
export * from "./settings";
export * from "./start-up";
export * from "./targets";
export * from "./workspace";
