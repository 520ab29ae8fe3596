/**
 * What QuickJS lacks of what short Node programs use: console, process, require of fs, readline and os, timers.
 * `__write(stream, text)` and `__exit(code)` come from outside, `__stdin` is the input.
 */
export const QUICKJS_PRELUDE = String.raw `
(() => {
  const write = __write, exit = __exit, stdin = __stdin;
  delete globalThis.__write; delete globalThis.__exit; delete globalThis.__stdin;
  const quoted = (v) => "'" + v + "'";
  const show = (v, inner) => {
    if (typeof v === 'string') return inner ? quoted(v) : v;
    if (typeof v === 'bigint') return v + 'n';
    if (Object.is(v, -0)) return '-0';
    if (v instanceof Error) return v.stack ? v + '\n' + v.stack : String(v);
    if (Array.isArray(v)) return v.length === 0 ? '[]' : '[ ' + v.map((x) => show(x, true)).join(', ') + ' ]';
    if (v instanceof Map || v instanceof Set) return show([...v], true);
    if (typeof v === 'object' && v !== null) {
      const parts = Object.entries(v).map(([k, x]) => k + ': ' + show(x, true));
      return parts.length === 0 ? '{}' : '{ ' + parts.join(', ') + ' }';
    }
    return typeof v === 'function' ? '[Function: ' + v.name + ']' : String(v);
  };
  const line = (stream) => (...values) => write(stream, values.map((v) => show(v, false)).join(' ') + '\n');
  const log = line(1), error = line(2);
  globalThis.console = { log, info: log, debug: log, error, warn: error };
  const timers = [];
  let now = 0, count = 0;
  const later = (f, ms, args, every) => {
    const timer = { f, at: now + Math.max(1, +ms || 0), args, every, id: ++count };
    timers.push(timer);
    return timer.id;
  };
  const cancel = (id) => { const i = timers.findIndex((t) => t.id === id); if (i >= 0) timers.splice(i, 1); };
  globalThis.setTimeout = (f, ms, ...args) => later(f, ms, args);
  globalThis.setImmediate = (f, ...args) => later(f, 0, args);
  globalThis.setInterval = (f, ms, ...args) => later(f, ms, args, Math.max(1, +ms || 0));
  globalThis.clearTimeout = globalThis.clearInterval = globalThis.clearImmediate = cancel;
  globalThis.queueMicrotask = (f) => { Promise.resolve().then(f); };
  // Runs the next timer; time passes only by them.
  const tick = () => {
    if (timers.length === 0) return false;
    const timer = timers.reduce((a, b) => (b.at < a.at ? b : a));
    cancel(timer.id);
    now = timer.at;
    if (timer.every) { timer.at = now + timer.every; timers.push(timer); }
    timer.f(...timer.args);
    return true;
  };
  const lines = () => { const all = stdin.split(/\r?\n/); if (all.at(-1) === '') all.pop(); return all; };
  const emitter = (feed) => {
    const on = {};
    let fed = false;
    const emit = (name, value) => (on[name] || []).slice().forEach((f) => f(value));
    const self = {
      on(name, f) {
        (on[name] ||= []).push(f);
        if (!fed && name in feed) { fed = true; later(() => feed[name](emit), 0, []); }
        return self;
      },
      setEncoding() { return self; }, resume() { return self; }, pause() { return self; }, close() {}, setPrompt() {}, prompt() {},
      async *[Symbol.asyncIterator]() { yield* feed.all(); },
    };
    self.once = self.addListener = self.on;
    return self;
  };
  const whole = (emit) => { if (stdin !== '') emit('data', stdin); emit('end'); emit('close'); };
  const input = emitter({ data: whole, end: whole, all: () => [stdin] });
  let read = false;
  input.read = () => (read ? null : ((read = true), stdin));
  input.fd = 0;
  const each = (emit) => { for (const text of lines()) emit('line', text); emit('close'); };
  const fs = {
    readFileSync(file) {
      if (file === 0 || file === '/dev/stdin') return stdin;
      throw new Error("ENOENT: no such file or directory, open '" + file + "'");
    },
    writeSync(fd, text) { write(fd, String(text)); return String(text).length; },
    writeFileSync(file, text) { write(file === 2 || file === '/dev/stderr' ? 2 : 1, String(text)); },
  };
  const modules = {
    fs,
    os: { EOL: '\n' },
    readline: { createInterface: () => emitter({ line: each, close: each, all: lines }) },
  };
  globalThis.process = {
    argv: ['node', 'solution.js'], env: {}, platform: 'linux', stdin: input, exitCode: undefined,
    stdout: { write: (text) => (write(1, String(text)), true) },
    stderr: { write: (text) => (write(2, String(text)), true) },
    exit: (code) => exit(code === undefined ? 0 : Number(code)),
    nextTick: (f, ...args) => { Promise.resolve().then(() => f(...args)); },
    on() {}, hrtime: Object.assign(() => [0, 0], { bigint: () => 0n }), memoryUsage: () => ({}),
  };
  globalThis.global = globalThis;
  const require = (name) => {
    const module = modules[String(name).replace(/^node:/, '')];
    if (module === undefined) throw new Error("Cannot find module '" + name + "'");
    return module;
  };
  return { require, tick };
})()
`;
