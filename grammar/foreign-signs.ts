import type { IToken, TokenType } from 'chevrotain';
import { problem, replace, type Diagnostic } from './diagnostics/index.ts';
import { spanAt, type Source } from './source.ts';
import * as t from './tokens.ts';

/** Whether any of what follows may occur: most files hold none of it, and their tokens are not gone through. */
const SUSPECT =
  /\b(?:is|extends)\b|(?:^|\n)[ \t]*(?:reset|guard|run|keep)\b.*\bif\b|=[ \t]*\w+[ \t]+with\b|\b(?:AND|OR|And|Or)\b|===|!==|<>|\b[frbFRB]"|""|\d\.(?![\d.\w])/;
const PREFIX = /^[frb]{1,2}$/i;
const words = new Map([
  ['AND', t.And],
  ['And', t.And],
  ['OR', t.Or],
  ['Or', t.Or],
]);
/** What `if` is here, by the word that the line begins with. */
const conditions = new Map([
  ['reset', t.When],
  ['guard', t.When],
  ['run', t.When],
  ['keep', t.Where],
]);
const NOT_FINITE = /^(?:nan|inf|infinity|infinite)$/i;

/**
 * Signs and words of other languages that stand between or before values: `loss is nan`, `reset reference if drifted`,
 * `stage a extends b`, `AND`, `===`, `<>`, `f"text"`, `"""text"""` and `5.`. Each is reported with its fix, and the tokens go on as if it had been written rightly, so that it
 * draws no message after it.
 */
export function ownSigns(
  source: Source,
  tokens: IToken[],
): { tokens: IToken[]; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  if (!SUSPECT.test(source.text)) return { tokens, diagnostics };
  const read: IToken[] = [];
  const say = (from: IToken, to: IToken, message: string, text: string, reason?: string): void => {
    const span = spanAt(source, from.startOffset, endOf(to));
    const title = text === '' ? 'remove it' : `write ${text.startsWith('"') ? text : `"${text}"`}`;
    diagnostics.push(
      problem('P0107', span, message, {
        ...(reason === undefined ? {} : { reason }),
        fix: replace(span, text, title),
      }),
    );
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    // Of the long ones but one is looked at.
    if (token.image.length > 3 && token.image !== 'extends' && token.tokenType !== t.With) {
      read.push(token);
      continue;
    }
    const [before, next, third] = [read.at(-1), tokens[i + 1], tokens[i + 2]];
    if (token.image === 'is' && isName(before) && onOneLine(before, token)) {
      const isNot = next?.tokenType === t.Not;
      const what = isNot ? third : next;
      if (what !== undefined && NOT_FINITE.test(what.image)) {
        let first = read.length - 1;
        while (first > 1 && read[first - 1]!.tokenType === t.Dot) first -= 2;
        const metric = source.text.slice(read[first]!.startOffset, endOf(before));
        const right = `${isNot ? 'not ' : ''}not_finite(${metric})`;
        const reason = 'There is no "is": a metric is compared by a sign, `loss > 2`.';
        say(
          read[first]!,
          what,
          'whether a metric is a finite number is asked by "not_finite"',
          right,
          reason,
        );
        // Any comparison will do for the rest of the check.
        read.push(as(token, t.Greater, '>'), as(what, t.NumberToken, '0'));
        i += isNot ? 2 : 1;
        continue;
      }
    }
    if (token.image === 'if' && beginsValue(next) && before?.tokenType !== t.Comma) {
      const right = conditions.get(beginningOfLine(read, token)?.image ?? '');
      if (right !== undefined && before?.tokenType !== right) {
        const image = right.PATTERN as string;
        say(token, token, `"if" is written "${image}"`, image);
        read.push(as(token, right, image));
        continue;
      }
    }
    if (token.image === 'extends' && read.at(-2)?.tokenType === t.Stage && isName(next)) {
      say(token, token, 'a stage is made of another by "="', '=');
      read.push(as(token, t.Equals, '='));
      continue;
    }
    if (token.tokenType === t.With && next?.tokenType === t.LCurly && read.at(-2)?.tokenType === t.Equals) {
      if (read.at(-4)?.tokenType === t.Stage) {
        say(token, token, 'what a stage changes stands in braces right behind the name', '');
        continue;
      }
    }
    const word = words.get(token.image);
    if (word !== undefined && endsValue(before) && onOneLine(before, token) && beginsValue(next)) {
      const image = word === t.And ? 'and' : 'or';
      say(token, token, `"${token.image}" is written "${image}"`, image);
      read.push(as(token, word, image));
      continue;
    }
    const strict = token.tokenType === t.EqualEqual || token.tokenType === t.NotEqual;
    if (strict && next?.tokenType === t.Equals && touch(token, next)) {
      say(token, next, `"${token.image}=" is written "${token.image}"`, token.image);
      read.push(token);
      i += 1;
      continue;
    }
    if (token.tokenType === t.Less && next?.tokenType === t.Greater && touch(token, next)) {
      say(token, next, '"<>" is written "!="', '!=');
      read.push(as(token, t.NotEqual, '!='));
      i += 1;
      continue;
    }
    if (next?.tokenType === t.StringToken && PREFIX.test(token.image) && touch(token, next)) {
      const reason = next.image.includes('{')
        ? 'A text is taken as it stands: no values are put into it.'
        : undefined;
      say(token, token, 'a text has no letter before its quotes', '', reason);
      continue;
    }
    const triple = token.image === '""' && next?.tokenType === t.StringToken && third?.image === '""';
    if (triple && touch(token, next) && touch(next, third)) {
      say(token, third, 'a text stands in one pair of double quotes', next.image);
      read.push(next);
      i += 2;
      continue;
    }
    if (token.tokenType === t.Dot && before?.tokenType === t.NumberToken && touch(before, token)) {
      const alone = next === undefined || !touch(token, next) || next.tokenType !== t.Dot;
      const follows = next !== undefined && touch(token, next) && /^[\w.]/.test(next.image);
      if (alone && !follows) {
        say(token, token, 'a number ends with a digit', '', '`5` or `5.0`, not `5.`.');
        continue;
      }
    }
    read.push(token);
  }
  return { tokens: read, diagnostics };
}

function as(token: IToken, tokenType: TokenType, image: string): IToken {
  return { ...token, image, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx! };
}

function endOf(token: IToken): number {
  return token.endOffset! + 1;
}

function touch(one: IToken, other: IToken): boolean {
  return endOf(one) === other.startOffset;
}

function onOneLine(one: IToken | undefined, other: IToken): boolean {
  return one?.endLine === other.startLine;
}

/** The first token of the line that `token` stands on. */
function beginningOfLine(read: readonly IToken[], token: IToken): IToken | undefined {
  let first: IToken | undefined;
  for (let i = read.length - 1; i >= 0 && onOneLine(read[i], token); i--) first = read[i];
  return first;
}

function isName(token: IToken | undefined): token is IToken {
  return token !== undefined && (token.tokenType === t.Identifier || /^[a-z_]\w*$/i.test(token.image));
}

function endsValue(token: IToken | undefined): boolean {
  return [t.RParen, t.NumberToken, t.Identifier, t.Step].includes(token?.tokenType as never);
}

/** What may stand behind `and`: no colon or brace, before which the word would be a name. */
function beginsValue(token: IToken | undefined): boolean {
  return (
    token !== undefined &&
    ![t.Colon, t.LCurly, t.RCurly, t.Comma, t.Equals, t.Dot].includes(token.tokenType as never)
  );
}
