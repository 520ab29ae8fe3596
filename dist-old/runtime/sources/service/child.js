import { execa } from 'execa';
import { VerifierFailure } from "../../tasks/verifier-failure.js";
import { endGroup, killGroup, rememberGroup } from "./groups.js";
import { PROTOCOL } from "./messages.js";
import { LONGEST_REPLY, excerpt, readReply } from "./read-reply.js";
/** Milliseconds that a program may take to start and to greet: importing a large library takes a while. */
const START_LIMIT = 60_000;
/** What of a program's standard error a message shows. */
const LINES_SHOWN = 16;
const spawn = (program) => execa(program.command, program.arguments, {
    cwd: program.folder,
    stdin: 'pipe',
    buffer: false,
    reject: false,
    // A group of its own: Ctrl-C in the terminal asks prorl to end, and prorl ends what it started.
    detached: true,
});
/** One running program that takes requests by lines on its standard input, and replies on its standard output. */
export class Child {
    /** What it said of itself when it was greeted. */
    hello;
    program;
    process;
    waiting = new Map();
    exited;
    complaints = [];
    lastId = 0;
    /** Why nothing more can be asked; null while it lives. */
    over = null;
    constructor(program) {
        this.program = program;
        this.process = spawn(program);
        const { pid } = this.process;
        const forget = pid === undefined ? () => undefined : rememberGroup(pid);
        // What it started itself would hold its output open.
        if (pid !== undefined)
            this.process.once('exit', () => killGroup(pid));
        this.exited = this.process.then(({ exitCode, signal, originalMessage }) => {
            forget();
            const how = pid === undefined
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
    static async start(program, signal) {
        const child = new Child(program);
        const asking = { type: 'hello', protocol: PROTOCOL, name: program.name };
        const reply = await child.exchange(asking, { limit: START_LIMIT, signal });
        if (reply.type === 'hello') {
            child.hello = reply;
            return child;
        }
        child.fail(`replied to the greeting by a ${reply.type}`, false);
        throw child.over;
    }
    get alive() {
        return this.over === null;
    }
    /** Sends a request and waits for its reply. When it takes too long, the program is ended. */
    async exchange(asking, { limit, signal }) {
        if (this.over !== null)
            throw this.over;
        signal?.throwIfAborted();
        const id = ++this.lastId;
        let timer;
        const stop = () => {
            this.waiting.get(id)?.reject(signal.reason);
            // Its late reply would be taken for one to another request.
            this.fail('was ended, since a request to it was given up', true);
        };
        try {
            return await new Promise((resolve, reject) => {
                this.waiting.set(id, { resolve, reject });
                timer = setTimeout(() => this.fail(`did not reply within ${limit / 1000} s, and was ended`, true), limit);
                signal?.addEventListener('abort', stop, { once: true });
                this.process.stdin.write(`${JSON.stringify({ ...asking, id })}\n`);
            });
        }
        finally {
            clearTimeout(timer);
            signal?.removeEventListener('abort', stop);
            this.waiting.delete(id);
        }
    }
    /** Ends the program: first by the end of its input, then by force. Nothing of its group is left. */
    async end() {
        this.stop(new VerifierFailure(`${this.program.label} was ended with the run.`, { retryable: false }));
        this.process.stdin.end();
        if (this.process.pid !== undefined)
            await endGroup(this.process.pid, this.exited);
        await this.exited;
    }
    take(line) {
        if (this.over !== null || line.trim() === '')
            return;
        const read = readReply(line);
        if ('why' in read)
            return this.fail(read.why, true);
        const waiting = this.waiting.get(read.reply.id);
        if (waiting === undefined) {
            return this.fail(`replied to a request ${read.reply.id} that nobody waits for: ${excerpt(line)}`, true);
        }
        waiting.resolve(read.reply);
    }
    complain(line) {
        this.complaints.push(line.length > 300 ? `${line.slice(0, 299)}…` : line);
        if (this.complaints.length > LINES_SHOWN)
            this.complaints.shift();
    }
    /** Everything that waits fails, and the program is ended. */
    fail(how, retryable) {
        if (this.over !== null)
            return;
        const said = this.complaints.length === 0
            ? ''
            : `\nThe last it wrote to standard error:\n${this.complaints.map((line) => `  ${line}`).join('\n')}`;
        this.stop(new VerifierFailure(`${this.program.label} ${how}.${said}`, {
            retryable,
            hint: 'docs/verifiers.md tells what a program must do; only replies go to its standard output.',
        }));
        if (this.process.pid !== undefined)
            killGroup(this.process.pid);
    }
    stop(why) {
        if (this.over !== null)
            return;
        this.over = why;
        for (const { reject } of this.waiting.values())
            reject(why);
    }
}
/** Calls `take` for each line; a line without an end in sight is given as far as it goes. */
function readLines(stream, take, longest) {
    let rest = '';
    stream.setEncoding('utf8');
    stream.on('data', (chunk) => {
        const lines = (rest + chunk).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            take(line);
        if (rest.length > longest) {
            take(rest);
            rest = '';
        }
    });
    stream.on('end', () => {
        if (rest !== '')
            take(rest);
    });
    stream.on('error', () => undefined);
}
