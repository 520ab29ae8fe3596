import type { CstNode, ParserMethod } from 'chevrotain';
import { tokenMatcher } from './chevrotain.ts';
import { nearest } from './diagnostics/suggest.ts';
import { ExpressionParser } from './parser-expressions.ts';
import * as t from './tokens.ts';

const clauseNames = t.clauseWords.map((w) => w.PATTERN as string);

/** The rules of what stands in blocks. */
export abstract class BlockParser extends ExpressionParser {
  protected readonly block = this.RULE('block', () => {
    this.CONSUME(t.LCurly);
    this.each(
      () => this.inside(t.RCurly),
      () => {
        this.SUBRULE(this.item);
        this.optional(0, t.Comma, () => this.CONSUME(t.Comma));
      },
    );
    this.CONSUME(t.RCurly);
  });

  protected readonly item = this.RULE('item', () => {
    const form = this.RECORDING_PHASE ? '' : this.formOfItem();
    const rule = this.items.get(form);
    if (rule !== undefined) this.SUBRULE(rule);
    // The choice as the diagrams show it; where none of its forms is there, it says so.
    else {
      const choices = [...this.items.values()].map((one) => ({
        GATE: () => this.RECORDING_PHASE,
        ALT: () => this.SUBRULE(one),
      }));
      this.OR({ IGNORE_AMBIGUITIES: true, DEF: choices });
    }
    if (!this.RECORDING_PHASE && !this.itemEnds()) this.fail('');
  });

  protected readonly field = this.RULE('field', () => {
    this.CONSUME(t.Identifier);
    if (this.RECORDING_PHASE) {
      this.OR([{ ALT: () => this.CONSUME(t.Equals) }, { ALT: () => this.CONSUME1(t.Colon) }]);
    } else if (this.is(1, t.Equals)) {
      this.report(':');
      this.consume(0, t.Equals);
    } else {
      this.need(1, t.Colon);
    }
    this.SUBRULE(this.value);
  });

  protected readonly section = this.RULE('section', () => {
    this.CONSUME(t.Identifier);
    this.SUBRULE(this.block);
  });

  protected readonly entry = this.RULE('entry', () => {
    this.SUBRULE(this.reference);
    this.need(1, t.Colon);
    this.SUBRULE(this.value);
  });

  protected readonly flag = this.RULE('flag', () => this.CONSUME(t.Identifier));

  protected readonly keepClause = this.RULE('keepClause', () => {
    this.CONSUME(t.Keep);
    this.CONSUME(t.Identifier);
    this.need(1, t.Where);
    this.SUBRULE(this.expression);
  });

  protected readonly resetClause = this.RULE('resetClause', () => {
    this.CONSUME(t.Reset);
    this.CONSUME(t.Identifier, { LABEL: 'Target' });
    this.MANY(() => {
      this.CONSUME(t.Comma);
      this.CONSUME1(t.Identifier, { LABEL: 'Target' });
    });
    this.OPTION(() => {
      this.CONSUME(t.To);
      this.CONSUME2(t.Identifier, { LABEL: 'Source' });
      this.OPTION1(() => {
        this.CONSUME(t.By);
        this.SUBRULE(this.reference);
      });
    });
    const moment = (): void => {
      this.CONSUME(t.At);
      this.CONSUME3(t.Identifier, { LABEL: 'Moment' });
    };
    const condition = (): void => {
      this.need(1, t.When);
      this.SUBRULE(this.expression);
    };
    if (this.RECORDING_PHASE) this.OR([{ ALT: moment }, { ALT: condition }]);
    else if (this.is(1, t.At)) moment();
    else condition();
    this.OPTION2(() => this.SUBRULE(this.block));
  });

  protected readonly guardClause = this.RULE('guardClause', () => {
    this.CONSUME(t.Guard);
    this.need(1, t.When);
    this.SUBRULE(this.expression);
    this.OPTION(() => this.SUBRULE(this.block));
  });

  protected readonly scaleClause = this.RULE('scaleClause', () => {
    this.CONSUME(t.Scale);
    this.CONSUME(t.Identifier);
    this.need(1, t.By);
    this.SUBRULE(this.expression);
  });

  protected readonly evaluateClause = this.RULE('evaluateClause', () => {
    this.CONSUME(t.Evaluate);
    this.SUBRULE(this.reference);
    this.OPTION(() => {
      this.CONSUME(t.Every);
      this.SUBRULE(this.range);
    });
  });

  protected readonly auditClause = this.RULE('auditClause', () => {
    this.CONSUME(t.Audit);
    this.SUBRULE(this.reference);
    this.need(1, t.Against);
    this.SUBRULE1(this.reference, { LABEL: 'against' });
    this.OPTION(() => this.SUBRULE(this.block));
  });

  protected readonly checkpointClause = this.RULE('checkpointClause', () => {
    this.CONSUME(t.Checkpoint);
    this.OPTION(() => this.SUBRULE(this.checkpointPart));
    this.MANY({
      GATE: () => this.isOneOf(2, [t.Keep, t.Every]) && !this.isOneOf(3, [t.Colon, t.LCurly]),
      DEF: () => {
        this.CONSUME(t.Comma);
        this.SUBRULE1(this.checkpointPart);
      },
    });
  });

  protected readonly checkpointPart = this.RULE('checkpointPart', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Every);
          this.SUBRULE(this.range);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Keep);
          this.SUBRULE(this.kept);
        },
      },
    ]);
  });

  protected readonly kept = this.RULE('kept', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Last);
          this.SUBRULE(this.range);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Best);
          this.need(1, t.By);
          this.SUBRULE(this.reference);
        },
      },
    ]);
  });

  protected readonly runClause = this.RULE('runClause', () => {
    this.CONSUME(t.Run);
    this.SUBRULE(this.reference);
    this.OPTION(() => {
      this.CONSUME(t.With);
      this.SUBRULE(this.block);
    });
    this.OPTION1(() => {
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.Until);
            this.SUBRULE(this.expression);
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.For);
            this.SUBRULE(this.range);
          },
        },
      ]);
    });
    this.OPTION2(() => {
      this.CONSUME(t.When);
      this.SUBRULE1(this.expression, { LABEL: 'condition' });
    });
  });

  protected readonly givenClause = this.RULE('givenClause', () => {
    this.CONSUME(t.Given);
    this.SUBRULE(this.path);
    this.need(1, t.Equals);
    this.SUBRULE(this.givenValue);
    this.MANY({
      GATE: () => this.is(2, t.Then),
      DEF: () => {
        this.CONSUME(t.Comma);
        this.CONSUME(t.Then);
        this.SUBRULE1(this.givenValue);
      },
    });
  });

  protected readonly givenValue = this.RULE('givenValue', () => {
    this.SUBRULE(this.range, { LABEL: 'value' });
    this.OPTION(() => {
      this.CONSUME(t.From);
      this.SUBRULE1(this.range, { LABEL: 'from' });
    });
  });

  protected readonly expectClause = this.RULE('expectClause', () => {
    this.CONSUME(t.Expect);
    this.CONSUME(t.Identifier);
    this.OR([
      { ALT: () => this.CONSUME(t.Never) },
      {
        ALT: () => {
          this.CONSUME(t.At);
          this.SUBRULE(this.range);
          this.MANY({
            GATE: () => this.isOneOf(2, [t.NumberToken, t.Step]),
            DEF: () => {
              this.CONSUME(t.Comma);
              this.SUBRULE1(this.range);
            },
          });
        },
      },
    ]);
  });

  /** The rules of items by their forms (see `formOfItem`). */
  private readonly items: ReadonlyMap<string, ParserMethod<[], CstNode>> = new Map([
    ['field', this.field],
    ['section', this.section],
    ['entry', this.entry],
    ['flag', this.flag],
    ['keep', this.keepClause],
    ['reset', this.resetClause],
    ['guard', this.guardClause],
    ['scale', this.scaleClause],
    ['evaluate', this.evaluateClause],
    ['audit', this.auditClause],
    ['checkpoint', this.checkpointClause],
    ['run', this.runClause],
    ['given', this.givenClause],
    ['expect', this.expectClause],
  ]);

  // ---- looking ahead

  protected formOfItem(): string {
    if (!this.is(1, t.Identifier)) return '';
    if (this.isOneOf(2, [t.Colon, t.Equals])) return 'field';
    if (this.is(2, t.LCurly)) return 'section';
    const clause = t.clauseWords.find((w) => tokenMatcher(this.LA(1), w));
    if (clause !== undefined) return clause.PATTERN as string;
    if (this.isOnNewLine(2) || this.isOneOf(2, [t.Comma, t.RCurly])) return 'flag';
    if (this.is(2, t.LParen)) return 'entry';
    const joints = [t.When, t.Every, t.Where, t.To, t.By, t.Until, t.For, t.From, t.With];
    if (this.isOneOf(2, joints)) return '';
    const isClause = this.is(2, t.Identifier) && nearest(this.LA(1).image, clauseNames) !== undefined;
    const values = [t.NumberToken, t.StringToken, t.Identifier, t.Minus, t.LSquare, t.True, t.False];
    return !isClause && this.isOneOf(2, values) ? 'field' : '';
  }

  protected itemEnds(): boolean {
    return this.isOnNewLine(1) || this.isOneOf(1, [t.Comma, t.RCurly]) || this.startsNamedItem();
  }

  /** A further field on the same line: `problems: 128   samples: 16`. */
  protected startsNamedItem(): boolean {
    if (!this.is(1, t.Identifier)) return false;
    return this.isOneOf(2, [t.Colon, t.LCurly]) || this.isOneOf(1, t.clauseWords);
  }
}
