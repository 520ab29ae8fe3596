import { sizeOf } from '../sizes.ts';
import { spreadOf, type Spread } from '../spread.ts';
import type { Comparison, Report, SizeReport } from './report.ts';

const header = ['size', 'what', 'prorl', 'peer', 'times as fast', 'spread', 'peer is'];

/** The figures as rows of a table, its header first. */
export function tableOf(report: Report): string[][] {
  return [header, ...report.sizes.flatMap(rowsOf)];
}

function rowsOf(of: SizeReport): string[][] {
  const tokens = (seconds: readonly number[], each: number) =>
    `${Math.round(each / spreadOf(seconds).median)} tok/s`;
  const rate = (what: string, { prorl, peer, ratio, tokens: each }: Comparison, name: string) => [
    of.size,
    what,
    tokens(prorl, each),
    tokens(peer, each),
    ...times(ratio),
    name,
  ];
  const { memory, step, floorSeconds } = of;
  const share = (seconds: readonly number[]) =>
    `${Math.round((100 * floorSeconds) / spreadOf(seconds).median)} %`;
  return [
    rate('rollout', of.rollout, 'transformers generate'),
    rate('update', of.update, 'torch'),
    [
      of.size,
      'whole GRPO step',
      `${spreadOf(step.prorl).median.toFixed(2)} s`,
      `${spreadOf(step.peer).median.toFixed(2)} s`,
      ...times(step.ratio),
      "TRL's GRPOTrainer",
    ],
    [
      of.size,
      'share of the floor, whole step',
      share(step.prorl),
      share(step.peer),
      '',
      '',
      "TRL's GRPOTrainer",
    ],
    [
      of.size,
      'peak memory, whole step',
      `${memory.prorl} MiB`,
      `${memory.peer} MiB`,
      `${(memory.prorl / memory.peer).toFixed(2)} times as much`,
      '',
      "TRL's GRPOTrainer",
    ],
  ];
}

function times({ median, least, greatest }: Spread): [string, string] {
  return [median.toFixed(2), `${least.toFixed(2)} to ${greatest.toFixed(2)}`];
}

/** For a terminal. */
export function textOf(report: Report): string {
  const rows = tableOf(report);
  const widths = header.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const lines = rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, '', ...floorLines(report), ''].join('\n');
}

/** How each floor comes about. */
export function floorLines({ flops, sizes }: Report): string[] {
  return sizes.map(({ size, floor, floorSeconds }) => {
    const giga = (operations: number) => `${(operations / 1e9).toFixed(1)}`;
    const total = floor.rollout + floor.reference + floor.update;
    return (
      `${size}: floor (${giga(floor.rollout)} rollout + ${giga(floor.reference)} reference + ${giga(floor.update)} update) GFLOP ` +
      `= ${giga(total)} GFLOP / ${giga(flops)} GFLOP/s = ${floorSeconds.toFixed(3)} s`
    );
  });
}

/** The page docs/benchmarks.md. */
export function markdownOf(report: Report): string {
  const { machine, matmul, flops, sizes, date } = report;
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const [head, ...rows] = tableOf(report);
  return `${[
    '# Benchmarks against peers',
    '',
    `Written by \`npm run bench:peers -- --markdown docs/benchmarks.md\` on ${date}: ${machine.cpu}, ${machine.cores} cores, ` +
      `${machine.memoryGiB} GiB, Node ${machine.node.slice(1)}. Take the ratios, not the figures: both sides ran in one run, in turns, ` +
      'each alone on the processor while it was timed, on the same model folder, prompts, lengths and sampling ' +
      '(temperature 1, top_p 1, top_k 0, no response ends early), all in float32. Ratios are medians over rounds with the ' +
      'least and the greatest; above 1, prorl is faster. Loading and the first round do not count.',
    '',
    row(head!),
    row(head!.map(() => '---')),
    ...rows.map(row),
    '',
    '## What is measured',
    '',
    ...sizes.map(
      (of) =>
        `- **${of.size}**: ${(of.parameters / 1e6).toFixed(1)}M parameters, ${shapeOf(of)}; ${of.prompts} prompts of ${of.promptTokens} tokens ` +
        `x ${of.samples} samples of ${of.maxTokens} tokens; ${of.step.prorl.length} ${of.step.prorl.length === 1 ? 'round' : 'rounds'}. prorl: ${of.settings.prorl}. ` +
        `Peers: ${of.settings.trl}. Gradient norms of the two updates on the same tokens and weights differ by ` +
        `${of.gradNormDifference.toExponential(0)}.`,
    ),
    '',
    'An update is forward, backward and AdamW on the same tokens with the clipped surrogate and a mean over tokens. A whole ' +
      'step is rollout, rewards, the reference policy on every token (k3 in the loss) and one update. Peak memory is the ' +
      'resident set of a process that did nothing but steps. The peers run with a KV cache, fused AdamW, no gradient ' +
      'checkpointing and the whole batch at once.',
    '',
    '## The floor',
    '',
    'The matrix products of a step, everything shared that can be (bench/peers/floor.ts), at the rate of float32 products of ' +
      `1024 x 1024 in the same run: torch ${(matmul.torch / 1e9).toFixed(0)}, prorl ${(matmul.prorl / 1e9).toFixed(0)}, so ${(flops / 1e9).toFixed(0)} GFLOP/s.`,
    '',
    ...floorLines(report).map((line) => `- ${line}`),
  ].join('\n')}\n`;
}

function shapeOf({ size }: SizeReport): string {
  const { family, layers, width, heads, keyValueHeads, hiddenWidth, vocabularySize } = sizeOf(size).config;
  return (
    `${family}, ${layers} layers, ${width} wide, ${heads} heads, ${keyValueHeads} of keys and values, ` +
    `feed-forward ${hiddenWidth}, vocabulary ${vocabularySize}`
  );
}
