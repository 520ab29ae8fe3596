export { findCode } from "./code.js";
export { dataFinder } from "./data.js";
export { libraryIn } from "./library.js";
export { readManifest } from "./manifest.js";
export { loadModules } from "./load.js";
