import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import type { HttpReference } from '../../runtime/graph/index.ts';
import { openTask, openVerifier } from '../../runtime/sources/open.ts';
import type { OpenVerifier } from '../../runtime/sources/opened.ts';
import { seededRandom } from '../../runtime/tasks/seeded-random.ts';
import { VerifierFailure } from '../../runtime/tasks/verifier-failure.ts';

interface Asked {
  type: string;
  id: number;
  response: string;
  settings: Record<string, unknown>;
  seed: number;
}

const around = { baseFolder: '.', libraries: new Map<string, string>() };
const problem = { prompt: '1+2=?', answer: '3' };
const none = { score: 0, correct: false };

/** What the server does wrong at a response that names it. */
const faults: Record<string, (asked: Asked, response: ServerResponse, request: IncomingMessage) => void> = {
  hang: () => undefined,
  slow: ({ id }, response) => void setTimeout(() => reply(response, { type: 'verdict', id, ...none }), 2000),
  half: (_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{"type":');
    setTimeout(() => response.destroy(), 20);
  },
  close: (_, __, request) => request.socket.destroy(),
  reset: (_, __, request) => request.socket.resetAndDestroy(),
  500: (_, response) => response.writeHead(500).end('Traceback: the judge fell over'),
  503: (_, response) => response.writeHead(503).end(),
  404: (_, response) => response.writeHead(404).end('no such page'),
  429: (_, response) => response.writeHead(429).end('too many'),
  page: (_, response) => response.end('<html>Welcome</html>'),
  empty: (_, response) => response.end(),
  list: (_, response) => response.end('[1, 2]'),
  text: ({ id }, response) => reply(response, { type: 'verdict', id, score: '1', correct: true }),
  negative: ({ id }, response) => reply(response, { type: 'verdict', id, score: -1, correct: true }),
  unsure: ({ id }, response) => reply(response, { type: 'verdict', id, score: 1 }),
  stranger: ({ id }, response) => reply(response, { type: 'verdict', id: id + 5, ...none }),
  refuse: ({ id }, response) =>
    reply(response, { type: 'failure', id, message: 'no GPU is free', retry: true }),
  huge: (_, response) => {
    const chunk = 'x'.repeat(1024 * 1024);
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  },
};

function reply(response: ServerResponse, message: object): void {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(message));
}

describe('a server behind a verifier', function () {
  this.timeout(60_000);
  let server: Server;
  let url = '';
  let now = 0;
  let most = 0;
  let requests = 0;
  let concurrency: number | undefined;
  let verifier: OpenVerifier;

  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const asked = JSON.parse(body) as Asked;
      requests += 1;
      const { id } = asked;
      if (asked.type === 'hello') {
        const capabilities = ['generate', 'verify'];
        return reply(response, {
          type: 'hello',
          id,
          protocol: 'prorl-verifier/1',
          capabilities,
          concurrency,
        });
      }
      if (asked.type === 'generate') {
        return reply(response, { type: 'problem', id, problem: { prompt: `${asked.seed}?`, answer: 'a' } });
      }
      const fault = Object.keys(faults).find((one) => asked.response === `<${one}>`);
      if (fault !== undefined) return faults[fault]!(asked, response, request);
      most = Math.max(most, ++now);
      const correct = asked.response === '3';
      // A reply may carry more than prorl reads.
      const verdict = {
        type: 'verdict',
        id,
        score: correct ? 1 : (asked.settings['partial'] ?? 0),
        correct,
        why: 'so',
      };
      setTimeout(() => {
        now -= 1;
        reply(response, verdict);
      }, 20);
    });
  };

  const reference = (change: Partial<HttpReference> = {}): HttpReference => ({
    source: 'http',
    name: 'judge',
    url,
    timeout: 1,
    settings: { partial: 0.5 },
    ...change,
  });

  beforeEach(async () => {
    [now, most, requests, concurrency] = [0, 0, 0, undefined];
    server = createServer(serve);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    verifier = await openVerifier(reference(), around);
  });
  afterEach(async () => {
    await verifier.close?.();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('judges, with its settings', async () => {
    assert.deepEqual(await verifier.verify(problem, '3'), { score: 1, correct: true });
    assert.deepEqual(await verifier.verify(problem, '4'), { score: 0.5, correct: false });
  });

  it('poses problems', async () => {
    const task = await openTask(reference(), around);
    const made = await task.generate({}, seededRandom(2));
    assert.match(made.prompt, /^\d+\?$/);
    assert.deepEqual(await task.generate({}, seededRandom(2)), made);
    await task.close?.();
  });

  const messages: Record<string, [RegExp, boolean]> = {
    hang: [/did not reply within 1 s/, true],
    slow: [/did not reply within 1 s/, true],
    half: [/cannot be reached: /, true],
    close: [/cannot be reached: /, true],
    reset: [/cannot be reached: /, true],
    500: [/answered 500 Internal Server Error: "Traceback: the judge fell over"/, true],
    503: [/answered 503/, true],
    404: [/answered 404 Not Found: "no such page"/, false],
    429: [/answered 429/, true],
    page: [/wrote what is no JSON: "<html>/, true],
    empty: [/wrote what is no JSON/, true],
    list: [/wrote a reply that is none: it must be object/, true],
    text: [/score must be number/, true],
    negative: [/score must be >= 0/, true],
    unsure: [/must have required property 'correct'/, true],
    stranger: [/replied to a request \d+, asked for \d+/, false],
    refuse: [/could not serve a request: no GPU is free/, true],
    huge: [/sent more than 4 MiB for one reply/, false],
  };
  it('has a message for every fault', () => {
    assert.deepEqual(Object.keys(messages).sort(), Object.keys(faults).sort());
  });
  for (const [fault, [message, retryable]] of Object.entries(messages)) {
    it(`fails, and never gives a score, where it does "${fault}"; the next request is served`, async () => {
      await assert.rejects(
        async () => verifier.verify(problem, `<${fault}>`),
        (error) => {
          assert.ok(error instanceof VerifierFailure, String(error));
          assert.match(error.message, message);
          assert.match(error.message, /^The verifier judge \(http:\/\/127/);
          assert.equal(error.retryable, retryable, error.message);
          return true;
        },
      );
      assert.deepEqual(await verifier.verify(problem, '3'), { score: 1, correct: true });
    });
  }

  it('gets no more requests at the same time than it says, or 8', async () => {
    await Promise.all(Array.from({ length: 30 }, () => verifier.verify(problem, '3')));
    assert.equal(most, 8);
    [most, concurrency] = [0, 2];
    const slow = await openVerifier(reference(), around);
    await Promise.all(Array.from({ length: 9 }, () => slow.verify(problem, '3')));
    assert.equal(most, 2);
    await slow.close?.();
  });

  it('is asked no more for a while where it fails again and again', async () => {
    for (let i = 0; i < 5; i++) await assert.rejects(async () => verifier.verify(problem, '<500>'), /500/);
    const before = requests;
    await assert.rejects(
      async () => verifier.verify(problem, '3'),
      /asked again in 1 s\. The last failure: .*500/,
    );
    assert.equal(requests, before);
  });

  it('has the stage say how long it may take, and ends with the run', async () => {
    const asked = performance.now();
    await assert.rejects(
      async () => verifier.verify(problem, '<hang>', undefined, 100),
      /did not reply within 0\.1 s/,
    );
    assert.ok(performance.now() - asked < 900);
    const hanging = Promise.resolve(verifier.verify(problem, '<hang>')).catch((error: Error) => error);
    await verifier.close?.();
    assert.match(String(await hanging), /run has ended|left with the run/);
  });

  it('is told before the run where it is not there, or is no such server', async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    const nobody = reference();
    await assert.rejects(openVerifier(nobody, around), (error) => {
      assert.ok(error instanceof ProrlError, String(error));
      assert.match(
        error.message,
        /The verifier judge \(http:\/\/127\.0\.0\.1:\d+\/\) cannot be reached: .*ECONNREFUSED/,
      );
      assert.equal(error.exitCode, ExitCode.environment);
      assert.match(error.hint ?? '', /See that the server runs/);
      return true;
    });
  });
});
