/** Mocha's build for browsers: puts `mocha` among the globals and exports nothing. */
declare module "mocha/mocha.js";
