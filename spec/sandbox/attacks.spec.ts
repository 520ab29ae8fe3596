import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { closeSandboxes, type Language, type Limits } from '../../runtime/sandbox/index.ts';
import { judgeCode } from '../../runtime/tasks/index.ts';
import { needBubblewrap, processNamespaces } from '../support/sandbox.ts';

/**
 * Solutions that attack what runs them. What a test expects is what the attack would print, had it worked: a score
 * above 0 is an escape. Each must also end within its limits and leave nothing behind.
 */
interface Attack {
  readonly name: string;
  readonly language?: Language;
  readonly source: string;
  /** What it would print. */
  readonly loot?: string;
  readonly stdin?: string;
  readonly limits?: Partial<Limits>;
}

const MARK = `prorl-attack-${process.pid}-${Math.random().toString(36).slice(2)}`;
const SECRET = `secret-${Math.random().toString(36).slice(2)}`;
const LIMITS = { cpuSeconds: 1, wallSeconds: 2, memoryBytes: 128 * 2 ** 20 };
/** What every attack may take: its wall time, and a while for a busy machine to notice. */
const PATIENCE = 1000 * (LIMITS.wallSeconds + 4);

const folder = mkdtempSync(join(tmpdir(), 'prorl-judge-'));
const socketPath = join(folder, 'socket');
const homeFile = join(homedir(), `.${MARK}`);
const servers: Server[] = [];
const udp = createSocket('udp4');
let tcpPort = 0;
let visitors = 0;

async function listen(at: Parameters<Server['listen']>[0]): Promise<Server> {
  const server = createServer((socket) => {
    visitors++;
    socket.end('hello');
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(at, resolve));
  return server;
}

async function attack({
  language = 'python',
  source,
  loot = 'loot',
  stdin = '',
  limits,
}: Attack): Promise<string> {
  const before = processNamespaces();
  const started = performance.now();
  const verdict = await judgeCode(
    { language, tests: [{ stdin, stdout: loot }], limits: { ...LIMITS, ...limits } },
    'attack',
    `\`\`\`\n${source}\n\`\`\``,
  );
  const took = performance.now() - started;
  assert.equal(verdict.score, 0, `it got out: ${source}`);
  assert.ok(took < PATIENCE, `it took ${Math.round(took)} ms`);
  await nothingLeft(before);
  return verdict.why;
}

/** No process namespace of the job's is left; the kernel may take a moment to end a thousand processes. */
async function nothingLeft(before: ReadonlySet<string>): Promise<void> {
  for (let wait = 0; wait < 100; wait++) {
    if ([...processNamespaces()].every((space) => before.has(space))) return;
    await sleep(20);
  }
  assert.fail('processes are left');
}

const python = (...lines: string[]): string => lines.join('\n');

describe('the sandbox under attack', function () {
  this.timeout(30_000);

  before(async function () {
    await needBubblewrap(this);
    process.env.PRORL_TEST_SECRET = SECRET;
    writeFileSync(homeFile, SECRET, { mode: 0o644 });
    writeFileSync(join(folder, 'expected'), SECRET, { mode: 0o644 });
    const server = await listen({ port: 0, host: '127.0.0.1' });
    tcpPort = (server.address() as { port: number }).port;
    await listen({ path: socketPath });
    await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
    udp.on('message', () => visitors++);
  });

  after(async () => {
    delete process.env.PRORL_TEST_SECRET;
    rmSync(homeFile, { force: true });
    for (const server of servers) server.close();
    udp.close();
    rmSync(folder, { recursive: true, force: true });
    await closeSandboxes();
  });

  describe('resources', () => {
    it('fork bomb', () =>
      attack({
        name: 'fork',
        source: python('import os', 'while True:', '  try: os.fork()', '  except OSError: pass'),
      }));

    it('fork bomb of threads', () =>
      attack({
        name: 'threads',
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
        name: 'spawn',
        language: 'javascript',
        source: `const { spawn } = require('child_process');
          const again = () => { for (let i = 0; i < 8; i++) spawn(process.argv0, ['-e', 'setTimeout(() => 0, 9e4)']).on('error', () => 0); setTimeout(again, 1); };
          again();`,
      }));

    it('memory bomb in one process', async () => {
      const why = await attack({
        name: 'memory',
        source: python('x = bytearray(1 << 30)', 'print("loot")'),
      });
      assert.match(why, /MemoryError/);
    });

    it('memory bomb of many processes, each under the limit', async () => {
      const why = await attack({
        name: 'memories',
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
        name: 'shared',
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
        name: 'buffers',
        language: 'javascript',
        source: `const all = []; for (let i = 0; i < 400; i++) all.push(Buffer.alloc(4 << 20, i)); console.log('loot');`,
      });
      assert.match(why, /memory|Array buffer allocation failed|ended|took/);
    });

    it('memory that belongs to no process', () =>
      attack({
        name: 'memfd',
        source: python('import os', 'fd = os.memfd_create("x")', 'print("loot")'),
      }));

    it('endless loop', async () => {
      assert.match(await attack({ name: 'loop', source: 'while True: pass' }), /took more than/);
    });

    it('endless loop that catches every signal', async () => {
      const source = python(
        'import signal',
        'for s in range(1, 65):',
        '  try: signal.signal(s, signal.SIG_IGN)',
        '  except (OSError, ValueError): pass',
        'while True: pass',
      );
      assert.match(await attack({ name: 'ignore', source }), /took more than/);
    });

    it('endless sleep', async () => {
      assert.match(
        await attack({ name: 'sleep', source: 'import time; time.sleep(1e6)' }),
        /took more than 2 s/,
      );
    });

    it('endless output on stdout', () =>
      attack({
        name: 'out',
        source: python('while True:', '  try: print("loot" * 1000)', '  except OSError: pass'),
      }));

    it('endless output on stderr', () =>
      attack({ name: 'err', source: python('import sys', 'while True: sys.stderr.write("x" * 10000)') }));

    it('endless output in JavaScript, on both', () =>
      attack({
        name: 'both',
        language: 'javascript',
        source: `const fs = require('fs'); for (;;) for (const fd of [1, 2]) try { fs.writeSync(fd, 'x'.repeat(1e5)); } catch {}`,
      }));

    it('filling the scratch folder', () =>
      attack({
        name: 'disk',
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
      assert.match(await attack({ name: 'inodes', source }), /files|time/);
    });

    it('one huge sparse file', () =>
      attack({
        name: 'sparse',
        source: python('with open("f", "wb") as f: f.truncate(1 << 40)', 'print("loot")'),
      }));

    it('exhausting file handles', () =>
      attack({
        name: 'handles',
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
        name: 'recursion',
        source: python(
          'import sys',
          'sys.setrecursionlimit(10**9)',
          'def f(n): return f(n + 1) + 1',
          'print(f(0))',
        ),
      });
      await attack({ name: 'digits', source: 'print(7 ** 10**8)' });
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
      assert.match(await attack({ name: 'grandchild', source }), /it gave "done"/);
    });

    it('detached children in JavaScript', () =>
      attack({
        name: 'detached',
        language: 'javascript',
        source: `require('child_process').spawn(process.argv0, ['-e', 'setTimeout(() => 0, 6e5)'], { detached: true, stdio: 'ignore' }).unref(); console.log('done');`,
      }));
  });

  describe('files', () => {
    it('writing outside of the scratch folder', async () => {
      const places = [
        tmpdir(),
        homedir(),
        process.cwd(),
        folder,
        '/',
        '/usr/lib',
        '/dev',
        '/etc',
        '/var/tmp',
      ];
      const source = python(
        `places = ${JSON.stringify(places.filter((place) => place !== '/tmp'))}`,
        'wrote = 0',
        'for place in places:',
        '  try:',
        `    with open(place + "/${MARK}", "w") as f: f.write("x")`,
        '    wrote += 1',
        '  except OSError: pass',
        'print("loot" if wrote else "nothing")',
      );
      await attack({ name: 'outside', source });
      await attack({ name: 'tmp', source: `open("/tmp/${MARK}", "w").write("x")` });
      for (const place of places) assert.ok(!existsSync(join(place, MARK)), place);
    });

    it('reading the home folder, the working folder and system files', async () => {
      for (const [path, loot] of [
        [homeFile, SECRET],
        [join(folder, 'expected'), SECRET],
      ] as const) {
        await attack({ name: path, source: `print(open(${JSON.stringify(path)}).read())`, loot });
      }
      const paths = [
        '/etc/passwd',
        '/etc/hostname',
        join(process.cwd(), 'package.json'),
        '/proc/self/environ',
        '/sys',
      ];
      const source = `import os; print("loot" if any(os.path.exists(p) for p in ${JSON.stringify(paths)}) else "nothing")`;
      await attack({ name: 'system', source });
    });

    it('symbolic links in the scratch folder, and over the files of its runner', async () => {
      await attack({
        name: 'links',
        source: python(
          'import os',
          `os.symlink(${JSON.stringify(homeFile)}, "link")`,
          'for name in ["stdin", "stdout", "report", "results"]:',
          '  try: os.unlink("/run/" + name)',
          '  except OSError: pass',
          `  os.symlink(${JSON.stringify(homeFile)}, "/run/" + name)`,
          'try: print(open("link").read())',
          'except OSError: print("nothing")',
        ),
        loot: SECRET,
      });
      assert.ok(existsSync(homeFile));
    });

    it('the environment', async () => {
      await attack({
        name: 'environment',
        source: python('import os', 'print(os.environ.get("PRORL_TEST_SECRET"))'),
        loot: SECRET,
      });
      await attack({
        name: 'environment',
        language: 'javascript',
        source: 'console.log(process.env.PRORL_TEST_SECRET)',
        loot: SECRET,
      });
    });

    it('escaping through /proc', async () => {
      const source = python(
        'import os',
        'out = []',
        `for path in ["/proc/1/root${homeFile}", "/proc/self/root${homeFile}", "/proc/1/environ", "/proc/self/mem", "/proc/kcore"]:`,
        '  try: out.append(open(path, "rb").read(64))',
        '  except OSError: pass',
        'try:',
        '  open("/proc/sys/kernel/core_pattern", "w").write("|/bin/false"); out.append("core")',
        'except OSError: pass',
        'print("loot" if out else "nothing")',
      );
      await attack({ name: 'proc', source });
    });

    it('mounting a /proc of its own, or a new user namespace', async () => {
      const source = (call: string) =>
        python('import ctypes', 'libc = ctypes.CDLL(None)', `print("loot" if ${call} == 0 else "nothing")`);
      await attack({ name: 'mount', source: source('libc.mount(b"proc", b"/tmp", b"proc", 0, None)') });
      await attack({ name: 'unshare', source: source('libc.unshare(0x10000000)') });
      await attack({ name: 'chroot', source: source('libc.chroot(b"/tmp")') });
    });
  });

  describe('the network', () => {
    const connect = (family: string, address: string, kind = 'SOCK_STREAM'): string =>
      python(
        'import socket',
        `s = socket.socket(socket.${family}, socket.${kind})`,
        's.settimeout(1)',
        kind === 'SOCK_STREAM'
          ? `s.connect(${address}); print("loot")`
          : `s.sendto(b"x", ${address}); print("loot")`,
      );

    it('TCP, UDP, unix and abstract sockets', async () => {
      for (const source of [
        connect('AF_INET', `("127.0.0.1", ${tcpPort})`),
        connect('AF_INET', `("127.0.0.1", ${udp.address().port})`, 'SOCK_DGRAM'),
        connect('AF_UNIX', JSON.stringify(socketPath)),
        connect('AF_UNIX', `"\\0${MARK}"`),
        connect('AF_INET', '("1.1.1.1", 53)', 'SOCK_DGRAM'),
        connect('AF_NETLINK', '(0, 0)'),
      ]) {
        assert.match(await attack({ name: 'socket', source }), /PermissionError/);
      }
      await attack({
        name: 'node',
        language: 'javascript',
        source: `require('net').connect(${tcpPort}, '127.0.0.1', () => console.log('loot')).on('error', (e) => console.log(e.code));`,
      });
      assert.equal(visitors, 0);
    });
  });

  describe('the judge', () => {
    it('killing its parent', async () => {
      const source = python(
        'import os, time',
        'os.kill(os.getppid(), 9)',
        'time.sleep(0.2)',
        'try: os.kill(1, 0); print("alive")',
        'except OSError: print("loot")',
      );
      assert.match(await attack({ name: 'parent', source }), /alive/);
    });

    it('signals to everyone', async () => {
      const source = python(
        'import os, signal',
        `for pid in [-1, 1, 2, ${process.pid}, ${process.ppid}, *range(3, 400)]:`,
        '  if pid != os.getpid():',
        '    try: os.kill(pid, 9)',
        '    except OSError: pass',
        'print("done")',
      );
      await attack({ name: 'signals', source });
    });

    it('stopping its parent', () =>
      attack({
        name: 'stop',
        source: python('import os, signal', 'os.kill(os.getppid(), signal.SIGSTOP)', 'print("x")'),
      }));

    it('tracing its parent, and its memory', async () => {
      const call = (text: string) =>
        python(
          'import ctypes, os',
          'libc = ctypes.CDLL(None)',
          `print("loot" if ${text} >= 0 else "nothing")`,
        );
      await attack({ name: 'ptrace', source: call('libc.ptrace(16, os.getppid(), None, None)') });
      await attack({
        name: 'process_vm_readv',
        source: call('libc.process_vm_readv(os.getppid(), None, 0, None, 0, 0)'),
      });
      await attack({
        name: 'pidfd_getfd',
        source: call('libc.syscall(438, libc.syscall(434, os.getppid(), 0), 1, 0)'),
      });
    });

    it('finding the expected answers in memory or files', async () => {
      const loot = `needle-${MARK}`;
      const source = python(
        'import gc, os, sys',
        'want = "need" + "le-"',
        'found = [o for o in gc.get_objects() if isinstance(o, (dict, list)) and want + "p" in repr(o)[:10**6]]',
        'frame = sys._getframe()',
        'while frame:',
        '  found += [v for v in frame.f_globals.values() if isinstance(v, str) and want + "p" in v and "gc.get" not in v]',
        '  frame = frame.f_back',
        'for root in ["/run", "/tmp", "/dev"]:',
        '  for base, _, names in os.walk(root):',
        '    for name in names:',
        '      try:',
        '        with open(os.path.join(base, name), "rb") as f: text = f.read(1 << 16)',
        '        if want.encode() + b"p" in text: found.append(text)',
        '      except OSError: pass',
        'text = repr(found)',
        'at = text.find(want + "p")',
        `print(text[at:at + ${loot.length}] if at >= 0 else "nothing")`,
      );
      await attack({ name: 'expected', source, loot, limits: { cpuSeconds: 5, wallSeconds: 5 } });
    });

    it('forged results, and an early end with code 0', async () => {
      const frames = '{"compiled": true}\\n{"ok": true, "output": "loot"}\\n';
      for (const source of [
        `print('${frames}')`,
        python(
          'import os',
          `for fd in range(1, 64):`,
          `  try: os.write(fd, b'${frames}')`,
          '  except OSError: pass',
          'os._exit(0)',
        ),
        'print("1 passed, 0 failed")',
        'import sys; sys.exit(0)',
        'import os; os._exit(0)',
        'quit()',
      ]) {
        await attack({ name: 'forge', source });
      }
      await attack({ name: 'exit', language: 'javascript', source: 'process.exit(0)' });
    });

    it('values that equal everything, and builtins that lie', async () => {
      const lies = [
        python(
          'class Any(int):',
          '  def __eq__(self, other): return True',
          '  __hash__ = int.__hash__',
          '  def __repr__(self): return "42"',
          'def f(x): return Any(7)',
        ),
        python(
          'class Any(str):',
          '  def __eq__(self, other): return True',
          '  def __hash__(self): return 0',
          'def f(x): return Any("7")',
        ),
        python(
          'import builtins, json',
          'builtins.compile = lambda *a: None',
          'json.dumps = lambda *a, **k: "true"',
          'def f(x): return 7',
        ),
        python('import os', 'def f(x): os._exit(0)'),
        python('import sys', 'def f(x): sys.exit(0)'),
        python('def f(x):', '  class Odd:', '    pass', '  return Odd()'),
        python('def f(x):', '  a = []', '  for i in range(10**5): a = [a]', '  return a'),
        'f = 42',
        'def g(x): return 42',
      ];
      for (const source of lies) {
        const verdict = await judgeCode(
          { language: 'python', function: 'f', tests: [{ args: [1], expected: 42 }], limits: LIMITS },
          'lies',
          source,
        );
        assert.equal(verdict.score, 0, source);
      }
    });

    it('output that is no text', async () => {
      const why = await attack({
        name: 'bytes',
        source: python('import os', 'os.write(1, b"\\xff\\xfe lo\\x00ot")'),
      });
      assert.match(why, /it gave/);
    });

    it('a source that breaks the compiler', async () => {
      await attack({ name: 'nesting', source: `${'('.repeat(50_000)}${')'.repeat(50_000)}` });
      await attack({ name: 'nul', source: 'print("lo\0ot")' });
      await attack({ name: 'surrogate', source: 'print("\ud800")' });
      await attack({ name: 'folding', source: 'x = ((1 << 200) ** 200) ** 2 * "x"' });
    });
  });

  it('still works for honest solutions', async () => {
    const { correct } = await judgeCode(
      { language: 'python', tests: [{ stdin: '20 22', stdout: '42' }] },
      'honest',
      'print(sum(map(int, input().split())))',
    );
    assert.ok(correct);
  });
});
