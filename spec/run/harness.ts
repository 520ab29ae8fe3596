import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runLocal } from '../../runtime/engines/local.ts';
import { resumeLocal } from '../../runtime/engines/resume.ts';
import type { LocalRunOptions, RunResult } from '../../runtime/engines/assemble.ts';
import { readGraph, type Graph } from '../../runtime/graph/index.ts';
import { readEvents } from '../../runtime/run/event-log.ts';
import type { RunEvent } from '../../runtime/run/events.ts';
import { openTestBackend } from '../support/backend.ts';

export const baseFolder = fileURLToPath(new URL('.', import.meta.url));

/** A folder of its own for each test, removed after it. */
export function useTemporaryFolder(): { path(name: string): string } {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'prorl-run-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return { path: (name) => join(folder, name) };
}

export async function start(
  graph: Graph,
  out: string,
  options: Partial<LocalRunOptions> = {},
): Promise<RunResult> {
  const backend = await openTestBackend();
  return runLocal(readGraph(graph, 'the graph of the test'), { out, baseFolder, backend, ...options });
}

export async function goOn(out: string, options: Parameters<typeof resumeLocal>[1] = {}): Promise<RunResult> {
  return resumeLocal(out, { backend: await openTestBackend(), ...options });
}

export function eventsOf<Name extends RunEvent['event']>(
  out: string,
  name: Name,
): Extract<RunEvent, { event: Name }>[] {
  return readEvents(out).filter((event): event is Extract<RunEvent, { event: Name }> => event.event === name);
}

/**
 * The log with its times taken out, and without what only says that a run stopped and went on: what two runs of
 * the same graph must agree on to the letter.
 */
export function essence(out: string): string[] {
  return readEvents(out)
    .filter((event) => event.event !== 'resume' && !(event.event === 'checkpoint' && event.reason !== 'due'))
    .map((event) => {
      const rest: Record<string, unknown> = { ...event };
      delete rest['seconds'];
      // The caller's own bound on steps is no part of the graph.
      if (event.event === 'run.start') delete rest['steps'];
      if (event.event === 'step') {
        const metrics = { ...event.metrics };
        delete metrics['time.step'];
        rest['metrics'] = metrics;
      }
      return JSON.stringify(rest);
    });
}

export function finalWeights(out: string): Buffer {
  return readFileSync(join(out, 'final', 'model.safetensors'));
}
