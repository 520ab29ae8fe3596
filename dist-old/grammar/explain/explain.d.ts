import type { Code } from '../diagnostics/codes.ts';
import type { Page } from './page.ts';
/** The page of every code. */
export declare const pages: Readonly<Record<Code, Page>>;
export declare function explainPage(code: Code): Page;
