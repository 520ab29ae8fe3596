import assert from 'node:assert/strict';
import type { TokenType } from 'chevrotain';
import { Lexer } from '../../../grammar/chevrotain.ts';
import { lex } from '../../../grammar/lex.ts';
import { makeSource } from '../../../grammar/source.ts';
import * as t from '../../../grammar/tokens.ts';

/** What Chevrotain tries at each character, as lists of names of tokens; and which tokens may hold the end of a line. */
function tables(types: readonly TokenType[]): unknown {
  const lexer = new Lexer([...types], { skipValidations: true }) as unknown as {
    charCodeToPatternIdxToConfig: { defaultMode: { tokenType: TokenType; canLineTerminator: boolean }[][] };
  };
  return [...lexer.charCodeToPatternIdxToConfig.defaultMode].map((tried) =>
    tried?.map(({ tokenType, canLineTerminator }) => [tokenType.name, canLineTerminator]),
  );
}

describe('tokens', () => {
  it('begin with the characters that their patterns have, and break lines as these do', () => {
    const bare = t.allTokens.map((type) => {
      const one = { ...type };
      // `[^]` is a pattern that Chevrotain cannot tell the first character of.
      if (type === t.UnfinishedComment) return one;
      delete one.START_CHARS_HINT;
      delete one.LINE_BREAKS;
      return one;
    });
    assert.deepEqual(tables(t.allTokens), tables(bare));
  });

  it('are words where the whole of a name is one', () => {
    const types = (text: string) =>
      lex(makeSource('test.prorl', text)).tokens.map(({ tokenType, tokenTypeIdx }) => {
        assert.equal(tokenTypeIdx, tokenType.tokenTypeIdx);
        return tokenType.name;
      });
    for (const { PATTERN, name } of t.words) {
      const word = PATTERN as string;
      assert.deepEqual(types(word), [name]);
      assert.deepEqual(
        types(`${word}s ${word}_ ${word}-2 ${word}@4 ${word}(`).slice(0, 4),
        Array(4).fill('Identifier'),
      );
      assert.deepEqual(types(`${word}-x`), [name, 'Minus', 'Identifier']);
    }
    assert.deepEqual(types('constructor toString __proto__'), Array(3).fill('Identifier'));
  });
});
