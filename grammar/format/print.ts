import { align, signOf } from './align.ts';
import type { Doc } from './doc.ts';
import { columns } from './columns.ts';

/** Columns that a line may take, comments at its end aside. */
export const lineWidth = 100;

interface Command {
  readonly indent: number;
  readonly flat: boolean;
  readonly doc: Doc;
}

type Node = Exclude<Doc, string | readonly Doc[]>;

/** Lays a text out. Ends with a line break. */
export function print(doc: Doc): string {
  const rows: string[] = [];
  /** The line that is being written. */
  let out = '';
  let column = 0;
  let suffixes: { text: string; rest: boolean }[] = [];
  const commands: Command[] = [{ indent: 0, flat: false, doc }];
  const flush = (): void => {
    // What may be followed by more comes first: nothing stands behind a comment that runs to the line's end.
    const ordered = [...suffixes.filter((s) => !s.rest), ...suffixes.filter((s) => s.rest)];
    out = out.trimEnd();
    ordered.forEach(({ text }, i) => {
      out += (i > 0 ? ' ' : out === '' ? '' : signOf('comment')) + text;
    });
    rows.push(out);
    suffixes = [];
  };
  const put = (text: string): void => {
    out += text;
    column += columns(text);
  };
  for (let command = commands.pop(); command !== undefined; command = commands.pop()) {
    const { indent, flat, doc: current } = command;
    if (typeof current === 'string') {
      put(current);
      continue;
    }
    if (!('kind' in current)) {
      for (const part of current.toReversed()) commands.push({ indent, flat, doc: part });
      continue;
    }
    switch (current.kind) {
      case 'group': {
        const fit =
          !current.broken && fits({ indent, flat: true, doc: current.doc }, commands, lineWidth - column);
        commands.push({ indent, flat: fit, doc: current.doc });
        break;
      }
      case 'indent':
        commands.push({ indent: indent + 2, flat, doc: current.doc });
        break;
      case 'line':
        if (flat && current.flat !== null) put(current.flat);
        else {
          flush();
          out = ' '.repeat(indent);
          column = indent;
        }
        break;
      case 'either':
        put(flat ? current.flat : current.broken);
        break;
      case 'suffix':
        suffixes.push(current);
        break;
      case 'mark':
        out += flat ? ' ' : signOf(current.mark);
        column += 1;
        break;
      case 'verbatim':
        out += current.text;
        column = columns(current.text.slice(current.text.lastIndexOf('\n') + 1));
        break;
    }
  }
  flush();
  return align(`${rows.join('\n')}\n`, lineWidth);
}

/** Whether a text fits, together with what follows it up to where a line may end. */
function fits(first: Command, rest: readonly Command[], room: number): boolean {
  const commands = [first];
  let next = rest.length;
  for (let left = room; left >= 0;) {
    let command = commands.pop();
    if (command === undefined) {
      command = rest[--next];
      if (command === undefined) return true;
    }
    const { indent, flat, doc } = command;
    if (typeof doc === 'string') left -= columns(doc);
    else if (!('kind' in doc))
      for (const part of doc.toReversed()) commands.push({ indent, flat, doc: part });
    else {
      const width = widthOfNode(doc, flat);
      if (width === undefined) return true;
      left -= width;
      if (doc.kind === 'indent') commands.push({ indent, flat, doc: doc.doc });
      if (doc.kind === 'group') commands.push({ indent, flat: flat && !doc.broken, doc: doc.doc });
    }
  }
  return false;
}

/** Undefined: the line ends here. */
function widthOfNode(doc: Node, flat: boolean): number | undefined {
  switch (doc.kind) {
    case 'line':
      return flat && doc.flat !== null ? doc.flat.length : undefined;
    case 'either':
      return columns(flat ? doc.flat : doc.broken);
    case 'mark':
      return 1;
    case 'verbatim':
      return doc.text.includes('\n') ? undefined : columns(doc.text);
    case 'suffix':
    case 'group':
    case 'indent':
      return 0;
  }
}
