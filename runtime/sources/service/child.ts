import type { Readable } from 'node:stream';
import { execa } from 'execa';
import { alarm } from '../../standstill.ts';
import { VerifierFailure } from '../../tasks/verifier-failure.ts';
import { endGroup, killGroup, rememberGroup } from './groups.ts';
import { PROTOCOL, type Asking, type HelloReply, type Reply } from './messages.ts';
import { LONGEST_REPLY, excerpt, readReply } from './read-reply.ts';
import type { Exchange } from './transport.ts';

/** What is started, and what it is called in messages. */
export interface Program {
  /** `The verifier judge (python3 judge.py)`. */
  readonly label: string;
  readonly name: string;
  readonly command: string;
  readonly arguments: readonly string[];
  /** Where it is started. */
  readonly folder: string;
}

/** Milliseconds that a program may take to start and to greet: importing a large library takes a while. */
const START_LIMIT = 60_000;

/** What of a program's standard error a message shows. */
const LINES_SHOWN = 16;

const spawn = (program: Program) =>
  execa(program.command, program.arguments, {
    cwd: program.folder,
    stdin: 'pipe',
    buffer: false,
    reject: false,
    // A group of its own: Ctrl-C in the terminal asks prorl to end, and prorl ends what it started.
    detached: true,
  });

interface Waiting {
  resolve(reply: Reply): void;
  reject(cause: unknown): void;
}

/** One running program that takes requests by lines on its standard input, and replies on its standard output. */
export class Child {
  /** What it said of itself when it was greeted. */
  hello!: HelloReply;
  private readonly program: Program;
  private readonly process: ReturnType<typeof spawn>;
  private readonly waiting = new Map<number, Waiting>();
  private readonly exited: Promise<void>;
  private readonly complaints: string[] = [];
  private lastId = 0;
  /** Why nothing more can be asked; null while it lives. */
  private over: VerifierFailure | null = null;

  private constructor(program: Program) {
    this.program = program;
    this.process = spawn(program);
    const { pid } = this.process;
    const forget = pid === undefined ? () => undefined : rememberGroup(pid);
    // What it started itself would hold its output open.
    if (pid !== undefined) this.process.once('exit', () => killGroup(pid));
    this.exited = this.process.then(({ exitCode, signal, originalMessage }) => {
      forget();
      const how =
        pid === undefined
          ? `cannot be started in ${program.folder}: ${originalMessage ?? 'no reason is known'}`
          : signal === undefined
            ? `ended with exit code ${exitCode ?? 'unknown'}`
            : `was ended by ${signal}`;
      this.fail(how, pid !== undefined);
    });
    // A program that has gone takes no more lines; how it ended says more than the broken pipe.
    this.process.stdin.on('error', () => undefined);
    readLines(this.process.stdout, (line) => this.take(line), LONGEST_REPLY);
    readLines(this.process.stderr, (line) => this.complain(line), LONGEST_REPLY);
  }

  /** Starts a program and greets it. Throws VerifierFailure where it does not start, or greets otherwise. */
  static async start(program: Program, signal: AbortSignal): Promise<Child> {
    const child = new Child(program);
    const asking: Asking = { type: 'hello', protocol: PROTOCOL, name: program.name };
    const reply = await child.exchange(asking, { limit: START_LIMIT, signal });
    if (reply.type === 'hello') {
      child.hello = reply;
      return child;
    }
    child.fail(`replied to the greeting by a ${reply.type}`, false);
    throw child.over!;
  }

  get alive(): boolean {
    return this.over === null;
  }

  /** Sends a request and waits for its reply. When it takes too long, the program is ended. */
  async exchange(asking: Asking, { limit, signal }: Exchange): Promise<Reply> {
    if (this.over !== null) throw this.over;
    signal?.throwIfAborted();
    const id = ++this.lastId;
    let silence: (() => void) | undefined;
    const stop = (): void => {
      this.waiting.get(id)?.reject(signal!.reason);
      // Its late reply would be taken for one to another request.
      this.fail('was ended, since a request to it was given up', true);
    };
    try {
      return await new Promise<Reply>((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        silence = alarm(limit, () =>
          this.fail(`did not reply within ${limit / 1000} s, and was ended`, true),
        );
        signal?.addEventListener('abort', stop, { once: true });
        this.process.stdin.write(`${JSON.stringify({ ...asking, id })}\n`);
      });
    } finally {
      silence?.();
      signal?.removeEventListener('abort', stop);
      this.waiting.delete(id);
    }
  }

  /** Ends the program: first by the end of its input, then by force. Nothing of its group is left. */
  async end(): Promise<void> {
    this.stop(new VerifierFailure(`${this.program.label} was ended with the run.`, { retryable: false }));
    this.process.stdin.end();
    if (this.process.pid !== undefined) await endGroup(this.process.pid, this.exited);
    await this.exited;
  }

  private take(line: string): void {
    if (this.over !== null || line.trim() === '') return;
    const read = readReply(line);
    if ('why' in read) return this.fail(read.why, true);
    const waiting = this.waiting.get(read.reply.id);
    if (waiting === undefined) {
      return this.fail(`replied to a request ${read.reply.id} that nobody waits for: ${excerpt(line)}`, true);
    }
    waiting.resolve(read.reply);
  }

  private complain(line: string): void {
    this.complaints.push(line.length > 300 ? `${line.slice(0, 299)}…` : line);
    if (this.complaints.length > LINES_SHOWN) this.complaints.shift();
  }

  /** Everything that waits fails, and the program is ended. */
  private fail(how: string, retryable: boolean): void {
    if (this.over !== null) return;
    const said =
      this.complaints.length === 0
        ? ''
        : `\nThe last it wrote to standard error:\n${this.complaints.map((line) => `  ${line}`).join('\n')}`;
    this.stop(
      new VerifierFailure(`${this.program.label} ${how}.${said}`, {
        retryable,
        hint: 'docs/verifiers.md tells what a program must do; only replies go to its standard output.',
      }),
    );
    if (this.process.pid !== undefined) killGroup(this.process.pid);
  }

  private stop(why: VerifierFailure): void {
    if (this.over !== null) return;
    this.over = why;
    for (const { reject } of this.waiting.values()) reject(why);
  }
}

/** Calls `take` for each line; a line without an end in sight is given as far as it goes. */
function readLines(stream: Readable, take: (line: string) => void, longest: number): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
    if (rest.length > longest) {
      take(rest);
      rest = '';
    }
  });
  stream.on('end', () => {
    if (rest !== '') take(rest);
  });
  stream.on('error', () => undefined);
}
