import { type Page } from '../page.ts';
/** Pages about levels, curricula and audits. */
export declare const curriculumPages: {
    C0601: Page;
    C0602: Page;
    C0604: Page;
    C0605: Page;
    C0603: Page;
};
