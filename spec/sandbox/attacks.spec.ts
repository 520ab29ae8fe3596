import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeSandboxes } from '../../runtime/sandbox/index.ts';
import { judgeCode } from '../../runtime/tasks/index.ts';
import { attack, ATTACK_LIMITS, python } from '../support/attack.ts';
import { needBubblewrap } from '../support/sandbox.ts';

const MARK = `prorl-attack-${process.pid}-${Math.random().toString(36).slice(2)}`;
const SECRET = `secret-${Math.random().toString(36).slice(2)}`;

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
      await attack({ source });
      await attack({ source: `open("/tmp/${MARK}", "w").write("x")` });
      for (const place of places) assert.ok(!existsSync(join(place, MARK)), place);
    });

    it('reading the home folder, the working folder and system files', async () => {
      for (const [path, loot] of [
        [homeFile, SECRET],
        [join(folder, 'expected'), SECRET],
      ] as const) {
        await attack({ source: `print(open(${JSON.stringify(path)}).read())`, loot });
      }
      const paths = [
        '/etc/passwd',
        '/etc/hostname',
        join(process.cwd(), 'package.json'),
        '/proc/self/environ',
        '/sys',
      ];
      const source = `import os; print("loot" if any(os.path.exists(p) for p in ${JSON.stringify(paths)}) else "nothing")`;
      await attack({ source });
    });

    it('symbolic links in the scratch folder, and over the files of its runner', async () => {
      await attack({
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
        source: python('import os', 'print(os.environ.get("PRORL_TEST_SECRET"))'),
        loot: SECRET,
      });
      await attack({
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
      await attack({ source });
    });

    it('mounting a /proc of its own, or a new user namespace', async () => {
      const source = (call: string) =>
        python('import ctypes', 'libc = ctypes.CDLL(None)', `print("loot" if ${call} == 0 else "nothing")`);
      await attack({ source: source('libc.mount(b"proc", b"/tmp", b"proc", 0, None)') });
      await attack({ source: source('libc.unshare(0x10000000)') });
      await attack({ source: source('libc.chroot(b"/tmp")') });
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
        assert.match(await attack({ source }), /PermissionError/);
      }
      await attack({
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
      assert.match(await attack({ source }), /alive/);
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
      await attack({ source });
    });

    it('stopping its parent', () =>
      attack({
        source: python('import os, signal', 'os.kill(os.getppid(), signal.SIGSTOP)', 'print("x")'),
      }));

    it('tracing its parent, and its memory', async () => {
      const call = (text: string) =>
        python(
          'import ctypes, os',
          'libc = ctypes.CDLL(None)',
          `print("loot" if ${text} >= 0 else "nothing")`,
        );
      await attack({ source: call('libc.ptrace(16, os.getppid(), None, None)') });
      await attack({
        source: call('libc.process_vm_readv(os.getppid(), None, 0, None, 0, 0)'),
      });
      await attack({
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
      await attack({ source, loot, limits: { cpuSeconds: 5, wallSeconds: 5 } });
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
        await attack({ source });
      }
      await attack({ language: 'javascript', source: 'process.exit(0)' });
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
          { language: 'python', function: 'f', tests: [{ args: [1], expected: 42 }], limits: ATTACK_LIMITS },
          'lies',
          source,
        );
        assert.equal(verdict.score, 0, source);
      }
    });

    it('output that is no text', async () => {
      const why = await attack({
        source: python('import os', 'os.write(1, b"\\xff\\xfe lo\\x00ot")'),
      });
      assert.match(why, /it gave/);
    });

    it('a source that breaks the compiler', async () => {
      await attack({ source: `${'('.repeat(50_000)}${')'.repeat(50_000)}` });
      await attack({ source: 'print("lo\0ot")' });
      await attack({ source: 'print("\ud800")' });
      await attack({ source: 'x = ((1 << 200) ** 200) ** 2 * "x"' });
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
