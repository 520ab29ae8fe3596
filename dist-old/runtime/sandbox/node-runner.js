/**
 * What runs inside of the sandbox before a JavaScript solution does: it compiles the source once (as CommonJS), then
 * starts Node for each input of a program, or once for the calls of a function (and again after a call that ended it).
 * Like the Python runner it knows inputs only, and reads and writes the same lines.
 */
export const NODE_RUNNER = String.raw `
const fs = require('fs'), vm = require('vm'), Module = require('module');
const { spawnSync } = require('child_process');
const job = JSON.parse(fs.readFileSync(0, 'utf8'));
const send = (frame) => fs.writeSync(1, JSON.stringify(frame) + '\n');
const path = (name) => job.folder + '/' + name;
const scratch = (name, data) => {
  fs.rmSync(path(name), { force: true });
  const fd = fs.openSync(path(name), 'wx+', 0o600);
  if (data) fs.writeSync(fd, data, 0);
  return fd;
};
const text = (fd, most) => {
  const bytes = Buffer.alloc(Math.min(most, fs.fstatSync(fd).size));
  return bytes.toString('utf8', 0, fs.readSync(fd, bytes, 0, bytes.length, 0));
};
const lastError = (stderr) =>
  (stderr.split('\n').filter((line) => /^(Uncaught )?\w*(Error|Exception)\b/.test(line)).pop() || '').slice(0, 400);

// Runs in a Node of its own: calls the function on each input from a given one on, a JSON line for each.
const callAll = (folder, entry, from) => {
  const fs = require('fs');
  const inputs = JSON.parse(fs.readFileSync(folder + '/inputs', 'utf8'));
  const source = fs.readFileSync(folder + '/solution.js', 'utf8');
  const { stringify, parse } = JSON;
  const write = fs.writeSync;
  const plain = (key, value) => {
    if (typeof value === 'number' && !isFinite(value)) throw new TypeError('the result holds ' + value);
    return value;
  };
  const find = () => {
    const script = new (require('vm').Script)(
      '(function (exports, require, module) {' + source + '\n;if (typeof ' + entry + ' === "function") return ' + entry + ';})',
      { filename: 'solution.js' },
    );
    const module = { exports: {} };
    const found = script.runInThisContext()(module.exports, require, module) || module.exports[entry] || module.exports;
    if (typeof found !== 'function') throw new ReferenceError('there is no function ' + entry);
    return found;
  };
  (async () => {
    for (let i = from; i < inputs.length; i++) {
      let frame;
      try {
        const result = stringify(await find()(...parse(inputs[i])), plain);
        if (result === undefined) throw new TypeError('the result is not JSON');
        frame = { ok: true, output: result };
      } catch (error) {
        frame = { ok: false, why: String(error).slice(0, 400) };
      }
      write(3, stringify(frame) + '\n');
    }
  })();
};

const run = (args, stdio) => {
  const child = spawnSync(process.argv0, job.flags.concat(args), { stdio, killSignal: 'SIGKILL', env: process.env });
  if (job.alone && process.pid === 1) {
    try { process.kill(-1, 'SIGKILL'); } catch (error) { if (error.code !== 'ESRCH') throw error; }
  }
  return child;
};
const ended = ({ error, signal, status }, stderr) =>
  error ? String(error) : signal ? 'it was ended by ' + signal : lastError(stderr) || 'it ended with code ' + status;

const program = (given) => {
  const stdin = scratch('stdin', given), stdout = scratch('stdout'), stderr = scratch('stderr');
  const child = run([path('solution.js')], [stdin, stdout, stderr]);
  const size = fs.fstatSync(stdout).size;
  if (child.error || child.signal || child.status !== 0) {
    send({ ok: false, why: ended(child, text(stderr, 1 << 16)), signal: child.signal });
  } else if (size > job.outputBytes) send({ ok: false, why: 'it wrote too much' });
  else send({ ok: true, output: text(stdout, job.outputBytes) });
  for (const fd of [stdin, stdout, stderr]) fs.closeSync(fd);
};

const calls = () => {
  fs.writeFileSync(path('inputs'), JSON.stringify(job.inputs));
  let done = 0;
  while (done < job.inputs.length) {
    const results = scratch('results'), stderr = scratch('stderr');
    const start = '(' + callAll + ')(' + [job.folder, job.entry, done].map((v) => JSON.stringify(v)) + ')';
    const child = run(['-e', start], ['ignore', 'ignore', stderr, results]);
    const lines = text(results, (job.outputBytes + 1024) * job.inputs.length).split('\n').slice(0, -1);
    for (const line of lines.slice(0, job.inputs.length - done)) {
      const frame = JSON.parse(line);
      const long = frame.ok === true && Buffer.byteLength(String(frame.output)) > job.outputBytes;
      send(long ? { ok: false, why: 'the result is too long' } : frame);
    }
    done += lines.length;
    if (done < job.inputs.length) {
      send({ ok: false, why: ended(child, text(stderr, 1 << 16)), signal: child.signal });
      done++;
    }
    for (const fd of [results, stderr]) fs.closeSync(fd);
  }
};

const compiles = () => {
  try {
    new vm.Script(Module.wrap(job.source), { filename: 'solution.js' });
    return true;
  } catch (error) {
    send({ compiled: false, why: String(error).slice(0, 400) });
    return false;
  }
};
if (compiles()) {
  send({ compiled: true });
  fs.writeFileSync(path('solution.js'), job.source);
  if (job.entry === null) for (const given of job.inputs) program(given);
  else calls();
}
`;
