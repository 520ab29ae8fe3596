import { tokenMatcher } from "./chevrotain.js";
import { nearest } from "./diagnostics/suggest.js";
import { ExpressionParser } from "./parser-expressions.js";
import * as t from "./tokens.js";
const clauseNames = t.clauseWords.map((w) => w.PATTERN);
/** The rules of what stands in blocks. */
export class BlockParser extends ExpressionParser {
    block = this.RULE('block', () => {
        this.CONSUME(t.LCurly);
        this.each(() => this.inside(t.RCurly), () => {
            this.SUBRULE(this.item);
            this.OPTION(() => this.CONSUME(t.Comma));
        });
        this.CONSUME(t.RCurly);
    });
    item = this.RULE('item', () => {
        const form = this.RECORDING_PHASE ? '' : this.formOfItem();
        this.OR({
            IGNORE_AMBIGUITIES: true,
            DEF: [
                { GATE: () => form === 'field', ALT: () => this.SUBRULE(this.field) },
                { GATE: () => form === 'section', ALT: () => this.SUBRULE(this.section) },
                { GATE: () => form === 'entry', ALT: () => this.SUBRULE(this.entry) },
                { GATE: () => form === 'flag', ALT: () => this.SUBRULE(this.flag) },
                { GATE: () => form === 'keep', ALT: () => this.SUBRULE(this.keepClause) },
                { GATE: () => form === 'reset', ALT: () => this.SUBRULE(this.resetClause) },
                { GATE: () => form === 'guard', ALT: () => this.SUBRULE(this.guardClause) },
                { GATE: () => form === 'scale', ALT: () => this.SUBRULE(this.scaleClause) },
                { GATE: () => form === 'evaluate', ALT: () => this.SUBRULE(this.evaluateClause) },
                { GATE: () => form === 'audit', ALT: () => this.SUBRULE(this.auditClause) },
                { GATE: () => form === 'checkpoint', ALT: () => this.SUBRULE(this.checkpointClause) },
                { GATE: () => form === 'run', ALT: () => this.SUBRULE(this.runClause) },
                { GATE: () => form === 'given', ALT: () => this.SUBRULE(this.givenClause) },
                { GATE: () => form === 'expect', ALT: () => this.SUBRULE(this.expectClause) },
            ],
        });
        if (!this.RECORDING_PHASE && !this.itemEnds())
            this.fail('');
    });
    field = this.RULE('field', () => {
        this.CONSUME(t.Identifier);
        if (this.RECORDING_PHASE) {
            this.OR([{ ALT: () => this.CONSUME(t.Equals) }, { ALT: () => this.CONSUME1(t.Colon) }]);
        }
        else if (this.is(1, t.Equals)) {
            this.report(':');
            this.consume(0, t.Equals);
        }
        else {
            this.need(1, t.Colon);
        }
        this.SUBRULE(this.value);
    });
    section = this.RULE('section', () => {
        this.CONSUME(t.Identifier);
        this.SUBRULE(this.block);
    });
    entry = this.RULE('entry', () => {
        this.SUBRULE(this.reference);
        this.need(1, t.Colon);
        this.SUBRULE(this.value);
    });
    flag = this.RULE('flag', () => this.CONSUME(t.Identifier));
    keepClause = this.RULE('keepClause', () => {
        this.CONSUME(t.Keep);
        this.CONSUME(t.Identifier);
        this.need(1, t.Where);
        this.SUBRULE(this.expression);
    });
    resetClause = this.RULE('resetClause', () => {
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
        const moment = () => {
            this.CONSUME(t.At);
            this.CONSUME3(t.Identifier, { LABEL: 'Moment' });
        };
        const condition = () => {
            this.need(1, t.When);
            this.SUBRULE(this.expression);
        };
        if (this.RECORDING_PHASE)
            this.OR([{ ALT: moment }, { ALT: condition }]);
        else if (this.is(1, t.At))
            moment();
        else
            condition();
        this.OPTION2(() => this.SUBRULE(this.block));
    });
    guardClause = this.RULE('guardClause', () => {
        this.CONSUME(t.Guard);
        this.need(1, t.When);
        this.SUBRULE(this.expression);
        this.OPTION(() => this.SUBRULE(this.block));
    });
    scaleClause = this.RULE('scaleClause', () => {
        this.CONSUME(t.Scale);
        this.CONSUME(t.Identifier);
        this.need(1, t.By);
        this.SUBRULE(this.expression);
    });
    evaluateClause = this.RULE('evaluateClause', () => {
        this.CONSUME(t.Evaluate);
        this.SUBRULE(this.reference);
        this.OPTION(() => {
            this.CONSUME(t.Every);
            this.SUBRULE(this.range);
        });
    });
    auditClause = this.RULE('auditClause', () => {
        this.CONSUME(t.Audit);
        this.SUBRULE(this.reference);
        this.need(1, t.Against);
        this.SUBRULE1(this.reference, { LABEL: 'against' });
        this.OPTION(() => this.SUBRULE(this.block));
    });
    checkpointClause = this.RULE('checkpointClause', () => {
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
    checkpointPart = this.RULE('checkpointPart', () => {
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
    kept = this.RULE('kept', () => {
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
    runClause = this.RULE('runClause', () => {
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
    });
    givenClause = this.RULE('givenClause', () => {
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
    givenValue = this.RULE('givenValue', () => {
        this.SUBRULE(this.range, { LABEL: 'value' });
        this.OPTION(() => {
            this.CONSUME(t.From);
            this.SUBRULE1(this.range, { LABEL: 'from' });
        });
    });
    expectClause = this.RULE('expectClause', () => {
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
    // ---- looking ahead
    formOfItem() {
        if (!this.is(1, t.Identifier))
            return '';
        if (this.isOneOf(2, [t.Colon, t.Equals]))
            return 'field';
        if (this.is(2, t.LCurly))
            return 'section';
        const clause = t.clauseWords.find((w) => tokenMatcher(this.LA(1), w));
        if (clause !== undefined)
            return clause.PATTERN;
        if (this.isOnNewLine(2) || this.isOneOf(2, [t.Comma, t.RCurly]))
            return 'flag';
        if (this.is(2, t.LParen))
            return 'entry';
        const joints = [t.When, t.Every, t.Where, t.To, t.By, t.Until, t.For, t.From, t.With];
        if (this.isOneOf(2, joints))
            return '';
        const isClause = this.is(2, t.Identifier) && nearest(this.LA(1).image, clauseNames) !== undefined;
        const values = [t.NumberToken, t.StringToken, t.Identifier, t.Minus, t.LSquare, t.True, t.False];
        return !isClause && this.isOneOf(2, values) ? 'field' : '';
    }
    itemEnds() {
        return this.isOnNewLine(1) || this.isOneOf(1, [t.Comma, t.RCurly]) || this.startsNamedItem();
    }
    /** A further field on the same line: `problems: 128   samples: 16`. */
    startsNamedItem() {
        if (!this.is(1, t.Identifier))
            return false;
        return this.isOneOf(2, [t.Colon, t.LCurly]) || this.isOneOf(1, t.clauseWords);
    }
}
