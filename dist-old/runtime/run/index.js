export { readEvents } from "./event-log.js";
