import type { IParserConfig, IRecognitionException, IToken } from 'chevrotain';
import { EOF } from './chevrotain.ts';
import { nearest } from './diagnostics/suggest.ts';
import { BlockParser } from './parser-blocks.ts';
import type { SyntaxNode } from './syntax-node.ts';
import * as t from './tokens.ts';

const declarationNames = t.declarationWords.map((w) => w.PATTERN as string);

/** How many tokens behind a part the parser may look at before it ends the part. */
export const lookahead = 4;

export interface Recognized {
  readonly root: SyntaxNode;
  readonly errors: readonly IRecognitionException[];
}

/**
 * The grammar: a file is a row of declarations, all of one form. Which parts a kind of declaration
 * needs, and which items a block takes, is checked on the tree, where the message can say more.
 */
export class ProrlParser extends BlockParser {
  constructor(config: IParserConfig = {}) {
    super(t.allTokens, { skipValidations: true, ...config });
    this.performSelfAnalysis();
  }

  /** How many top-level parts `sourceFile` still takes. */
  private left = Infinity;

  readonly sourceFile = this.RULE('sourceFile', () => {
    this.each(
      () => this.left-- > 0 && !this.is(1, EOF),
      () => this.SUBRULE(this.topLevel),
    );
  });

  /** Parses the whole of a row of tokens. */
  whole(tokens: IToken[]): Recognized {
    return this.recognize(tokens, 0, Infinity);
  }

  /**
   * Parses the one import or declaration that begins at a token, as it would be parsed within the
   * whole. It sees the token before it and up to four behind it (`lookahead`), and nothing else.
   */
  part(tokens: IToken[], at: number): Recognized & { readonly next: number } {
    const found = this.recognize(tokens, at, 1);
    return { ...found, next: this.position() };
  }

  private recognize(tokens: IToken[], at: number, most: number): Recognized {
    this.input = tokens;
    this.typeDepth = 0;
    this.left = most;
    this.moveTo(at);
    const root = this.sourceFile() as unknown as SyntaxNode;
    return { root, errors: this.errors };
  }

  /** What stands behind a part is no mistake: Chevrotain asks at the end, and would report it. */
  isAtEndOfInput(): boolean {
    return true;
  }

  protected readonly topLevel = this.RULE('topLevel', () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { GATE: () => this.is(1, t.Edition), ALT: () => this.SUBRULE(this.edition) },
        { GATE: () => this.is(1, t.Import), ALT: () => this.SUBRULE(this.import) },
        { GATE: () => this.startsKnownDeclaration(), ALT: () => this.SUBRULE(this.declaration) },
      ],
    });
    if (!this.RECORDING_PHASE && !this.isOnNewLine(1)) this.fail('');
  });

  protected readonly edition = this.RULE('edition', () => {
    this.CONSUME(t.Edition);
    this.CONSUME(t.NumberToken);
  });

  protected readonly import = this.RULE('import', () => {
    this.CONSUME(t.Import);
    this.OR([
      { ALT: () => this.SUBRULE(this.importedNames) },
      // `import a from "..."`: understood, reported when the tree is built
      { ALT: () => this.SUBRULE(this.importedName) },
    ]);
    this.need(1, t.From);
    this.CONSUME(t.StringToken);
  });

  protected readonly importedNames = this.RULE('importedNames', () => {
    this.CONSUME(t.LCurly);
    this.each(
      () => this.inside(t.RCurly),
      () => {
        this.SUBRULE(this.importedName);
        this.separator(t.RCurly);
      },
    );
    this.CONSUME(t.RCurly);
  });

  protected readonly importedName = this.RULE('importedName', () => {
    this.CONSUME(t.Identifier);
    this.OPTION(() => {
      this.CONSUME(t.As);
      this.CONSUME1(t.Identifier);
    });
  });

  protected readonly declaration = this.RULE('declaration', () => {
    this.OPTION(() => this.CONSUME(t.Export));
    const word = this.CONSUME(t.Identifier, { LABEL: 'Word' });
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.CONSUME1(t.Identifier, { LABEL: 'Name' }) },
        { ALT: () => this.CONSUME(t.StringToken, { LABEL: 'Title' }) },
        { GATE: () => this.nameIsMissing(), ALT: () => this.report('a name') },
      ],
    });
    this.OPTION1(() => this.SUBRULE(this.parameters));
    this.OPTION2({
      GATE: () => this.takesType(word),
      DEF: () => {
        this.CONSUME(t.Colon);
        this.SUBRULE(this.type);
      },
    });
    if (!this.RECORDING_PHASE && this.signIsMissing(word)) {
      this.report('=');
      this.SUBRULE1(this.value);
    }
    this.OPTION3(() => {
      this.SUBRULE(this.assignment);
      // `stage x = { ... }`: what stands before the block was forgotten
      if (!this.RECORDING_PHASE && this.is(1, t.LCurly)) this.reportNoValue(word);
      else this.SUBRULE(this.value);
    });
    this.OPTION4(() => this.SUBRULE(this.block));
    this.MANY(() => {
      this.OR1([{ ALT: () => this.SUBRULE(this.domain) }, { ALT: () => this.SUBRULE(this.levels) }]);
    });
  });

  protected readonly domain = this.RULE('domain', () => {
    this.CONSUME(t.Domain);
    this.CONSUME(t.Identifier);
  });

  protected readonly levels = this.RULE('levels', () => {
    this.CONSUME(t.Levels);
    this.CONSUME(t.LCurly);
    this.each(
      () => this.inside(t.RCurly),
      () => {
        this.SUBRULE(this.level);
        this.OPTION(() => this.CONSUME(t.Comma));
      },
    );
    this.CONSUME(t.RCurly);
  });

  protected readonly level = this.RULE('level', () => {
    this.SUBRULE(this.number);
    this.SUBRULE(this.block);
  });

  /** `=`; `:` is understood and reported. */
  protected readonly assignment = this.RULE('assignment', () => {
    if (!this.RECORDING_PHASE && this.is(1, t.Colon)) this.report('=');
    this.OR([{ ALT: () => this.CONSUME(t.Equals) }, { ALT: () => this.CONSUME(t.Colon) }]);
  });

  protected readonly parameters = this.RULE('parameters', () => {
    this.CONSUME(t.LParen);
    this.each(
      () => this.inside(t.RParen),
      () => {
        this.SUBRULE(this.parameter);
        this.separator(t.RParen);
      },
    );
    this.CONSUME(t.RParen);
  });

  protected readonly parameter = this.RULE('parameter', () => {
    this.CONSUME(t.Identifier);
    // `mix Mixture`: the colon was forgotten
    if (!this.RECORDING_PHASE && this.is(1, t.Identifier) && !this.is(1, t.In)) {
      this.report(':');
      this.SUBRULE1(this.type);
    }
    this.OPTION(() => {
      this.CONSUME(t.Colon);
      this.SUBRULE(this.type);
    });
    this.OPTION1(() => {
      this.CONSUME(t.In);
      this.SUBRULE(this.range, { LABEL: 'bounds' });
    });
    this.OPTION2(() => {
      this.CONSUME(t.Equals);
      this.SUBRULE(this.expression, { LABEL: 'default' });
    });
  });

  protected typeDepth = 0;

  protected readonly type = this.RULE('type', () => {
    this.CONSUME(t.Identifier);
    this.OPTION(() => {
      this.CONSUME(t.Less);
      if (!this.RECORDING_PHASE && ++this.typeDepth > 8) {
        this.typeDepth = 0;
        this.fail('a simpler type');
      }
      this.SUBRULE(this.type, { LABEL: 'argument' });
      this.MANY(() => {
        this.CONSUME(t.Comma);
        this.SUBRULE1(this.type, { LABEL: 'argument' });
      });
      this.typeDepth = Math.max(0, this.typeDepth - 1);
      this.need(1, t.Greater);
    });
    this.MANY1(() => {
      this.CONSUME(t.Bar);
      this.CONSUME1(t.Identifier, { LABEL: 'option' });
    });
  });

  // ---- looking ahead

  protected startsKnownDeclaration(): boolean {
    const at = this.is(1, t.Export) ? 2 : 1;
    if (at === 2 && !this.is(2, t.Identifier)) return true;
    if (this.isOneOf(at, t.declarationWords)) return true;
    const isNamed = this.isOneOf(at + 1, [t.Identifier, t.StringToken]);
    if (this.isOneOf(at, t.clauseWords)) return false;
    return isNamed && nearest(this.LA(at).image, declarationNames) !== undefined;
  }

  /** `let a 1`. */
  protected signIsMissing(word: IToken): boolean {
    const takesValue = !['mixture', 'suite', 'reward', 'pipeline', 'test'].includes(word.image);
    const values = [t.NumberToken, t.StringToken, t.Identifier, t.Minus, t.LSquare];
    return takesValue && !this.isOnNewLine(1) && this.isOneOf(1, values);
  }

  protected reportNoValue(word: IToken): void {
    if (word.image === 'stage') this.report('a template');
  }

  protected nameIsMissing(): boolean {
    return this.isOneOf(1, [t.Equals, t.LParen, t.LCurly, t.Colon]);
  }

  protected takesType(word: IToken): boolean {
    return ['schedule', 'let'].some((w) => w === word.image) && this.is(2, t.Identifier);
  }
}
