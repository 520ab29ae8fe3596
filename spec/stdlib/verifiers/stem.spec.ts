import assert from 'node:assert/strict';
import { choice } from '../../../stdlib/verifiers/choice.ts';
import { quantity } from '../../../stdlib/verifiers/quantity.ts';

describe('the verifier of quantities', () => {
  const judge = (
    given: string,
    answer: string,
    settings = { tolerance: 0.01, unit_needed: false },
  ): number => {
    const verdict = quantity.verify({ prompt: '?', answer }, `\\boxed{${given}}`, settings);
    assert.ok(!(verdict instanceof Promise));
    return verdict.score;
  };

  for (const [given, answer] of [
    ['36 km/h', '10 m/s'],
    ['10', '10 m/s'],
    ['9.81 m/s^2', '9.8 m s^{-2}'],
    ['3\\times10^8\\ \\mathrm{m/s}', '2.998\\times 10^{8}\\text{ m/s}'],
    ['25 ^\\circ C', '298.15 K'],
    ['5 kJ', '5000 J'],
    ['4.7\\,\\mathrm{k}\\Omega', '4700 ohm'],
    ['F = 12 N', '12 kg m/s^2'],
    ['0.5 mol/L', '500 mol/m^3'],
    ['8.314 J/(mol K)', '8.314 J mol^{-1} K^{-1}'],
    ['5 apples', '5 apples'],
    ['50\\%', '0.5'],
    ['12.1', '12'],
    ['0', '0'],
  ] as const) {
    it(`takes ${given} for ${answer}`, () => assert.equal(judge(given, answer), 1));
  }

  for (const [given, answer] of [
    ['10 m', '10 s'],
    ['about 5', '5 m'],
    ['-5', '5'],
    ['1e-9', '0'],
    ['12.2', '12'],
    ['5 apples', '5 pears'],
    ['10 km/s', '10 m/s'],
    ['\\infty', '5'],
    ['5 m', 'unreadable'],
  ] as const) {
    it(`does not take ${given} for ${answer}`, () => assert.equal(judge(given, answer), 0));
  }

  it('wants the unit where the setting says so', () => {
    assert.equal(judge('10', '10 m/s', { tolerance: 0.01, unit_needed: true }), 0);
    assert.equal(judge('10 m/s', '10 m/s', { tolerance: 0.01, unit_needed: true }), 1);
  });

  it('holds to the tolerance', () => {
    assert.equal(judge('10.4 m', '10 m', { tolerance: 0.05, unit_needed: false }), 1);
    assert.equal(judge('10.4 m', '10 m', { tolerance: 0.03, unit_needed: false }), 0);
    assert.equal(judge('10 m', '10 m', { tolerance: 0, unit_needed: false }), 1);
  });
});

describe('the verifier of multiple choice', () => {
  const options = { A: 'blue', B: 'red', C: 'a cat', D: 'red ' };
  const judge = (given: string, answer: string, data: unknown = { options }): number => {
    const verdict = choice.verify({ prompt: '?', answer, data }, `<answer>${given}</answer>`, {});
    assert.ok(!(verdict instanceof Promise));
    return verdict.score;
  };

  for (const said of [
    'C',
    'c',
    '(C)',
    '\\text{(C)}',
    'Option C',
    'C. 5 m/s',
    'C) because',
    '**C**',
    'a cat',
  ]) {
    it(`reads the option C in ${JSON.stringify(said)}`, () => {
      assert.equal(judge(said, 'C'), 1);
      assert.equal(judge(said, 'A'), 0);
    });
  }

  it('takes the text of an option only where it names one', () => {
    assert.equal(judge('blue', '(A)'), 1);
    assert.equal(judge('red', 'B'), 0, 'B and D read the same');
    assert.equal(judge('green', 'A'), 0);
    assert.equal(judge('blue', 'A', null), 0);
  });

  it('takes no word for the letter that it begins with', () => {
    assert.equal(judge('Certainly', 'C'), 0);
    assert.equal(judge('a dog', 'A'), 0);
    assert.equal(judge('', 'A'), 0);
  });
});
