import { widthOf } from '../diagnostics/width.ts';

/** Columns of a text that has no line breaks. */
export function columns(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return sum;
}
