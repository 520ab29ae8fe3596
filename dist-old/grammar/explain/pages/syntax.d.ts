import { type Page } from '../page.ts';
/** Pages on how a file is written. */
export declare const syntaxPages: {
    P0101: Page;
    P0102: Page;
    P0103: Page;
    P0104: Page;
    P0105: Page;
    P0106: Page;
    P0107: Page;
    P0108: Page;
    P0110: Page;
    P0111: Page;
    P0112: Page;
    P0120: Page;
    P0121: Page;
    P0122: Page;
    P0123: Page;
    P0124: Page;
    P0125: Page;
    P0126: Page;
    P0127: Page;
    P0128: Page;
    P0129: Page;
    P0130: Page;
    P0131: Page;
    P0132: Page;
};
