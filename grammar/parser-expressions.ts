import type { CstNode } from 'chevrotain';
import { EOF } from './chevrotain.ts';
import { nearest } from './diagnostics/suggest.ts';
import { RecoveringParser } from './recovery.ts';
import * as t from './tokens.ts';
import { unitOf } from './types/units.ts';

const comparisons = [t.GreaterEqual, t.LessEqual, t.Greater, t.Less, t.EqualEqual, t.NotEqual, t.Equals];
const endOfComparison = [t.Colon, t.Equals];
const nameSigns = [t.Colon, t.Equals];
/** What goes on with a value in its place. */
const afterRange = [t.At, t.From, t.Until, t.Comma];
const joints = [t.For, t.From, t.Until, t.At, t.When, t.Where, t.With, t.Then, t.By, t.To];
const calculation = [t.Plus, t.Minus, t.Star, t.Slash];
/** What stands before a value in brackets; before a value elsewhere a comma stands within a line or a list. */
const elementStarts = [t.LParen, t.LSquare, t.Comma];
const pieceShapes = ['constant', 'linear', 'cosine', 'exponential', 'step'];
const positions = [t.At, t.Until, t.Over, t.For];

/** The rules of expressions: values, schedules and conditions. */
export abstract class ExpressionParser extends RecoveringParser {
  /** An expression, or several bare ones of a kind with commas between. */
  protected readonly value = this.RULE('value', () => {
    this.SUBRULE(this.expression);
    const next = (): void => {
      this.CONSUME(t.Comma);
      this.SUBRULE1(this.expression);
    };
    this.repeated(0, t.Comma, next, () => this.continuesList());
  });

  protected readonly expression: (idxInCallingRule?: number) => CstNode = this.RULE('expression', () => {
    this.SUBRULE(this.conjunction);
    this.repeated(0, t.Or, () => {
      this.CONSUME(t.Or);
      this.SUBRULE1(this.conjunction);
    });
  }) as never;

  protected readonly conjunction = this.RULE('conjunction', () => {
    this.SUBRULE(this.condition);
    this.repeated(0, t.And, () => {
      this.CONSUME(t.And);
      this.SUBRULE1(this.condition);
    });
  });

  protected readonly condition = this.RULE('condition', () => {
    this.repeated(0, t.Not, () => this.CONSUME(t.Not));
    this.SUBRULE(this.scheduled, { LABEL: 'left' });
    if (this.RECORDING_PHASE || this.isOneOf(1, comparisons)) {
      this.OPTION({
        GATE: () => !this.isOneOf(2, endOfComparison),
        DEF: () => {
          this.OR(comparisons.map((type, i) => ({ ALT: () => this.consume(i, type, { LABEL: 'Sign' }) })));
          this.SUBRULE1(this.scheduled, { LABEL: 'right' });
        },
      });
    }
    const duration = (): void => {
      this.CONSUME(t.For);
      this.SUBRULE(this.range, { LABEL: 'for' });
    };
    this.optional(1, t.For, duration, () => this.isWord());
  });

  protected readonly scheduled = this.RULE('scheduled', () => {
    this.SUBRULE(this.range);
    if (!this.RECORDING_PHASE && !this.isOneOf(1, afterRange)) return;
    const isWord = (): boolean => this.isWord();
    const at = (): void => {
      this.CONSUME(t.At);
      this.SUBRULE1(this.range, { LABEL: 'at' });
    };
    this.optional(0, t.At, at, isWord);
    const from = (): void => {
      this.CONSUME(t.From);
      this.SUBRULE2(this.range, { LABEL: 'from' });
    };
    this.optional(1, t.From, from, isWord);
    const until = (): void => {
      this.CONSUME(t.Until);
      this.SUBRULE3(this.range, { LABEL: 'until' });
    };
    this.optional(2, t.Until, until, isWord);
    const piece = (): void => {
      this.CONSUME(t.Comma);
      this.SUBRULE(this.piece);
    };
    this.repeated(0, t.Comma, piece, () => this.startsPiece());
  });

  protected readonly piece = this.RULE('piece', () => {
    this.CONSUME(t.Identifier);
    this.OPTION(() => {
      this.CONSUME(t.To);
      this.SUBRULE(this.range, { LABEL: 'to' });
    });
    this.OR([
      { ALT: () => this.CONSUME(t.At, { LABEL: 'By' }) },
      { ALT: () => this.CONSUME(t.Until, { LABEL: 'By' }) },
      { ALT: () => this.CONSUME(t.Over, { LABEL: 'By' }) },
      { ALT: () => this.CONSUME(t.For, { LABEL: 'By' }) },
    ]);
    this.SUBRULE1(this.range, { LABEL: 'position' });
  });

  protected readonly range: (idxInCallingRule?: number) => CstNode = this.RULE('range', () => {
    this.SUBRULE(this.sum);
    this.optional(0, t.DotDot, () => {
      this.CONSUME(t.DotDot);
      this.SUBRULE1(this.sum);
    });
  }) as never;

  /** Flat, so that a lone value costs one rule; `*` and `/` bind first when the tree is built. */
  protected readonly sum = this.RULE('sum', () => {
    this.SUBRULE(this.primary);
    if (!this.RECORDING_PHASE && !this.isOneOf(1, calculation)) return;
    this.MANY({
      // At the start of a line a dash would be a list of other languages: a calculation goes on behind its signs.
      GATE: () => !this.isOnNewLine(1),
      DEF: () => {
        this.OR(calculation.map((type, i) => ({ ALT: () => this.consume(i, type, { LABEL: 'Sign' }) })));
        this.SUBRULE1(this.primary);
      },
    });
  });

  protected readonly primary = this.RULE('primary', () => {
    const missing = !this.RECORDING_PHASE && this.valueIsMissing();
    if (missing) this.fail('a value');
    // The two that nearly all values are; the choice below comes to the same.
    if (!this.RECORDING_PHASE) {
      const { tokenType } = this.LA(1);
      if (tokenType === t.NumberToken) return void this.SUBRULE(this.number);
      if (tokenType === t.Identifier) return void this.SUBRULE(this.reference);
    }
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { GATE: () => this.isNegative(), ALT: () => this.SUBRULE(this.negative) },
        { ALT: () => this.SUBRULE(this.number) },
        { ALT: () => this.CONSUME(t.StringToken) },
        { ALT: () => this.CONSUME(t.True) },
        { ALT: () => this.CONSUME(t.False) },
        {
          ALT: () => {
            this.CONSUME(t.LParen);
            this.SUBRULE(this.expression);
            this.CONSUME(t.RParen);
          },
        },
        { ALT: () => this.SUBRULE(this.list) },
        {
          GATE: () => this.isOneOf(2, [t.NumberToken, t.Minus, t.LParen]),
          ALT: () => {
            this.CONSUME(t.Every);
            this.SUBRULE(this.range);
          },
        },
        {
          GATE: () => this.isOneOf(2, [t.NumberToken, t.Minus]),
          ALT: () => {
            this.CONSUME(t.Step);
            this.SUBRULE1(this.number);
          },
        },
        { GATE: () => !this.isJoint(), ALT: () => this.SUBRULE(this.reference) },
      ],
    });
  });

  /** A minus sign before what is no number. */
  protected readonly negative = this.RULE('negative', () => {
    this.CONSUME(t.Minus);
    this.SUBRULE(this.primary);
  });

  protected readonly number = this.RULE('number', () => {
    this.optional(0, t.Minus, () => this.CONSUME(t.Minus));
    this.CONSUME(t.NumberToken);
    const unit = (): void => void this.CONSUME(t.Identifier, { LABEL: 'Unit' });
    this.optional(1, t.Identifier, unit, () => this.isUnit());
  });

  protected readonly list = this.RULE('list', () => {
    this.CONSUME(t.LSquare);
    this.each(
      () => this.inside(t.RSquare),
      () => {
        this.SUBRULE(this.element);
        this.separator(t.RSquare);
      },
    );
    this.CONSUME(t.RSquare);
  });

  protected readonly element = this.RULE('element', () => this.SUBRULE(this.expression));

  /** A path, called or not. */
  protected readonly reference = this.RULE('reference', () => {
    this.SUBRULE(this.path);
    const call = (): void => void this.SUBRULE(this.arguments);
    this.optional(0, t.LParen, call, () => !this.isOnNewLine(1));
  });

  protected readonly path = this.RULE('path', () => {
    this.CONSUME(t.Identifier);
    this.repeated(0, t.Dot, () => {
      this.CONSUME(t.Dot);
      this.CONSUME1(t.Identifier);
    });
  });

  protected readonly arguments = this.RULE('arguments', () => {
    this.CONSUME(t.LParen);
    const { calls } = this;
    this.calls += 1;
    try {
      this.each(
        () => this.inside(t.RParen),
        () => {
          this.SUBRULE(this.argument);
          this.separator(t.RParen);
        },
      );
    } finally {
      this.calls = calls;
    }
    this.CONSUME(t.RParen);
  });

  /** How many calls the parser is within, so that a comma may end an argument. */
  private calls = 0;

  protected readonly argument = this.RULE('argument', () => {
    const name = (): void => {
      this.CONSUME(t.Identifier);
      if (!this.RECORDING_PHASE && this.is(1, t.Equals)) this.report(':');
      this.OR([{ ALT: () => this.CONSUME(t.Colon) }, { ALT: () => this.CONSUME(t.Equals) }]);
    };
    this.optional(0, t.Identifier, name, () => this.isOneOf(2, nameSigns));
    this.SUBRULE(this.expression);
  });

  // ---- looking ahead

  /**
   * `-limit`, `-(a + b)`; a minus before a number is part of the number, and one that begins a line is a mistake, unless
   * it begins an element in brackets.
   */
  protected isNegative(): boolean {
    const begins = this.isOneOf(0, elementStarts) || !this.isOnNewLine(1);
    return begins && this.isOneOf(2, [t.Identifier, t.LParen]) && !this.isOnNewLine(2);
  }

  protected inside(closer: (typeof t)['RCurly']): boolean {
    return !this.isOneOf(1, [closer, EOF]);
  }

  /** The comma between two elements; the last may have one too. */
  protected separator(closer: (typeof t)['RCurly']): void {
    this.optional(0, t.Comma, () => this.CONSUME(t.Comma));
    if (!this.RECORDING_PHASE && this.inside(closer) && this.LA(0).tokenType !== t.Comma) this.report(',');
  }

  /**
   * `, linear to 2 at 5 steps`. Within a call `, drifted for 5 steps` is the next argument: without "to" only what is
   * called as a shape, or nearly so, is a piece there.
   */
  protected startsPiece(): boolean {
    if (!this.is(2, t.Identifier) || this.is(4, t.Colon)) return false;
    if (this.is(3, t.To)) return true;
    if (!this.isOneOf(3, positions)) return false;
    return this.calls === 0 || nearest(this.LA(2).image, pieceShapes) !== undefined;
  }

  protected continuesList(): boolean {
    const kinds = [t.Identifier, t.NumberToken, t.StringToken];
    if (!kinds.some((kind) => this.is(0, kind) && this.is(2, kind))) return false;
    if (this.isOneOf(3, [t.Colon, t.LCurly, t.LParen, t.Equals])) return false;
    return !this.is(2, t.Identifier) || !this.is(3, t.Identifier) || this.isOnNewLine(3);
  }

  /** `for`, `at`, `from`, `until` as the word that they are, not as a field of that name. */
  protected isWord(): boolean {
    return !this.isOneOf(2, [t.Colon, t.LCurly, t.Equals]);
  }

  /** A word that joins the parts of a condition or clause, used as such: `kl.mean > for 5 steps`. */
  protected isJoint(): boolean {
    return this.isOneOf(1, joints) && this.isOneOf(2, [t.NumberToken, t.Identifier]);
  }

  /** The name behind a number is its unit unless it begins something else. */
  protected isUnit(): boolean {
    if (this.isOnNewLine(1) || this.isOneOf(2, [t.Colon, t.LParen])) return false;
    // In `when every 250 steps { cooldown: 50 steps }` the block belongs to the clause; nothing is called `steps { }`.
    if (this.is(2, t.LCurly) && unitOf(this.LA(1).image) === undefined) return false;
    const type = this.LA(1).tokenType;
    return type === t.Identifier || type === t.Step;
  }

  /** What stands here begins the next field or declaration. */
  protected valueIsMissing(): boolean {
    if (!this.isOnNewLine(1)) return false;
    // Within brackets a line may end wherever it likes: no field begins there.
    if (this.isOneOf(0, elementStarts)) return false;
    if (!this.is(1, t.Identifier)) return this.isOneOf(1, [EOF, t.RCurly]);
    if (this.isOneOf(2, [t.Colon, t.LCurly])) return true;
    // `stalled for 3 steps` is a value, on whatever line
    const amount = [t.NumberToken, t.Minus, t.LParen, t.Step];
    if (this.isOneOf(2, [t.For, t.At, t.From, t.Until]) && this.isOneOf(3, amount)) return false;
    return this.is(2, t.Identifier) && !this.isOnNewLine(2);
  }
}
