import type { Docs } from '../../../grammar/docs/index.ts';
/** The documentation as Markdown (GitHub's, for its tables). */
export declare function docsToMarkdown({ libraries }: Docs): string;
