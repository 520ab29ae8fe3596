import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';

/**
 * A process that takes commands over a line protocol: one JSON object a line on its stdin, for each one a line on
 * its stdout that begins with `reply ` and goes on with JSON. Other lines on its stdout are libraries talking; they
 * and its stderr are shown where it fails.
 */
export class LineProcess {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly lines: Interface;
  private readonly replies: string[] = [];
  private waiting: { resolve: (line: string) => void; reject: (error: Error) => void } | null = null;
  private talk = '';
  private failure: Error | null = null;

  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    this.child = spawn(command, args, { env, stdio: 'pipe' });
    this.lines = createInterface(this.child.stdout);
    this.lines.on('line', (line) => {
      if (line.startsWith('reply ')) this.take(line.slice('reply '.length));
      else this.hear(`${line}\n`);
    });
    this.child.stderr.on('data', (data: Buffer) => this.hear(data.toString()));
    this.child.stdin.on('error', () => undefined); // the exit says more
    this.child.on('error', (cause) => this.fail(`${command} cannot be started: ${cause.message}`));
    this.child.on('close', (code, signal) =>
      this.fail(`${[command, ...args].join(' ')} ended (${signal ?? `exit ${code}`})`),
    );
  }

  /** The reply to a command; `null` waits for what the process says unasked when it is ready. */
  async ask<T>(command: object | null): Promise<T> {
    if (command !== null) this.child.stdin.write(`${JSON.stringify(command)}\n`);
    return JSON.parse(await this.nextReply()) as T;
  }

  /** Ends the process, by ending its input. */
  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('close', resolve));
    this.child.stdin.end();
    await ended;
  }

  private nextReply(): Promise<string> {
    const ready = this.replies.shift();
    if (ready !== undefined) return Promise.resolve(ready);
    if (this.failure !== null) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => (this.waiting = { resolve, reject }));
  }

  private take(reply: string): void {
    if (this.waiting === null) this.replies.push(reply);
    else this.waiting.resolve(reply);
    this.waiting = null;
  }

  private hear(text: string): void {
    this.talk = (this.talk + text).slice(-8000);
  }

  private fail(why: string): void {
    this.failure ??= new Error(`${why}\n${this.talk}`);
    this.waiting?.reject(this.failure);
    this.waiting = null;
  }
}
