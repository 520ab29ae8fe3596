import assert from 'node:assert/strict';
import { closeSandboxes } from '../../runtime/sandbox/index.ts';
import { attack, python } from '../support/attack.ts';
import { needBubblewrap } from '../support/sandbox.ts';

describe('the sandbox, exhausted', function () {
  this.timeout(30_000);

  before(async function () {
    await needBubblewrap(this);
  });

  after(closeSandboxes);

  describe('resources', () => {
    it('fork bomb', () =>
      attack({
        source: python('import os', 'while True:', '  try: os.fork()', '  except OSError: pass'),
      }));

    it('fork bomb of threads', () =>
      attack({
        source: python(
          'import threading, time',
          'n = 0',
          'try:',
          '  while n < 2000: threading.Thread(target=time.sleep, args=(9,), daemon=True).start(); n += 1',
          'except RuntimeError: pass',
          'print("loot" if n >= 2000 else n)',
        ),
      }));

    it('fork bomb in JavaScript', () =>
      attack({
        language: 'javascript',
        source: `const { spawn } = require('child_process');
          const again = () => { for (let i = 0; i < 8; i++) spawn(process.argv0, ['-e', 'setTimeout(() => 0, 9e4)']).on('error', () => 0); setTimeout(again, 1); };
          again();`,
      }));

    it('memory bomb in one process', async () => {
      const why = await attack({
        source: python('x = bytearray(1 << 30)', 'print("loot")'),
      });
      assert.match(why, /MemoryError/);
    });

    it('memory bomb of many processes, each under the limit', async () => {
      const why = await attack({
        source: python(
          'import os, time',
          'for i in range(20):',
          '  if os.fork() == 0:',
          '    x = bytearray(os.urandom(1 << 20)) * 60',
          '    time.sleep(9)',
          '    os._exit(0)',
          'time.sleep(1.5)',
          'print("loot")',
        ),
      });
      assert.match(why, /memory/);
    });

    it('memory bomb shared between processes', async () => {
      const why = await attack({
        source: python(
          'import mmap, os, time',
          'for i in range(8):',
          '  if os.fork() == 0:',
          '    m = mmap.mmap(-1, 60 << 20)',
          '    for k in range(60): m[k << 20:(k + 1) << 20] = os.urandom(1 << 20)',
          '    time.sleep(9)',
          'time.sleep(1.8)',
          'print("loot")',
        ),
      });
      assert.match(why, /memory|processor time/);
    });

    it('memory bomb in JavaScript, outside of its heap', async () => {
      const why = await attack({
        language: 'javascript',
        source: `const all = []; for (let i = 0; i < 400; i++) all.push(Buffer.alloc(4 << 20, i)); console.log('loot');`,
      });
      assert.match(why, /memory|Array buffer allocation failed|ended|took/);
    });

    it('memory that belongs to no process', () =>
      attack({
        source: python('import os', 'fd = os.memfd_create("x")', 'print("loot")'),
      }));

    it('endless loop', async () => {
      assert.match(await attack({ source: 'while True: pass' }), /took more than/);
    });

    it('endless loop that catches every signal', async () => {
      const source = python(
        'import signal',
        'for s in range(1, 65):',
        '  try: signal.signal(s, signal.SIG_IGN)',
        '  except (OSError, ValueError): pass',
        'while True: pass',
      );
      assert.match(await attack({ source }), /took more than/);
    });

    it('endless sleep', async () => {
      assert.match(await attack({ source: 'import time; time.sleep(1e6)' }), /took more than 2 s/);
    });

    it('endless output on stdout', () =>
      attack({
        source: python('while True:', '  try: print("loot" * 1000)', '  except OSError: pass'),
      }));

    it('endless output on stderr', () =>
      attack({ source: python('import sys', 'while True: sys.stderr.write("x" * 10000)') }));

    it('endless output in JavaScript, on both', () =>
      attack({
        language: 'javascript',
        source: `const fs = require('fs'); for (;;) for (const fd of [1, 2]) try { fs.writeSync(fd, 'x'.repeat(1e5)); } catch {}`,
      }));

    it('filling the scratch folder', () =>
      attack({
        source: python(
          'n = 0',
          'try:',
          '  for i in range(64):',
          '    with open(f"f{i}", "wb") as f:',
          '      f.write(bytes(4 << 20)); f.flush(); n += 4',
          'except OSError: pass',
          'print("loot" if n >= 200 else n)',
        ),
      }));

    it('filling the scratch folder with empty files', async () => {
      const source = python('i = 0', 'while i < 10**6: open(str(i), "w").close(); i += 1', 'print("loot")');
      assert.match(await attack({ source }), /files|time/);
    });

    it('one huge sparse file', () =>
      attack({
        source: python('with open("f", "wb") as f: f.truncate(1 << 40)', 'print("loot")'),
      }));

    it('exhausting file handles', () =>
      attack({
        source: python(
          'kept = []',
          'try:',
          '  while len(kept) < 10000: kept.append(open("/dev/null"))',
          'except OSError: pass',
          'print("loot" if len(kept) >= 10000 else len(kept))',
        ),
      }));

    it('deep recursion and a huge number printed', async () => {
      await attack({
        source: python(
          'import sys',
          'sys.setrecursionlimit(10**9)',
          'def f(n): return f(n + 1) + 1',
          'print(f(0))',
        ),
      });
      await attack({ source: 'print(7 ** 10**8)' });
    });
  });

  describe('processes left behind', () => {
    it('a sleeping grandchild in a session of its own, twice forked', async () => {
      const source = python(
        'import os, time',
        'if os.fork() == 0:',
        '  os.setsid()',
        '  if os.fork() == 0:',
        '    time.sleep(600)',
        '  os._exit(0)',
        'print("done")',
      );
      assert.match(await attack({ source }), /it gave "done"/);
    });

    it('detached children in JavaScript', () =>
      attack({
        language: 'javascript',
        source: `require('child_process').spawn(process.argv0, ['-e', 'setTimeout(() => 0, 6e5)'], { detached: true, stdio: 'ignore' }).unref(); console.log('done');`,
      }));
  });
});
