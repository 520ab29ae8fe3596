/** What the string of an import names. */
export type Specifier = {
    readonly kind: 'file';
    readonly path: string;
}
/** `module` is null for the package as a whole. */
 | {
    readonly kind: 'package';
    readonly name: string;
    readonly module: string | null;
} | {
    readonly kind: 'bad';
    readonly why: string;
};
/** Reads the string of an import: `./file.prorl`, `name`, `name/module`, `@scope/name/module`. */
export declare function readSpecifier(text: string): Specifier;
