import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { packageRoot } from '../../runtime/package-root.ts';
import { inFolder, prorl, smallGraph } from './prorl.ts';

/** Asserts that a text is JSON as a published schema says. */
function assertSchema(text: string, name: string): void {
  const schema = JSON.parse(
    readFileSync(join(packageRoot, 'spec', 'schemas', `${name}.schema.json`), 'utf8'),
  ) as object;
  const validate = new Ajv({ discriminator: true, allErrors: true, allowUnionTypes: true }).compile(schema);
  assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors?.slice(0, 3)));
}

describe('prorl plan and prorl diff', function () {
  this.timeout(60_000);

  it('diff ends with 0 where both mean the same and with 1 where not, JSON by its schema', async () => {
    await inFolder(async (cwd) => {
      const graph = smallGraph();
      writeFileSync(join(cwd, 'a.json'), JSON.stringify(graph));
      writeFileSync(join(cwd, 'b.json'), JSON.stringify({ ...graph, pipeline: 'renamed' }));
      writeFileSync(join(cwd, 'c.json'), JSON.stringify({ ...graph, seed: graph.seed + 1 }));
      const same = await prorl(['diff', 'a.json', 'b.json'], { cwd });
      assert.equal(same.exitCode, 0, same.stderr);
      assert.equal(same.stdout, 'a.json and b.json mean the same (different graphs of one meaning)');
      const other = await prorl(['diff', 'a.json', 'c.json'], { cwd });
      assert.equal(other.exitCode, 1, other.stderr);
      assert.match(other.stdout, new RegExp(`~ seed +${graph.seed} ⇒ ${graph.seed + 1}\n\n1 difference$`));
      const json = await prorl(['diff', 'a.json', 'c.json', '--json'], { cwd });
      assert.equal(json.exitCode, 1);
      assertSchema(json.stdout, 'diff');
      assert.equal((JSON.parse(json.stdout) as { same: boolean }).same, false);
    });
  });

  it('diff tells a broken file from a difference', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'a.json'), JSON.stringify(smallGraph()));
      const { exitCode, stderr, stdout } = await prorl(['diff', 'a.json', 'none.prorl'], { cwd });
      assert.equal(exitCode, 3);
      assert.match(stderr, /Cannot read none\.prorl/);
      assert.equal(stdout, '');
    });
  });

  it('plan shows its estimate, with what is given by flags, JSON by its schema', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'a.json'), JSON.stringify(smallGraph()));
      const flags = [
        '--machine',
        '2xA100',
        '--parameters',
        '7B',
        '--mean-length',
        '50%',
        '--rollout-utilisation',
        '2%',
      ];
      const { stdout, stderr, exitCode } = await prorl(['plan', 'a.json', ...flags], { cwd });
      assert.equal(exitCode, 0, stderr);
      assert.match(stdout, /N = 7B parameters, as given/);
      assert.match(stdout, /2 x A100: each 80GB, 312 TFLOP\/s/);
      assert.match(stdout, /rollouts reach 2\.00% of that peak, as given/);
      const json = await prorl(['plan', 'a.json', ...flags, '--json'], { cwd });
      assertSchema(json.stdout, 'plan');
      const { estimate } = JSON.parse(json.stdout) as {
        estimate: { hours: { total: number; wall: number } };
      };
      assert.equal(estimate.hours.wall, estimate.hours.total / 2);
    });
  });

  it('plan refuses a machine, a size and a length that mean nothing', async () => {
    await inFolder(async (cwd) => {
      writeFileSync(join(cwd, 'a.json'), JSON.stringify(smallGraph()));
      for (const [flag, value, words] of [
        ['--machine', '32xZ9', /Known are .*H100/],
        ['--parameters', 'big', /1\.5B/],
        ['--mean-length', '0', /a share such as 50%/],
        ['--training-utilisation', '300%', /up to 100%/],
      ] as const) {
        const { exitCode, stderr } = await prorl(['plan', 'a.json', flag, value], { cwd });
        assert.equal(exitCode, 2);
        assert.match(stderr, words);
      }
    });
  });
});
