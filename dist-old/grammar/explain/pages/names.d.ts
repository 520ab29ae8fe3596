import { type Page } from '../page.ts';
/** Pages on names: of things, fields, metrics, units, functions and arguments. */
export declare const namePages: {
    N0201: Page;
    N0202: Page;
    N0203: Page;
    N0204: Page;
    N0205: Page;
    N0206: Page;
    N0207: Page;
    N0208: Page;
    N0209: Page;
    N0210: Page;
    N0211: Page;
    N0212: Page;
    N0213: Page;
    N0215: Page;
    N0217: Page;
    N0218: Page;
    N0219: Page;
};
