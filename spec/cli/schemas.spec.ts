import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { packageRoot } from '../../runtime/package-root.ts';
import { prorl } from './prorl.ts';

const quickstart = join(packageRoot, 'pipelines', 'quickstart.prorl');
const wrong = join(packageRoot, 'spec', 'programs', 'bad', 'g0508-no-cooldown.prorl');

/** Commands with the schema of what they print, and the exit code with which they end. */
const commands: [schema: string, args: string[], exitCode: number][] = [
  ['check', ['check', quickstart, '--json'], 0],
  ['check', ['check', wrong, '--json'], 3],
  ['test', ['test', quickstart, '--json'], 0],
  ['doctor', ['doctor', '--json'], 0],
  ['version', ['version', '--json'], 0],
  ['code', ['explain', 'G0508', '--json'], 0],
  ['codes', ['explain', '--list', '--json'], 0],
  ['docs', ['docs', 'prorl/stages', '--format', 'json'], 0],
  ['plan', ['plan', quickstart, '--json'], 0],
  ['graph', ['graph', quickstart], 0],
  ['diff', ['diff', quickstart, quickstart, '--json'], 0],
];

describe('what commands print as JSON', function () {
  this.timeout(90_000);

  for (const [name, args, exitCode] of commands) {
    const words = args.filter((one) => !one.startsWith('/')).join(' ');
    it(`${words} (exit code ${exitCode}) is as its published schema says, and a part less is not`, async () => {
      const ended = await prorl(args);
      assert.equal(ended.exitCode, exitCode, ended.stderr);
      const path = join(packageRoot, 'spec', 'schemas', `${name}.schema.json`);
      const schema = JSON.parse(readFileSync(path, 'utf8')) as object;
      const validate = new Ajv({ discriminator: true, allowUnionTypes: true }).compile(schema);
      const json = JSON.parse(ended.stdout) as Record<string, unknown>;
      assert.ok(validate(json), JSON.stringify(validate.errors?.slice(0, 3)));
      const [first, ...rest] = Object.entries(json);
      assert.ok(first !== undefined && !validate(Object.fromEntries(rest)), 'the schema takes anything');
    });
  }
});
