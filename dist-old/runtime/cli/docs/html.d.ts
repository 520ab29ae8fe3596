import type { Docs } from '../../../grammar/docs/index.ts';
/** The documentation as one page of HTML that needs nothing else. */
export declare function docsToHtml({ libraries }: Docs): string;
