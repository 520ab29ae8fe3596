import type { IToken } from 'chevrotain';
import { tokenMatcher } from '../chevrotain.ts';
import { Comma, Identifier, LCurly, LParen, LSquare, RCurly, RParen, RSquare } from '../tokens.ts';
import { breaksLine, leadOf } from './comments.ts';
import {
  closing,
  elementline,
  group,
  hardline,
  indent,
  join,
  line,
  mark,
  softline,
  whenFlat,
  wideline,
  type Doc,
} from './doc.ts';
import {
  formatExpression,
  formatPath,
  formatRange,
  formatReference,
  formatValue,
  hanging,
} from './expressions.ts';
import type { Words } from './words.ts';
import type { SyntaxNode } from '../syntax-node.ts';

/** What a block's layout depends on beside its items. */
interface BlockStyle {
  /** The block of a declaration: never on one line. */
  readonly tall: boolean;
  /** The values of its entries align. */
  readonly mixture: boolean;
}

const small: BlockStyle = { tall: false, mixture: false };

interface Row {
  readonly node: SyntaxNode;
  /** The rule of the item: `field`, `section`, `keepClause`. */
  readonly rule: string;
}

/** Formats a block; see format.ts for its layout. */
export function formatBlock(w: Words, node: SyntaxNode, style: BlockStyle = small): Doc {
  const [open, close] = [node.token('LCurly')!, node.token('RCurly')!];
  const commas = node.tokens('Comma');
  const rows = node.nodes('item').map((item): Row => {
    const [[rule, found]] = [...item] as [[string, SyntaxNode]];
    return { node: found, rule };
  });
  for (const comma of commas) w.drop(comma);
  if (rows.length === 0) {
    const isBare = w.gap(close).comments.length === 0;
    return group([w.token(open), closing(isBare ? softline : elementline), w.token(close)]);
  }
  const isTall = style.tall || !rows.every((row, i) => goesOnALine(w, row, rows[i - 1]));
  const between = isTall ? hardline : elementline;
  const body: Doc[] = [];
  for (let i = 0; i < rows.length;) {
    const apart = i > 0 && leadOf(w.gap(rows[i]!.node)).isApart ? hardline : '';
    let end = i + 1;
    if (style.tall && !style.mixture) while (standTogether(w, rows[end - 1]!, rows[end])) end++;
    const parts = rows.slice(i, end).map((row) => formatItem(w, row, style));
    body.push(i === 0 ? '' : [isTall ? '' : whenFlat(','), between, apart]);
    body.push(parts.length === 1 ? parts : group(join(wideline, parts)));
    i = end;
  }
  return group([w.token(open), indent([between, ...body]), closing(between), w.token(close)]);
}

/** Whether an item may stand on one line with others, a comma between them, and mean the same. */
function goesOnALine(w: Words, { node, rule }: Row, before: Row | undefined): boolean {
  if (!['field', 'section', 'flag', 'scaleClause'].includes(rule)) return false;
  if (before === undefined) return true;
  if (leadOf(w.gap(node)).hasBlank) return false;
  // `when: x, rollback` would be a list.
  return !(rule === 'flag' && before.rule !== 'flag' && endsInName(w, before.node));
}

function endsInName(w: Words, node: SyntaxNode): boolean {
  const last = w.all(node).at(-1);
  return last !== undefined && tokenMatcher(last, Identifier);
}

/** Fields that the author put on one line stay on it, if that takes no comma. */
function standTogether(w: Words, row: Row, next: Row | undefined): boolean {
  if (next === undefined || row.rule !== 'field' || next.rule !== 'field') return false;
  const gap = w.gap(next.node);
  return !gap.hasLineEnd && !gap.comments.some(breaksLine) && !hasBareComma(w.all(row.node));
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

function formatItem(w: Words, { node, rule }: Row, style: BlockStyle): Doc {
  const word = (name: string): Doc => w.token(node.token(name)!);
  const expression = (): Doc => formatExpression(w, node.child('expression')!);
  const block = (): Doc => {
    const found = node.child('block');
    return found === undefined ? '' : [' ', formatBlock(w, found)];
  };
  switch (rule) {
    case 'field':
      return [
        word('Identifier'),
        word('Colon'),
        style.mixture ? mark('value') : ' ',
        formatValue(w, node.child('value')!),
      ];
    case 'section':
      return [word('Identifier'), mark('block'), formatBlock(w, node.child('block')!)];
    case 'entry':
      return [
        formatReference(w, node.child('reference')!),
        word('Colon'),
        style.mixture ? mark('value') : ' ',
        formatValue(w, node.child('value')!),
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
      const every = node.token('Every');
      const suite = formatReference(w, node.child('reference')!);
      return [
        word('Evaluate'),
        ' ',
        suite,
        every === undefined ? '' : [' ', w.token(every), ' ', formatRange(w, node.child('range')!)],
      ];
    }
    case 'auditClause':
      return [
        [word('Audit'), ' ', formatReference(w, node.child('reference')!)],
        [' ', word('Against'), ' ', formatReference(w, node.child('against')!), block()],
      ];
    case 'checkpointClause':
      return formatCheckpoint(w, node);
    case 'runClause':
      return formatRun(w, node);
    case 'givenClause': {
      const values = node.nodes('givenValue').map((n) => formatGivenValue(w, n));
      const [commas, thens] = [node.tokens('Comma'), node.tokens('Then')];
      const later = values
        .slice(1)
        .map((value, i): Doc => [w.token(commas[i]!), line, w.token(thens[i]!), ' ', value]);
      return hanging([
        [word('Given'), ' ', formatPath(w, node.child('path')!), ' ', word('Equals'), ' ', values[0]!],
        ...later,
      ]);
    }
    default:
      return formatExpect(w, node);
  }
}

function formatReset(w: Words, node: SyntaxNode): Doc {
  const commas = node.tokens('Comma');
  const targets = node
    .tokens('Target')
    .map((t, i): Doc => [i === 0 ? '' : [w.token(commas[i - 1]!), ' '], w.token(t)]);
  const [to, by, at] = [node.token('To'), node.token('By'), node.token('At')];
  const block = node.child('block');
  return [
    [w.token(node.token('Reset')!), ' ', targets],
    to === undefined ? '' : [' ', w.token(to), ' ', w.token(node.token('Source')!)],
    by === undefined ? '' : [' ', w.token(by), ' ', formatReference(w, node.child('reference')!)],
    at === undefined
      ? [' ', w.token(node.token('When')!), ' ', formatExpression(w, node.child('expression')!)]
      : [' ', w.token(at), ' ', w.token(node.token('Moment')!)],
    block === undefined ? '' : [' ', formatBlock(w, block)],
  ];
}

function formatCheckpoint(w: Words, node: SyntaxNode): Doc {
  const commas = node.tokens('Comma');
  const parts = node.nodes('checkpointPart').map((part): Doc => {
    const kept = part.child('kept');
    if (kept === undefined) return [w.token(part.token('Every')!), ' ', formatRange(w, part.child('range')!)];
    const last = kept.token('Last');
    const which: Doc =
      last !== undefined
        ? [w.token(last), ' ', formatRange(w, kept.child('range')!)]
        : [
            w.token(kept.token('Best')!),
            ' ',
            w.token(kept.token('By')!),
            ' ',
            formatReference(w, kept.child('reference')!),
          ];
    return [w.token(part.token('Keep')!), ' ', which];
  });
  const word = w.token(node.token('Checkpoint')!);
  const [first, ...rest] = parts;
  // Without a first part there is still a comma before the others.
  const offset = commas.length - rest.length;
  if (first === undefined) return word;
  return hanging([
    [word, offset > 0 ? w.token(commas[0]!) : '', ' ', first],
    ...rest.map((part, i): Doc => [w.token(commas[i + offset]!), line, part]),
  ]);
}

function formatRun(w: Words, node: SyntaxNode): Doc {
  const [run, withWord, until, length, when] = ['Run', 'With', 'Until', 'For', 'When'].map((name) =>
    node.token(name),
  );
  const stage = formatReference(w, node.child('reference')!);
  return [
    [w.token(run!), ' ', stage],
    withWord === undefined ? '' : [' ', w.token(withWord), ' ', formatBlock(w, node.child('block')!)],
    until === undefined ? '' : [' ', w.token(until), ' ', formatExpression(w, node.child('expression')!)],
    length === undefined ? '' : [' ', w.token(length), ' ', formatRange(w, node.child('range')!)],
    when === undefined ? '' : [' ', w.token(when), ' ', formatExpression(w, node.child('condition')!)],
  ];
}

function formatGivenValue(w: Words, node: SyntaxNode): Doc {
  const from = node.token('From');
  const value = formatRange(w, node.child('value')!);
  return from === undefined ? value : [value, ' ', w.token(from), ' ', formatRange(w, node.child('from')!)];
}

function formatExpect(w: Words, node: SyntaxNode): Doc {
  const [never, at] = [node.token('Never'), node.token('At')];
  const commas = node.tokens('Comma');
  const places = node.nodes('range').map((n) => formatRange(w, n));
  const head = [w.token(node.token('Expect')!), ' ', w.token(node.token('Identifier')!), ' '];
  if (at === undefined) return [head, w.token(never!)];
  return hanging([
    [head, w.token(at), ' ', places[0]!],
    ...places.slice(1).map((place, i): Doc => [w.token(commas[i]!), line, place]),
  ]);
}
