/** What bench/language.ts measures in its own process. */
export { compile } from '../grammar/compile.ts';
export { ParseCache } from '../grammar/parse-cache.ts';
export { fileWorkspace } from '../runtime/cli/workspace.ts';
