export { explainPage, pages } from './explain.ts';
export { wholeFile } from './example.ts';
export type { Example, Page } from './page.ts';
export { renderPage } from './render.ts';
