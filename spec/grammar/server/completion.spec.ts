import assert from 'node:assert/strict';
import type { CompletionItem } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client } from './client.ts';

const head = `edition 2026
import { chain_sum, products } from "prorl/tasks"
import { grpo } from "prorl/stages"
/// The model that ships.
model nano = bundled("nano")
mixture puzzles { chain_sum: 1, products: 2 }
suite heldout { tasks: puzzles  report: pass@1, pass@4 }
schedule trust: Coefficient = 0.1
trigger drifted = kl.mean > 0.1
stage explore(mix: Mixture, longest: Count<tokens> = 40 tokens) = grpo { mixture: mix }
`;

/** What is typed behind the head, what must be offered, and what must not be. */
const cases: readonly (readonly [what: string, text: string, offered: string[], not: string[]])[] = [
  [
    'declarations on an empty line',
    '<|>',
    ['stage', 'pipeline', 'trigger', 'test', 'import'],
    ['rollout', 'nano'],
  ],
  ['declarations where one is begun', 'sta<|>', ['stage'], ['rollout']],
  ['kinds of model', 'model other = <|>', ['bundled', 'hf', 'folder', 'transformer'], ['nano', 'linear']],
  ['templates', 'stage b = <|>', ['grpo', 'explore', 'reinforce', 'supervised'], ['nano', 'puzzles']],
  [
    'fields and blocks of a stage',
    'stage b = grpo {\n  <|>\n}',
    ['rollout', 'kl', 'mixture', 'keep', 'reset', 'guard'],
    ['slips', 'problems'],
  ],
  [
    'fields of a supervised stage',
    'stage b = supervised {\n  <|>\n}',
    ['slips', 'batch', 'optimizer'],
    ['rollout', 'keep'],
  ],
  [
    'fields of a block',
    'stage b = grpo {\n  kl { <|> }\n}',
    ['estimator', 'coefficient', 'in'],
    ['rollout', 'samples'],
  ],
  [
    'only fields that are not there yet',
    'stage b = grpo {\n  kl { estimator: k1, <|> }\n}',
    ['coefficient', 'in'],
    ['estimator'],
  ],
  ['adapters in a pipeline', 'pipeline p {\n  <|>\n}', ['lora', 'model', 'seed', 'run'], ['rollout']],
  [
    'how adapters are made',
    'pipeline p {\n  lora { <|> }\n}',
    ['rank', 'alpha', 'targets'],
    ['estimator', 'model'],
  ],
  [
    'the layers that adapters stand beside',
    'pipeline p {\n  lora { targets: q_proj, <|> }\n}',
    ['v_proj', 'down_proj', 'all_linear'],
    ['k3', 'puzzles'],
  ],
  [
    'words of an enumeration',
    'stage b = grpo {\n  kl { estimator: <|> }\n}',
    ['k1', 'k2', 'k3'],
    ['loss', 'trust'],
  ],
  [
    'schedules for a number',
    'stage b = grpo {\n  kl { coefficient: <|> }\n}',
    ['trust', 'linear', 'cosine'],
    ['k1', 'drifted', 'puzzles'],
  ],
  [
    'what a metric may be compared with',
    'trigger strayed = kl.mean > <|>',
    ['trust', 'linear', 'cycle', 'entropy', 'ema', 'best'],
    ['drifted', 'plateau', 'every', 'puzzles'],
  ],
  [
    'parameters of the stage around',
    'stage b(mine: Mixture) = grpo {\n  mixture: <|>\n}',
    ['mine', 'puzzles'],
    ['trust'],
  ],
  [
    'units behind a number',
    'stage b = grpo {\n  rollout { max_tokens: 64 <|> }\n}',
    ['tokens', 'steps'],
    ['trust'],
  ],
  [
    'triggers and metrics in a condition',
    'stage b = grpo {\n  reset reference when <|>\n}',
    ['drifted', 'kl.mean', 'heldout.pass@4', 'plateau'],
    ['puzzles'],
  ],
  [
    'metrics of a suite behind its dot',
    'trigger x = heldout.<|>',
    ['pass@1', 'pass@4', 'chain_sum.pass@1'],
    ['kl.mean'],
  ],
  ['metrics of a stage behind a dot', 'trigger x = kl.<|> > 1', ['mean', 'coefficient'], ['entropy']],
  [
    'fields of a suite',
    'suite x {\n  tasks: puzzles\n  <|>\n}',
    ['problems', 'samples', 'report'],
    ['tasks', 'rollout'],
  ],
  [
    'fields of a suite on one line',
    'suite x {\n  tasks: puzzles   problems: 64   <|>\n}',
    ['problems', 'samples'],
    ['tasks'],
  ],
  ['tasks of a mixture', 'mixture x {\n  <|>\n}', ['chain_sum', 'products'], ['puzzles', 'explore']],
  ['settings of a task', 'mixture x {\n  chain_sum(<|>): 1\n}', ['terms', 'digits', 'subtract'], ['letters']],
  ['words for a setting', 'mixture x {\n  chain_sum(subtract: <|>): 1\n}', ['true', 'false'], ['terms']],
  ['the level of a task', 'mixture x {\n  chain_sum(<|>): 1\n}', ['level', 'terms'], ['letters']],
  ['levels', 'mixture x {\n  chain_sum(level: <|>): 1\n}', ['1', '6'], ['7', 'terms']],
  [
    'what stands behind a task',
    'task x = <|>',
    ['code', 'program', 'http', 'reasoning_gym', 'dataset'],
    ['bundled'],
  ],
  ['what stands behind a verifier', 'verifier x = <|>', ['code', 'program', 'http'], ['dataset']],
  ['the arguments of a program', 'task x = program("sh", <|>)', ['timeout', 'processes'], ['url']],
  [
    'verifiers',
    'verifier judge = http("http://a")\nstage s = grpo {\n  reward { verifier: <|> }\n}',
    ['judge', 'none'],
    ['chain_sum'],
  ],
  ['the block verify', 'stage s = grpo {\n  verify { on_failure: <|> }\n}', ['stop', 'skip'], ['zero']],
  ['what follows a task', 'task x = code("./x") <|>', ['domain', 'levels {'], ['chain_sum']],
  ['domains', 'task x = code("./x") domain <|>', ['math', 'logic', 'instructions'], ['levels {']],
  [
    'settings of a level',
    'task x(words: Range = 1..2, rhymes: Boolean = true) = code("./x") levels {\n  1 { words: 1, <|> }\n}',
    ['rhymes'],
    ['words', 'rollout'],
  ],
  ['parameters of a function', 'schedule x = linear(0, 1, <|>)', ['over', 'from'], ['nano']],
  [
    'what a pipeline holds',
    'pipeline p {\n  <|>\n}',
    ['model', 'seed', 'evaluate', 'checkpoint', 'run'],
    ['rollout', 'expect'],
  ],
  ['models', 'pipeline p {\n  model: <|>\n}', ['nano'], ['puzzles']],
  ['suites', 'pipeline p {\n  evaluate <|>\n}', ['heldout'], ['nano']],
  ['stages to run', 'pipeline p {\n  run <|>\n}', ['explore', 'grpo'], ['nano', 'heldout']],
  [
    'arguments of a stage',
    'pipeline p {\n  run explore(<|>) for 10 steps\n}',
    ['mix', 'longest', 'puzzles'],
    ['nano'],
  ],
  ['how a stage ends', 'pipeline p {\n  run explore(puzzles) <|>\n}', ['until', 'for', 'with'], ['nano']],
  [
    'overrides of a run',
    'pipeline p {\n  run explore(puzzles) with { rollout { <|> } } for 10 steps\n}',
    ['samples'],
    ['estimator'],
  ],
  ['events', 'test "x" {\n  expect <|>\n}', ['reset', 'guard', 'transition'], ['kl.mean']],
  ['given metrics', 'test "x" {\n  given <|>\n}', ['kl.mean', 'heldout.pass@1'], ['nano']],
  [
    'from which step a reading holds',
    'test "x" {\n  given kl.mean = 0.1, then 0.2 <|>\n}',
    ['from step'],
    ['nano'],
  ],
  ['models that ship', 'model b = bundled(<|>)', ['"nano"', 'name'], ['explore']],
  ['models that ship within quotes', 'model b = bundled("<|>")', ['nano'], ['"nano"', 'prorl/tasks']],
  [
    'named values in a calculation',
    'let half: Count<steps> = 10 steps\nlet more: Count<steps> = 2 * <|>',
    ['half'],
    ['more', 'puzzles'],
  ],
  [
    'named values in the calculation of a field',
    'let half: Count<tokens> = 10 tokens\nstage b = grpo {\n  rollout { max_tokens: 2 * (half + <|>) }\n}',
    ['half'],
    ['puzzles'],
  ],
  ['units in a calculation', 'let more: Count<steps> = 2 * 3 <|>', ['steps', 'tokens'], ['nano']],
  ['types', 'stage b(x: <|>) = grpo {}', ['Mixture', 'Count', 'Fraction'], ['nano']],
  ['names that a module exports', 'import { <|> } from "prorl/tasks"', ['gcd'], ['grpo']],
  ['modules', 'import { gcd } from "<|>', ['prorl/tasks', 'prorl/stages', './other.prorl'], ['./main.prorl']],
  [
    'code beside the file',
    'task x = code("<|>")',
    ['./riddle', './tasks/'],
    ['./riddle.ts', './rows.jsonl', './tiny.gguf'],
  ],
  [
    'code in a folder',
    'verifier x = code("./tasks/<|>")',
    ['./tasks/judge'],
    ['./riddle', './tasks/judge.d'],
  ],
  [
    'folders of models',
    'model m = folder("./wei<|>")',
    ['./weights/', './tiny.gguf'],
    ['./riddle', './rows.jsonl'],
  ],
  [
    'data',
    'task x = dataset("<|>")',
    ['./rows.jsonl', './weights/'],
    ['./riddle', './tiny.gguf', './other.prorl'],
  ],
  [
    'held-out data, by its parameter',
    'task x = dataset("./rows.jsonl", heldout: "<|>")',
    ['./rows.jsonl'],
    ['./riddle'],
  ],
  ['no paths where none stand', 'task x = dataset("./rows.jsonl", prompt: "<|>")', [], ['./rows.jsonl']],
  [
    'tasks that are not imported yet',
    'mixture x {\n  <|>\n}',
    ['gcd', 'maze', 'maze (prorl/reasoning-gym)', 'own_task'],
    ['kind', 'five'],
  ],
  [
    'verifiers that are not imported yet',
    'stage s = grpo {\n  reward { verifier: <|> }\n}',
    ['math'],
    ['gcd'],
  ],
  ['rewards that are not imported yet', 'stage s = grpo {\n  reward: <|>\n}', ['kind'], ['gcd', 'math']],
  ['the curriculum of a mixture', 'mixture x {\n  <|>\n}', ['curriculum'], ['audit']],
  ['what a curriculum sets', 'mixture x {\n  curriculum { <|> }\n}', ['window', 'floor'], ['when']],
  ['what is audited', 'pipeline p {\n  audit <|>\n}', ['reward.mean', 'heldout.pass@1'], ['gcd']],
  ['nothing in comments', '// sta<|>', [], ['stage']],
  [
    'filters of groups',
    'stage b = grpo {\n  keep groups where <|>\n}',
    ['reward.std', 'score.mean'],
    ['kl.mean'],
  ],
];

describe('completion over the protocol', () => {
  let client: Client;
  before(async () => {
    client = await Client.start({
      'other.prorl': `edition 2026
export let five: Number = 5
export task own_task = code("./riddle")
export reward kind { correct: 1 }
`,
      'riddle.ts': '',
      'rows.jsonl': '',
      'tiny.gguf': '',
      'tasks/judge.ts': '',
      'tasks/judge.d.ts': '',
      'weights/config.json': '{}',
    });
  });
  after(() => client.stop());

  for (const [what, text, offered, not] of cases) {
    it(`offers ${what}`, async () => {
      const at = await client.write('main.prorl', head + text);
      const labels = (await client.ask<CompletionItem[]>('completion', 'main.prorl', at)).map(
        (one) => one.label,
      );
      for (const one of offered)
        assert.ok(labels.includes(one), `"${one}" is missing of: ${labels.join(' ')}`);
      for (const one of not)
        assert.ok(!labels.includes(one), `"${one}" should not be among: ${labels.join(' ')}`);
      assert.equal(new Set(labels).size, labels.length, `twice in: ${labels.join(' ')}`);
    });
  }

  it('says what a field means, takes, and is without being written', async () => {
    const at = await client.write('main.prorl', `${head}stage b = grpo {\n  rollout { <|> }\n}`);
    const items = await client.ask<CompletionItem[]>('completion', 'main.prorl', at);
    const samples = items.find((one) => one.label === 'samples');
    assert.equal(samples?.detail, 'Schedule<Count<samples>> = 8 samples');
    assert.match(
      (samples?.documentation as { value: string }).value,
      /size of a group.*Default: `8 samples`/s,
    );
  });

  it('shows the doc comment of a declared name', async () => {
    const at = await client.write('main.prorl', `${head}pipeline p {\n  model: <|>\n}`);
    const items = await client.ask<CompletionItem[]>('completion', 'main.prorl', at);
    const nano = items.find((one) => one.label === 'nano');
    assert.deepEqual(nano?.documentation, { kind: 'markdown', value: 'The model that ships.' });
  });

  /** What taking an item makes of a text. */
  async function taken(marked: string, label: string): Promise<string> {
    const at = await client.write('main.prorl', marked);
    const items = await client.ask<CompletionItem[]>('completion', 'main.prorl', at);
    const one = items.find((item) => item.label === label);
    assert.ok(one, `"${label}" is missing of: ${items.map((item) => item.label).join(' ')}`);
    const text = marked.replace('<|>', '');
    const document = TextDocument.create('file:///x', 'prorl', 1, text);
    const edit = one.textEdit ?? { range: { start: at, end: at }, newText: one.insertText ?? one.label };
    assert.ok('range' in edit);
    return TextDocument.applyEdits(document, [edit, ...(one.additionalTextEdits ?? [])]);
  }

  it('replaces all that is written of a path', async () => {
    const model = await taken('edition 2026\nmodel m = folder("./we<|>")', './weights/');
    assert.equal(model, 'edition 2026\nmodel m = folder("./weights/")');
    const imported = await taken('edition 2026\nimport { five } from "./o<|>"', './other.prorl');
    assert.equal(imported, 'edition 2026\nimport { five } from "./other.prorl"');
  });

  it('imports a name beside those of its module', async () => {
    assert.equal(
      await taken(
        'edition 2026\nimport {\n  products,\n} from "prorl/tasks"\nmixture x {\n  <|>: 1\n}',
        'spell_backward',
      ),
      'edition 2026\nimport {\n  products, spell_backward,\n} from "prorl/tasks"\nmixture x {\n  spell_backward($0): 1\n}',
    );
  });

  it('writes an import of its own below the others, below the edition, or below the comments at the top', async () => {
    const mixture = 'mixture x {\n  <|>: 1\n}';
    const after = 'mixture x {\n  own_task: 1\n}';
    const line = 'import { own_task } from "./other.prorl"';
    const grpo = 'import { grpo } from "prorl/stages"';
    assert.equal(
      await taken(`edition 2026\n\n${grpo}\n\n${mixture}`, 'own_task'),
      `edition 2026\n\n${grpo}\n${line}\n\n${after}`,
    );
    assert.equal(
      await taken(`edition 2026\n\n${mixture}`, 'own_task'),
      `edition 2026\n\n${line}\n\n${after}`,
    );
    assert.equal(await taken(`// Mine.\n\n${mixture}`, 'own_task'), `// Mine.\n\n${line}\n\n${after}`);
  });

  it('leaves alone a name that the file has already', async () => {
    const at = await client.write('main.prorl', `${head}task gcd = code("./riddle")\nmixture x {\n  <|>\n}`);
    const items = await client.ask<CompletionItem[]>('completion', 'main.prorl', at);
    const gcd = items.filter((one) => one.label === 'gcd');
    assert.deepEqual(
      gcd.map((one) => one.additionalTextEdits),
      [undefined],
    );
  });
});
