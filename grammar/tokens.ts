import type { TokenType } from 'chevrotain';
import { createToken, Lexer } from './chevrotain.ts';

const digits = [...'0123456789'];
const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/*
 * Which characters a token begins with (`start_chars_hint`) and whether it may hold the end of a line (`line_breaks`)
 * Chevrotain works out itself where they are not said, by parsing the pattern: some 20 ms at every start.
 */

/** A name. `pass@16` and `chain_sum-2` are names of metrics; a declaration may not be called so. */
export const Identifier = createToken({
  name: 'Identifier',
  pattern: /[A-Za-z_]\w*(?:-\d+)*(?:@\d+)?/,
  line_breaks: false,
  start_chars_hint: [...letters, '_'],
});

/** A word with a meaning in some places and a plain name in all others. */
function word(text: string): TokenType {
  const name = text[0]!.toUpperCase() + text.slice(1);
  return createToken({ name, pattern: text, longer_alt: Identifier, categories: [Identifier], label: text });
}

/** A word that is never a name. */
function reserved(text: string): TokenType {
  const name = text[0]!.toUpperCase() + text.slice(1);
  return createToken({ name, pattern: text, longer_alt: Identifier, label: text });
}

function sign(name: string, pattern: string | RegExp, label: string): TokenType {
  return createToken({ name, pattern, label });
}

export const And = reserved('and');
export const Or = reserved('or');
export const Not = reserved('not');
export const True = reserved('true');
export const False = reserved('false');

export const Edition = word('edition');
export const Import = word('import');
export const Export = word('export');
export const From = word('from');
export const As = word('as');
export const Model = word('model');
export const Mixture = word('mixture');
export const Suite = word('suite');
export const Schedule = word('schedule');
export const Trigger = word('trigger');
export const Let = word('let');
export const Task = word('task');
export const Verifier = word('verifier');
export const Reward = word('reward');
export const Stage = word('stage');
export const Pipeline = word('pipeline');
export const Test = word('test');
export const Keep = word('keep');
export const Reset = word('reset');
export const Guard = word('guard');
export const Scale = word('scale');
export const Evaluate = word('evaluate');
export const Audit = word('audit');
export const Checkpoint = word('checkpoint');
export const Run = word('run');
export const Given = word('given');
export const Expect = word('expect');
export const Where = word('where');
export const To = word('to');
export const When = word('when');
export const Every = word('every');
export const Until = word('until');
export const For = word('for');
export const At = word('at');
export const Over = word('over');
export const With = word('with');
export const Then = word('then');
export const Never = word('never');
export const By = word('by');
export const Last = word('last');
export const Best = word('best');
export const Step = word('step');
export const In = word('in');
export const Against = word('against');
export const Domain = word('domain');
export const Levels = word('levels');

/** The words that begin a declaration. */
export const declarationWords = [
  Model,
  Mixture,
  Suite,
  Schedule,
  Trigger,
  Let,
  Task,
  Verifier,
  Reward,
  Stage,
  Pipeline,
  Test,
] as const;

/** The words that begin a clause of a block. */
export const clauseWords = [
  Keep,
  Reset,
  Guard,
  Scale,
  Evaluate,
  Audit,
  Checkpoint,
  Run,
  Given,
  Expect,
] as const;

/** All words with a meaning of their own. The lexer reads names, and looks them up here. */
export const words: readonly TokenType[] = [
  ...[And, Or, Not, True, False],
  ...[Edition, Import, Export, From, As],
  ...declarationWords,
  ...clauseWords,
  ...[
    Where,
    To,
    When,
    Every,
    Until,
    For,
    At,
    Over,
    With,
    Then,
    Never,
    By,
    Last,
    Best,
    Step,
    In,
    Against,
    Domain,
    Levels,
  ],
];

/** `17`, `0.5`, `3e-4`, `1_000_000`, `95%`. */
export const NumberToken = createToken({
  name: 'Number',
  pattern: /\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?%?/,
  label: 'a number',
  line_breaks: false,
  start_chars_hint: digits,
});

export const StringToken = createToken({
  name: 'String',
  pattern: /"(?:[^"\\\r\n]|\\[^\r\n])*"/,
  label: 'a string',
  line_breaks: false,
  start_chars_hint: ['"'],
});

export const LCurly = sign('LCurly', '{', '{');
export const RCurly = sign('RCurly', '}', '}');
export const LParen = sign('LParen', '(', '(');
export const RParen = sign('RParen', ')', ')');
export const LSquare = sign('LSquare', '[', '[');
export const RSquare = sign('RSquare', ']', ']');
export const Colon = sign('Colon', ':', ':');
export const Comma = sign('Comma', ',', ',');
export const DotDot = sign('DotDot', '..', '..');
export const Dot = sign('Dot', '.', '.');
export const GreaterEqual = sign('GreaterEqual', '>=', '>=');
export const LessEqual = sign('LessEqual', '<=', '<=');
export const EqualEqual = sign('EqualEqual', '==', '==');
export const NotEqual = sign('NotEqual', '!=', '!=');
export const Greater = sign('Greater', '>', '>');
export const Less = sign('Less', '<', '<');
export const Equals = sign('Equals', '=', '=');
export const Bar = sign('Bar', '|', '|');
export const Minus = sign('Minus', '-', '-');
export const Plus = sign('Plus', '+', '+');
export const Star = sign('Star', '*', '*');
export const Slash = sign('Slash', '/', '/');

export const brackets = new Map<TokenType, TokenType>([
  [LCurly, RCurly],
  [LParen, RParen],
  [LSquare, RSquare],
]);

/*
 * What other languages would write. Each is understood as what was meant, and reported with the
 * change to make, so that it does not draw further messages after it.
 */
export const SingleQuoted = createToken({
  name: 'SingleQuoted',
  pattern: /'(?:[^'\\\r\n]|\\[^\r\n])*'/,
  categories: [StringToken],
  line_breaks: false,
  start_chars_hint: ["'"],
});
export const UnfinishedString = createToken({
  name: 'UnfinishedString',
  pattern: /["'](?:[^"\\\r\n]|\\[^\r\n])*\\?/,
  categories: [StringToken],
  line_breaks: false,
  start_chars_hint: ['"', "'"],
});
export const AndAnd = createToken({ name: 'AndAnd', pattern: '&&', categories: [And] });
export const BarBar = createToken({ name: 'BarBar', pattern: '||', categories: [Or] });
export const Bang = createToken({ name: 'Bang', pattern: '!', categories: [Not] });
export const ColonEqual = createToken({ name: 'ColonEqual', pattern: ':=', categories: [Equals] });
export const EqualGreater = createToken({ name: 'EqualGreater', pattern: '=>', categories: [GreaterEqual] });
export const EqualLess = createToken({ name: 'EqualLess', pattern: '=<', categories: [LessEqual] });
export const Semicolon = createToken({
  name: 'Semicolon',
  pattern: /;+/,
  line_breaks: false,
  start_chars_hint: [';'],
});

const comments = 'comments';
export const DocComment = createToken({
  name: 'DocComment',
  pattern: /\/\/\/[^\r\n]*/,
  group: comments,
  line_breaks: false,
  start_chars_hint: ['/'],
});
export const LineComment = createToken({
  name: 'LineComment',
  pattern: /\/\/[^\r\n]*/,
  group: comments,
  line_breaks: false,
  start_chars_hint: ['/'],
});
export const BlockComment = createToken({
  name: 'BlockComment',
  pattern: /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//,
  group: comments,
  line_breaks: true,
  start_chars_hint: ['/'],
});
export const HashComment = createToken({
  name: 'HashComment',
  pattern: /#[^\r\n]*/,
  group: comments,
  line_breaks: false,
  start_chars_hint: ['#'],
});
export const UnfinishedComment = createToken({
  name: 'UnfinishedComment',
  pattern: /\/\*[^]*/,
  group: comments,
  line_breaks: true,
  start_chars_hint: ['/'],
});

/** What stands beside the tokens of a text and says nothing to the compiler, doc comments aside. */
export const commentTokens: readonly TokenType[] = [
  DocComment,
  LineComment,
  BlockComment,
  HashComment,
  UnfinishedComment,
];

const Space = createToken({
  name: 'Space',
  pattern: /[ \t\r\n\f\v\u00a0\ufeff]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
  start_chars_hint: [...' \t\r\n\f\v\u00a0\ufeff'],
});

/** All tokens in the order in which the lexer tries them; words it takes for names first. */
export const allTokens: TokenType[] = [
  Space,
  DocComment,
  LineComment,
  BlockComment,
  UnfinishedComment,
  HashComment,
  ...words,
  Identifier,
  NumberToken,
  StringToken,
  SingleQuoted,
  UnfinishedString,
  ...[LCurly, RCurly, LParen, RParen, LSquare, RSquare],
  ...[ColonEqual, Colon, Comma, DotDot, Dot],
  ...[EqualGreater, EqualLess, GreaterEqual, LessEqual, EqualEqual, NotEqual, Greater, Less, Equals],
  ...[BarBar, Bar, Minus, Plus, Star, Slash, AndAnd, Bang, Semicolon],
];
