import { valueOrigin } from "./origins.js";
/**
 * Collects where the parts of one object of the graph come from, while its values are taken. A
 * value that is missing or still open here is a defect of the checks, not of the program.
 */
export class Config {
    origins = new Map();
    schedule(key, sourced) {
        const value = this.take(key, sourced);
        if (value.kind === 'schedule')
            return value.schedule;
        throw new TypeError(`"${key}" is a ${value.kind}, not a schedule`);
    }
    scheduleOrNull(key, sourced) {
        return sourced?.value.kind === 'none' ? this.none(key, sourced) : this.schedule(key, sourced);
    }
    number(key, sourced) {
        const value = this.take(key, sourced);
        if (value.kind === 'number')
            return value.value;
        throw new TypeError(`"${key}" is a ${value.kind}, not a number`);
    }
    numberOrNull(key, sourced) {
        const value = this.take(key, sourced);
        if (value.kind === 'none')
            return null;
        if (value.kind === 'number')
            return value.value;
        throw new TypeError(`"${key}" is a ${value.kind}, not a number`);
    }
    /** A word of an enumeration; the type system has seen to it that it is one of `Word`. */
    word(key, sourced) {
        const value = this.take(key, sourced);
        if (value.kind === 'word')
            return value.value;
        throw new TypeError(`"${key}" is a ${value.kind}, not a word`);
    }
    boolean(key, sourced) {
        const value = this.take(key, sourced);
        if (value.kind === 'boolean')
            return value.value;
        throw new TypeError(`"${key}" is a ${value.kind}, not true or false`);
    }
    note(key, origin) {
        this.origins.set(key, origin);
    }
    none(key, sourced) {
        this.take(key, sourced);
        return null;
    }
    take(key, sourced) {
        if (sourced === undefined)
            throw new TypeError(`"${key}" has no value`);
        this.origins.set(key, valueOrigin(sourced));
        return sourced.value;
    }
}
