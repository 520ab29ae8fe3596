/** One key: so many characters taken away at an offset of the text, and others put there. */
export interface Keystroke {
  readonly what: string;
  readonly offset: number;
  readonly removed: number;
  readonly text: string;
}

/** Gives a whole number from 0 to below `end`. */
type Pick = (end: number) => number;

/**
 * Keys as they are pressed anywhere in a program: fields typed letter by letter, quotes and comment
 * signs that swallow what follows until they are closed, braces lost and found, numbers changed, and
 * names of declarations that others use. Each bout takes back what it did, so that the program stays
 * of its size while it is broken most of the time.
 */
export function keystrokes(text: string, count: number, pick: Pick): Keystroke[] {
  const found: Keystroke[] = [];
  for (let i = 0; found.length < count; i++) found.push(...bouts[i % bouts.length]!(text, pick));
  return found.slice(0, count);
}

const bouts: readonly ((text: string, pick: Pick) => Keystroke[])[] = [
  (text, pick) => typed('a field', placeOf(text, /(?<=\n {2}\S[^\n]*)(?=\n)/g, pick), '\n  updates: 2'),
  (text, pick) => typed('a quote anywhere', pick(text.length), '"'),
  (text, pick) => lost('a closing brace', text, placeOf(text, /\}/g, pick)),
  (text, pick) => typed('the name of a declaration that is used', placeOf(text, names, pick), 'er'),
  (text, pick) => typed('a digit', placeOf(text, /(?<=\d)(?=\D)/g, pick), '0'),
  (text, pick) => typed('a comment without end', pick(text.length), '/*'),
  (text, pick) => lost('an opening brace', text, placeOf(text, /\{/g, pick)),
  (text, pick) => typed('a letter anywhere', pick(text.length), 'x'),
  (text, pick) => lost('a line break', text, placeOf(text, /\n/g, pick)),
];

const names = /(?<=\n(?:mixture|schedule|trigger|stage|let|suite|model) \w+)(?=\W)/g;

function placeOf(text: string, pattern: RegExp, pick: Pick): number {
  const places = [...text.matchAll(pattern)].map((one) => one.index);
  if (places.length === 0) throw new RangeError(`nothing in the program is like ${pattern}`);
  return places[pick(places.length)]!;
}

function typed(what: string, offset: number, letters: string): Keystroke[] {
  const there = [...letters].map((text, i) => ({ what, offset: offset + i, removed: 0, text }));
  const back = there.map(({ offset: at }) => ({ what, offset: at, removed: 1, text: '' }));
  return [...there, ...back.reverse()];
}

function lost(what: string, text: string, offset: number): Keystroke[] {
  return [
    { what, offset, removed: 1, text: '' },
    { what, offset, removed: 0, text: text[offset]! },
  ];
}
