const NAMES = { user: 'User', assistant: 'Assistant', system: 'System' };
/**
 * The messages of a conversation as one text, since a policy here reads plain text. What the system says and one
 * message after it stand as they are, with an empty line between them. Of a longer conversation each message but the
 * system's begins with who speaks: `User: ...`, `Assistant: ...`.
 */
export function chatText(messages) {
    const read = [];
    for (const [i, message] of messages.entries()) {
        const said = readMessage(message);
        if ('why' in said)
            return { why: `message ${i + 1} of it ${said.why}` };
        read.push(said);
    }
    const turns = read.filter(({ role }) => role !== 'system');
    const lines = read.map(({ role, content }) => turns.length < 2 || role === 'system' ? content : `${NAMES[role] ?? role}: ${content}`);
    return { text: lines.join('\n\n') };
}
function readMessage(message) {
    if (typeof message !== 'object' || message === null)
        return { why: 'is not an object' };
    const { role, content } = message;
    if (typeof role !== 'string')
        return { why: 'has no "role"' };
    if (typeof content === 'string')
        return { role, content };
    if (!Array.isArray(content))
        return { why: 'has no text as "content"' };
    const parts = content.map((part) => {
        const { type, text } = (part ?? {});
        return type === 'text' && typeof text === 'string' ? text : null;
    });
    if (parts.includes(null))
        return { why: 'has something else than text in it, such as an image' };
    return { role, content: parts.join('') };
}
