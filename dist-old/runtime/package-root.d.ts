/** The folder of the prorl package itself, both from source and from `dist`. */
export declare const packageRoot: string;
