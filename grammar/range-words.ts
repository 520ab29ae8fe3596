import type { IToken } from 'chevrotain';
import { problem, replace, type Diagnostic } from './diagnostics/index.ts';
import { spanAt, type Source } from './source.ts';
import * as t from './tokens.ts';

/**
 * `terms: 2 to 3`, which is written 2..3: the word is taken for the dots, and reported. Behind a colon and a number it
 * means nothing else.
 */
export function dotsForWords(
  source: Source,
  tokens: IToken[],
): { tokens: IToken[]; diagnostics: readonly Diagnostic[] } {
  const isRange = (token: IToken, i: number): boolean =>
    token.tokenType === t.To &&
    tokens[i - 2]?.tokenType === t.Colon &&
    tokens[i - 1]?.tokenType === t.NumberToken &&
    tokens[i + 1]?.tokenType === t.NumberToken;
  if (!tokens.some(isRange)) return { tokens, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const read = tokens.map((token, i) => {
    if (!isRange(token, i)) return token;
    const span = spanAt(source, tokens[i - 1]!.endOffset! + 1, tokens[i + 1]!.startOffset);
    diagnostics.push(
      problem('P0107', span, 'the ends of a range have ".." between them, not "to"', {
        fix: replace(span, '..', 'write ".."'),
      }),
    );
    return { ...token, image: '..', tokenType: t.DotDot, tokenTypeIdx: t.DotDot.tokenTypeIdx! };
  });
  return { tokens: read, diagnostics };
}
