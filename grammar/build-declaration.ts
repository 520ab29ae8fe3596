import type { IToken } from 'chevrotain';
import type * as ast from './ast.ts';
import { buildBlock } from './build-block.ts';
import type { BuildContext } from './build-context.ts';
import { buildTaskClauses } from './build-task.ts';
import { buildExpression, buildRange, buildString, buildValue } from './build-expression.ts';
import { nearest, problem, replace } from './diagnostics/index.ts';
import { spanAt, spanOf } from './source.ts';
import { after, cover, type Span } from './span.ts';
import type { SyntaxNode } from './syntax-node.ts';
import { declarationWords } from './tokens.ts';

type Need = 'needed' | 'optional' | 'none';

interface Shape {
  readonly value: Need;
  readonly block: Need;
  readonly parameters: boolean;
  /** The form, for messages. */
  readonly form: string;
}

const takes = (value: Need, block: Need, form: string, parameters = true): Shape => ({
  value,
  block,
  parameters,
  form,
});

/** Which parts each kind of declaration has. */
const shapes: Readonly<Record<string, Shape>> = {
  model: takes('needed', 'none', '`model NAME = bundled("nano")`'),
  mixture: takes('none', 'needed', '`mixture NAME { TASK(settings): WEIGHT }`'),
  suite: takes('none', 'needed', '`suite NAME { tasks: MIXTURE ... }`'),
  schedule: takes('needed', 'none', '`schedule NAME: Type = 0 at 0 steps, linear to 1 at 100 steps`'),
  trigger: takes('needed', 'none', '`trigger NAME = kl.mean > 0.15 for 5 steps`'),
  let: takes('needed', 'none', '`let NAME = 64 tokens`', false),
  task: takes('needed', 'none', '`task NAME(settings) = code("./file", export: "name")`'),
  verifier: takes('needed', 'none', '`verifier NAME(settings) = code("./file", export: "name")`'),
  reward: takes('none', 'needed', '`reward NAME { correct: 1 }`'),
  stage: takes('needed', 'optional', '`stage NAME(parameters) = TEMPLATE { ... }`'),
  pipeline: takes('none', 'needed', '`pipeline NAME { ... }`'),
  test: takes('none', 'needed', '`test "what it shows" { ... }`', false),
};

const words = declarationWords.map((w) => w.PATTERN as string);

/** Builds a declaration and checks that it has the parts of its kind. `damaged`: a mistake in it is reported already. */
export function buildDeclaration(
  c: BuildContext,
  node: SyntaxNode,
  damaged: boolean,
): ast.Declaration | undefined {
  const word = node.token('Word');
  if (word === undefined) return undefined;
  const kind = kindOf(c, word);
  const shape = shapes[kind];
  if (shape === undefined) return undefined;
  const span = c.span(node);
  const named = spanOf(c.source, node.token('Name') ?? node.token('Title') ?? word);
  const list = node.child('parameters');
  const head = list === undefined ? named : cover(named, c.span(list));
  checkName(c, kind, node);
  checkParts(c, kind, shape, node, head, damaged);

  const assignment = node.child('assignment');
  const block = node.child('block');
  const valueAt = assignment === undefined ? head : c.span(assignment, head.end);
  const base = {
    doc: c.docAbove(span),
    exported: node.token('Export') !== undefined,
    name: nameOf(c, kind, node, word),
    span,
  };
  const parameters = buildParameters(c, list);
  const value = (): ast.Expression => buildValue(c, node.child('value'), valueAt);
  const body = (): ast.Block =>
    block === undefined ? { kind: 'Block', items: [], span: after(span) } : buildBlock(c, block, span);
  const typeNode = node.child('type');
  const type = typeNode === undefined ? null : buildType(c, typeNode);
  switch (kind) {
    case 'model':
      return { kind: 'ModelDeclaration', ...base, parameters, value: value() };
    case 'mixture':
      return { kind: 'MixtureDeclaration', ...base, parameters, body: body() };
    case 'suite':
      return { kind: 'SuiteDeclaration', ...base, parameters, body: body() };
    case 'schedule':
      return { kind: 'ScheduleDeclaration', ...base, parameters, type, value: value() };
    case 'trigger':
      return { kind: 'TriggerDeclaration', ...base, parameters, value: value() };
    case 'let':
      return { kind: 'LetDeclaration', ...base, type, value: value() };
    case 'task':
      return { kind: 'TaskDeclaration', ...base, parameters, value: value(), ...buildTaskClauses(c, node) };
    case 'verifier':
      return { kind: 'VerifierDeclaration', ...base, parameters, value: value() };
    case 'reward':
      return { kind: 'RewardDeclaration', ...base, parameters, body: body() };
    case 'stage':
      return {
        kind: 'StageDeclaration',
        ...base,
        parameters,
        base: value(),
        body: block === undefined ? null : body(),
      };
    case 'pipeline':
      return { kind: 'PipelineDeclaration', ...base, parameters, body: body() };
    default:
      return { kind: 'TestDeclaration', ...base, body: body() };
  }
}

/** The kind that a word means; a word that is nearly one is reported and taken as it. */
function kindOf(c: BuildContext, word: IToken): string {
  if (words.includes(word.image)) return word.image;
  const near = nearest(word.image, words) ?? '';
  const span = spanOf(c.source, word);
  c.report(
    problem('P0122', span, `"${word.image}" begins no declaration`, {
      fix: replace(span, near, `did you mean "${near}"?`),
    }),
  );
  return near;
}

function nameOf(c: BuildContext, kind: string, node: SyntaxNode, word: IToken): ast.Name {
  const title = node.token('Title');
  if (title === undefined) return c.name(node.token('Name'), spanOf(c.source, word));
  const text = buildString(c, title);
  return { kind: 'Name', text: kind === 'test' ? text.value : '', span: text.span };
}

function checkName(c: BuildContext, kind: string, node: SyntaxNode): void {
  const name = node.token('Name');
  const title = node.token('Title');
  if (kind === 'test' && name !== undefined) {
    const span = spanOf(c.source, name);
    c.report(
      problem('P0128', span, 'a test is named by a string', {
        reason: 'The name says what the test shows; it is printed when the test runs.',
        fix: replace(span, `"${name.image}"`, `write "${name.image}" in quotes`),
      }),
    );
  } else if (kind !== 'test' && title !== undefined) {
    const span = spanOf(c.source, title);
    const plain = title.image.slice(1, -1).replace(/\W+/g, '_');
    const usable = /^[A-Za-z_]\w*$/.test(plain);
    c.report(
      problem('P0128', span, `the name of a ${kind} is not a string`, {
        reason: 'Other declarations refer to it by its name, which is made of letters, digits and "_".',
        fix: usable
          ? replace(span, plain, `write ${plain} without quotes`)
          : { title: 'choose a name', edits: [] },
      }),
    );
  } else if (name !== undefined) {
    checkPlain(c, name);
  }
}

/** Metrics may be called `pass@16` or `sums-2`; nothing may be declared so. */
function checkPlain(c: BuildContext, name: IToken): void {
  if (/^\w+$/.test(name.image)) return;
  const span = spanOf(c.source, name);
  const plain = name.image.replace(/\W+/g, '_');
  c.report(
    problem('P0128', span, `nothing can be declared by the name "${name.image}"`, {
      reason:
        'A declared name is made of letters, digits and "_". "@" and "-" stand in names of metrics only.',
      fix: replace(span, plain, `write "${plain}"`),
    }),
  );
}

function checkParts(
  c: BuildContext,
  kind: string,
  shape: Shape,
  node: SyntaxNode,
  head: Span,
  damaged: boolean,
): void {
  const reason = `The form is: ${shape.form}`;
  const name = node.token('Name')?.image;
  const what = name === undefined ? `this ${kind}` : `the ${kind} "${name}"`;
  const assignment = node.child('assignment');
  const block = node.child('block');
  const parameters = node.child('parameters');
  if (!damaged && shape.value === 'needed' && assignment === undefined && node.child('value') === undefined) {
    c.report(
      problem('P0124', after(head), `${what} has no value`, { label: '"= ..." is expected here', reason }),
    );
  }
  if (!damaged && shape.block === 'needed' && block === undefined) {
    c.report(
      problem('P0124', after(head), `${what} has no block`, { label: '"{ ... }" is expected here', reason }),
    );
  }
  const extra = (part: SyntaxNode, text: string, span = c.span(part)): void =>
    c.report(problem('P0125', span, `a ${kind} has no ${text}`, { label: `no ${text} here`, reason }));
  if (shape.value === 'none' && assignment !== undefined && !damaged) {
    const sign = c.span(assignment, head.end);
    const fix = block === undefined ? undefined : replace(cover(after(head), sign), '', 'remove the "="');
    const span = block === undefined ? c.span(node.child('value') ?? assignment, sign.end) : sign;
    c.report(problem('P0125', span, `a ${kind} is not given a value`, { reason, fix }));
  }
  if (shape.block === 'none' && block !== undefined) extra(block, 'block');
  if (!shape.parameters && parameters !== undefined) extra(parameters, 'parameters');
  if (kind !== 'task') {
    for (const clause of node.nodes('domain')) extra(clause, 'domain');
    for (const clause of node.nodes('levels')) extra(clause, 'levels');
  }
  const exported = node.token('Export');
  if (exported !== undefined && (kind === 'test' || kind === 'pipeline')) {
    const span = spanOf(c.source, exported);
    const wordAt = node.token('Word')?.startOffset ?? span.end;
    c.report(
      problem('P0125', span, `a ${kind} is not exported`, {
        reason: 'Exports are for other files to import; a pipeline or test is run where it stands.',
        fix: replace(spanAt(c.source, span.start, wordAt), '', 'remove "export"'),
      }),
    );
  }
}

function buildParameters(c: BuildContext, node: SyntaxNode | undefined): ast.Parameter[] {
  const seen = new Map<string, Span>();
  return (node === undefined ? [] : node.nodes('parameter')).flatMap((n) => {
    const name = n.token('Identifier');
    if (name === undefined) return [];
    const span = c.span(n);
    checkPlain(c, name);
    const earlier = seen.get(name.image);
    if (earlier !== undefined) {
      c.report(
        problem('P0126', spanOf(c.source, name), `there are two parameters "${name.image}"`, {
          secondary: [{ span: earlier, text: 'the first one' }],
          fix: { title: 'give one of them another name', edits: [] },
        }),
      );
    }
    seen.set(name.image, spanOf(c.source, name));
    const typeNode = n.child('type');
    const sign = n.token('Equals');
    const within = n.token('In');
    const parameter: ast.Parameter = {
      kind: 'Parameter',
      doc: c.docAbove(span),
      name: c.name(name, span),
      type: typeNode === undefined ? null : buildType(c, typeNode),
      default: sign === undefined ? null : buildExpression(c, n.child('default'), spanOf(c.source, sign)),
      bounds: within === undefined ? null : buildRange(c, n.child('bounds'), spanOf(c.source, within)),
      span,
    };
    return [parameter];
  });
}

function buildType(c: BuildContext, node: SyntaxNode): ast.Type {
  const span = c.span(node);
  const name = c.name(node.token('Identifier'), span);
  const options = node.tokens('option').map((o) => c.name(o, span));
  if (options.length > 0) return { kind: 'ChoiceType', options: [name, ...options], span };
  return { kind: 'NamedType', name, arguments: node.nodes('argument').map((n) => buildType(c, n)), span };
}
