import { type Page } from '../page.ts';
/** Pages on schedules. */
export declare const schedulePages: {
    S0401: Page;
    S0403: Page;
    S0404: Page;
    S0405: Page;
    S0406: Page;
    S0407: Page;
    S0408: Page;
    S0409: Page;
    S0410: Page;
    S0411: Page;
    S0412: Page;
};
