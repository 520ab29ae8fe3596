import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import type { Context } from 'mocha';
import { findCage, type CageSearch } from '../../runtime/sandbox/find.ts';
import type { Language } from '../../runtime/sandbox/index.ts';

const searches = new Map<Language, Promise<CageSearch>>();

/** Skips a test, saying why, where bubblewrap does not work on this machine. */
export async function needBubblewrap(context: Context, language: Language = 'python'): Promise<CageSearch> {
  const search = searches.get(language) ?? findCage(language);
  searches.set(language, search);
  const found = await search;
  if (!found.works) {
    console.log(`      skipped: ${found.why}`);
    context.skip();
  }
  return found;
}

/** Process namespaces, other than this process's own, that have processes which this user can see. */
export function processNamespaces(): Set<string> {
  const own = readlinkSync('/proc/self/ns/pid');
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        // What has ended and waits for its parent to take note is no process any more.
        const ended = readFileSync(`/proc/${pid}/stat`, 'latin1').includes(') Z ');
        return ended ? [] : readlinkSync(`/proc/${pid}/ns/pid`);
      } catch {
        return []; // ended meanwhile, or another user's
      }
    });
  return new Set(all.filter((space) => space !== own));
}
