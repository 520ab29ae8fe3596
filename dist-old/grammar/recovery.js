import { CstParser, EOF, MismatchedTokenException, tokenLabel, tokenMatcher } from "./chevrotain.js";
import { nearest } from "./diagnostics/suggest.js";
import * as t from "./tokens.js";
/** Messages are made from the error's place in the grammar (syntax-errors.ts); here only what was expected is kept. */
const expectedOnly = {
    buildMismatchTokenMessage: ({ expected }) => tokenLabel(expected),
    buildNotAllInputParsedMessage: () => '',
    buildNoViableAltMessage: () => '',
    buildEarlyExitMessage: () => '',
};
/** Rules at whose end parsing goes on after a mistake, each with where that is. */
const restarts = {
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
export class RecoveringParser extends CstParser {
    /** Where the repeated part being parsed began: skipping must move past it. */
    began = -1;
    constructor(vocabulary, config) {
        super(vocabulary, {
            recoveryEnabled: true,
            nodeLocationTracking: 'onlyOffset',
            errorMessageProvider: expectedOnly,
            maxLookahead: 1,
            ...config,
        });
    }
    /** Whether the token `ahead` is of a type (or of its category). */
    is(ahead, type) {
        return tokenMatcher(this.LA(ahead), type);
    }
    isOneOf(ahead, types) {
        const token = this.LA(ahead);
        return types.some((type) => tokenMatcher(token, type));
    }
    /** Whether the token `ahead` is the first on its line (or the end of the file). */
    isOnNewLine(ahead) {
        const token = this.LA(ahead);
        if (token.tokenType === EOF)
            return true;
        const before = this.LA(ahead - 1);
        return (before.endLine ?? 0) !== token.startLine || before.tokenType === EOF;
    }
    /** A token that begins a field, a section or a clause for sure, wherever it stands. */
    startsItem(ahead) {
        if (!this.is(ahead, t.Identifier))
            return false;
        if (this.isOneOf(ahead + 1, [t.Colon, t.LCurly]))
            return true;
        return this.isOnNewLine(ahead);
    }
    startsDeclaration(ahead) {
        if (this.is(ahead, EOF))
            return true;
        if (!this.isOnNewLine(ahead))
            return false;
        if (this.LA(ahead).startColumn === 1)
            return true;
        const next = this.LA(ahead + 1);
        const begins = [...t.declarationWords, t.Export, t.Import, t.Edition];
        return this.isOneOf(ahead, begins) && !this.isOnNewLine(ahead + 1) && next.tokenType !== t.Colon;
    }
    /** Repeats `body` while `more`; a round that took no token skips one. */
    each(more, body) {
        if (this.RECORDING_PHASE) {
            this.MANY(body);
            return;
        }
        const outer = this.began;
        try {
            while (more()) {
                this.began = this.position();
                body();
                if (this.position() === this.began)
                    this.skip();
            }
        }
        finally {
            this.began = outer;
        }
    }
    /** Takes a token of the type; where it was forgotten and the rest goes on, reports that and goes on too. */
    need(index, type) {
        if (this.RECORDING_PHASE || this.is(1, type) || !this.goesOn())
            this.consume(index, type);
        else {
            this.report(tokenLabel(type));
            // A slip of the hand in a word: it is taken for the word.
            if (this.LA(1).tokenType === t.Identifier &&
                nearest(this.LA(1).image, [tokenLabel(type)]) !== undefined) {
                this.skip();
            }
        }
    }
    /** Records a mistake without leaving the rule. */
    report(expected) {
        this.internals().SAVE_ERROR(new MismatchedTokenException(expected, this.LA(1), this.LA(0)));
    }
    /** Leaves the rule for the nearest place where parsing can go on. */
    fail(expected) {
        throw this.internals().SAVE_ERROR(new MismatchedTokenException(expected, this.LA(1), this.LA(0)));
    }
    goesOn() {
        return !this.isOnNewLine(1) && !this.isOneOf(1, [t.RCurly, t.RParen, t.RSquare, t.Comma]);
    }
    internals() {
        return this;
    }
    /** The index of the next token. */
    position() {
        return this.internals().exportLexerState() + 1;
    }
    moveTo(position) {
        this.internals().importLexerState(position - 1);
    }
    skip() {
        this.internals().SKIP_TOKEN();
    }
    // ---- what follows replaces methods of Chevrotain's recovery
    canTokenTypeBeInsertedInRecovery() {
        return false;
    }
    canTokenTypeBeDeletedInRecovery() {
        return false;
    }
    shouldInRepetitionRecoveryBeTried() {
        return false;
    }
    findReSyncTokenType() {
        return EOF;
    }
    /** The other rules hand what they have of their tree to the rules around them. */
    isInCurrentRuleReSyncSet() {
        return Object.hasOwn(restarts, this.internals().getCurrRuleFullName());
    }
    reSyncTo() {
        const isRestart = restarts[this.internals().getCurrRuleFullName()] ?? (() => true);
        const skipped = [];
        let depth = 0;
        while (!this.is(1, EOF)) {
            const moved = this.position() !== this.began || skipped.length > 0;
            const closing = this.isOneOf(1, [t.RCurly, t.RParen, t.RSquare]);
            if (depth === 0 && (closing || (moved && isRestart(this)))) {
                if (!closing || this.internals().getCurrRuleFullName() !== 'topLevel')
                    break;
            }
            if (this.isOneOf(1, [t.LCurly, t.LParen, t.LSquare]))
                depth++;
            if (closing && depth > 0)
                depth--;
            skipped.push(this.LA(1));
            this.skip();
        }
        return skipped;
    }
}
