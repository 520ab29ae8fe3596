import type { ISerializedGast } from 'chevrotain';
import railroad, { type Item } from '@prantlf/railroad-diagrams';

const rr = railroad.default;

/** A serialized part of the grammar, as Chevrotain gives it. */
export interface Part {
  readonly type: string;
  readonly name?: string;
  readonly label?: string;
  readonly terminalLabel?: string;
  readonly definition?: readonly Part[];
}

/** A rule with its diagram. */
export interface Rule {
  readonly name: string;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * What the parser also takes, to say better what was meant: each is reported as a mistake, and is no
 * part of the language. By rule, the token or rule that a choice leaves out.
 */
const mistakes: Readonly<Record<string, readonly string[]>> = {
  assignment: ['Colon'],
  field: ['Equals'],
  argument: ['Equals'],
  condition: ['Equals'],
  import: ['importedName'],
};

/** Lists in these rules need a comma between two elements; in blocks it may be left out. */
const commaLists = new Set(['arguments', 'parameters', 'list', 'importedNames']);

/** Draws the rules of a grammar. Throws where Chevrotain has a kind of part that is not known here. */
export function drawRules(grammar: readonly ISerializedGast[]): Map<string, Rule> {
  return new Map((grammar as readonly Part[]).map((rule) => [rule.name!, draw(rule)]));
}

function draw(rule: Part): Rule {
  const name = rule.name!;
  const diagram = rr.Diagram(sequence(name, rule.definition ?? [])).format(12, 12, 12, 0);
  const { width, height } = diagram.attrs;
  return { name, svg: diagram.toString(), width, height };
}

function sequence(rule: string, parts: readonly Part[]): Item {
  const items: Item[] = [];
  for (const [i, part] of parts.entries()) {
    const repeated = part.type === 'Repetition' ? tail(parts[i - 1], part) : undefined;
    if (repeated === undefined) items.push(item(rule, part));
    else items[items.length - 1] = rr.OneOrMore(items[items.length - 1]!, sequence(rule, repeated));
  }
  return items.length === 1 ? items[0]! : rr.Sequence(...items);
}

/** `X (, X)*` is one loop: what stands between two X; undefined where it is another repetition. */
function tail(before: Part | undefined, loop: Part): readonly Part[] | undefined {
  const inner = loop.definition ?? [];
  const last = inner[inner.length - 1];
  const same = before !== undefined && last?.type === before.type && last.name === before.name;
  return same && last.type !== 'Option' && inner.length > 1 ? inner.slice(0, -1) : undefined;
}

function item(rule: string, part: Part): Item {
  const inner = part.definition ?? [];
  switch (part.type) {
    case 'Terminal':
      return terminal(part);
    case 'NonTerminal':
      return rr.NonTerminal(part.name!);
    case 'Option':
      return rr.Optional(sequence(rule, inner));
    case 'Repetition': {
      const [element, comma] = inner;
      const isList = comma?.type === 'Option' && comma.definition?.[0]?.name === 'Comma';
      if (isList && commaLists.has(rule)) {
        const some = rr.OneOrMore(item(rule, element!), rr.Terminal(','));
        return rr.Optional(rr.Sequence(some, rr.Optional(rr.Terminal(','))));
      }
      return rr.ZeroOrMore(sequence(rule, inner));
    }
    case 'Alternation': {
      const left = inner.filter(({ definition = [] }) => {
        const [only] = definition;
        return only !== undefined && !mistakes[rule]?.includes(only.name ?? '');
      });
      const options = left.map(({ definition = [] }) => sequence(rule, definition));
      return options.length === 1 ? options[0]! : rr.Choice(0, ...options);
    }
    default:
      throw new Error(`the grammar has a part of kind ${part.type}, which no diagram shows yet`);
  }
}

/** Names, numbers and strings are told by what they are; words and signs as they are written. */
function terminal({ name, label, terminalLabel }: Part): Item {
  const kinds: Readonly<Record<string, string>> = {
    Identifier: 'name',
    Number: 'number literal',
    String: 'string',
  };
  const kind = kinds[name!];
  if (kind === undefined) return rr.Terminal(label ?? name!);
  const role = terminalLabel?.toLowerCase();
  if (role === 'word') return rr.NonTerminal('keyword');
  return rr.NonTerminal(role === undefined || role === 'name' ? kind : role);
}
