import type { Choices } from './choices.ts';
import type { Gap, Token } from './layout.ts';

/** Collects the tokens of a text that is being printed. */
export class Writer {
  readonly tokens: Token[] = [];
  readonly choices: Choices;
  private next: { gap?: Gap; doc?: string } = {};

  constructor(choices: Choices) {
    this.choices = choices;
  }

  put(text: string, gap: Gap = 'any'): void {
    this.tokens.push({ text, gap: this.next.gap ?? gap, doc: this.next.doc ?? null });
    this.next = {};
  }

  /** What stands before the next token, whatever it is. */
  before(gap: Gap): void {
    this.next.gap = gap;
  }

  /** The next token begins something that may have a doc comment; one that has begins its line. */
  begin(doc: string): void {
    this.next.doc = doc;
    if (doc !== '') this.next.gap = 'break';
  }

  /**
   * Prints something behind a comma. Where it would read as a further piece of a schedule there
   * (`drifted for 5 steps` as `constant for 5 steps`), it is put in parentheses.
   */
  notAsPiece(print: () => void): void {
    const at = this.tokens.length;
    print();
    const [first, second] = [this.tokens[at]?.text, this.tokens[at + 1]?.text];
    if (!/^[A-Za-z_]/.test(first ?? '') || !['to', 'at', 'until', 'over', 'for'].includes(second ?? ''))
      return;
    if (['not', 'true', 'false'].includes(first!)) return;
    this.tokens.splice(at, 0, { text: '(', gap: 'any', doc: null });
    this.tokens.push({ text: ')', gap: 'any', doc: null });
  }
}
