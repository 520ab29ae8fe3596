import { constant, engines } from '../../../runtime/graph/index.ts';
import assert from 'node:assert/strict';
import { graphProblems } from '../../../grammar/check-graph.ts';
import { codes, type Code } from '../../../grammar/diagnostics/codes.ts';
import { pages, renderPage, wholeFile, type Example } from '../../../grammar/explain/index.ts';
import { engineProblems } from '../../../grammar/index.ts';
import { format } from '../../../grammar/format/index.ts';
import { makeSource, spanAt } from '../../../grammar/source.ts';
import { compileText, said } from '../../support/compile.ts';

function compiled(example: Example) {
  const files = Object.entries(example.files ?? {}).map(([name, text]) => [`/project/${name}`, text]);
  return compileText(wholeFile(example), {
    files: Object.fromEntries(files) as Record<string, string>,
    ...(example.pipeline === undefined ? {} : { pipeline: example.pipeline }),
  });
}

/** What is said of a graph that only the last net catches: no program is known to give one. */
function refused(): string | undefined {
  const { graph, origins, sources } = compiled(pages.G0525.right);
  const rollout = graph!.nodes.find((node) => node.kind === 'rollout')!;
  rollout.config.samples = constant(1);
  const [found] = graphProblems({ graph: graph!, origins }, sources, spanAt(makeSource('main.prorl', ''), 0, 0));
  return found?.code;
}

/** What an example asks for that the engine of the page does not have. */
function onTrl(example: Parameters<typeof compiled>[0]) {
  const { graph, origins, sources } = compiled(example);
  const engine = engines.find(({ name }) => name === 'trl-1.13')!;
  return engineProblems(graph!, engine, { file: '/project/main.prorl', origins, sources });
}

describe('explain', () => {
  it('has a page for every code, and none for others', () => {
    assert.deepEqual(Object.keys(pages).toSorted(), Object.keys(codes).toSorted());
  });

  for (const code of Object.keys(pages) as Code[]) {
    it(`${code}: the wrong example has the mistake, the right one has none`, () => {
      const { wrong, right, meaning, why } = pages[code];
      const found =
        code === 'G0525'
          ? [refused()]
          : [...compiled(wrong).diagnostics, ...(code === 'G0528' ? onTrl(wrong) : [])].map(
              (one) => one.code,
            );
      // What its surroundings ask for is lacking all the same.
      if (code === 'G0528') assert.equal(onTrl(right).length, onTrl(wrong).length - 1);
      assert.ok(found.includes(code), `no ${code} among ${found.join(', ')}:\n${said(compiled(wrong))}`);
      assert.equal(said(compiled(right)), '');
      for (const text of [meaning, why]) assert.match(text, /^[A-Z"].*[.)]$/s);
      assert.notEqual(wrong.text, '');
    });
  }

  it('shows wrong examples with one mistake, not with its echoes', () => {
    // One cause, two messages: the brackets' mistake, and a hundred and more.
    // What an engine lacks is asked for by the command line.
    const several: Code[] = ['P0129', 'G0525', 'G0528'];
    for (const code of Object.keys(pages) as Code[]) {
      if (several.includes(code)) continue;
      const found = new Set(compiled(pages[code].wrong).diagnostics.map((one) => one.code));
      assert.deepEqual([...found], [code], said(compiled(pages[code].wrong)));
    }
  });

  it('writes its right examples in the style of the formatter', () => {
    for (const { right } of Object.values(pages)) {
      const text = right.text.startsWith('edition ') ? right.text : `edition 2026\n\n${right.text}`;
      assert.equal(format('page.prorl', text).text, `${text}\n`);
    }
  });

  it('puts a page into lines that fit', () => {
    for (const code of Object.keys(pages) as Code[]) {
      const text = renderPage(code);
      assert.ok(text.startsWith(`${code}: ${codes[code]}\n`));
      assert.doesNotMatch(text, /[\x00-\x09\x0b-\x1f]|undefined/);
    }
  });
});
