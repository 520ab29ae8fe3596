import type { CompletionItem } from 'vscode-languageserver';
import { fileItem } from './completion-items.ts';
import type { Cursor } from './cursor.ts';
import type { Session, View } from './session.ts';

interface Wanted {
  /** Matches the names of the files that may be named. */
  readonly files: RegExp;
  /** What the path leaves out of a file's name. */
  readonly without: RegExp;
  /** Whether a folder as such may be named, too. */
  readonly folders: boolean;
  /** Whether the path must begin with ./ or ../. */
  readonly dotted: boolean;
}

const nothing = /(?!)/;
const data = /\.(jsonl|ndjson|json|parquet)$/;

/** What the paths within calls name: by function and parameter, the first one also by its place. */
const wanted: Readonly<
  Record<string, { readonly first: string } & Readonly<Record<string, Wanted | string>>>
> = {
  code: {
    first: 'module',
    module: { files: /(?<!\.d)\.(ts|js|mjs)$/, without: /\.(ts|js|mjs)$/, folders: false, dotted: true },
  },
  folder: {
    first: 'path',
    path: { files: /\.gguf$/, without: nothing, folders: true, dotted: false },
  },
  dataset: {
    first: 'path',
    path: { files: data, without: nothing, folders: true, dotted: false },
    heldout: { files: data, without: nothing, folders: false, dotted: false },
  },
};

/** The files and folders that the path at the cursor may go on with; undefined where no path stands. */
export function paths(session: Session, view: View, cursor: Cursor): CompletionItem[] | undefined {
  const frame = cursor.frames.at(-1);
  const fn = wanted[frame?.opener === '(' ? (frame.head.at(-1)?.image ?? '') : ''];
  if (fn === undefined || cursor.string === null) return undefined;
  const named = cursor.item[1]?.image === ':' ? cursor.item[0]!.image : undefined;
  const one = fn[named ?? (cursor.place === 0 ? fn.first : '')];
  if (one === undefined || typeof one === 'string') return undefined;
  return entries(session, view, cursor.string, one);
}

function entries(session: Session, view: View, written: string, one: Wanted): CompletionItem[] {
  const { workspace } = session;
  const begun = written.slice(0, written.lastIndexOf('/') + 1);
  // A path of code starts with "./", and so may the others; behind a begun path only the rest is offered.
  const prefix = begun === '' ? './' : begun;
  const folder = workspace.resolve(view.file, prefix.startsWith('/') ? prefix : `${prefix}.`);
  const items = session.host.entries(folder).flatMap(({ name, isFolder }) => {
    if (name.startsWith('.') || name === 'node_modules') return [];
    if (isFolder) return [fileItem(`${prefix}${name}/`, true)];
    return one.files.test(name) ? [fileItem(`${prefix}${name.replace(one.without, '')}`, false)] : [];
  });
  if (one.dotted && begun.startsWith('/')) return [];
  return [...new Map(items.map((item) => [item.label, item])).values()];
}
