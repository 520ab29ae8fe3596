/** The Jinja template by which a chat model reads a conversation, as its tokenizer carries it. */
export declare class ChatTemplate {
    private readonly template;
    private readonly tokens;
    private readonly source;
    /**
     * `tokens` are the named tokens that a template may use, such as `bos_token`; `source` is for messages.
     * Throws ProrlError where the text is no template.
     */
    constructor(text: string, tokens: Readonly<Record<string, string>>, source: string);
    /**
     * The text that a model continues with its answer to `prompt`: the system message where one is given, the
     * user's message, and the opening of the answer. Throws ProrlError where the template refuses them.
     */
    render(prompt: string, system: string | null): string;
    private refused;
}
