import fc from 'fast-check';
import type * as ast from '../../../grammar/ast.ts';
import {
  anyText,
  call,
  declaredName,
  expression,
  fieldName,
  joints,
  number,
  path,
  pathOf,
  quantity,
  unsigned,
} from './arbitrary-expression.ts';
import type { Bare, Block, Declaration, Import, Item, Parameter, SourceFile, Type } from './bare.ts';

/** A doc comment's text, of lines as they are kept: without spaces at the ends. */
const doc = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc
    .array(
      fc.oneof(
        fc.string({ maxLength: 10 }),
        fc.constantFrom('', '  indented', '/', '* x */', '```', 'ends in \\'),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((lines) =>
      lines
        .map((line) => line.trimEnd())
        .join('\n')
        .trim(),
    ),
);

const reference = fc.oneof(path, call);
const optional = fc.option(expression);
const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one);

const type: fc.Arbitrary<Type> = fc.letrec<{ type: Type }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.record({ kind: fc.constant('NamedType'), name: declaredName, arguments: fc.constant([]) }),
    fc.record({
      kind: fc.constant('NamedType'),
      name: declaredName,
      arguments: fc.array(tie('type'), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('ChoiceType'),
      options: fc.array(declaredName, { minLength: 2, maxLength: 3 }),
    }),
  ),
})).type;

const parameters: fc.Arbitrary<readonly Parameter[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  fc.uniqueArray(
    fc.record({
      kind: fc.constant('Parameter' as const),
      doc,
      name: declaredName,
      type: maybe(type),
      default: optional,
      bounds: optional,
    }),
    { maxLength: 3, selector: ({ name }) => name.text },
  ),
);

const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block; item: Item }>((tie) => {
  const body = tie('block');
  const items: fc.Arbitrary<Item>[] = [
    fc.record({ kind: fc.constant('Field'), doc, name: fieldName, value: expression }),
    fc.record({ kind: fc.constant('Section'), doc, name: fieldName, body }),
    fc.record({
      kind: fc.constant('Entry'),
      doc,
      call: call.map((one) => ({ ...one, callee: pathOf(one.callee.names.slice(0, 1)) })),
      value: expression,
    }),
    fc.record({ kind: fc.constant('Flag'), name: declaredName }),
    fc.record({ kind: fc.constant('Keep'), what: declaredName, where: expression }),
    fc
      .record({
        kind: fc.constant('Reset' as const),
        targets: fc.array(declaredName, { minLength: 1, maxLength: 3 }),
        to: maybe(declaredName),
        by: maybe(reference),
        at: maybe(declaredName),
        when: expression,
        body: maybe(body),
      })
      .map((one) => ({
        ...one,
        by: one.to === null ? null : one.by,
        when: one.at === null ? one.when : null,
      })),
    fc.record({ kind: fc.constant('Guard'), when: expression, body: maybe(body) }),
    fc.record({ kind: fc.constant('Scale'), what: declaredName, by: expression }),
    fc.record({ kind: fc.constant('Evaluate'), suite: reference, every: optional }),
    fc.record({ kind: fc.constant('Audit'), metric: reference, against: reference, body: maybe(body) }),
    fc
      .record({
        kind: fc.constant('Checkpoint' as const),
        every: optional,
        keepLast: optional,
        keepBestBy: maybe(reference),
      })
      .filter((one) => one.every !== null || one.keepLast !== null || one.keepBestBy !== null),
    fc
      .record({
        kind: fc.constant('Run' as const),
        stage: reference,
        overrides: maybe(body),
        until: optional,
        for: optional,
        when: optional,
      })
      .map((one) => (one.until === null ? one : { ...one, for: null })),
    fc.record({
      kind: fc.constant('Given'),
      metric: path,
      values: fc.array(
        fc.record({ kind: fc.constant('GivenValue' as const), value: expression, from: optional }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    }),
    fc
      .record({
        kind: fc.constant('Expect' as const),
        event: declaredName,
        first: expression,
        more: fc.array(fc.oneof(unsigned, fc.record({ kind: fc.constant('StepNumber' as const), number })), {
          maxLength: 2,
        }),
        never: fc.boolean(),
      })
      .map(({ kind, event, first, more, never }) => ({
        kind,
        event,
        never,
        at: never ? [] : [first, ...more],
      })),
  ];
  return {
    item: fc.oneof(...items),
    block: fc.array(tie('item'), { maxLength: 4, depthIdentifier: 'block' }).map((list): Block => ({
      kind: 'Block',
      items: list.map((item, i) => afterClause(item, list[i - 1])),
    })),
  };
}).block;

/** A field that is called by a word of clauses would go on with a clause before it. */
function afterClause(item: Item, before: Item | undefined): Item {
  if (before === undefined || (item.kind !== 'Field' && item.kind !== 'Section')) return item;
  const isClause = !['Field', 'Section', 'Entry', 'Flag'].includes(before.kind);
  return isClause && joints.includes(item.name.text)
    ? { ...item, name: { kind: 'Name', text: 'plain' } }
    : item;
}

const levels: fc.Arbitrary<Bare<ast.Levels>> = fc.record({
  kind: fc.constant('Levels'),
  levels: fc.array(
    fc.record({ kind: fc.constant('Level' as const), number: fc.oneof(number, quantity), body: block }),
    {
      maxLength: 3,
    },
  ),
});

const head = { doc, exported: fc.boolean(), name: declaredName, parameters };
const withValue = { ...head, value: expression };
const withBody = { ...head, body: block };

export const declaration: fc.Arbitrary<Declaration> = fc.oneof<fc.Arbitrary<Declaration>[]>(
  fc.record({ kind: fc.constant('ModelDeclaration'), ...withValue }),
  fc.record({ kind: fc.constant('MixtureDeclaration'), ...withBody }),
  fc.record({ kind: fc.constant('SuiteDeclaration'), ...withBody }),
  fc.record({ kind: fc.constant('ScheduleDeclaration'), ...withValue, type: maybe(type) }),
  fc.record({ kind: fc.constant('TriggerDeclaration'), ...withValue }),
  fc.record({
    kind: fc.constant('LetDeclaration'),
    ...{ doc, exported: fc.boolean(), name: declaredName, value: expression, type: maybe(type) },
  }),
  fc.record({
    kind: fc.constant('TaskDeclaration'),
    ...withValue,
    domain: maybe(declaredName),
    levels: maybe(levels),
  }),
  fc.record({ kind: fc.constant('VerifierDeclaration'), ...withValue }),
  fc.record({ kind: fc.constant('RewardDeclaration'), ...withBody }),
  fc.record({ kind: fc.constant('StageDeclaration'), ...head, base: reference, body: maybe(block) }),
  fc.record({ kind: fc.constant('PipelineDeclaration'), ...withBody, exported: fc.constant(false) }),
  fc.record({
    kind: fc.constant('TestDeclaration'),
    ...{ doc, exported: fc.constant(false), body: block },
    name: anyText.map((text) => ({ kind: 'Name' as const, text })),
  }),
);

const importOf: fc.Arbitrary<Import> = fc.record({
  kind: fc.constant('Import'),
  names: fc.array(
    fc
      .tuple(declaredName, fc.option(declaredName))
      .map(([name, alias]) => ({ kind: 'ImportedName' as const, name, alias: alias ?? name })),
    { maxLength: 3 },
  ),
  from: fc.record({ kind: fc.constant('StringLiteral'), value: anyText }),
});

/** Any syntax tree that the grammar has, whether it means something or not. */
export const sourceFile: fc.Arbitrary<SourceFile> = fc.record({
  kind: fc.constant('SourceFile'),
  edition: fc.constant({ kind: 'Edition' as const, year: 2026 }),
  imports: fc.array(importOf, { maxLength: 2 }),
  declarations: fc.array(declaration, { minLength: 1, maxLength: 4 }),
});
