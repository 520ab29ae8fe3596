import type { CstNode, IToken } from 'chevrotain';
import { child, nodes, token, tokens } from '../build-context.ts';
import { tokenMatcher } from '../chevrotain.ts';
import { Comma, Identifier, LCurly, LParen, LSquare, RCurly, RParen, RSquare } from '../tokens.ts';
import { group, hardline, indent, line, mark, wideline, type Doc } from './doc.ts';
import {
  commaBehind,
  ending,
  formatExpression,
  formatPath,
  formatRange,
  formatReference,
  formatValue,
  hanging,
} from './expressions.ts';
import { hasBlank, isApart, type Wardrobe } from './wardrobe.ts';

/** What a block's layout depends on beside its items. */
interface BlockStyle {
  /** The block of a declaration: never on one line. */
  readonly tall: boolean;
  /** The values of its entries align. */
  readonly mixture: boolean;
}

const small: BlockStyle = { tall: false, mixture: false };

interface Row {
  readonly node: CstNode;
  /** The rule of the item: `field`, `section`, `keepClause`. */
  readonly rule: string;
  readonly comma: IToken | undefined;
}

/** Formats a block; see format.ts for its layout. */
export function formatBlock(w: Wardrobe, node: CstNode, style: BlockStyle = small): Doc {
  const [open, close] = [token(node, 'LCurly')!, token(node, 'RCurly')!];
  const rows = rowsOf(node);
  if (rows.length === 0) {
    const comments = ending(w, close);
    const opened = w.token(open);
    return comments.length === 0
      ? [
          opened,
          w.of(open).trailing.length === 0 ? '' : w.of(open).trailing.some((c) => c.toEnd) ? hardline : ' ',
          w.token(close),
        ]
      : [opened, indent(comments), hardline, w.token(close)];
  }
  const isTall = style.tall || !rows.every((row, i) => goesOnALine(w, row, rows[i - 1]));
  const edge = isTall ? hardline : line;
  const body: Doc[] = [];
  for (let i = 0; i < rows.length;) {
    const row = rows[i]!;
    const first = w.first(row.node);
    const apart = i > 0 && isApart(first) ? hardline : '';
    let together = 1;
    while (
      isTall &&
      style.tall &&
      !style.mixture &&
      standTogether(w, rows[i + together - 1]!, rows[i + together])
    )
      together++;
    const parts = rows.slice(i, i + together).map((one, n): Doc => {
      const above = w.above(w.first(one.node));
      const isLast = i + n === rows.length - 1;
      const comma: Doc = isTall || isLast ? '' : { kind: 'either', broken: '', flat: ',' };
      return [n === 0 ? '' : wideline, above, formatItem(w, one, style), comma, w.commentsOf(one.comma)];
    });
    body.push(i === 0 ? '' : [isTall ? hardline : line, apart], together === 1 ? parts : group(parts));
    i += together;
  }
  return group([w.token(open), indent([edge, ...body, ...ending(w, close)]), edge, w.token(close)]);
}

function rowsOf(node: CstNode): Row[] {
  const items = nodes(node, 'item');
  const commas = tokens(node, 'Comma').toReversed();
  return items.map((item, i): Row => {
    const [rule, [found]] = Object.entries(item.children)[0]! as [string, [CstNode]];
    return { node: found, rule, comma: commaBehind(commas, item, items[i + 1]) };
  });
}

/** Whether an item may stand on one line with others, a comma between them, and mean the same. */
function goesOnALine(w: Wardrobe, { node, rule }: Row, before: Row | undefined): boolean {
  if (!['field', 'section', 'flag', 'scaleClause'].includes(rule)) return false;
  const first = w.first(node);
  if (first.leading.some((c) => c.toEnd) || (before !== undefined && hasBlank(first))) return false;
  // `when: x, rollback` would be a list.
  return !(rule === 'flag' && before !== undefined && before.rule !== 'flag' && endsInName(w, before.node));
}

function endsInName(w: Wardrobe, node: CstNode): boolean {
  const last = w.all(node).at(-1);
  return last !== undefined && tokenMatcher(last, Identifier);
}

/** Fields that the author put on one line stay on it, if that takes no comma. */
function standTogether(w: Wardrobe, row: Row, next: Row | undefined): boolean {
  if (next === undefined || row.rule !== 'field' || next.rule !== 'field') return false;
  const first = w.first(next.node);
  const here = w.all(row.node);
  const last = here.at(-1);
  const hasComment = row.comma !== undefined && w.of(row.comma).trailing.some((c) => c.toEnd);
  return (
    !hasBareComma(here) &&
    !hasComment &&
    first.leading.length === 0 &&
    last !== undefined &&
    last.endLine === first.token?.startLine &&
    !w.of(last).trailing.some((c) => c.toEnd)
  );
}

/** A comma outside of all brackets: of a list or a schedule. */
function hasBareComma(row: readonly IToken[]): boolean {
  let depth = 0;
  return row.some(({ tokenType }) => {
    if ([LParen, LSquare, LCurly].some((type) => type === tokenType)) depth++;
    if ([RParen, RSquare, RCurly].some((type) => type === tokenType)) depth--;
    return depth === 0 && tokenType === Comma;
  });
}

function formatItem(w: Wardrobe, { node, rule }: Row, style: BlockStyle): Doc {
  const word = (name: string): Doc => w.token(token(node, name)!);
  const expression = (): Doc => formatExpression(w, child(node, 'expression')!);
  const block = (): Doc => {
    const found = child(node, 'block');
    return found === undefined ? '' : [' ', formatBlock(w, found)];
  };
  switch (rule) {
    case 'field':
      return [
        word('Identifier'),
        word('Colon'),
        style.mixture ? mark('value') : ' ',
        formatValue(w, child(node, 'value')!),
      ];
    case 'section':
      return [word('Identifier'), mark('block'), formatBlock(w, child(node, 'block')!)];
    case 'entry':
      return [
        formatReference(w, child(node, 'reference')!),
        word('Colon'),
        style.mixture ? mark('value') : ' ',
        formatValue(w, child(node, 'value')!),
      ];
    case 'flag':
      return word('Identifier');
    case 'keepClause':
      return [word('Keep'), ' ', word('Identifier'), ' ', word('Where'), ' ', expression()];
    case 'resetClause':
      return formatReset(w, node);
    case 'guardClause':
      return [word('Guard'), ' ', word('When'), ' ', expression(), block()];
    case 'scaleClause':
      return [word('Scale'), ' ', word('Identifier'), ' ', word('By'), ' ', expression()];
    case 'evaluateClause': {
      const every = token(node, 'Every');
      const suite = formatReference(w, child(node, 'reference')!);
      return [
        word('Evaluate'),
        ' ',
        suite,
        every === undefined ? '' : [' ', w.token(every), ' ', formatRange(w, child(node, 'range')!)],
      ];
    }
    case 'auditClause':
      return [
        [word('Audit'), ' ', formatReference(w, child(node, 'reference')!)],
        [' ', word('Against'), ' ', formatReference(w, child(node, 'against')!), block()],
      ];
    case 'checkpointClause':
      return formatCheckpoint(w, node);
    case 'runClause':
      return formatRun(w, node);
    case 'givenClause': {
      const values = nodes(node, 'givenValue').map((n) => formatGivenValue(w, n));
      const [commas, thens] = [tokens(node, 'Comma'), tokens(node, 'Then')];
      const later = values
        .slice(1)
        .map((value, i): Doc => [w.token(commas[i]!), line, w.token(thens[i]!), ' ', value]);
      return hanging([
        [word('Given'), ' ', formatPath(w, child(node, 'path')!), ' ', word('Equals'), ' ', values[0]!],
        ...later,
      ]);
    }
    default:
      return formatExpect(w, node);
  }
}

function formatReset(w: Wardrobe, node: CstNode): Doc {
  const commas = tokens(node, 'Comma');
  const targets = tokens(node, 'Target').map((t, i): Doc => [
    i === 0 ? '' : [w.token(commas[i - 1]!), ' '],
    w.token(t),
  ]);
  const [to, by] = [token(node, 'To'), token(node, 'By')];
  const block = child(node, 'block');
  return [
    [w.token(token(node, 'Reset')!), ' ', targets],
    to === undefined ? '' : [' ', w.token(to), ' ', w.token(token(node, 'Source')!)],
    by === undefined ? '' : [' ', w.token(by), ' ', formatReference(w, child(node, 'reference')!)],
    [' ', w.token(token(node, 'When')!), ' ', formatExpression(w, child(node, 'expression')!)],
    block === undefined ? '' : [' ', formatBlock(w, block)],
  ];
}

function formatCheckpoint(w: Wardrobe, node: CstNode): Doc {
  const commas = tokens(node, 'Comma');
  const parts = nodes(node, 'checkpointPart').map((part): Doc => {
    const kept = child(part, 'kept');
    if (kept === undefined)
      return [w.token(token(part, 'Every')!), ' ', formatRange(w, child(part, 'range')!)];
    const last = token(kept, 'Last');
    const which: Doc =
      last !== undefined
        ? [w.token(last), ' ', formatRange(w, child(kept, 'range')!)]
        : [
            w.token(token(kept, 'Best')!),
            ' ',
            w.token(token(kept, 'By')!),
            ' ',
            formatReference(w, child(kept, 'reference')!),
          ];
    return [w.token(token(part, 'Keep')!), ' ', which];
  });
  const word = w.token(token(node, 'Checkpoint')!);
  const [first, ...rest] = parts;
  // Without a first part there is still a comma before the others.
  const offset = commas.length - rest.length;
  if (first === undefined) return word;
  return hanging([
    [word, offset > 0 ? w.token(commas[0]!) : '', ' ', first],
    ...rest.map((part, i): Doc => [w.token(commas[i + offset]!), line, part]),
  ]);
}

function formatRun(w: Wardrobe, node: CstNode): Doc {
  const [run, withWord, until, length] = ['Run', 'With', 'Until', 'For'].map((name) => token(node, name));
  const stage = formatReference(w, child(node, 'reference')!);
  return [
    [w.token(run!), ' ', stage],
    withWord === undefined ? '' : [' ', w.token(withWord), ' ', formatBlock(w, child(node, 'block')!)],
    until === undefined ? '' : [' ', w.token(until), ' ', formatExpression(w, child(node, 'expression')!)],
    length === undefined ? '' : [' ', w.token(length), ' ', formatRange(w, child(node, 'range')!)],
  ];
}

function formatGivenValue(w: Wardrobe, node: CstNode): Doc {
  const from = token(node, 'From');
  const value = formatRange(w, child(node, 'value')!);
  return from === undefined ? value : [value, ' ', w.token(from), ' ', formatRange(w, child(node, 'from')!)];
}

function formatExpect(w: Wardrobe, node: CstNode): Doc {
  const [never, at] = [token(node, 'Never'), token(node, 'At')];
  const commas = tokens(node, 'Comma');
  const places = nodes(node, 'range').map((n) => formatRange(w, n));
  const head = [w.token(token(node, 'Expect')!), ' ', w.token(token(node, 'Identifier')!), ' '];
  if (at === undefined) return [head, w.token(never!)];
  return hanging([
    [head, w.token(at), ' ', places[0]!],
    ...places.slice(1).map((place, i): Doc => [w.token(commas[i]!), line, place]),
  ]);
}
