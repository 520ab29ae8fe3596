/** A name where a declaration would have it: behind a word at the start of a line. */
const DECLARED = /^[ \t]*(?:export[ \t]+)?[A-Za-z_]\w*[ \t]+([A-Za-z_][\w-]*)/gm;

/** `model: nano` at the start of a line, as a file of keys and values has it: what it names is not declared by that. */
const KEYED = /^(?:model|mixture|suite|stage|reward|task|verifier)[ \t]*:[ \t]*([A-Za-z_][\w-]*)/gm;

/** What stands between `import` and the file that it is from. */
const IMPORTED = /^[ \t]*import\b[^"']*/gm;

/**
 * The names that a file with syntax errors may declare all the same: an error can take a declaration with it. Saying
 * of one of these that nobody declares it would be an echo; any other name is as unknown as in a whole file.
 */
export function lostNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const form of [DECLARED, KEYED]) {
    for (const [, name] of text.matchAll(form)) names.add(name!);
  }
  for (const [line] of text.matchAll(IMPORTED)) {
    for (const [word] of line.matchAll(/[A-Za-z_][\w-]*/g)) names.add(word);
  }
  return names;
}
