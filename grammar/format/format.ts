import { parse, parseTokens } from '../parse.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import { lex } from '../lex.ts';
import { makeSource } from '../source.ts';
import { formatFile } from './declarations.ts';
import { print } from './print.ts';
import { sameTree } from './same-tree.ts';
import { Words } from './words.ts';

export type Formatted =
  | { readonly text: string; readonly diagnostics: null }
  /** The file has syntax errors: there is nothing to lay out. */
  | { readonly text: null; readonly diagnostics: readonly Diagnostic[]; readonly source: string };

/**
 * Lays a file out in the one style that there is, and changes nothing of what it says.
 *
 * - Two spaces to a level, lines of at most 100 columns (strings and comments may be longer), LF, no
 *   byte-order mark, one line break at the end.
 * - The block of a declaration is never on one line. Every other block is, with commas between its
 *   items, where it fits and holds no comment on a line of its own, no empty line and no clause but `scale`;
 *   otherwise it has an item a line and no commas.
 * - Arguments, parameters, lists and imported names stand on one line if they fit; otherwise each has
 *   a line, with a comma behind the last too. Schedules break behind commas, conditions before `and` and `or`.
 * - Fields of a declaration's block that stand on one line stay there, three spaces apart, if they fit.
 * - In neighbouring lines align: the values of a mixture's entries, the blocks of sections on one line,
 *   and the comments at the ends of lines; not where a line would grow past 100 columns by that.
 * - Between lines an empty line stays one, several become one. One stands around each declaration
 *   with a block, behind the edition and behind the imports.
 * - Comments stay where they stand: above something, at the end of its line, or, one in `/* *\/` on one line, between
 *   two words. One that ends its line where the layout ends none moves to the end of the line. Numbers, strings and
 *   parentheses stay as written; those that only group the parts of a calculation go where they change nothing.
 *
 * @throws Error (a defect) if the laid-out text did not mean the same.
 */
export function format(name: string, text: string): Formatted {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const before = parse(name, plain);
  if (before.diagnostics.length > 0) return { text: null, diagnostics: before.diagnostics, source: plain };
  const { tokens, comments } = lex(makeSource(name, plain));
  const words = new Words(tokens, comments);
  const laidOut = print(formatFile(words, parseTokens(tokens)), words.gaps());
  // A file that is laid out already need not be read a second time to know what it means.
  if (laidOut === plain) return { text: laidOut, diagnostics: null };
  const after = parse(name, laidOut);
  if (after.diagnostics.length > 0 || !sameTree(before.file, after.file))
    throw new Error(`formatting ${name} would have changed its meaning; the file is as it was`);
  return { text: laidOut, diagnostics: null };
}
