export { findCode, type CodeFile } from './code.ts';
export { dataFinder, type DataFile } from './data.ts';
export { libraryIn } from './library.ts';
export { readManifest, type Manifest } from './manifest.ts';
export { loadModules, type ParseText } from './load.ts';
export type { Binding, LibraryRef, Module, Modules } from './module.ts';
