import { InvalidArgumentError } from 'commander';
import { acceleratorNames, parseMachine } from "../report/machine.js";
import { memoryOption } from "./memory-option.js";
import { parseParameters } from "../report/parameters.js";
/** Adds the options by which an estimate's assumptions are changed. */
export function estimateOptions(command) {
    return command
        .option('--machine <MACHINE>', 'estimate hours on it, for example 32xH100', readMachine)
        .addOption(memoryOption())
        .option('--parameters <N>', "the model's size, for example 1.5B", readParameters)
        .option('--mean-length <LENGTH>', 'of a response: a share of its limit such as 50%, or tokens', readLength)
        .option('--rollout-utilisation <SHARE>', "of the machine's peak, for example 1%", readShare)
        .option('--training-utilisation <SHARE>', "of the machine's peak, for example 30%", readShare);
}
function readMachine(text) {
    const machine = parseMachine(text);
    if (machine !== null)
        return machine;
    throw new InvalidArgumentError(`Write it as 32xH100. Known are ${acceleratorNames.join(', ')}.`);
}
function readParameters(text) {
    const parameters = parseParameters(text);
    if (parameters !== null)
        return parameters;
    throw new InvalidArgumentError('Write it as 1.5B, 500M or a number.');
}
/** `50%` or `0.5` is a share, `2048` a number of tokens. */
function readLength(text) {
    const share = shareOf(text);
    if (share !== null)
        return { share };
    const tokens = Number(text);
    if (Number.isSafeInteger(tokens) && tokens > 1)
        return { tokens };
    throw new InvalidArgumentError('Write it as a share such as 50%, or as a number of tokens.');
}
function readShare(text) {
    const share = shareOf(text);
    if (share !== null)
        return share;
    throw new InvalidArgumentError('Write it as a share, above 0% and up to 100%.');
}
function shareOf(text) {
    const [, digits, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text.trim()) ?? [];
    const value = Number(digits) / (percent === '%' ? 100 : 1);
    return value > 0 && value <= 1 ? value : null;
}
