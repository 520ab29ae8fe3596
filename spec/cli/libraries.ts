import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes files below a folder, whose parents are made. */
export function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Poses "NAME 7?", whose answer is one more. */
export const taskCode = (name: string, helper = './plus.js') => `
import { plus } from '${helper}';
export const task = {
  name: '${name}',
  generate: (settings, random) => {
    const n = random.int(settings.value.from, settings.value.to);
    return { prompt: '${name} ' + n + '?', answer: String(plus(n)) };
  },
  verify: (problem, response) => {
    const correct = response.includes('<answer>' + problem.answer + '</answer>');
    return { score: correct ? 1 : 0, correct };
  },
  solve: (problem) => '<answer>' + problem.answer + '</answer>',
};
`;

/** A library with one declaration of each kind; it brings another one along, in its own node_modules. */
export const logic: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: '@acme/logic',
    version: '1.4.0',
    type: 'module',
    description: 'Riddles & more',
    files: ['*.prorl', 'dist/**/*.js'],
    prorl: { modules: { '.': './logic.prorl', parts: 'parts.prorl' } },
  }).replace('"*.prorl"', '"logic.prorl","parts.prorl"'),
  'logic.prorl': `edition 2026
import { next } from "deeper"
import { slow } from "./parts.prorl"

/// Counts <on>.
export task one_more(
  /// Where | it starts.
  value: Range in 0..9999 = 0..999
) = code("./dist/tasks/one-more", export: "task")

export task needs(value: Range) = code("./dist/tasks/one-more.js", export: "task")

export mixture both {
  one_more: 2
  next:     slow
}

export suite exam {
  tasks: both
  problems: 4   samples: 2   temperature: 1   max_tokens: 6 tokens
  report: pass@1, pass@2
}

export trigger far = kl.mean > 0.2

/// Small steps.
export stage learn(mix: Mixture, most: Count<tokens> = 6 tokens) = reinforce {
  mixture: mix
  rollout { prompts: 2, samples: 2, max_tokens: most }
  kl { estimator: k3, coefficient: 0.01, in: loss }
  optimizer { rate: 1e-4 }
  reset reference to current when far { cooldown: 5 steps }
}
`,
  'parts.prorl': 'edition 2026\n\nexport schedule slow: Coefficient = linear(1, 2, over: 10 steps)\n',
  'dist/tasks/one-more.js': taskCode('one_more'),
  'dist/tasks/plus.js': 'export const plus = (n) => n + 1;\n',
  'node_modules/deeper/package.json': JSON.stringify({
    name: 'deeper',
    version: '0.2.0',
    type: 'module',
    prorl: { modules: { '.': 'deeper.prorl' } },
  }),
  'node_modules/deeper/deeper.prorl':
    'edition 2026\nexport task next(value: Range = 0..999) = code("./next.js", export: "task")\n',
  'node_modules/deeper/next.js': taskCode('next'),
  'node_modules/deeper/plus.js': 'export const plus = (n) => n + 1;\n',
  'README.md': 'Not published by name, so it does not count.\n',
};

/** A pipeline that takes all but its model from the library. */
export const pipeline = `edition 2026
import { both, exam, learn } from "@acme/logic"
model fresh = transformer(family: llama, layers: 1, hidden: 16, heads: 2, kv_heads: 1, intermediate: 32, context: 128 tokens)
pipeline main {
  model: fresh
  seed: 1
  evaluate exam every 2 steps
  run learn(both) for 2 steps
}
`;

/** A project with the pipeline as main.prorl and the library installed. */
export function project(folder: string, changes: Readonly<Record<string, string>> = {}): void {
  put(folder, { 'package.json': '{ "name": "project" }', 'main.prorl': pipeline });
  put(join(folder, 'node_modules', '@acme', 'logic'), { ...logic, ...changes });
}
