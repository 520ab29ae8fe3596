export { Controller } from "./controller.js";
export {} from "./decision.js";
export { MixtureSampler, drawMetrics, } from "./mixture.js";
export { fromJsonNumber, jsonNumber } from "./numbers.js";
export { passAtK } from "./pass-at-k.js";
export { RandomStream, randomStream } from "./random.js";
export { countAt, valueAt } from "./schedule.js";
export { simulate } from "./simulate.js";
export {} from "./trigger.js";
