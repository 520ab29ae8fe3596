import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { declarationWords } from '../../grammar/tokens.ts';
import { format } from '../../grammar/format/index.ts';
import { renderDiagnostic, type Compilation } from '../../grammar/index.ts';
import { graphHash } from '../../runtime/graph/index.ts';
import { simulate, valueAt } from '../../runtime/control/index.ts';
import { packageRoot } from '../../runtime/package-root.ts';
import { planLines } from '../../runtime/report/plan.ts';
import { style } from '../../runtime/report/style.ts';
import { testLines } from '../../runtime/report/test-results.ts';
import { everyField, parts, wordImages } from '../../scripts/language-tables.ts';
import { compileText, said } from '../support/compile.ts';
import { fencesOf, layoutOf, programOf, type Fence } from './reference.ts';

const file = join(packageRoot, 'spec', 'language.md');
const markdown = readFileSync(file, 'utf8');
const fences = fencesOf(markdown);
const examples = fences.filter((one) => one.language === 'prorl');
const outputs = fences.filter((one) => one.tags['output'] !== undefined);
const plain = style(false);
const show = (path: string): string => path.replace(/^\/project\//, '').replace(/^\/prorl\//, '');

function compiled(fence: Fence): Compilation {
  return compileText(programOf(fence), {
    files: { '/project/riddle.ts': '', '/project/judge.py': '' },
  });
}

/** The example above an output. */
function exampleAbove(output: Fence): Fence {
  const found = examples.filter((one) => one.from < output.from).at(-1);
  assert.ok(found, `line ${output.line}: an output without an example above it`);
  return found;
}

/** What a program says of the example above an output block. */
function realOutput(output: Fence): string {
  const compilation = compiled(exampleAbove(output));
  switch (output.tags['output']) {
    case 'check':
      return compilation.diagnostics
        .map((one) => renderDiagnostic(one, compilation.sources, { display: show }))
        .join('\n\n');
    case 'test':
      return compilation.tests
        .flatMap((test) => testLines({ ...simulate(test), milliseconds: 1 }, show, plain))
        .join('\n');
    case 'plan':
      return planOf(compilation);
    default:
      throw new Error(`line ${output.line}: no output is called ${output.tags['output']}`);
  }
}

/** The rows of the plan that draw schedules, with what is drawn below them. */
function planOf({ graph, origins }: Compilation): string {
  assert.ok(graph, 'the example has no pipeline');
  const lines = planLines(
    {
      graph,
      hash: graphHash(graph),
      origins,
      showFile: show,
      valueAt: (schedule, x) => valueAt(schedule, { steps: x, tokens: x, metrics: {} }),
    },
    100,
    plain,
  );
  return lines.filter((line, i) => / → /.test(line) || isDrawing(lines, i)).join('\n');
}

function isDrawing(lines: readonly string[], at: number): boolean {
  const row = lines.slice(0, at).findLast((line) => !/^ {5}/.test(line)) ?? '';
  return /^ {5}/.test(lines[at]!) && / → /.test(row);
}

describe('the reference of the language', () => {
  it('has a tag that is understood on every block', () => {
    for (const { line, language, tags } of fences) {
      const known = language === 'prorl' ? ['fragment', 'error', 'warning'] : ['output'];
      const strange = Object.keys(tags).filter((one) => !known.includes(one));
      assert.deepEqual(strange, [], `line ${line}`);
      if (language !== 'prorl') assert.ok(tags['output'], `line ${line}: nothing checks this block`);
    }
    assert.ok(examples.length >= 25 && outputs.length >= 6);
  });

  for (const fence of examples) {
    const code = fence.tags['error'] ?? fence.tags['warning'];
    it(`line ${fence.line}: the example ${code === undefined ? 'has no mistake' : `gives ${code}`}`, () => {
      const compilation = compiled(fence);
      const shown = outputs.some((one) => one.tags['output'] === 'test' && exampleAbove(one) === fence);
      if (code === undefined) {
        assert.equal(said(compilation), '');
        for (const test of shown ? [] : compilation.tests) {
          const { passed, expectations } = simulate(test);
          assert.ok(passed, expectations.map(({ explanation }) => explanation).join('; '));
        }
      } else {
        const found = compilation.diagnostics.map((one) => one.code);
        assert.deepEqual([...new Set(found)], [code], said(compilation));
        const severity = fence.tags['error'] === undefined ? 'warning' : 'error';
        assert.ok(compilation.diagnostics.every((one) => one.severity === severity));
      }
    });

    // What has a mistake of syntax is not laid out.
    if (code?.startsWith('P') === true) continue;
    it(`line ${fence.line}: the example is in the formatter's style`, () => {
      const { file: whole, inner } = layoutOf(fence);
      const { text } = format('example.prorl', whole);
      assert.ok(text !== null);
      assert.equal(inner(text), fence.text);
    });
  }

  for (const output of outputs) {
    it(`line ${output.line}: the ${output.tags['output']} is the program's own`, () => {
      const real = `${realOutput(output)}\n`;
      assert.notEqual(real.trim(), '');
      if (process.env['UPDATE'] === '1') update(output, real);
      else assert.equal(output.text, real);
    });
  }

  it('speaks of every word, declaration and field of the language', () => {
    const prose = markdown.replace(/<!-- generated: words -->[^]*?<!-- end -->/, '');
    const missing = (words: readonly string[], where: string): string[] =>
      words.filter((word) => !new RegExp(`(?<![\\w.])${word}(?![\\w])`).test(where));
    const code = [...prose.matchAll(/```prorl[^\n]*\n([^]*?)```|`([^`\n]+)`/g)]
      .map(([, a, b]) => a ?? b)
      .join('\n');
    assert.deepEqual(missing(wordImages(), code), []);
    const declared = examples.map(programOf).join('\n');
    const kinds = declarationWords.map((word) => word.PATTERN as string);
    assert.deepEqual(
      kinds.filter((kind) => !new RegExp(`^(export )?${kind} \\S`, 'm').test(declared)),
      [],
    );
    const fields = everyField().map((path) => path.split('.').at(-1)!);
    assert.deepEqual(missing(fields, code), []);
    assert.deepEqual(missing(['constant', 'linear', 'cosine', 'exponential', 'step', 'cycle'], code), []);
  });

  it('holds every part that is made from the sources, filled and as it is made now', () => {
    for (const [name, make] of Object.entries(parts)) {
      const held = `<!-- generated: ${name} -->\n\n${make()}\n\n<!-- end -->`;
      assert.ok(markdown.includes(held), `the part ${name} is missing or stale: npm run generate`);
    }
  });
});

/** Writes an output anew, from the end so that other places stay. */
function update(output: Fence, text: string): void {
  const now = readFileSync(file, 'utf8');
  const fence = fencesOf(now)[fences.indexOf(output)]!;
  writeFileSync(file, now.slice(0, fence.from) + text + now.slice(fence.to));
}
