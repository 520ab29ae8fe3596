import { type Page } from '../page.ts';
/** Pages on files, packages and what they import. */
export declare const modulePages: {
    M0201: Page;
    M0202: Page;
    M0203: Page;
    M0204: Page;
    M0205: Page;
    M0206: Page;
    M0207: Page;
    M0208: Page;
    M0209: Page;
    M0210: Page;
    M0211: Page;
    M0213: Page;
    M0214: Page;
    M0212: Page;
};
