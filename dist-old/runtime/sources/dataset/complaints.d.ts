/** What is wrong with the rows of a data set, gathered while it is read through, so that all can be mended at once. */
export declare class Complaints {
    private readonly task;
    private readonly lines;
    private hint;
    constructor(task: string);
    /** `hint` of the first complaint is kept. Throws when there are too many, or where reading on makes no sense. */
    add(where: {
        file: string;
        row?: number;
        column?: string;
    }, why: string, hint: string, stop?: boolean): void;
    /** Throws a ProrlError where there was anything to complain about. */
    raise(): void;
}
