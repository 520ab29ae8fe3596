import { type Gap } from './comments.ts';
import type { Doc, Group } from './doc.ts';
type Gaps = ReadonlyMap<number, Gap>;
/**
 * The groups that cannot be on one line: those with a line that always breaks, with a group inside that cannot, and those
 * with a comment that breaks its line and, at or behind it, a line of their own, at whose end the comment can stand.
 * Comments in front of a group or behind its last line do not break it: they stand at the end of
 * the line in which it ends. Where a comment ends up, it breaks the same groups again.
 */
export declare function brokenGroups(doc: Doc, gaps: Gaps): ReadonlySet<Group>;
export {};
