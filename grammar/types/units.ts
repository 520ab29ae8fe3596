/** The units in which the language counts. A count without its unit is an error, except in a field of the unit's own name. */
export const units = [
  'steps',
  'tokens',
  'samples',
  'prompts',
  'problems',
  'evaluations',
  'updates',
  'seconds',
] as const;

export type Unit = (typeof units)[number];

const forms: ReadonlyMap<string, Unit> = new Map(
  units.flatMap((unit) => [
    [unit, unit],
    [unit.slice(0, -1), unit],
  ]),
);

/** The unit that a word stands for, singular or plural; undefined for a word that is none. */
export function unitOf(word: string): Unit | undefined {
  return forms.get(word);
}

/** `1 step`, `25 steps`. */
export function counted(count: number, unit: Unit): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}
