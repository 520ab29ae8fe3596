import { InvalidArgumentError } from 'commander';
/** Reads one `--set` and adds it to those before it. */
export function parseSet(text, before) {
    const at = text.indexOf('=');
    if (at < 1)
        throw new InvalidArgumentError('Write it as path=value, such as explore.rollout.samples=8.');
    return [...before, { path: text.slice(0, at).trim(), value: text.slice(at + 1).trim() }];
}
/** A whole number, not below some least one. */
export function wholeNumber(least) {
    return (text) => {
        const value = Number(text);
        if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
            throw new InvalidArgumentError(`It must be a whole number from ${least} on.`);
        }
        return value;
    };
}
