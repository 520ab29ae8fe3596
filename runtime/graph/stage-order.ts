import type { Stage } from './graph.ts';

/** One way from a stage to the next. `from` null: the start of the run; `to` null: its end. Both are places among the stages. */
export interface Passage {
  from: number | null;
  to: number | null;
  /** What must hold: conditions as written; empty: nothing. */
  when: string;
}

/**
 * The ways that a run can take through its stages: to the next one and, where that has a condition, past it. The start
 * and the end are among them only where there are several ways from the one or to the other.
 */
export function passages(stages: readonly Stage[]): Passage[] {
  const starts: (number | null)[] = stages[0]?.when === null ? [] : [null];
  const ways = [...starts, ...stages.keys()].flatMap((from) => passagesFrom(stages, from));
  // Where the last stage is the only way to the end, that goes without saying.
  const ends = ways.some(({ to }) => to === null);
  return ends ? [...ways, { from: stages.length - 1, to: null, when: '' }] : ways;
}

function passagesFrom(stages: readonly Stage[], from: number | null): Passage[] {
  const next = from === null ? 0 : from + 1;
  const found: Passage[] = [];
  for (const [i, { when, whenText }] of [...stages.entries()].slice(next)) {
    const passed = i > next ? 'else' : '';
    found.push({
      from,
      to: i,
      when: [passed, when === null ? '' : `when ${whenText ?? ''}`].filter((part) => part !== '').join(', '),
    });
    if (when === null) return found;
  }
  return found.length === 0 ? [] : [...found, { from, to: null, when: 'else' }];
}
