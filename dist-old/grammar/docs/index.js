export { describeModule } from "./describe.js";
