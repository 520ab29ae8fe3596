import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { closeSandboxes } from '../../runtime/sandbox/index.ts';
import { judgeCode } from '../../runtime/tasks/index.ts';
import { ATTACK_LIMITS, nothingLeft, python } from '../support/attack.ts';
import { needBubblewrap, processNamespaces } from '../support/sandbox.ts';

/** What they would print, had they worked, is "loot"; none of them ends by itself. */
const ATTACKS: Readonly<Record<string, string>> = {
  'a fork bomb': python('import os', 'while True:', '  try: os.fork()', '  except OSError: pass'),
  'a fork bomb of sleepers': python(
    'import os, time',
    'while True:',
    '  try:',
    '    if os.fork() == 0: time.sleep(600)',
    '  except OSError: pass',
  ),
  'a memory bomb of many processes': python(
    'import os, time',
    'for i in range(20):',
    '  if os.fork() == 0:',
    '    x = bytearray(os.urandom(1 << 20)) * 60',
    '    time.sleep(600)',
    'time.sleep(600)',
  ),
  'an endless loop': 'while True: pass',
  'endless output': python('while True: print("x" * 4096)'),
  'a flood of files': python('n = 0', 'while True:', '  open(f"/tmp/{n}", "w").close(); n += 1'),
  'open files without end': python(
    'kept = []',
    'while True:',
    '  try: kept.append(open("/dev/null"))',
    '  except OSError: pass',
  ),
  'detached sleepers': python(
    'import os, time',
    'for i in range(8):',
    '  if os.fork() == 0:',
    '    os.setsid()',
    '    if os.fork() == 0: time.sleep(600)',
    '    os._exit(0)',
    'time.sleep(600)',
  ),
};

describe('the sandbox under several attacks at once', function () {
  this.timeout(60_000);

  before(async function () {
    await needBubblewrap(this);
  });

  after(closeSandboxes);

  it('contains each, lets honest solutions through meanwhile, and nothing is left behind', async () => {
    const before = processNamespaces();
    const foldersBefore = new Set(readdirSync(tmpdir()));
    const attacks = Object.entries(ATTACKS).map(async ([name, source]) => {
      const problem = {
        language: 'python',
        tests: [{ stdin: '', stdout: 'loot' }],
        limits: ATTACK_LIMITS,
      } as const;
      return [name, (await judgeCode(problem, 'attack', `\`\`\`\n${source}\n\`\`\``)).score] as const;
    });
    const honest = Array.from({ length: 4 }, async (_, i) => {
      const problem = { language: 'python', tests: [{ stdin: `${i} 2`, stdout: `${i + 2}` }] } as const;
      return (await judgeCode(problem, 'sum', '```python\nprint(sum(map(int, input().split())))\n```')).score;
    });
    assert.deepEqual(
      Object.fromEntries(await Promise.all(attacks)),
      Object.fromEntries(Object.keys(ATTACKS).map((name) => [name, 0])),
    );
    assert.deepEqual(await Promise.all(honest), [1, 1, 1, 1]);
    await nothingLeft(before);
    await closeSandboxes();
    const left = readdirSync(tmpdir()).filter(
      (name) => /^prorl-solution-/.test(name) && !foldersBefore.has(name),
    );
    assert.deepEqual(left, []);
  });
});
