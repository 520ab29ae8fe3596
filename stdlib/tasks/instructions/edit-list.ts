import { defineTask, randomLetters, range, type Random } from '../../../runtime/tasks/index.ts';

/** What is to be done to a list of words. */
type Edit =
  | { readonly do: 'reverse' }
  | { readonly do: 'sort' }
  | { readonly do: 'drop'; readonly word: string }
  | { readonly do: 'double'; readonly word: string }
  | { readonly do: 'upper'; readonly word: string }
  | { readonly do: 'add'; readonly word: string }
  | { readonly do: 'first'; readonly word: string };

interface Editing {
  readonly words: readonly string[];
  readonly edits: readonly Edit[];
}

const KINDS: readonly Edit['do'][] = ['reverse', 'sort', 'drop', 'double', 'upper', 'add', 'first'];

/**
 * Follows instructions on a list one after another; each acts on what the one before left. A word is found however it
 * is written. A list of the right length earns up to
 * half, by the share of places that are right.
 *
 *     list kd tx ab: drop tx, reverse   ->   kd ab,ab kd<answer>ab kd</answer>
 */
export const editList = defineTask({
  name: 'edit_list',
  settings: {
    words: range({ within: [2, 12], default: [3, 4] }),
    letters: range({ within: [2, 8], default: [2, 3] }),
    edits: range({ within: [1, 8], default: [1, 3] }),
  },

  pose({ words, letters, edits }, random): Editing {
    const draw = (): string => randomLetters(random.int(letters.from, letters.to), random);
    const list = distinct(random.int(words.from, words.to), draw);
    let left: readonly string[] = list;
    const chosen: Edit[] = [];
    for (let i = random.int(edits.from, edits.to); i > 0; i--) {
      const edit = drawEdit(left, draw, random);
      chosen.push(edit);
      left = perform(edit, left);
    }
    return { words: list, edits: chosen };
  },

  prompt: ({ words, edits }) => `list ${words.join(' ')}: ${edits.map(say).join(', ')}`,

  work: ({ words, edits }) => follow(words, edits),

  /** Leaves one instruction out, or follows one more. */
  slip({ words, edits }, random) {
    const right = follow(words, edits).answer;
    const at = random.int(0, edits.length - 1);
    const without = follow(
      words,
      edits.filter((_, i) => i !== at),
    );
    if (edits.length > 1 && without.answer !== right) return without;
    return follow(words, [...edits, { do: 'add', word: 'z' }]);
  },

  accepts: (given, expected) => spaced(given).join(' ') === expected,

  credit(given, expected) {
    const [a, b] = [spaced(given), expected.split(' ')];
    if (a.length !== b.length) return 0;
    // At most half: the rest is for all of it.
    return a.filter((word, i) => word === b[i]).length / b.length / 2;
  },
});

function distinct(count: number, draw: () => string): string[] {
  const words = new Set<string>();
  while (words.size < count) words.add(draw());
  return [...words];
}

function spaced(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

function drawEdit(words: readonly string[], draw: () => string, random: Random): Edit {
  const different = new Set(words.map((word) => word.toLowerCase())).size;
  // Something is always left.
  const kind = random.pick(different > 1 ? KINDS : KINDS.filter((one) => one !== 'drop'));
  if (kind === 'reverse' || kind === 'sort') return { do: kind };
  return { do: kind, word: kind === 'add' ? draw() : random.pick(words).toLowerCase() };
}

function say(edit: Edit): string {
  return 'word' in edit ? `${edit.do} ${edit.word}` : edit.do;
}

function follow(words: readonly string[], edits: readonly Edit[]) {
  const lists: (readonly string[])[] = [words];
  for (const edit of edits) lists.push(perform(edit, lists.at(-1)!));
  const steps = lists.slice(1).map((list) => list.join(' '));
  return { steps: steps.join(','), answer: steps.at(-1) ?? words.join(' ') };
}

function perform(edit: Edit, words: readonly string[]): readonly string[] {
  const named = (word: string): boolean => 'word' in edit && word.toLowerCase() === edit.word;
  switch (edit.do) {
    case 'reverse':
      return [...words].reverse();
    case 'sort':
      return [...words].sort((a, b) => order(a.toLowerCase(), b.toLowerCase()));
    case 'drop':
      return words.filter((word) => !named(word));
    case 'double':
      return words.flatMap((word) => (named(word) ? [word, word] : [word]));
    case 'upper':
      return words.map((word) => (named(word) ? word.toUpperCase() : word));
    case 'add':
      return [...words, edit.word];
    case 'first':
      return [...words.filter(named), ...words.filter((word) => !named(word))];
  }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
