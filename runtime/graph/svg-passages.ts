import type { Passage } from './stage-order.ts';
import { arrow, size, text } from './svg-marks.ts';

/** Where a panel stands, from top to bottom, in pixels. */
export interface Place {
  top: number;
  bottom: number;
}

/** The start and the end of the run are drawn where a way from or to them is not the only one. */
export interface Places {
  start: Place | null;
  stages: readonly Place[];
  end: Place | null;
}

const laneGap = 14;

/** Ways that pass a stage by run beside the panels, each in a lane of its own. */
function passesBy({ from, to }: Passage, stages: number): boolean {
  return (to ?? stages) - (from ?? -1) > 1;
}

/** The room that those lanes take at the left, in pixels. */
export function lanesWidth(ways: readonly Passage[]): number {
  const stages = 1 + Math.max(-1, ...ways.map(({ to }) => to ?? -1));
  const lanes = ways.filter((way) => passesBy(way, stages)).length;
  return lanes === 0 ? 0 : lanes * laneGap + 20;
}

/** The ways from stage to stage: straight down to the next, or beside those that are left out. `left`: where panels begin. */
export function drawPassages(ways: readonly Passage[], places: Places, left: number): string[] {
  const { start, stages, end } = places;
  let lane = 0;
  const drawn = ways.flatMap((way): string[] => {
    const from = way.from === null ? start : stages[way.from];
    const to = way.to === null ? end : stages[way.to];
    if (!from || !to) return [];
    if (!passesBy(way, stages.length)) return [arrow(`M${left + 40} ${from.bottom} V${to.top - 6}`, 'order')];
    lane += 1;
    const x = left - 12 - lane * laneGap;
    const [y, target] = [from.bottom - 12, to.top + 12];
    return [
      arrow(`M${left} ${y} H${x} V${target} H${left - 2}`, 'lane'),
      text(left - 4, y - 4, 'else', 'type', 'end'),
    ];
  });
  return [
    ...drawn,
    ...(start === null ? [] : [pill(left, start, 'start')]),
    ...(end === null ? [] : [pill(left, end, 'end')]),
  ];
}

function pill(x: number, { top }: Place, label: string): string {
  return `<rect class="node" x="${x}" y="${top}" width="80" height="${size.pill}" rx="12"/>${text(x + 40, top + 16, label, 'kind', 'middle')}`;
}
