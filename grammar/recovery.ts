import type {
  IParserConfig,
  IParserErrorMessageProvider,
  IToken,
  TokenType,
  TokenVocabulary,
} from 'chevrotain';
import { CstParser, EOF, MismatchedTokenException, tokenLabel, tokenMatcher } from './chevrotain.ts';
import { nearest } from './diagnostics/suggest.ts';
import { LazyLookahead } from './lazy-lookahead.ts';
import { SyntaxNode } from './syntax-node.ts';
import * as t from './tokens.ts';

/** Messages are made from the error's place in the grammar (syntax-errors.ts); here only what was expected is kept. */
const expectedOnly: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => tokenLabel(expected),
  buildNotAllInputParsedMessage: () => '',
  buildNoViableAltMessage: () => '',
  buildEarlyExitMessage: () => '',
};

/** Rules at whose end parsing goes on after a mistake, each with where that is. */
const restarts: Readonly<Record<string, (parser: RecoveringParser) => boolean>> = {
  topLevel: (p) => p.startsDeclaration(1),
  item: (p) => p.is(1, t.RCurly) || (p.is(1, t.Comma) && !p.isOneOf(2, [t.Keep, t.Then])) || p.startsItem(1),
  argument: (p) => p.is(1, t.RParen) || p.is(1, t.Comma),
  parameter: (p) => p.is(1, t.RParen) || p.is(1, t.Comma),
  level: (p) => p.is(1, t.RCurly) || (p.is(1, t.NumberToken) && p.is(2, t.LCurly)),
  importedName: (p) => p.is(1, t.RCurly) || p.is(1, t.Comma),
  element: (p) => p.is(1, t.RSquare) || p.is(1, t.Comma),
};

/**
 * Chevrotain's parser with recovery by layout instead of by follow sets. Chevrotain would go on at
 * the next token that may follow, which for fields without separators is any name: every mistake
 * would echo. Here a mistake costs the rest of its field, argument or declaration and no more.
 * The brackets must be balanced (brackets.ts).
 */
export abstract class RecoveringParser extends CstParser {
  /** Where the repeated part being parsed began: skipping must move past it. */
  private began = -1;

  constructor(vocabulary: TokenVocabulary, config: IParserConfig) {
    super(vocabulary, {
      recoveryEnabled: true,
      errorMessageProvider: expectedOnly,
      maxLookahead: 1,
      lookaheadStrategy: new LazyLookahead({ maxLookahead: 1 }),
      ...config,
    });
    // At the end of each repetition Chevrotain would work out what may follow.
    this.internals().attemptInRepetitionRecovery = () => undefined;
  }

  /** Without the sets of tokens that may follow each rule: Chevrotain's own recovery alone would ask for them. */
  protected override performSelfAnalysis(): void {
    const { recoveryEnabled } = this.internals();
    this.internals().recoveryEnabled = false;
    super.performSelfAnalysis();
    this.internals().recoveryEnabled = recoveryEnabled;
  }

  /** Whether the token `ahead` is of a type (or of its category). */
  is(ahead: number, type: TokenType): boolean {
    return tokenMatcher(this.LA(ahead), type);
  }

  isOneOf(ahead: number, types: readonly TokenType[]): boolean {
    const token = this.LA(ahead);
    return types.some((type) => tokenMatcher(token, type));
  }

  /** Whether the token `ahead` is the first on its line (or the end of the file). */
  isOnNewLine(ahead: number): boolean {
    const token = this.LA(ahead);
    if (token.tokenType === EOF) return true;
    const before = this.LA(ahead - 1);
    return (before.endLine ?? 0) !== token.startLine || before.tokenType === EOF;
  }

  /** A token that begins a field, a section or a clause for sure, wherever it stands. */
  startsItem(ahead: number): boolean {
    if (!this.is(ahead, t.Identifier)) return false;
    if (this.isOneOf(ahead + 1, [t.Colon, t.LCurly])) return true;
    return this.isOnNewLine(ahead);
  }

  startsDeclaration(ahead: number): boolean {
    if (this.is(ahead, EOF)) return true;
    if (!this.isOnNewLine(ahead)) return false;
    if (this.LA(ahead).startColumn === 1) return true;
    const next = this.LA(ahead + 1);
    const begins = [...t.declarationWords, t.Export, t.Import, t.Edition];
    return this.isOneOf(ahead, begins) && !this.isOnNewLine(ahead + 1) && next.tokenType !== t.Colon;
  }

  /** Repeats `body` while `more`; a round that took no token skips one. */
  protected each(more: () => boolean, body: () => void): void {
    if (this.RECORDING_PHASE) {
      this.MANY(body);
      return;
    }
    const outer = this.began;
    try {
      while (more()) {
        this.began = this.position();
        body();
        if (this.position() === this.began) this.skip();
      }
    } finally {
      this.began = outer;
    }
  }

  /**
   * An optional part that begins with a token of the type, as Chevrotain's OPTION reads it: at each of the many places
   * where nothing optional stands, finding that out by OPTION costs more than all else there.
   */
  protected optional(index: number, first: TokenType, body: () => void, gate?: () => boolean): void {
    if (this.RECORDING_PHASE) this.option(index, body);
    else if (this.is(1, first) && (gate === undefined || gate())) body();
  }

  /** Any number of parts that each begin with a token of the type, as Chevrotain's MANY reads them. */
  protected repeated(index: number, first: TokenType, body: () => void, gate?: () => boolean): void {
    if (this.RECORDING_PHASE) this.many(index, body);
    else while (this.is(1, first) && (gate === undefined || gate())) body();
  }

  /** Takes a token of the type; where it was forgotten and the rest goes on, reports that and goes on too. */
  protected need(index: number, type: TokenType): void {
    if (this.RECORDING_PHASE || this.is(1, type) || !this.goesOn()) this.consume(index, type);
    else {
      this.report(tokenLabel(type));
      // A slip of the hand in a word: it is taken for the word.
      if (
        this.LA(1).tokenType === t.Identifier &&
        nearest(this.LA(1).image, [tokenLabel(type)]) !== undefined
      ) {
        this.skip();
      }
    }
  }

  /** Records a mistake without leaving the rule. */
  protected report(expected: string): void {
    this.internals().SAVE_ERROR(new MismatchedTokenException(expected, this.LA(1), this.LA(0)));
  }

  /** Leaves the rule for the nearest place where parsing can go on. */
  protected fail(expected: string): never {
    throw this.internals().SAVE_ERROR(new MismatchedTokenException(expected, this.LA(1), this.LA(0)));
  }

  private goesOn(): boolean {
    return !this.isOnNewLine(1) && !this.isOneOf(1, [t.RCurly, t.RParen, t.RSquare, t.Comma]);
  }

  private internals(): Internals {
    return this as unknown as Internals;
  }

  /** The index of the next token. */
  protected position(): number {
    return this.internals().exportLexerState() + 1;
  }

  protected moveTo(position: number): void {
    this.internals().importLexerState(position - 1);
  }

  private skip(): void {
    this.internals().SKIP_TOKEN();
  }

  // ---- what follows replaces methods of Chevrotain's tree building, for nodes of a lighter form

  cstInvocationStateUpdate(name: string): void {
    this.internals().CST_STACK.push(new SyntaxNode(name));
  }

  cstPostTerminal(key: string, token: IToken): void {
    this.internals().CST_STACK.at(-1)!.add(key, token);
  }

  cstPostNonTerminal(node: SyntaxNode, key: string): void {
    this.internals().CST_STACK.at(-1)!.add(key, node);
  }

  // ---- what follows replaces methods of Chevrotain's recovery

  override canTokenTypeBeInsertedInRecovery(): boolean {
    return false;
  }

  override canTokenTypeBeDeletedInRecovery(): boolean {
    return false;
  }

  findReSyncTokenType(): TokenType {
    return EOF;
  }

  /** The other rules hand what they have of their tree to the rules around them. */
  isInCurrentRuleReSyncSet(): boolean {
    return Object.hasOwn(restarts, this.internals().getCurrRuleFullName());
  }

  reSyncTo(): IToken[] {
    const isRestart = restarts[this.internals().getCurrRuleFullName()] ?? (() => true);
    const skipped: IToken[] = [];
    let depth = 0;
    while (!this.is(1, EOF)) {
      const moved = this.position() !== this.began || skipped.length > 0;
      const closing = this.isOneOf(1, [t.RCurly, t.RParen, t.RSquare]);
      if (depth === 0 && (closing || (moved && isRestart(this)))) {
        if (!closing || this.internals().getCurrRuleFullName() !== 'topLevel') break;
      }
      if (this.isOneOf(1, [t.LCurly, t.LParen, t.LSquare])) depth++;
      if (closing && depth > 0) depth--;
      skipped.push(this.LA(1));
      this.skip();
    }
    return skipped;
  }
}

/** The parts of Chevrotain 11 that its types do not show. */
interface Internals {
  SAVE_ERROR(error: Error): Error;
  exportLexerState(): number;
  importLexerState(state: number): void;
  SKIP_TOKEN(): IToken;
  getCurrRuleFullName(): string;
  readonly CST_STACK: SyntaxNode[];
  recoveryEnabled: boolean;
  attemptInRepetitionRecovery: () => void;
}
