import type { IToken } from 'chevrotain';
import type { TopLevel } from './build-ast.ts';
import type { Diagnostic } from './diagnostics/index.ts';
import { lookahead } from './parser.ts';
import { moved } from './moved.ts';
import type { Source } from './source.ts';

/** One import or declaration of a file, as parsed, with what was reported of it alone. */
export interface Part {
  readonly top: TopLevel | undefined;
  readonly syntax: readonly Diagnostic[];
  /** Reported while the tree was built. */
  readonly built: readonly Diagnostic[];
  /** How many tokens it takes. */
  readonly count: number;
}

/** A part with all that its parse depended on. */
interface Kept {
  readonly part: Part;
  /** From the end of the token before to the start of the token behind: the comments above count too. */
  readonly text: string;
  /** The token before (undefined: none), its own, and as many behind as the parser may look at. */
  readonly tokens: readonly (IToken | undefined)[];
}

/** How many parts that begin with the same words are tried. */
const mostAlike = 8;

/**
 * The parts of a file as it was parsed last. A part is used again, moved to where it stands now,
 * where it has the same text and stands between the same tokens: its parse saw nothing else.
 */
export class KnownParts {
  /** By their first words. */
  private before = new Map<string, Kept[]>();
  private now = new Map<string, Kept[]>();
  private source!: Source;
  private tokens: readonly IToken[] = [];
  /** The words of the part that was asked for last. */
  private first = '';
  /** How many parts of the last text were parsed anew. */
  parsed = 0;

  begin(source: Source, tokens: readonly IToken[]): void {
    this.before = this.now;
    this.now = new Map();
    this.source = source;
    this.tokens = tokens;
    this.parsed = 0;
  }

  /** The part that begins at a token, if it is known; whatever is found or parsed in its place is then to be kept. */
  find(at: number): Part | undefined {
    this.first = this.words(at);
    const found = this.before.get(this.first)?.find((one) => this.fits(one, at));
    if (found === undefined) {
      this.parsed += 1;
      return undefined;
    }
    const [was, is] = [found.tokens[1]!, this.tokens[at]!];
    const lines = is.startLine! - was.startLine!;
    return moved(found.part, is.startOffset - was.startOffset, lines);
  }

  /** Keeps the part that was asked for last, for the next text. */
  keep(at: number, part: Part): void {
    const alike = this.now.get(this.first) ?? [];
    if (alike.length === mostAlike) return;
    const tokens = [at === 0 ? undefined : this.tokens[at - 1]];
    for (let i = at; i < at + part.count + lookahead && i < this.tokens.length; i++) {
      tokens.push(this.tokens[i]);
    }
    alike.push({ part, tokens, text: this.text(at, part.count) });
    this.now.set(this.first, alike);
  }

  private words(at: number): string {
    const [one, two, three] = [this.tokens[at], this.tokens[at + 1], this.tokens[at + 2]];
    return `${one?.image} ${two?.image} ${three?.image}`;
  }

  private text(at: number, count: number): string {
    const from = at === 0 ? 0 : endOf(this.tokens[at - 1]!);
    const to = this.tokens[at + count]?.startOffset ?? this.source.text.length;
    return this.source.text.slice(from, to);
  }

  private fits({ part, text, tokens }: Kept, at: number): boolean {
    if (tokens.length !== 1 + Math.min(part.count + lookahead, this.tokens.length - at)) return false;
    const [was, is] = [tokens[1]!, this.tokens[at]!];
    if (was.startColumn !== is.startColumn) return false;
    const offset = is.startOffset - was.startOffset;
    const lines = is.startLine! - was.startLine!;
    return (
      tokens.every((one, i) => same(one, this.tokens[at + i - 1], offset, lines)) &&
      text === this.text(at, part.count)
    );
  }
}

function same(was: IToken | undefined, is: IToken | undefined, offset: number, lines: number): boolean {
  if (was === undefined || is === undefined) return was === is;
  return (
    was.tokenType === is.tokenType &&
    was.startOffset + offset === is.startOffset &&
    was.startLine! + lines === is.startLine &&
    was.image === is.image
  );
}

function endOf(token: IToken): number {
  return (token.endOffset ?? token.startOffset - 1) + 1;
}
