import type { Reply } from './messages.ts';
/** Characters of a reply; a longer one is refused before it fills the memory. */
export declare const LONGEST_REPLY: number;
/** A reply that was understood, or why it was not. */
export type Read = {
    readonly reply: Reply;
} | {
    readonly why: string;
};
/** Takes a text for a reply, against the published schema. */
export declare function readReply(text: string): Read;
export declare function excerpt(text: string): string;
