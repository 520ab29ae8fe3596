import assert from 'node:assert/strict';
import {
  codes,
  diagnosticToJson,
  nearest,
  problem,
  renderDiagnostic,
  renderSummary,
  replace,
} from '../../../grammar/diagnostics/index.ts';
import { makeSource, spanAt } from '../../../grammar/source.ts';

describe('nearest', () => {
  const cases: [string, string[], string | undefined][] = [
    ['temperture', ['temperature', 'top_p'], 'temperature'],
    ['stpes', ['steps', 'tokens'], 'steps'],
    ['Rate', ['rate'], 'rate'],
    ['xyz', ['rate', 'clip'], undefined],
    ['a', ['b'], undefined],
    ['', ['a'], undefined],
  ];
  for (const [word, candidates, expected] of cases) {
    it(`${word} of ${candidates.join(', ')}`, () => assert.equal(nearest(word, candidates), expected));
  }
});

describe('rendering', () => {
  const text = 'first\n\trate: 漢字 x\nthird';
  const source = makeSource('a.prorl', text);
  const at = text.indexOf(' x') + 1;
  const found = problem('P0121', spanAt(source, at, at + 1), 'a message', {
    label: 'here',
    secondary: [{ span: spanAt(source, 0, 5), text: 'and there' }],
    fix: replace(spanAt(source, at, at + 1), 'y', 'write y'),
  });
  const sources = new Map([['a.prorl', text]]);

  it('keeps the beginning of a name that is as long as a page', () => {
    const long = 'x'.repeat(100_000);
    const name = problem('N0201', spanAt(source, at, at + 1), `nothing here is called "${long}" yet`, {
      fix: replace(spanAt(source, at, at + 1), long, `write ${long}`),
    });
    assert.equal(name.message, `nothing here is called "${'x'.repeat(399)}... yet`);
    assert.equal(name.fix?.edits[0]?.text, long);
    assert.ok((name.fix?.title.length ?? 0) < 500);
  });

  it('puts marks under what is meant, past tabs and wide characters', () => {
    const lines = renderDiagnostic(found, sources).split('\n');
    const shown = lines.findIndex((l) => l.includes('漢字'));
    assert.equal(lines[shown], '2 |     rate: 漢字 x');
    // Each wide character takes two columns.
    assert.equal(lines[shown + 1], '  |                ^ here');
  });

  it('colours only when asked', () => {
    assert.ok(!renderDiagnostic(found, sources).includes('\u001b'));
    const colored = renderDiagnostic(found, sources, { color: true });
    assert.ok(colored.includes('\u001b[31m'));
    assert.equal(colored.replace(/\u001b\[\d+m/g, ''), renderDiagnostic(found, sources));
  });

  it('calls files as it is told and copes with files that it does not have', () => {
    assert.ok(renderDiagnostic(found, sources, { display: () => 'shown.prorl' }).includes('shown.prorl:2:'));
    assert.ok(renderDiagnostic(found, new Map()).includes('a.prorl:2:'));
  });

  it('has a form for programs', () => {
    const json = diagnosticToJson(found);
    assert.deepEqual(json.span, {
      file: 'a.prorl',
      start: { line: 2, column: 11, offset: at },
      end: { line: 2, column: 12, offset: at + 1 },
    });
    assert.equal(json.title, codes.P0121);
    assert.equal(json.fix?.edits[0]?.text, 'y');
  });

  it('counts', () => {
    assert.equal(renderSummary([]), 'no problems');
    assert.equal(renderSummary([found, found, { ...found, severity: 'warning' }]), '2 errors, 1 warning');
  });
});
