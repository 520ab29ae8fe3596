export { explainPage, pages } from "./explain.js";
export { wholeFile } from "./example.js";
export { renderPage } from "./render.js";
