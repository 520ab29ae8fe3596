import { Environment, Interpreter, Template } from '@huggingface/jinja';
import { ExitCode, ProrlError } from '../errors.ts';
import { wasCutOff, withoutBlocking } from '../patience.ts';

/** Milliseconds that a template may take for one prompt; it comes with a model's weights, from whoever made them. */
const LIMIT = 5000;

/** How many numbers `range` may give, as in the sandbox of Python's Jinja (MAX_RANGE). */
const LONGEST_RANGE = 100_000;

/** The Jinja template by which a chat model reads a conversation, as its tokenizer carries it. */
export class ChatTemplate {
  private readonly template: Template;
  private readonly tokens: Readonly<Record<string, string>>;
  private readonly source: string;

  /**
   * `tokens` are the named tokens that a template may use, such as `bos_token`; `source` is for messages.
   * Throws ProrlError where the text is no template.
   */
  constructor(text: string, tokens: Readonly<Record<string, string>>, source: string) {
    this.tokens = tokens;
    this.source = source;
    try {
      this.template = new Template(text);
    } catch (cause) {
      throw this.refused(cause);
    }
  }

  /**
   * The text that a model continues with its answer to `prompt`: the system message where one is given, the
   * user's message, and the opening of the answer. Throws ProrlError where the template refuses them.
   */
  render(prompt: string, system: string | null): string {
    const messages = [
      ...(system === null ? [] : [{ role: 'system', content: system }]),
      { role: 'user', content: prompt },
    ];
    try {
      const scope = globals();
      const variables = { ...this.tokens, messages, add_generation_prompt: true };
      for (const [name, value] of Object.entries(variables)) scope.set(name, value);
      return withoutBlocking(LIMIT, () => String(new Interpreter(scope).run(this.template.parsed).value));
    } catch (cause) {
      if (wasCutOff(cause)) throw this.refused(new Error(`it does not end within ${LIMIT / 1000} s`));
      throw this.refused(cause);
    }
  }

  private refused(cause: unknown): ProrlError {
    return new ProrlError(`The chat template of ${this.source} cannot be used: ${(cause as Error).message}`, {
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
function globals(): Environment {
  const scope = new Environment();
  for (const [name, value] of [
    ['true', true],
    ['false', false],
    ['none', null],
  ] as const) {
    scope.set(name, value);
    scope.set(name.charAt(0).toUpperCase() + name.slice(1), value);
  }
  scope.set('raise_exception', (message: string) => {
    throw new Error(message);
  });
  scope.set('range', (start: number, stop?: number, step?: number) => {
    const [from, to, by] = [stop === undefined ? 0 : start, stop ?? start, step ?? 1];
    if (by === 0) throw new Error('range() must not have a step of 0');
    const length = Math.max(0, Math.ceil((to - from) / by));
    if (length > LONGEST_RANGE)
      throw new Error(`range() gives ${length} numbers; ${LONGEST_RANGE} are the most`);
    return Array.from({ length }, (_, i) => from + i * by);
  });
  return scope;
}
