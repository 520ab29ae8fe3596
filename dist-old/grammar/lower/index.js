export { lowerPipeline } from "./pipeline.js";
export { lowerTest } from "./test.js";
