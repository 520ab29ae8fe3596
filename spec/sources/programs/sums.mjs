// Poses sums and judges them over the line protocol. Its arguments make it misbehave: `--fault=NAME`, at the
// requests whose response (or, for problems, whose settings) asks for it.
import { spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const options = Object.fromEntries(process.argv.slice(2).map((one) => one.replace(/^--/, '').split('=')));
const write = (message) => process.stdout.write(`${JSON.stringify(message)}\n`);
if (options.log) appendFileSync(options.log, `start ${process.pid}\n`);
if (options.orphan) {
  const orphan = spawn('sleep', ['600'], { stdio: 'inherit' });
  if (options.log) appendFileSync(options.log, `orphan ${orphan.pid}\n`);
}
if (options.stubborn) process.on('SIGTERM', () => undefined);

const faults = {
  exit: () => process.exit(3),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  hang: () => undefined,
  garbage: () => process.stdout.write('Loading the model ... done\n'),
  half: ({ id }) => process.stdout.write(`{"type":"verdict","id":${id},"sc\n`),
  number: ({ id }) => write({ type: 'verdict', id, score: '1', correct: true }),
  high: ({ id }) => write({ type: 'verdict', id, score: 7, correct: true }),
  stranger: ({ id }) => write({ type: 'verdict', id: id + 1000, score: 1, correct: true }),
  other: ({ id }) => write({ type: 'problem', id, problem: { prompt: 'a', answer: 'b' } }),
  refuse: ({ id }) => write({ type: 'failure', id, message: 'the judge is out of memory', retry: true }),
  never: ({ id }) => write({ type: 'failure', id, message: 'no such language' }),
  flood: () => process.stdout.write('x'.repeat(6 * 1024 * 1024)),
  loud: () => {
    for (let i = 0; i < 20; i++) console.error(`complaint ${i}`);
    process.exitCode = 9;
    process.exit();
  },
};

let served = 0;
createInterface({ input: process.stdin }).on('line', (line) => {
  const message = JSON.parse(line);
  const { type, id } = message;
  served += 1;
  if (type === 'hello') {
    if (options.greeting === 'wrong') return write({ type: 'verdict', id, score: 1, correct: true });
    if (options.greeting === 'none') return;
    const capabilities = (options.can ?? 'generate,verify').split(',');
    const concurrency = options.concurrency ? { concurrency: Number(options.concurrency) } : {};
    return write({ type: 'hello', id, protocol: 'prorl-verifier/1', capabilities, ...concurrency });
  }
  if (options.log) appendFileSync(options.log, `${type} ${message.response ?? message.seed}\n`);
  if (served > Number(options.dies ?? Infinity)) process.exit(1);
  if (type === 'generate') {
    const [a, b] = [message.seed % 97, Math.floor(message.seed / 97) % 89];
    return write({
      type: 'problem',
      id,
      problem: { prompt: `${a}+${b}=?`, answer: `${a + b}`, data: { a, b } },
    });
  }
  const { problem, response, settings } = message;
  const fault = Object.keys(faults).find((one) => response.includes(`<${one}>`));
  // `once`: only the first program that is started does it.
  if (fault !== undefined && !(settings.once && served > 2) && !process.env.PRORL_TEST_MENDED) {
    return faults[fault](message);
  }
  const correct = response === problem.answer;
  const wait = Number(/<wait (\d+)>/.exec(response)?.[1] ?? options.wait ?? 0);
  setTimeout(
    () => write({ type: 'verdict', id, score: correct ? 1 : (settings.partial ?? 0), correct }),
    wait,
  );
});
