import assert from 'node:assert/strict';
import { follows } from '../../../stdlib/verifiers/instructions/judge.ts';
import { kinds } from '../../../stdlib/verifiers/instructions/kinds.ts';

type Case = readonly [asked: Record<string, unknown>, yes: readonly string[], no: readonly string[]];

/** Cases that follow from the published definitions (IFEval, arXiv:2311.07911), most of them at an edge. */
const cases: Readonly<Record<string, readonly Case[]>> = {
  'keywords:existence': [
    [
      { keywords: ['apple', 'bridge'] },
      ['An Apple on a BRIDGE', 'pineapples, footbridge'],
      ['apple', 'bridge', 'none'],
    ],
  ],
  'keywords:frequency': [
    [{ keyword: 'tea', frequency: 2, relation: 'at least' }, ['tea and Tea', 'tea tea tea'], ['tea', '']],
    [{ keyword: 'tea', frequency: 2, relation: 'less than' }, ['tea', 'water'], ['tea tea']],
  ],
  'keywords:forbidden_words': [
    [{ forbidden_words: ['tea', 'cup'] }, ['water', 'teapot and cupboard'], ['Tea!', 'a cup', 'tea,cup']],
  ],
  'keywords:letter_frequency': [
    [{ letter: 'z', let_frequency: 2, let_relation: 'at least' }, ['zZ', 'pizza'], ['z', 'a']],
    [{ letter: 'z', let_frequency: 2, let_relation: 'less than' }, ['z', 'a'], ['Zz']],
  ],
  'language:response_language': [
    [
      { language: 'de' },
      ['Heute gehen wir mit den Kindern in den Wald und suchen Pilze.'],
      ['Today we walk through the forest with the children.', '12345', 'ja'],
    ],
    [
      { language: 'ru' },
      ['Сегодня мы идём с детьми в лес и собираем грибы.'],
      ['Today we walk through the forest.'],
    ],
  ],
  'length_constraints:number_sentences': [
    [{ num_sentences: 2, relation: 'at least' }, ['One here. Two here.', 'A? B! C.'], ['Only one.']],
    [{ num_sentences: 2, relation: 'less than' }, ['Only one.'], ['One here. Two here.']],
  ],
  'length_constraints:number_paragraphs': [
    [
      { num_paragraphs: 2 },
      ['a\n***\nb', '***\na\n***\nb\n***'],
      ['a', 'a\n\nb', 'a\n***\n***\nb', 'a\n***\nb\n***\nc'],
    ],
  ],
  'length_constraints:number_words': [
    [{ num_words: 3, relation: 'at least' }, ['one two three', 'one-two three'], ['one two', '... ,,, ---']],
    [{ num_words: 3, relation: 'less than' }, ['one two'], ['one two three']],
  ],
  'length_constraints:nth_paragraph_first_word': [
    [
      { num_paragraphs: 2, nth_paragraph: 2, first_word: 'tea' },
      ['Once.\n\nTea is good.', 'Once.\n\n"Tea," he said.'],
      ['Tea.\n\nOnce.', 'Once.\n\nTeapot.', 'Tea', 'Once.\n\nTea.\n\nMore.'],
    ],
  ],
  'detectable_content:number_placeholders': [
    [{ num_placeholders: 2 }, ['[a] and [b]', '[a][b][c]'], ['[a]', '(a) (b)', '[a\n]']],
  ],
  'detectable_content:postscript': [
    [{ postscript_marker: 'P.S.' }, ['Hello\nP.S. more', 'x p. s. y'], ['Hello', 'PS more']],
    [{ postscript_marker: 'P.P.S' }, ['Hello\nP.P.S more', 'P. P. S'], ['P.S. more']],
  ],
  'detectable_format:number_bullet_lists': [
    [
      { num_bullets: 2 },
      ['* a\n* b', '- a\n- b', '* a\ntext\n- b'],
      ['* a', '* a\n* b\n* c', '** a\n** b', '1. a\n2. b'],
    ],
  ],
  'detectable_format:constrained_response': [
    [
      {},
      ['My answer is yes.', 'Well. My answer is maybe. Bye'],
      ['My answer is yes', 'Yes.', 'my answer is no.'],
    ],
  ],
  'detectable_format:number_highlighted_sections': [
    [{ num_highlights: 2 }, ['*a* and *b*', '**a** *b*'], ['*a*', '* * and *a*', 'none']],
  ],
  'detectable_format:multiple_sections': [
    [
      { section_spliter: 'Section', num_sections: 2 },
      ['Section 1\na\nSection 2\nb'],
      ['Section 1\na', 'SECTION 1 SECTION 2', 'Section a Section b'],
    ],
  ],
  'detectable_format:json_format': [
    [{}, ['{"a": 1}', '```json\n[1, 2]\n```', '```\n"x"\n```'], ['{a: 1}', 'Here: {"a": 1}', '']],
  ],
  'detectable_format:title': [
    [{}, ['<<A day>>\ntext', 'text <<t>>'], ['<A day>', '<<>>', '<< >>', '<<a\nb>>']],
  ],
  'combination:two_responses': [
    [{}, ['a\n******\nb', '******a******b'], ['a', 'a\n******\na', 'a******b******c', 'a\n******\n']],
  ],
  'combination:repeat_prompt': [
    [{ prompt_to_repeat: 'Say it.' }, ['Say it. Fine.', '  say IT. Fine.'], ['Fine. Say it.', 'Say. It.']],
  ],
  'startend:end_checker': [
    [
      { end_phrase: 'The end.' },
      ['So. The end.', 'so. the END.  ', '"So. The end."'],
      ['The end. Really.', 'The end'],
    ],
  ],
  'startend:quotation': [[{}, ['"all of it"', '  "x" and "y"  '], ['"half', 'none', '"']]],
  'change_case:capital_word_frequency': [
    [{ capital_frequency: 2, capital_relation: 'at least' }, ['GO NOW', 'A B'], ['GO now', 'Go Now']],
    [{ capital_frequency: 2, capital_relation: 'less than' }, ['GO now'], ['GO NOW']],
  ],
  'change_case:english_capital': [
    [
      {},
      ['THE RIVER IS SLOW AND THE MORNING IS CALM.', 'YES 12'],
      ['The river', 'DER FLUSS IST LANGSAM UND DER MORGEN IST STILL UND KLAR.', '123'],
    ],
  ],
  'change_case:english_lowercase': [
    [
      {},
      ['the river is slow and the morning is calm.', 'yes 12'],
      ['The river', 'der fluss ist langsam und der morgen ist still und klar.', '123'],
    ],
  ],
  'punctuation:no_comma': [[{}, ['a b', 'a; b'], ['a, b', ',']]],
};

describe('the instructions of IFEval', () => {
  it('are the 25 published kinds, each with cases here', () => {
    assert.equal(kinds.size, 25);
    assert.deepEqual([...kinds.keys()].sort(), Object.keys(cases).sort());
  });

  for (const [id, list] of Object.entries(cases)) {
    it(id, () => {
      for (const [asked, yes, no] of list) {
        const judge = (text: string): boolean => follows(text, [{ id, asked }], 'strict')[0]!;
        for (const text of yes)
          assert.equal(judge(text), true, `${JSON.stringify(text)} follows ${JSON.stringify(asked)}`);
        for (const text of no)
          assert.equal(
            judge(text),
            false,
            `${JSON.stringify(text)} does not follow ${JSON.stringify(asked)}`,
          );
      }
    });
  }

  it('follow nothing where nothing is said', () => {
    for (const [id, list] of Object.entries(cases)) {
      assert.deepEqual(follows(' \n', [{ id, asked: list[0]![0] }], 'loose'), [false], id);
    }
  });

  it('are read loosely without the first line, the last line and asterisks', () => {
    const quoted = [{ id: 'startend:quotation', asked: {} }];
    const lowercase = [{ id: 'change_case:english_lowercase', asked: {} }];
    assert.deepEqual(follows('Sure, here it is:\n"a text"', quoted, 'strict'), [false]);
    assert.deepEqual(follows('Sure, here it is:\n"a text"', quoted, 'loose'), [true]);
    assert.deepEqual(follows('"a text"\nI hope it helps.', quoted, 'loose'), [true]);
    assert.deepEqual(follows('Sure:\n*"a text"*\nBye.', quoted, 'loose'), [true]);
    assert.deepEqual(follows('Sure:\nthe river is slow here\nand calm', lowercase, 'loose'), [true]);
    assert.deepEqual(follows('One\n"a text"\nTwo\nThree', quoted, 'loose'), [false]);
  });
});
