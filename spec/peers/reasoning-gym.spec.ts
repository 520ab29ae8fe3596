import assert from 'node:assert/strict';
import { join } from 'node:path';
import { execa } from 'execa';
import { compile } from '../../grammar/index.ts';
import { fileWorkspace } from '../../runtime/cli/workspace.ts';
import type { ReasoningGymReference } from '../../runtime/graph/index.ts';
import { openReasoningGym } from '../../runtime/sources/reasoning-gym.ts';
import type { OpenTask } from '../../runtime/sources/opened.ts';
import { seededRandom } from '../../runtime/tasks/seeded-random.ts';
import type { Problem, Settings } from '../../runtime/tasks/task.ts';
import { describePeers, python } from './python.ts';

const module = `edition 2026
import { logic_96, logic_unseen } from "prorl/reasoning-gym"
import { grpo } from "prorl/stages"
model nano = bundled("nano")
suite held { tasks: logic_unseen  problems: 20  samples: 4  report: pass@1 }
stage s = grpo { mixture: logic_96 }
pipeline main { model: nano  evaluate held every 1 steps  run s for 2 steps }
`;

/** What is asked for by the module, and the configuration that direct calls get: only what differs from the package's own. */
function cases(): { dataset: string; settings: Settings; config: Settings; seed: number }[] {
  const pipeline = join(import.meta.dirname, 'pipeline.prorl');
  const { graph, diagnostics } = compile(pipeline, {
    ...fileWorkspace,
    read: (file) => (file === pipeline ? { text: module } : fileWorkspace.read(file)),
    exists: (file) => file === pipeline || fileWorkspace.exists(file),
  });
  assert.ok(graph, JSON.stringify(diagnostics));
  assert.equal(graph.mixtures['logic_96']!.entries.length, 96);
  assert.equal(graph.mixtures['logic_unseen']!.entries.length, 10);
  return Object.values(graph.mixtures)
    .flatMap(({ entries }) => entries)
    .flatMap(({ name, task: { settings, ...task } }) => {
      assert.equal(task.source, 'reasoning_gym');
      const { min_num_vertices: size } = settings;
      const sized = name.startsWith('graph_color')
        ? { min_num_vertices: size!, max_num_vertices: size! }
        : {};
      return [1, 2].map((seed) => ({
        dataset: (task as ReasoningGymReference).dataset,
        settings,
        config: sized,
        seed,
      }));
    });
}

interface Direct {
  question: string;
  answer: string;
  metadata: string[];
  scores: [string, number | string][];
}

interface Data {
  dataset: string;
  config: Settings;
  seed: number;
  metadata: object;
}

describePeers('reasoning-gym through prorl, beside direct calls', function () {
  this.timeout(600_000);
  const before_ = process.env.PRORL_PYTHON;
  const opened: OpenTask[] = [];
  before(() => {
    process.env.PRORL_PYTHON = python;
  });
  after(async () => {
    await Promise.all(opened.map((task) => task.close!()));
    if (before_ === undefined) delete process.env.PRORL_PYTHON;
    else process.env.PRORL_PYTHON = before_;
  });

  it('is known to the compiler, field by field', async () => {
    await execa('npx', ['tsx', 'scripts/reasoning-gym.ts', '--check'], {
      cwd: join(import.meta.dirname, '../..'),
    });
  });

  it('poses and judges every task of prorl/reasoning-gym as the package does by its own defaults', async () => {
    const posed: { task: OpenTask; problem: Problem; config: Settings }[] = [];
    for (const [i, { dataset, settings, config, seed }] of cases().entries()) {
      const task = await openReasoningGym({ source: 'reasoning_gym', name: dataset, dataset, settings });
      opened.push(task);
      posed.push({ task, config, problem: await task.generate(settings, seededRandom(1000 * seed + i)) });
    }
    const input = JSON.stringify(posed.map(({ problem, config }) => ({ ...(problem.data as Data), config })));
    const script = join(import.meta.dirname, 'reasoning_gym_direct.py');
    const env = { PYTHONHASHSEED: '0' };
    const { stdout } = await execa(python, [script], { input, env });
    const direct = JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)) as Direct[];
    for (const [i, { task, problem }] of posed.entries()) {
      const { question, answer, metadata, scores } = direct[i]!;
      const data = problem.data as Data;
      assert.ok(problem.prompt.startsWith(`${question.trimEnd()}\n\n`), `${task.name}: the question`);
      assert.equal(problem.answer, answer, task.name);
      assert.deepEqual(Object.keys(data.metadata).sort(), metadata, task.name);
      for (const [text, score] of scores) {
        const response = `<think>3 <answer>no</answer></think><answer>${text}</answer>`;
        const verdict = await task.verify(problem, response);
        // A scorer that throws on a text that it cannot read gives it nothing.
        const expected = typeof score === 'string' ? 0 : score;
        assert.deepEqual(verdict, { score: expected, correct: expected === 1 }, `${task.name}: ${text}`);
      }
    }
  });
});
