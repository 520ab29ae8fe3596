import type { Range, SettingShape, Settings, SettingsShape } from './task.ts';
type Pair = readonly [from: number, to: number];
/** A setting that is a range of whole numbers inside `within`; a single number n stands for n..n. */
export declare function range(shape: {
    within: Pair;
    default: Pair;
}): Extract<SettingShape, {
    kind: 'range';
}>;
/** A setting that is one whole number inside `within`. */
export declare function whole(shape: {
    within: Pair;
    default: number;
}): Extract<SettingShape, {
    kind: 'whole';
}>;
/** A setting from 0 to 1. */
export declare function fraction(shape: {
    default: number;
}): Extract<SettingShape, {
    kind: 'fraction';
}>;
/** A setting that is on or off. */
export declare function flag(shape: {
    default: boolean;
}): Extract<SettingShape, {
    kind: 'flag';
}>;
/** A setting that is a text, one of `oneOf` where that is given. */
export declare function text(shape: {
    oneOf?: readonly string[];
    default: string;
}): Extract<SettingShape, {
    kind: 'text';
}>;
type ValueOf<P extends SettingShape> = P['kind'] extends 'range' ? Range : P['kind'] extends 'flag' ? boolean : P['kind'] extends 'text' ? string : number;
/** The values that `readSettings` gives for a shape. */
export type ValuesOf<S extends SettingsShape> = {
    readonly [K in keyof S]: ValueOf<S[K]>;
};
/**
 * Checks the settings of a task against its shape and fills in the defaults.
 * Throws ProrlError on an unknown setting, a wrong kind, or a value out of bounds.
 */
export declare function readSettings<S extends SettingsShape>(task: string, shape: S, settings: Settings): ValuesOf<S>;
export {};
