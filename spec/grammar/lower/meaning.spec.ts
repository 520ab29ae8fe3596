import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from '../../../grammar/parse.ts';
import { simulate } from '../../../runtime/control/index.ts';
import { graphHash } from '../../../runtime/graph/index.ts';
import { compileText, said } from '../../support/compile.ts';

const program = (name: string) =>
  readFileSync(new URL(`../../programs/${name}.prorl`, import.meta.url), 'utf8');

describe('meaning', () => {
  for (const name of ['sketch', 'whole', 'metric-schedules', 'verifiers', 'curriculum']) {
    it(`does not depend on layout nor on the order of declarations: ${name}`, () => {
      const text = program(name);
      const { file } = parse('main.prorl', text);
      const head = text.slice(0, file.declarations[0]!.span.start);
      const parts = file.declarations.map((one) => text.slice(one.span.start, one.span.end));
      const hash = graphHash(compileText(text).graph!);
      const gap = fc.constantFrom('\n', '\n\n\n', '\r\n\t', '\n// aside\n', '  \n');
      fc.assert(
        fc.property(
          fc.shuffledSubarray(parts, { minLength: parts.length }),
          fc.array(gap, { minLength: parts.length, maxLength: parts.length }),
          (order, gaps) => {
            const shuffled = `${head.replace(/\/\/\/.*$/gm, '')}\n${order.map((one, i) => one + gaps[i]).join('\n')}`;
            const compilation = compileText(shuffled);
            assert.equal(said(compilation), '');
            assert.equal(graphHash(compilation.graph!), hash);
          },
        ),
        { numRuns: 15 },
      );
    });
  }

  it('changes with a value', () => {
    const text = program('sketch');
    const other = text.replace('rate: 3e-4', 'rate: 4e-4');
    assert.notEqual(graphHash(compileText(text).graph!), graphHash(compileText(other).graph!));
  });

  it('lowers tests that the real control logic passes', () => {
    for (const name of ['sketch', 'whole', 'curriculum']) {
      const [test, ...others] = compileText(program(name)).tests;
      assert.equal(others.length, 0);
      const result = simulate(test!);
      assert.equal(result.error, null);
      assert.ok(result.passed, result.expectations.map((one) => one.explanation).join('; '));
      assert.equal(
        result.at.line,
        program(name)
          .split('\n')
          .findIndex((line) => line.startsWith('test ')) + 1,
      );
    }
  });

  it('lowers a test of a whole pipeline, with its evaluations and checkpoints', () => {
    const text = `${program('sketch').split('test "a KL')[0]}
test "the first stage ends early once it is good enough" {
  given heldout.pass@1 = 0.5, then 0.96 from step 60
  given kl.mean = 0.01
  run quickstart
  expect transition at 75, 175
  expect checkpoint at 25, 50, 75, 100, 125, 150, 175
  expect reset never
}
`;
    const compilation = compileText(text);
    assert.equal(said(compilation), '');
    const result = simulate(compilation.tests[0]!);
    assert.ok(result.passed, result.expectations.map((one) => one.explanation).join('; '));
  });

  it('lowers a test that fails where the pipeline does something else', () => {
    const text = program('sketch').replace('expect reset at 44, 94', 'expect reset at 44');
    assert.equal(simulate(compileText(text).tests[0]!).passed, false);
  });
});

describe('origins', () => {
  const text = program('sketch');
  const { graph, origins } = compileText(text);
  const lines = text.split('\n');
  const lineOf = (pointer: string) => {
    const origin = origins[pointer];
    assert.ok(origin !== undefined && origin !== 'default', pointer);
    return { file: origin.file, text: lines[origin.line - 1] ?? '' };
  };
  const at = (id: string) => `/nodes/${graph!.nodes.findIndex((one) => one.id === id)}/config`;

  it('each point at something in the graph', () => {
    for (const pointer of Object.keys(origins)) {
      const found = pointer
        .split('/')
        .slice(1)
        .reduce<unknown>(
          (value, key) => (value as Record<string, unknown> | undefined)?.[key.replaceAll('~1', '/')],
          graph,
        );
      assert.notEqual(found, undefined, pointer);
    }
  });

  it('say where values were written', () => {
    assert.match(lineOf(`${at('explore.update')}/optimizer/rate`).text, /rate: 3e-4/);
    assert.match(lineOf(`${at('explore.reset')}/cooldown`).text, /cooldown: 50 steps/);
    assert.match(lineOf('/suites/heldout/problems').text, /problems: 128/);
    assert.match(lineOf('/mixtures/puzzles/entries/1/weight').text, /products/);
    assert.match(lineOf(`${at('evaluate')}/every`).text, /evaluate heldout every 25 steps/);
  });

  it('tell defaults from what a template says', () => {
    assert.equal(origins[`${at('explore.rollout')}/topP`], 'default');
    assert.equal(origins[`${at('explore.update')}/optimizer/beta1`], 'default');
    assert.equal(lineOf(`${at('explore.update')}/aggregation`).file, '/prorl/stdlib/stages.prorl');
  });

  it('point at the argument that fills a parameter', () => {
    assert.match(lineOf(`${at('explore-2.rollout')}/maxTokens`).text, /longest: 96 tokens/);
  });
});
