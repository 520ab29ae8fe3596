import { type Page } from '../page.ts';
/** Pages on types, units and ranges. */
export declare const typePages: {
    T0301: Page;
    T0302: Page;
    T0303: Page;
    T0304: Page;
    T0305: Page;
    T0306: Page;
    T0307: Page;
    T0308: Page;
    T0309: Page;
    T0310: Page;
    T0311: Page;
    T0312: Page;
    T0313: Page;
};
