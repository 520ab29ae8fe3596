import { ExitCode, ProrlError } from "../../errors.js";
/** The metadata of a GGUF file, read by type; every error names the file and the entry. */
export class Metadata {
    entries;
    file;
    constructor(entries, file) {
        this.entries = entries;
        this.file = file;
    }
    has(name) {
        return Object.hasOwn(this.entries, name);
    }
    /** A number; GGUF's 64-bit integers too, where they are exact. */
    number(name) {
        const value = this.value(name);
        if (value === undefined || typeof value === 'number')
            return value;
        if (typeof value === 'bigint' && Number.isSafeInteger(Number(value)))
            return Number(value);
        throw this.wrong(name, 'a number');
    }
    text(name) {
        const value = this.value(name);
        if (value === undefined || typeof value === 'string')
            return value;
        throw this.wrong(name, 'a text');
    }
    flag(name) {
        const value = this.value(name);
        if (value === undefined || typeof value === 'boolean')
            return value;
        throw this.wrong(name, 'true or false');
    }
    texts(name) {
        return this.list(name, (item) => typeof item === 'string', 'a list of texts');
    }
    numbers(name) {
        return this.list(name, (item) => typeof item === 'number', 'a list of numbers');
    }
    list(name, fits, expected) {
        const value = this.value(name);
        if (value === undefined)
            return undefined;
        if (Array.isArray(value) && value.every(fits))
            return value;
        throw this.wrong(name, expected);
    }
    value(name) {
        return this.has(name) ? this.entries[name] : undefined;
    }
    /** The error of an entry that is not what it must be; of a missing one as well. */
    wrong(name, expected) {
        const state = this.has(name) ? `must be ${expected}` : `is missing; it must be ${expected}`;
        return new ProrlError(`${this.file}: the metadata ${name} ${state}.`, {
            exitCode: ExitCode.pipeline,
            hint: 'The file is damaged, or no language model of a kind that prorl runs; fetch it again, or take the model as safetensors.',
        });
    }
}
