import { constant } from '../../runtime/graph/index.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa, type Options } from 'execa';
import { exampleGraph } from '../report/example-graph.ts';
import type { Graph } from '../../runtime/graph/graph.ts';

const main = fileURLToPath(new URL('../../runtime/cli/main.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');

/** What would change the output of a command: the tests set it themselves. */
const silent = { NO_COLOR: '', CI: '', npm_command: '', npm_config_loglevel: 'error', PRORL_DEBUG: '' };

/** How a command is started: over the sources, without a terminal. */
export function start(args: readonly string[], options: Options & { nodeFlags?: string[] } = {}) {
  const { nodeFlags = [], env, ...rest } = options;
  return execa(process.execPath, [...nodeFlags, '--import', tsx, main, ...args], {
    reject: false,
    stdin: 'ignore',
    ...rest,
    extendEnv: false,
    env: { ...withoutProrl(), ...env },
  });
}

export interface Ended {
  stdout: string;
  stderr: string;
  exitCode: number | undefined;
}

/** Runs a command to its end. */
export async function prorl(
  args: readonly string[],
  options: Options & { nodeFlags?: string[] } = {},
): Promise<Ended> {
  const { stdout, stderr, exitCode } = await start(args, options);
  return { stdout: String(stdout), stderr: String(stderr), exitCode };
}

function withoutProrl(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PRORL_') && !(name in silent) && name !== 'FORCE_COLOR',
  );
  return Object.fromEntries(kept);
}

/** A folder of the test's own, removed after it. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'prorl-cli-'));
  try {
    await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A graph that trains a very small model from random weights, so that a step takes no time. */
export function smallGraph(): Graph {
  const graph = structuredClone(exampleGraph);
  graph.model = {
    source: 'fresh',
    family: 'llama',
    layers: 1,
    hidden: 16,
    heads: 2,
    kvHeads: 1,
    intermediate: 32,
    context: 128,
  };
  Object.assign(graph.suites['heldout'] ?? {}, { problems: 4, samples: 2, passAt: [1, 2], maxTokens: 6 });
  for (const entry of graph.mixtures['puzzles']?.entries ?? []) entry.task.settings = {};
  for (const node of graph.nodes) {
    if (node.kind === 'sample') node.config.prompts = constant(2);
    if (node.kind === 'filter') node.config.keep = null;
    if (node.kind === 'update') node.config.updates = constant(1);
    if (node.kind === 'rollout') {
      node.config.samples = constant(2);
      node.config.maxTokens = constant(6);
    }
  }
  return graph;
}
