import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byteTokenizer } from '../../runtime/model/byte-tokenizer.ts';
import { Tokenizer } from '../../runtime/model/tokenizer.ts';

describe('the byte tokenizer', () => {
  const tokenizer = byteTokenizer();

  it('spells any text in its bytes and reads it back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('<'));
        const ids = tokenizer.encode(text);
        assert.deepEqual(ids, [...Buffer.from(text, 'utf8')]);
        assert.equal(tokenizer.decode(ids), text);
      }),
    );
  });

  it('keeps spaces and line ends as they are', () => {
    const text = '  a  b \n\n\tc \r\n ';
    assert.equal(tokenizer.decode(tokenizer.encode(text)), text);
  });

  it('has one token for each tag', () => {
    assert.deepEqual(tokenizer.encode('x<answer>7</answer><|end|>'), [120, 258, 55, 259, 256]);
    assert.equal(tokenizer.eosId, 256);
    assert.equal(tokenizer.padId, 257);
    assert.equal(tokenizer.vocabularySize, 262);
    assert.equal(tokenizer.tokenId('<think>'), 260);
    assert.equal(tokenizer.tokenId('<absent>'), undefined);
  });

  it('drops special tokens from a text, and keeps the tags', () => {
    const ids = [258, 55, 259, 256, 257];
    assert.equal(tokenizer.decode(ids), '<answer>7</answer>');
    assert.equal(tokenizer.decode(ids, { keepSpecial: true }), '<answer>7</answer><|end|><|pad|>');
    assert.equal(tokenizer.decode([]), '');
  });

  it('shows bytes that are no text as the replacement character', () => {
    assert.equal(tokenizer.decode([0xff, 65, 0xc3]), '\ufffdA\ufffd');
  });
});

describe('a tokenizer', () => {
  it('must name an end token that it has', () => {
    const model = { type: 'BPE', vocab: { a: 0 }, merges: [] };
    const json = {
      model,
      added_tokens: [],
      normalizer: null,
      pre_tokenizer: null,
      post_processor: null,
      decoder: null,
    };
    assert.throws(() => new Tokenizer(json, {}, 'here'), /tokenizer of here has no end token/);
    assert.throws(() => new Tokenizer(json, { eos_token: '</s>' }, 'here'), /has no end token/);
    assert.equal(new Tokenizer(json, { eos_token: { content: 'a' } }, 'here').eosId, 0);
  });

  it('has ids that a vocabulary can have, before memory is taken for as many', () => {
    const of = (id: unknown, added: unknown[] = []) => {
      const model = { type: 'BPE', vocab: { a: 0, z: id }, merges: [] };
      return new Tokenizer({ model, added_tokens: added }, { eos_token: 'a' }, 'here');
    };
    for (const id of [2 ** 40, 2 ** 24, -1, 0.5, '1', null]) {
      const refused = /tokenizer of here cannot be used: its token "z" has the id .*, which is none/;
      assert.throws(() => of(id), refused);
      assert.throws(() => of(1, [{ content: 'z', id }]), refused);
    }
  });

  it('splits at every numeric character of Unicode where its digits stand alone', () => {
    const characters = ['a', '\u00bd', '1', 'a\u00bd', '1a'];
    const json = {
      model: {
        type: 'BPE',
        vocab: Object.fromEntries(characters.map((text, id) => [text, id])),
        merges: [
          ['a', '\u00bd'],
          ['1', 'a'],
        ],
      },
      added_tokens: [],
      normalizer: null,
      pre_tokenizer: { type: 'Sequence', pretokenizers: [{ type: 'Digits', individual_digits: true }] },
      post_processor: null,
      decoder: null,
    };
    const tokenizer = new Tokenizer(json, { eos_token: 'a' }, 'here');
    assert.deepEqual(tokenizer.encode('a\u00bd1a'), [0, 1, 2, 0]);
  });

  it('must be of a kind that is known', () => {
    assert.throws(
      () => new Tokenizer({ model: { type: 'Runes' } }, {}, 'here'),
      /tokenizer of here cannot be used/,
    );
  });
});
