import type { Block, Field as FieldSyntax, Item, Name } from '../../ast.ts';
import { listed, nearest, nearestFix, problem, replace } from '../../diagnostics/index.ts';
import { fieldsByPath, type Block as BlockShape, type Field, type Shape } from '../field.ts';
import { belongs, elsewhereCalled, saidHere } from '../homes.ts';
import { units, type Unit } from '../units.ts';
import type { Sourced } from '../value.ts';
import type { Context } from './context.ts';
import { parameterOrigin } from './parameters.ts';

/** What a block says besides fields. */
const itemWords: Readonly<Record<Exclude<Item['kind'], 'Field'>, string>> = {
  Section: 'a block of fields',
  Entry: 'an entry of a mixture',
  Flag: 'a word by itself',
  Keep: '"keep"',
  Reset: '"reset"',
  Guard: '"guard"',
  Scale: '"scale"',
  Evaluate: '"evaluate"',
  Audit: '"audit"',
  Checkpoint: '"checkpoint"',
  Run: '"run"',
  Given: '"given"',
  Expect: '"expect"',
};

/** Reports an item that its block has no place for. */
export function misplaced(cx: Context, item: Item, where: string, takes: string): undefined {
  if (item.kind === 'Flag' && item.name.text === '') return undefined;
  const what =
    item.kind === 'Field' || item.kind === 'Section' ? `"${item.name.text}"` : itemWords[item.kind];
  return cx.report(
    problem(
      'N0213',
      item.kind === 'Field' || item.kind === 'Section' ? item.name.span : item.span,
      `${what} has no place in ${where}`,
      {
        label: belongs(
          item.kind === 'Field' || item.kind === 'Section' ? item.name.text : item.kind.toLowerCase(),
          where,
        ),
        reason: `${where[0]!.toUpperCase()}${where.slice(1)} takes ${takes}.`,
      },
    ),
  );
}

/** Keeps what was written by name, and reports what is written twice in one block. */
export class Written {
  private seen: Map<string, Name> | undefined;

  /** Whether a name comes for the first time. */
  first(cx: Context, name: Name): boolean {
    this.seen ??= new Map();
    const before = this.seen.get(name.text);
    if (before === undefined) {
      this.seen.set(name.text, name);
      return true;
    }
    cx.report(
      problem('N0206', name.span, `"${name.text}" is written twice`, {
        label: 'this one',
        secondary: [{ span: before.span, text: 'and this one: which holds?' }],
        reason: 'Only one of them could count, and a reader would not know which.',
      }),
    );
    return false;
  }
}

/** Reads a field's value. A wrong one, reported, becomes an open value: the field is not missing, and later checks pass it by. */
export function fieldValue(cx: Context, syntax: FieldSyntax, field: Field): Sourced {
  const bare = (units as readonly string[]).includes(field.name) ? (field.name as Unit) : undefined;
  const value = cx.evaluate(syntax.value, field.type, { bare, still: field.still });
  return {
    value: value ?? { kind: 'open', type: field.type },
    span: syntax.value.span,
    origin: parameterOrigin(cx, syntax.value),
  };
}

export function reportUnknownField(cx: Context, name: Name, where: string, shape: Shape): undefined {
  if (name.text === '') return undefined;
  const direct = [...shape.fields.map((one) => one.name), ...shape.blocks.map((one) => one.name)];
  const other = elsewhereCalled.get(name.text);
  const said = saidHere(name.text) !== undefined;
  const near =
    other !== undefined && direct.includes(other) ? other : said ? undefined : nearest(name.text, direct);
  const inside = [...fieldsByPath(shape).keys()].filter(
    (path) => path.split('.')[1] === (other ?? name.text),
  );
  const home = near === undefined && !said ? inside[0]?.split('.')[0] : undefined;
  return cx.report(
    problem('N0202', name.span, `${where} has no field "${name.text}"`, {
      label:
        home !== undefined
          ? `it belongs in the block "${home}"`
          : near === undefined && !said
            ? belongs(name.text, where)
            : '',
      reason:
        home !== undefined
          ? `Write ${home} { ${other ?? name.text}: ... }.`
          : (saidHere(name.text) ?? `It has ${listed(direct, 'and', 16)}.`),
      fix: near === undefined ? undefined : replace(name.span, near, `did you mean "${near}"?`),
    }),
  );
}

/** Reads the fields of a block whose items can only be fields. */
export function readBlock(cx: Context, body: Block, block: BlockShape): ReadonlyMap<string, Sourced> {
  const fields = new Map<string, Sourced>();
  const written = new Written();
  for (const item of body.items) {
    if (item.kind !== 'Field') {
      misplaced(
        cx,
        item,
        `the block "${block.name}"`,
        `the fields ${listed(
          block.fields.map((one) => one.name),
          'and',
        )}`,
      );
      continue;
    }
    const known = block.fields.find((one) => one.name === item.name.text);
    if (known === undefined) {
      reportUnknownIn(cx, item.name, block);
      continue;
    }
    if (!written.first(cx, item.name)) continue;
    fields.set(known.name, fieldValue(cx, item, known));
  }
  return fields;
}

function reportUnknownIn(cx: Context, name: Name, block: BlockShape): undefined {
  if (name.text === '') return undefined;
  const names = block.fields.map((one) => one.name);
  const other = elsewhereCalled.get(name.text);
  const said = saidHere(name.text);
  const fix =
    other !== undefined && names.includes(other)
      ? replace(name.span, other, `it is called "${other}" here`)
      : said === undefined
        ? nearestFix(name.span, name.text, names)
        : undefined;
  return cx.report(
    problem('N0202', name.span, `the block "${block.name}" has no field "${name.text}"`, {
      label: fix === undefined && said === undefined ? belongs(name.text) : '',
      reason: said ?? `It has ${listed(names, 'and', 16)}.`,
      fix,
    }),
  );
}
