/**
 * Command of the client: shows places, the way references are shown. Its arguments are those of the protocol: a uri, a
 * position and locations.
 */
export const SHOW_PLACES = "sinceWhen.showPlaces";

/** Command of the client: opens the page of a feature. Takes its id. */
export const OPEN_FEATURE = "sinceWhen.openFeature";
