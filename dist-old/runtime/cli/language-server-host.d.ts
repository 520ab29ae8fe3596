import type { ServerHost } from '../../grammar/server/index.ts';
/** The language server on this machine's files. */
export declare const serverHost: ServerHost;
