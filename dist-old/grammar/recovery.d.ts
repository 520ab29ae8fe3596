import type { IParserConfig, IToken, TokenType, TokenVocabulary } from 'chevrotain';
import { CstParser } from './chevrotain.ts';
/**
 * Chevrotain's parser with recovery by layout instead of by follow sets. Chevrotain would go on at
 * the next token that may follow, which for fields without separators is any name: every mistake
 * would echo. Here a mistake costs the rest of its field, argument or declaration and no more.
 * The brackets must be balanced (brackets.ts).
 */
export declare abstract class RecoveringParser extends CstParser {
    /** Where the repeated part being parsed began: skipping must move past it. */
    private began;
    constructor(vocabulary: TokenVocabulary, config: IParserConfig);
    /** Whether the token `ahead` is of a type (or of its category). */
    is(ahead: number, type: TokenType): boolean;
    isOneOf(ahead: number, types: readonly TokenType[]): boolean;
    /** Whether the token `ahead` is the first on its line (or the end of the file). */
    isOnNewLine(ahead: number): boolean;
    /** A token that begins a field, a section or a clause for sure, wherever it stands. */
    startsItem(ahead: number): boolean;
    startsDeclaration(ahead: number): boolean;
    /** Repeats `body` while `more`; a round that took no token skips one. */
    protected each(more: () => boolean, body: () => void): void;
    /** Takes a token of the type; where it was forgotten and the rest goes on, reports that and goes on too. */
    protected need(index: number, type: TokenType): void;
    /** Records a mistake without leaving the rule. */
    protected report(expected: string): void;
    /** Leaves the rule for the nearest place where parsing can go on. */
    protected fail(expected: string): never;
    private goesOn;
    private internals;
    /** The index of the next token. */
    protected position(): number;
    protected moveTo(position: number): void;
    private skip;
    canTokenTypeBeInsertedInRecovery(): boolean;
    canTokenTypeBeDeletedInRecovery(): boolean;
    shouldInRepetitionRecoveryBeTried(): boolean;
    findReSyncTokenType(): TokenType;
    /** The other rules hand what they have of their tree to the rules around them. */
    isInCurrentRuleReSyncSet(): boolean;
    reSyncTo(): IToken[];
}
