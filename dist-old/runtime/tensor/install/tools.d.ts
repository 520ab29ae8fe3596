/** The programs that building the TensorFlow addon takes. */
export interface Tools {
    /** A command line that ends in pip: `python3 -m pip`. */
    readonly pip: readonly string[];
    readonly python: string;
    readonly compiler: string;
    /** A command line that is npm. */
    readonly npm: readonly string[];
}
/** Finds them all, or throws one ProrlError that names everything that is missing and how to get it. */
export declare function findTools(): Promise<Tools>;
/** npm as it came with this Node, so that the two fit; else whichever npm is on the path. */
export declare function npmCommand(): string[];
