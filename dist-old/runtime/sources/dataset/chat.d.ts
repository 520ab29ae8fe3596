/**
 * The messages of a conversation as one text, since a policy here reads plain text. What the system says and one
 * message after it stand as they are, with an empty line between them. Of a longer conversation each message but the
 * system's begins with who speaks: `User: ...`, `Assistant: ...`.
 */
export declare function chatText(messages: readonly unknown[]): {
    text: string;
} | {
    why: string;
};
