import { InvalidArgumentError, Option } from 'commander';
const units = {
    MB: 1e6,
    MiB: 2 ** 20,
    GB: 1e9,
    GiB: 2 ** 30,
    TB: 1e12,
    TiB: 2 ** 40,
};
/** How much memory a run may take. */
export function memoryOption() {
    return new Option('--memory <SIZE>', 'take no more, for example 8GiB (default: what the machine has)')
        .env('PRORL_MEMORY')
        .argParser(readMemory);
}
/** Bytes of `8GiB` or `800MB`. */
function readMemory(text) {
    const [, digits, unit = ''] = /^(\d+(?:\.\d+)?) ?([KMGT]i?B)$/.exec(text.trim()) ?? [];
    const bytes = Number(digits) * (units[unit] ?? Number.NaN);
    if (bytes > 0)
        return bytes;
    throw new InvalidArgumentError(`Write it as 8GiB; units are ${Object.keys(units).join(', ')}.`);
}
