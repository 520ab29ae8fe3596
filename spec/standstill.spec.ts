import assert from 'node:assert/strict';
import { needBubblewrap } from './support/sandbox.ts';
import { stopped } from './support/stopped-process.ts';

/** Takes processor time. */
const busy = `const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
  const busy = (ms) => { const end = spent() + ms; while (spent() < end); };`;
const problem = `{ prompt: '1+1=', answer: '2' }`;

// console.log, cut off within, would say nothing more.
/** A task whose every call is given 1 s. */
const task = (members: string): string => `
  import { carefully } from '${new URL('../runtime/tasks/careful.ts', import.meta.url).href}';
  import { seededRandom } from '${new URL('../runtime/tasks/seeded-random.ts', import.meta.url).href}';
  import { writeSync } from 'node:fs';
  const say = (...words) => writeSync(1, words.join(' ') + '\\n');
  ${busy}
  const good = { name: 'mine', generate: () => (${problem}), verify: () => ({ score: 1, correct: true }) };
  const task = carefully({ ...good, ${members} }, { source: './mine.ts', patience: 1000 });
`;

/** A solution that takes a second, and may take two. */
const solve = (open: string, language: string, source: string): string => `
  import { writeSync } from 'node:fs';
  import { closeSandboxes, DEFAULT_LIMITS, openSandbox } from '${new URL('../runtime/sandbox/index.ts', import.meta.url).href}';
  import { quickJsSandbox } from '${new URL('../runtime/sandbox/quickjs.ts', import.meta.url).href}';
  const sandbox = await ${open};
  const job = (source) => ({ language: '${language}', source, entry: null, inputs: [''],
    limits: { ...DEFAULT_LIMITS, cpuSeconds: 2, wallSeconds: 2 } });
  await sandbox.run(job('1'));
  setTimeout(() => writeSync(1, 'ready'), 300);
  const { status } = await sandbox.run(job(${JSON.stringify(source)}));
  writeSync(1, status);
  await sandbox.close();
  await closeSandboxes();
`;

describe('a process that is stopped and goes on', function () {
  this.timeout(20_000);

  it('asks a task again that had no time, for the same problem', async () => {
    const said = await stopped(
      `${task(`generate: (_, random) => {
         const drawn = random.int(0, 1e9);
         say('ready');
         busy(200);
         return { prompt: 'p' + drawn, answer: '2' };
       }`)}
       const { prompt } = await task.generate({}, seededRandom(5));
       say('drawn', prompt === 'p' + seededRandom(5).int(0, 1e9));`,
      2200,
    );
    assert.equal(said, 'ready\ndrawn true', 'it was called twice');
  });

  it('gives an answer that is waited for its time anew', async () => {
    const said = await stopped(
      `${task(`verify: async () => {
         await new Promise((done) => setTimeout(done, 10));
         say('ready');
         // What is waited for was stopped too, and needs a moment when it goes on.
         for (let i = 0; i < 10; i++) await new Promise((done) => setTimeout(done, 50));
         return { score: 1, correct: true };
       }`)}
       say('score', (await task.verify(${problem}, '2')).score);`,
      2200,
    );
    assert.equal(said, 'score 1');
  });

  it('still ends what hangs', async () => {
    const said = await stopped(
      `${task(`verify: () => { say('ready'); for (;;); }`)}
       try { task.verify(${problem}, '2'); } catch (error) { say(error.message); }`,
      2200,
    );
    assert.match(said, /^ready\nThe task mine did not come back for 1 s in verify/);
  });

  it('does not count the time against a solution in bubblewrap', async function () {
    await needBubblewrap(this);
    const said = await stopped(
      solve(`openSandbox('python')`, 'python', 'import time\ntime.sleep(1)\nprint(1)'),
      3500,
    );
    assert.equal(said, 'ran');
  });

  it('does not count the time against a solution in QuickJS', async () => {
    const said = await stopped(
      solve(
        'quickJsSandbox()',
        'javascript',
        'const end = Date.now() + 4000; let n = 0; while (Date.now() < end) n++; console.log(1);',
      ),
      4000,
    );
    assert.equal(said, 'ran');
  });
});
