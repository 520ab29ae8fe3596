import assert from 'node:assert/strict';
import fc from 'fast-check';
import { format } from '../../../grammar/format/index.ts';
import { fractionOf, inverse, nearestNumber, plus, times } from '../../../grammar/types/fraction.ts';
import { compileText, said } from '../../support/compile.ts';

/** A whole program with some declarations, fields of a stage and of its optimizer, and a length. */
function program({
  lets = '',
  parameters = '',
  samples = '8',
  longest = '64 tokens',
  rate = '1e-4',
  cooldown = '50 steps',
  length = '300 steps',
}): string {
  return `edition 2026

import { chain_sum } from "prorl/tasks"
import { grpo } from "prorl/stages"

${lets}
model nano = bundled("nano")

mixture sums {
  chain_sum(terms: 2..4): 1
}

stage explore${parameters} = grpo {
  mixture: sums
  rollout { prompts: 16, samples: ${samples}, max_tokens: ${longest} }
  kl { coefficient: 0.001 }
  optimizer { rate: ${rate} }
  reset reference when kl.mean > 0.15 { cooldown: ${cooldown} }
}

pipeline main {
  model: nano
  run explore for ${length}
}
`;
}

function graphOf(parts: Parameters<typeof program>[0]) {
  const compilation = compileText(program(parts));
  assert.equal(said(compilation), '');
  return compilation.graph!;
}

/** The graph but for the texts of conditions, which stay as they are written. */
const without = (graph: ReturnType<typeof graphOf>) =>
  JSON.stringify(graph, (key, value: unknown) => (/Text$/.test(key) ? undefined : value));

describe('arithmetic', () => {
  it('means what its result would mean, wherever a number stands', () => {
    const written = graphOf({
      lets: 'let warm: Count<steps> = 20 steps\nlet base = 4\nlet small: Rate = 1e-4\n',
      parameters: '(longest: Count<tokens> = 2 * 16 tokens)',
      samples: 'base * (1 + 1)',
      longest: 'longest * 2',
      rate: 'cosine(small / 2 * 2, -(-small) / 10, over: 10 * warm)',
      cooldown: 'warm + 30 steps',
      length: '(100 steps + warm * 10) * 100%',
    });
    const result = graphOf({ rate: 'cosine(1e-4, 1e-5, over: 200 steps)' });
    assert.ok(without(written) === without(result), JSON.stringify(written.nodes));
  });

  it('is exact, and rounds once', () => {
    const graph = graphOf({
      lets: 'let third = 1 / 3\n',
      length: '300 steps * third',
      cooldown: '1000 steps * 7%',
      rate: '0.1 + 0.2',
    });
    const same = graphOf({ length: '100 steps', cooldown: '70 steps', rate: '0.3' });
    assert.ok(without(graph) === without(same), JSON.stringify(graph.nodes));
  });

  it('multiplies a schedule', () => {
    const lets = 'schedule slow: Rate = 1e-3 at 0 steps, linear to 1e-5 at 200 steps\n';
    const scaled = graphOf({ lets, rate: '2 * slow / 4' });
    const written = graphOf({ lets, rate: '5e-4 at 0 steps, linear to 5e-6 at 200 steps' });
    assert.ok(without(scaled) === without(written), JSON.stringify(scaled.nodes));
    assert.match(
      said(compileText(program({ lets, rate: 'slow + 1e-4' }))),
      /a schedule can only be multiplied and divided by a number/,
    );
  });

  const wrong: [Parameters<typeof program>[0], RegExp][] = [
    [{ cooldown: '50 steps + 10 tokens' }, /T0313.*steps and tokens cannot be added/],
    [{ cooldown: '50 steps + 10' }, /write the unit "steps"/],
    [{ cooldown: '50 steps * 2 steps' }, /T0313.*cannot be multiplied/],
    [{ cooldown: '50 / 2 steps' }, /T0313.*cannot be divided/],
    [{ cooldown: '50 steps / 20' }, /T0304.*this comes to 2\.5 steps, which is out of range/],
    [{ rate: '1e-4 / (2 - 2)' }, /T0312.*divides by 0/],
    [{ rate: '1e300 * 1e300' }, /T0312.*too large/],
    [{ rate: '1 - 2' }, /T0304.*this comes to -1/],
    [{ rate: 'kl.mean * 2' }, /T0301.*found the metric kl\.mean/],
    [{ rate: '2 * "a"' }, /T0301.*found the text/],
    [{ longest: '2 * 32' }, /T0302.*64 of what/],
    [{ lets: 'let n = 4\n', samples: 'n-1' }, /N0201[^]*write "n - 1"/],
  ];
  for (const [parts, message] of wrong) {
    it(`reports ${JSON.stringify(parts)}`, () => {
      const compilation = compileText(program(parts));
      assert.equal(compilation.diagnostics.length, 1, said(compilation));
      assert.match(said(compilation), message);
    });
  }

  it('offers a unit where it mends the whole', () => {
    for (const [longest, mended] of [
      ['2 * 32', '2 * 32 * 1 token'],
      ['32 + 32', '(32 + 32) * 1 token'],
    ]) {
      const text = program({ longest: longest! });
      const [found] = compileText(text).diagnostics;
      const edits = [...found!.fix!.edits].toSorted((a, b) => b.span.start - a.span.start);
      const fixed = edits.reduce((t, e) => t.slice(0, e.span.start) + e.text + t.slice(e.span.end), text);
      assert.equal(fixed, program({ longest: mended! }));
      assert.equal(said(compileText(fixed)), '');
    }
  });

  const laid: [string, string][] = [
    ['1+2*3', '1 + 2 * 3'],
    ['( 1 + 2 )*3', '(1 + 2) * 3'],
    ['(1*2)+(3)', '1 * 2 + 3'],
    ['1-(2-3)', '1 - (2 - 3)'],
    ['(1-2)-3', '1 - 2 - 3'],
    ['2*(3*4)', '2 * (3 * 4)'],
    ['-a*-(b+1)', '-a * -(b + 1)'],
    ['(1+2) *\n  3', '(1 + 2) * 3'],
  ];
  for (const [text, expected] of laid) {
    it(`writes ${JSON.stringify(text)} as ${expected}`, () => {
      const { text: formatted } = format('a.prorl', `edition 2026\n\nlet it = ${text}\n`);
      assert.equal(formatted, `edition 2026\n\nlet it = ${expected}\n`);
    });
  }
});

describe('fractions', () => {
  const number = fc.double({ noNaN: true, noDefaultInfinity: true });

  it('give back the number that they were made of', () => {
    fc.assert(fc.property(number, (x) => nearestNumber(fractionOf(x)) === x));
  });

  it('add whole numbers and divide what they multiplied', () => {
    const whole = fc.integer({ min: -1e9, max: 1e9 });
    fc.assert(
      fc.property(whole, whole, (a, b) => nearestNumber(plus(fractionOf(a), fractionOf(b))) === a + b),
    );
    fc.assert(
      fc.property(number, number, (a, b) => {
        fc.pre(b !== 0);
        const back = times(times(fractionOf(a), fractionOf(b)), inverse(fractionOf(b)));
        return nearestNumber(back) === a;
      }),
    );
  });
});
