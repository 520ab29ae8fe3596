import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkTask, readAnswer, seededRandom, writeAnswer } from '../../../runtime/tasks/index.ts';
import { constrainedWords } from '../../../stdlib/tasks/instructions/constrained-words.ts';
import { editList } from '../../../stdlib/tasks/instructions/edit-list.ts';
import { writeRecord } from '../../../stdlib/tasks/instructions/write-record.ts';
import { settingAt } from '../../support/standard-tasks.ts';

for (const task of [constrainedWords, editList, writeRecord]) {
  describe(`the task ${task.name}`, function () {
    this.timeout(60_000);
    const places = fc.record(
      Object.fromEntries(
        Object.entries(task.settings).map(([name, shape]) => [
          name,
          fc
            .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
            .map(([low, high]) => settingAt(shape, low, high)),
        ]),
      ),
    );
    const posed = fc
      .tuple(places, fc.integer())
      .map(([settings, seed]) => task.generate(settings, seededRandom(seed)));

    it('does what a run relies on', () => checkTask(task));

    it('scores its worked solution 1, and a slip of it less, at any settings', () => {
      fc.assert(
        fc.property(posed, fc.integer(), (problem, seed) => {
          const solution = task.solve(problem);
          assert.deepEqual(task.verify(problem, solution), { score: 1, correct: true }, solution);
          const slip = task.slip!(problem, seededRandom(seed));
          const { score, correct } = task.verify(problem, slip);
          assert.ok(score < 1 && !correct, slip);
        }),
      );
    });

    it('takes any text without throwing, and scores what was changed below 1', () => {
      fc.assert(
        fc.property(posed, fc.string({ unit: 'binary' }), fc.nat(), (problem, text, at) => {
          void task.verify(problem, writeAnswer(text));
          const answer = readAnswer(task.solve(problem))!;
          const place = at % answer.length;
          const without = answer.slice(0, place) + answer.slice(place + 1);
          if (/\s/.test(answer[place]!)) return;
          // A letter in the middle of a free word is as good as another: constrained_words has its own test.
          if (task === constrainedWords && /^\w*$/.test(answer[place]!)) return;
          assert.ok(task.verify(problem, writeAnswer(without)).score < 1, without);
        }),
      );
    });
  });
}

const score = (task: typeof editList, data: object, answer: string, given: string): number =>
  task.verify({ prompt: 'p', answer, data }, writeAnswer(given)).score;

it('edit_list gives up to half for places that are right', () => {
  const data = { words: ['kd', 'tx', 'ab'], edits: [{ do: 'upper', word: 'tx' }, { do: 'reverse' }] };
  const of = (given: string): number => score(editList, data, 'ab TX kd', given);
  assert.equal(of('ab TX kd'), 1);
  assert.equal(of('ab, TX, kd'), 1);
  assert.equal(of('ab tx kd'), 1 / 3);
  assert.equal(of('ab kd'), 0);
});

it('edit_list does each of its edits', () => {
  const after = (edit: object): string => {
    const data = { words: ['kd', 'tx', 'ab'], edits: [edit] };
    return readAnswer(editList.solve({ prompt: 'p', answer: '', data }))!;
  };
  assert.equal(after({ do: 'reverse' }), 'ab tx kd');
  assert.equal(after({ do: 'sort' }), 'ab kd tx');
  assert.equal(after({ do: 'drop', word: 'tx' }), 'kd ab');
  assert.equal(after({ do: 'double', word: 'tx' }), 'kd tx tx ab');
  assert.equal(after({ do: 'upper', word: 'kd' }), 'KD tx ab');
  assert.equal(after({ do: 'add', word: 'zz' }), 'kd tx ab zz');
  assert.equal(after({ do: 'first', word: 'ab' }), 'ab kd tx');
});

it('write_record takes space where a form does, and gives shares of fields', () => {
  const fields = [
    { key: 'tx', value: 4 },
    { key: 'kd', value: 17 },
  ];
  const of = (form: string, answer: string, given: string): number =>
    score(writeRecord, { form, fields, sorted: true }, answer, given);
  assert.equal(of('json', '{"kd":17,"tx":4}', '{\n  "kd": 17,\n  "tx": 4\n}'), 1);
  assert.equal(of('json', '{"kd":17,"tx":4}', '{"tx":4,"kd":17}'), 2 / 3);
  assert.equal(of('json', '{"kd":17,"tx":4}', '{"kd":17,"tx":44}'), 1 / 3);
  assert.equal(of('json', '{"kd":17,"tx":4}', 'kd=17'), 0);
  assert.equal(of('css', 'kd:17;tx:4;', 'kd: 17; tx: 4;'), 1);
  assert.equal(of('css', 'kd:17;tx:4;', 'kd: 17; tx: 4'), 1 / 3);
  assert.equal(of('call', 'f(kd=17,tx=4)', 'f(kd=17, tx=4)'), 1);
  assert.equal(of('call', 'f(kd=17,tx=4)', 'f(kd=17, tx=5)'), 1 / 3);
  assert.equal(of('query', '?kd=17&tx=4', '?tx=4&kd=17'), 2 / 3);
  assert.equal(of('xml', '<kd>17</kd><tx>4</tx>', '<kd>17</kd>\n<tx>4</tx>'), 1);
  assert.equal(of('xml', '<kd>17</kd><tx>4</tx>', '<kd>17</kd><tx>4</td>'), 1 / 3);
});

it('constrained_words takes any words that keep to the rules, and counts those that are kept', () => {
  const rules = [
    { rule: 'length', letters: 4 },
    { rule: 'start', letter: 'k' },
    { rule: 'without', letter: 'e' },
    { rule: 'different' },
  ];
  const of = (given: string): number => score(constrainedWords, { count: 2, rules }, '', given);
  assert.equal(of('kind king'), 1);
  assert.equal(of('kind, kiln'), 1);
  assert.equal(of('kind kind'), 4 / 5);
  assert.equal(of('kind keen'), 4 / 5);
  assert.equal(of('kind'), 4 / 5);
  assert.equal(of('kind bird'), 4 / 5);
  assert.equal(of('kind k1ng'), 4 / 5);
  assert.equal(of('e'), 1 / 5);
  assert.equal(of(' '), 0);
});
