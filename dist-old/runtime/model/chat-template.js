import { Environment, Interpreter, Template } from '@huggingface/jinja';
import { ExitCode, ProrlError } from "../errors.js";
/** The Jinja template by which a chat model reads a conversation, as its tokenizer carries it. */
export class ChatTemplate {
    template;
    tokens;
    source;
    /**
     * `tokens` are the named tokens that a template may use, such as `bos_token`; `source` is for messages.
     * Throws ProrlError where the text is no template.
     */
    constructor(text, tokens, source) {
        this.tokens = tokens;
        this.source = source;
        try {
            this.template = new Template(text);
        }
        catch (cause) {
            throw this.refused(cause);
        }
    }
    /**
     * The text that a model continues with its answer to `prompt`: the system message where one is given, the
     * user's message, and the opening of the answer. Throws ProrlError where the template refuses them.
     */
    render(prompt, system) {
        const messages = [
            ...(system === null ? [] : [{ role: 'system', content: system }]),
            { role: 'user', content: prompt },
        ];
        try {
            const scope = globals();
            const variables = { ...this.tokens, messages, add_generation_prompt: true };
            for (const [name, value] of Object.entries(variables))
                scope.set(name, value);
            return String(new Interpreter(scope).run(this.template.parsed).value);
        }
        catch (cause) {
            throw this.refused(cause);
        }
    }
    refused(cause) {
        return new ProrlError(`The chat template of ${this.source} cannot be used: ${cause.message}`, {
            exitCode: ExitCode.pipeline,
            hint: 'Leave out `system:` if it is the system message that the template refuses, or write `chat: off` to give the model the bare prompt.',
            cause,
        });
    }
}
/**
 * What templates may call and name. There is no clock (`strftime_now`), which the library's own rendering would
 * have: a prompt must not depend on the day, and templates fall back to a date of their own.
 */
function globals() {
    const scope = new Environment();
    for (const [name, value] of [
        ['true', true],
        ['false', false],
        ['none', null],
    ]) {
        scope.set(name, value);
        scope.set(name.charAt(0).toUpperCase() + name.slice(1), value);
    }
    scope.set('raise_exception', (message) => {
        throw new Error(message);
    });
    scope.set('range', (start, stop, step) => {
        const [from, to, by] = [stop === undefined ? 0 : start, stop ?? start, step ?? 1];
        if (by === 0)
            throw new Error('range() must not have a step of 0');
        return Array.from({ length: Math.max(0, Math.ceil((to - from) / by)) }, (_, i) => from + i * by);
    });
    return scope;
}
