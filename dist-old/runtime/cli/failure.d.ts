export interface Failure {
    exitCode: number;
    /** Lines for stderr; empty where the failure has been shown already. */
    text: string;
}
/** What the user is told of anything that a command threw, and how the command ends. */
export declare function describeFailure(error: unknown, color: boolean, debug: boolean): Failure;
