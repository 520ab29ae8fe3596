import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cagedSandbox } from '../../runtime/sandbox/caged.ts';
import { findCage, openCage } from '../../runtime/sandbox/find.ts';
import {
  closeSandboxes,
  DEFAULT_LIMITS,
  openSandbox,
  type Job,
  type Sandbox,
} from '../../runtime/sandbox/index.ts';
import { findProgram } from '../../runtime/sandbox/interpreter.ts';
import { quickJsSandbox } from '../../runtime/sandbox/quickjs.ts';

/** Time enough on a busy machine too: what these jobs come to is not a matter of time. */
const patient = { ...DEFAULT_LIMITS, cpuSeconds: 15, wallSeconds: 18 };
/** For what never ends by itself. */
const hasty = { ...DEFAULT_LIMITS, cpuSeconds: 1, wallSeconds: 2 };
const job = (
  source: string,
  inputs: string[] = [''],
  entry: string | null = null,
  limits = patient,
): Job => ({
  language: 'javascript',
  source,
  inputs,
  entry,
  limits,
});
const endless = (source: string): Job => job(source, [''], null, hasty);

describe('without bubblewrap', function () {
  this.timeout(60_000);
  const path = process.env.PATH;
  const empty = mkdtempSync(join(tmpdir(), 'prorl-path-'));

  before(async () => {
    await closeSandboxes();
    process.env.PATH = empty;
  });
  after(async () => {
    process.env.PATH = path;
    rmSync(empty, { recursive: true });
    await closeSandboxes();
  });

  it('Python is refused, with what to install and exit code 4', async () => {
    assert.equal(findProgram('bwrap'), undefined);
    const found = await findCage('python');
    assert.ok(!found.works);
    await assert.rejects(openSandbox('python'), (error: Error & { exitCode?: number; hint?: string }) => {
      assert.equal(error.exitCode, 4);
      assert.match(error.message, /no sandbox for solutions in python/);
      if (process.platform === 'linux') assert.match(error.hint ?? '', /apt-get install bubblewrap/);
      assert.match(error.hint ?? '', /--unsafe-no-sandbox/);
      return true;
    });
  });

  it('JavaScript runs in QuickJS', async () => {
    assert.equal((await openSandbox('javascript')).name, 'quickjs');
  });
});

describe('QuickJS', function () {
  this.timeout(60_000);
  let sandbox: Sandbox;
  before(() => {
    sandbox = quickJsSandbox();
  });
  after(() => sandbox.close());

  const output = async (...of: Parameters<typeof job>): Promise<string> => outcome(job(...of));
  const outcome = async (of: Job): Promise<string> => {
    const result = await sandbox.run(of);
    if (result.status !== 'ran') return `${result.status}: ${result.why}`;
    return result.outcomes.map((one) => (one.ok ? one.output : `failed: ${one.why}`)).join('|');
  };

  it('reads standard input in the ways that programs do', async () => {
    for (const source of [
      'console.log(require("fs").readFileSync(0, "utf8").trim())',
      'console.log(require("fs").readFileSync("/dev/stdin").toString().trim())',
      'let t = ""; process.stdin.on("data", (c) => (t += c)).on("end", () => console.log(t.trim()))',
      'require("readline").createInterface({ input: process.stdin }).on("line", (l) => console.log(l))',
      '(async () => { for await (const l of require("readline").createInterface({})) console.log(l); })()',
      'setTimeout(() => process.stdout.write(require("fs").readFileSync(0, "utf8")), 1000)',
    ]) {
      assert.equal(await output(source, ['7 8\n', '9\n']), '7 8\n|9\n', source);
    }
  });

  it('calls functions, each input in a context of its own', async () => {
    const source = 'let n = 0; function f(x) { n += x; return { n, at: [x] }; }';
    assert.equal(await output(source, ['[1]', '[2]'], 'f'), '{"n":1,"at":[1]}|{"n":2,"at":[2]}');
    assert.match(await output('function f(x) { throw new Error("no"); }', ['[1]'], 'f'), /failed: Error: no/);
    assert.match(await output('function f() { return NaN; }', ['[]'], 'f'), /failed: TypeError/);
    assert.match(await output('x = = 1'), /not compiled: SyntaxError/);
  });

  it('contains loops, memory, output, recursion and what reaches for the machine', async () => {
    assert.match(await outcome(endless('while (true);')), /stopped/);
    assert.match(await outcome(endless('for (;;) try { while (true); } catch {}')), /stopped/);
    assert.match(
      await outcome(endless('let a = []; for (;;) a.push(new Array(1e5).fill(1));')),
      /stopped|failed|broke/,
    );
    assert.match(await output('for (;;) console.log("x".repeat(1e5));'), /wrote too much/);
    assert.match(await output('const f = () => f(); f();'), /failed/);
    assert.match(await outcome(endless('console.log(2n ** (2n ** 40n))')), /stopped|failed|broke/);
    assert.equal(
      await output('console.log(typeof fetch, typeof Worker, Object.keys(process.env).length)'),
      'undefined undefined 0\n',
    );
    assert.match(await output('require("child_process")'), /Cannot find module/);
    assert.match(await output('require("fs").readFileSync("/etc/passwd")'), /ENOENT/);
    assert.equal(
      await output('this.constructor.constructor("return typeof process.binding")(); console.log("on")'),
      'on\n',
    );
    assert.equal(await output('process.exit(0)'), '');
  });
});

describe('no sandbox at all, where that was permitted', function () {
  this.timeout(60_000);

  it('runs a solution with its limits of time, and takes away what it wrote', async () => {
    const before = new Set(readdirSync(tmpdir()).filter((name) => name.startsWith('prorl-solution-')));
    const sandbox = cagedSandbox(await openCage('javascript'));
    try {
      const right = await sandbox.run(job('require("fs").writeFileSync("f", "x"); console.log(6 * 7)'));
      assert.deepEqual(right, { status: 'ran', outcomes: [{ ok: true, output: '42\n' }] });
      assert.equal((await sandbox.run(endless('while (true);'))).status, 'stopped');
    } finally {
      await sandbox.close();
    }
    const left = readdirSync(tmpdir()).filter(
      (name) => name.startsWith('prorl-solution-') && !before.has(name),
    );
    assert.deepEqual(left, []);
  });
});
