import { jsonNumber } from "../control/index.js";
/** All numbers of a record as JSON holds them. */
export function figures(values) {
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, jsonNumber(value)]));
}
