import { type Code } from '../diagnostics/codes.ts';
/** A page as a person reads it. Ends without a line break. */
export declare function renderPage(code: Code, { color, width }?: {
    color?: boolean | undefined;
    width?: number | undefined;
}): string;
