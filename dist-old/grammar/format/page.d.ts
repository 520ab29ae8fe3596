import type { Comment } from './comments.ts';
/** The lines that are being written. */
export declare class Page {
    column: number;
    private readonly rows;
    private line;
    /** Comments that wait for the end of their line. */
    private waiting;
    put(text: string): void;
    /** A sign that stands for a space until lines are aligned. */
    sign(text: string): void;
    /** Puts a comment at the end of the line. */
    wait(comment: Comment): void;
    endLine(indent: number): void;
    text(): string;
    private flush;
}
