import { closest, distance } from 'fastest-levenshtein';

/** One thing wrong with a graph. */
export interface GraphProblem {
  /** A JSON pointer into the graph (RFC 6901). */
  pointer: string;
  message: string;
  /** How to mend it. */
  hint: string;
}

/** A JSON pointer from its parts. */
export function pointer(...parts: (string | number)[]): string {
  let text = '';
  for (const part of parts) text += `/${typeof part === 'number' ? part : escaped(part)}`;
  return text;
}

/** `Did you mean 'kl.mean'?`, or, where nothing is near, the names that there are. */
export function suggest(wrong: string, names: readonly string[]): string {
  if (names.length === 0) return 'There is none.';
  const near = nearest(wrong, names, 1)[0];
  if (near !== undefined) return `Did you mean '${near}'?`;
  const shown = names.slice(0, 12).join(', ');
  return `There ${names.length === 1 ? 'is' : 'are'}: ${shown}${names.length > 12 ? `, and ${names.length - 12} more` : ''}.`;
}

/** Up to `most` names within about one edit for every three characters, nearest first. */
export function nearest(wrong: string, names: readonly string[], most: number): string[] {
  const rest = [...names];
  const found: string[] = [];
  while (found.length < most && rest.length > 0) {
    const near = closest(wrong, rest);
    if (distance(wrong, near) > Math.max(2, Math.ceil(wrong.length / 3))) break;
    found.push(near);
    rest.splice(rest.indexOf(near), 1);
  }
  return found;
}

function escaped(part: string): string {
  return /[~/]/.test(part) ? part.replaceAll('~', '~0').replaceAll('/', '~1') : part;
}
