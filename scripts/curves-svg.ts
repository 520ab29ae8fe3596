/**
 * Draws how figures of a run moved, from its event log, one panel a figure:
 * `npx tsx scripts/curves-svg.ts RUN_FOLDER OUT.svg [--title TEXT] [FIGURE=LABEL ...]`.
 * A figure is a metric of the steps, such as reward.mean, or one of a suite, such as heldout.pass@1.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { RunEvent } from '../runtime/run/events.ts';

interface Point {
  readonly step: number;
  readonly value: number;
}

const panel = { width: 360, height: 190, left: 46, right: 16, top: 34, bottom: 28 };
const columns = 2;
const titleHeight = 34;

/** The readings of a figure, in order of the steps. */
function readings(events: readonly RunEvent[], figure: string): Point[] {
  const dot = figure.indexOf('.');
  const [suite, name] = [figure.slice(0, dot), figure.slice(dot + 1)];
  return events.flatMap((event) => {
    const found =
      event.event === 'step'
        ? event.metrics[figure]
        : event.event === 'evaluate' && event.suite === suite
          ? event.figures.all[name]
          : undefined;
    return typeof found === 'number' ? [{ step: event.step, value: found }] : [];
  });
}

/** Round values that span the range: a step of 1, 2 or 5 times a power of ten, four parts at most. */
function ticks(low: number, high: number): number[] {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((n) => n * power).find((one) => one >= rough)!;
  const first = Math.floor(low / step);
  const count = Math.ceil(high / step - 1e-9) - first;
  return Array.from({ length: count + 1 }, (_, i) => Number(((first + i) * step).toPrecision(6)));
}

function drawPanel(points: readonly Point[], label: string, steps: number, isShare: boolean): string {
  const values = points.map(({ value }) => value);
  const low = Math.min(0, ...values);
  const high = Math.max(...values);
  const marks = ticks(low, high > low ? high : low + 1);
  const [bottom, top] = [marks[0]!, marks.at(-1)!];
  const x = (step: number) => panel.left + (step / steps) * (panel.width - panel.left - panel.right);
  const y = (value: number) =>
    panel.height -
    panel.bottom -
    ((value - bottom) / (top - bottom)) * (panel.height - panel.top - panel.bottom);
  const text = (value: number) => (isShare ? `${Number((100 * value).toFixed(1))}%` : String(value));
  const at = (value: number) => value.toFixed(1);
  const line = points.map(({ step, value }) => `${at(x(step))},${at(y(value))}`).join(' ');
  const last = points.at(-1)!;
  return [
    `<text class="label" x="${panel.left}" y="18">${escapeXml(label)}</text>`,
    ...marks.flatMap((mark) => [
      `<line class="grid" x1="${panel.left}" x2="${panel.width - panel.right}" y1="${at(y(mark))}" y2="${at(y(mark))}"/>`,
      `<text class="tick" x="${panel.left - 6}" y="${at(y(mark) + 4)}" text-anchor="end">${text(mark)}</text>`,
    ]),
    ...[0, Math.round(steps / 2), steps].map(
      (step) =>
        `<text class="tick" x="${at(x(step))}" y="${panel.height - 8}" text-anchor="${step === steps ? 'end' : 'middle'}">${step === steps ? `step ${step}` : step}</text>`,
    ),
    `<polyline class="curve" points="${line}"/>`,
    // Readings that lie apart are seen as such.
    ...(points.length <= 16
      ? points.map(
          ({ step, value }) => `<circle class="point" cx="${at(x(step))}" cy="${at(y(value))}" r="3.2"/>`,
        )
      : []),
    `<text class="last" x="${at(x(last.step))}" y="${at(y(last.value) - 8)}" text-anchor="end">${isShare ? `${(100 * last.value).toFixed(0)}%` : last.value.toPrecision(2)}</text>`,
  ].join('\n');
}

function curvesSvg(events: readonly RunEvent[], title: string, figures: readonly [string, string][]): string {
  const steps = Math.max(...events.map(({ step }) => step));
  const drawn = figures.map(([figure, label], i) => {
    const points = readings(events, figure);
    if (points.length < 2) throw new Error(`The run has ${points.length} readings of ${figure}: no curve.`);
    const isShare = /pass@|correct|truncated/.test(figure);
    const [column, row] = [i % columns, Math.floor(i / columns)];
    return `<g transform="translate(${column * panel.width} ${titleHeight + row * panel.height})">\n${drawPanel(points, label, steps, isShare)}\n</g>`;
  });
  const width = panel.width * Math.min(columns, figures.length);
  const height = titleHeight + panel.height * Math.ceil(figures.length / columns);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">
<style>
text { font-family: ui-sans-serif, system-ui, 'Segoe UI', Helvetica, Arial, sans-serif; }
.back { fill: #ffffff; } .title { font-size: 14px; font-weight: 600; fill: #1b212b; }
.label { font-size: 12.5px; font-weight: 600; fill: #1b212b; } .tick { font-size: 11px; fill: #6a7487; }
.last { font-size: 12px; font-weight: 600; fill: #2563c9; } .grid { stroke: #e3e7ee; stroke-width: 1; }
.curve { fill: none; stroke: #2563c9; stroke-width: 2; stroke-linejoin: round; } .point { fill: #2563c9; }
@media (prefers-color-scheme: dark) {
.back { fill: #11151c; } .title, .label { fill: #d5dbe5; } .tick { fill: #78839a; } .grid { stroke: #262d39; }
.curve { stroke: #72a7f7; } .point, .last { fill: #72a7f7; }
}
</style>
<rect class="back" width="${width}" height="${height}" rx="8"/>
<text class="title" x="${panel.left}" y="24">${escapeXml(title)}</text>
${drawn.join('\n')}
</svg>
`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { title: { type: 'string' } },
});
const [folder, output, ...wanted] = positionals;
if (folder === undefined || output === undefined || wanted.length === 0) {
  process.stderr.write(
    'usage: npx tsx scripts/curves-svg.ts RUN_FOLDER OUT.svg [--title TEXT] FIGURE[=LABEL] ...\n',
  );
  process.exit(2);
}
const events = readFileSync(join(folder, 'events.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as RunEvent);
const figures = wanted.map((one): [string, string] => {
  const [figure = '', label = figure] = one.split('=');
  return [figure, label];
});
writeFileSync(output, curvesSvg(events, values.title ?? folder, figures));
