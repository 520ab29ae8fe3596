import { defineTask, range } from '../../../runtime/tasks/index.ts';
import { nameOf } from '../../support/roads.ts';

interface Courses {
  readonly courses: number;
  /** The first of each pair comes before the second. */
  readonly before: readonly (readonly [number, number])[];
}

/**
 * Puts courses in an order in which each comes after those that it needs; any such order counts. The steps name the
 * courses of which all that they need is done, time after time; the first of them comes next.
 *
 *     order abc with c before a,a before b=?   ->   c a b<answer>cab</answer>
 */
export const courseSchedule = defineTask({
  name: 'course_schedule',
  settings: {
    courses: range({ within: [2, 20], default: [3, 5] }),
    pairs: range({ within: [1, 40], default: [2, 4] }),
  },

  pose({ courses: range, pairs }, random): Courses {
    const courses = random.int(range.from, range.to);
    const order = random.shuffle(Array.from({ length: courses }, (_, i) => i));
    const all: [number, number][] = [];
    for (let i = 0; i < courses; i++) {
      for (let j = i + 1; j < courses; j++) all.push([order[i] ?? 0, order[j] ?? 0]);
    }
    return { courses, before: random.shuffle(all).slice(0, random.int(pairs.from, pairs.to)) };
  },

  prompt({ courses, before }) {
    const all = Array.from({ length: courses }, (_, i) => nameOf(i)).join('');
    return `order ${all} with ${before.map(([a, b]) => `${nameOf(a)} before ${nameOf(b)}`).join(',')}=?`;
  },

  /** The first course of the alphabet for which all is done, again and again. */
  work({ courses, before }) {
    const { order, free } = schedule(courses, before);
    return { steps: free.join(' '), answer: order.map(nameOf).join('') };
  },

  /** A course and one that it needs are changed over. */
  slip({ courses, before }, random) {
    const { order, free } = schedule(courses, before);
    const [a, b] = random.pick(before);
    const swapped = order.map((course) => (course === a ? b : course === b ? a : course));
    return { steps: free.join(' '), answer: swapped.map(nameOf).join('') };
  },

  accepts(given, expected, { before }) {
    const order = given.replace(/[ ,>-]/g, '');
    if ([...order].sort().join('') !== [...expected].sort().join('')) return false;
    return before.every(([a, b]) => order.indexOf(nameOf(a)) < order.indexOf(nameOf(b)));
  },
});

/** An order, and at each of its places the courses that may come there. */
function schedule(courses: number, before: Courses['before']): { order: number[]; free: string[] } {
  const order: number[] = [];
  const free: string[] = [];
  while (order.length < courses) {
    const open = Array.from({ length: courses }, (_, course) => course).filter(
      (course) => !order.includes(course) && before.every(([a, b]) => b !== course || order.includes(a)),
    );
    order.push(open[0]!);
    free.push(open.map(nameOf).join(''));
  }
  return { order, free };
}
