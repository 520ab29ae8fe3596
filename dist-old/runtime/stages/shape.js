import { valueAt } from "../control/index.js";
/** The shaping that holds at a step: its schedules read, the width of the overlong penalty as a whole number of tokens. */
export function shapingAt(config, at) {
    const { overlong, cosineLength } = config;
    const incorrect = valueAt(config.incorrect, at);
    return {
        correct: valueAt(config.correct, at),
        incorrect,
        truncated: valueAt(config.truncated, at),
        stopProperly: valueAt(config.stopProperly, at),
        cosineLength: cosineLength && {
            correct: valueAt(cosineLength.correct, at),
            incorrect: cosineLength.incorrect === null ? incorrect : valueAt(cosineLength.incorrect, at),
            weight: valueAt(cosineLength.weight, at),
        },
        overlong: overlong && {
            cache: Math.round(valueAt(overlong.cache, at)),
            scale: valueAt(overlong.scale, at),
        },
    };
}
/**
 * The reward of a response, R = c (r_0 + score (r_1 - r_0)) + truncated + overlong: its score (0 to 1) laid out between
 * what a wrong and a right response of its length earn, of which it keeps the share c where it was cut off (stop
 * properly), then what is added where it was cut off, and the soft overlong punishment.
 * `length` and `limit` count response tokens, the end token included.
 */
export function shapeReward(shaping, response, limit) {
    const { cosineLength, overlong } = shaping;
    const earned = (short, long) => cosineLength === null
        ? short
        : short + cosineLength.weight * (cosineBetween(short, long, response.length / limit) - short);
    const incorrect = earned(shaping.incorrect, cosineLength?.incorrect ?? shaping.incorrect);
    const correct = earned(shaping.correct, cosineLength?.correct ?? shaping.correct);
    const scored = incorrect + response.score * (correct - incorrect);
    const long = overlong === null ? 0 : overlong.scale * softOverlong(response.length, limit, overlong.cache);
    return response.truncated ? shaping.stopProperly * scored + shaping.truncated + long : scored + long;
}
/**
 * Along half a cosine from `short` at 0 to `long` at 1, and `long` beyond: eta = long + (short - long)(1 + cos(pi u))/2
 * (the cosine length reward of arXiv:2502.03373, section 4).
 */
export function cosineBetween(short, long, u) {
    return long + ((short - long) * (1 + Math.cos(Math.PI * Math.min(1, u)))) / 2;
}
/**
 * DAPO's soft overlong punishment (arXiv:2503.14476, eq. 13): 0 up to limit - cache tokens, then falling
 * linearly to -1 at the limit, -1 beyond.
 */
export function softOverlong(length, limit, cache) {
    const free = limit - cache;
    if (length <= free)
        return 0;
    return length <= limit ? (free - length) / cache : -1;
}
