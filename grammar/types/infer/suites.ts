import type { Expression, SuiteDeclaration } from '../../ast.ts';
import { problem } from '../../diagnostics/index.ts';
import type { Module } from '../../modules/index.ts';
import type { Span } from '../../span.ts';
import { suiteShape } from '../suite-fields.ts';
import type { Sourced, SuiteUse } from '../value.ts';
import type { Context } from './context.ts';
import { fieldValue, misplaced, reportUnknownField, Written } from './fields.ts';

const withReport = {
  ...suiteShape,
  fields: [...suiteShape.fields, { name: 'report', type: { kind: 'metric' }, default: null, doc: '' }],
} as const;

/** Reads the fields of a suite. Defaults are left out of `fields`; `passAt` is whole. */
export function readSuite(cx: Context, declaration: SuiteDeclaration, module: Module): SuiteUse | undefined {
  const fields = new Map<string, Sourced>();
  const written = new Written();
  let passAt: SuiteUse['passAt'] | undefined = [];
  for (const item of declaration.body.items) {
    if (item.kind !== 'Field') {
      misplaced(cx, item, 'a suite', 'fields such as problems: 128');
      continue;
    }
    const known = suiteShape.fields.find((one) => one.name === item.name.text);
    if (known === undefined && item.name.text !== 'report') {
      reportUnknownField(cx, item.name, 'a suite', withReport);
    } else if (!written.first(cx, item.name)) {
      continue;
    } else if (known === undefined) {
      passAt = readReport(cx, item.value);
    } else {
      fields.set(known.name, fieldValue(cx, item, known));
    }
  }
  if (passAt === undefined) return undefined;
  if (!fields.has('tasks')) {
    return cx.report(
      problem(
        'T0307',
        declaration.name.span,
        `the suite "${declaration.name.text}" does not say which tasks it holds`,
        {
          label: 'write tasks: MIXTURE in it',
        },
      ),
    );
  }
  return { declaration, module, fields, passAt: passAt.length > 0 ? passAt : defaultReport(fields) };
}

/** pass@1, and pass@k for all the samples there are. */
function defaultReport(fields: ReadonlyMap<string, Sourced>): SuiteUse['passAt'] {
  const samples = fields.get('samples')?.value ?? { kind: 'number', value: 16 };
  const k = samples.kind === 'number' ? samples.value : 1;
  return [...new Set([1, k])].map((one) => ({ k: one, span: null }));
}

function readReport(cx: Context, expression: Expression): SuiteUse['passAt'] | undefined {
  const elements = expression.kind === 'List' ? expression.elements : [expression];
  const seen = new Map<string, Span>();
  const ks = elements.map((one) => {
    if (one.kind === 'Missing') return undefined;
    const k = one.kind === 'Path' ? /^pass@([1-9]\d*)$/.exec(one.text)?.[1] : undefined;
    if (k !== undefined) {
      const earlier = seen.get(k);
      seen.set(k, one.span);
      if (earlier === undefined) return { k: Number(k), span: one.span };
      return cx.report(
        problem('N0206', one.span, `pass@${k} is reported twice`, {
          secondary: [{ span: earlier, text: 'first here' }],
          fix: { title: 'remove one of the two, or write another k', edits: [] },
        }),
      );
    }
    return cx.report(
      problem('N0203', one.span, 'a suite cannot report this', {
        reason:
          'It reports pass@k: the chance that at least one of k responses is right. Write for example pass@1, pass@16.',
      }),
    );
  });
  return ks.some((one) => one === undefined) ? undefined : (ks as SuiteUse['passAt']);
}
