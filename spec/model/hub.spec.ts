import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import { fetchModel } from '../../runtime/model/hub/fetch-model.ts';

const commit = 'c0ffee'.padEnd(40, '0');
const repository = 'owner/tiny';
const weights = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7) % 251));

/** The few answers of the hub that a download needs, over files in memory. */
class FakeHub {
  readonly files = new Map<string, Buffer>([
    ['config.json', Buffer.from('{"model_type":"llama"}')],
    ['tokenizer.json', Buffer.from('{}')],
    ['tokenizer_config.json', Buffer.from('{}')],
    ['README.md', Buffer.from('not wanted')],
    ['model.safetensors', weights],
  ]);
  /** Every request for content, with the byte that it begins at. */
  readonly served: { path: string; from: number }[] = [];
  /** Bytes after which the connection is cut, by the number of the request for weights. */
  readonly cuts: number[] = [];
  /** The status that every request gets instead. */
  status: number | undefined;
  token: string | undefined;
  /** What is sent in the place of a file. */
  readonly instead = new Map<string, Buffer>();
  private readonly server: Server = createServer((request, response) => this.answer(request, response));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    process.env['HF_ENDPOINT'] = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { pathname: path } = new URL(request.url ?? '', 'http://hub');
    this.token = request.headers.authorization;
    if (this.status !== undefined) return void response.writeHead(this.status).end('{}');
    const json = (value: unknown) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (path.startsWith(`/api/models/${repository}/revision/`))
      return json({ _id: '1', id: repository, sha: commit });
    if (path === `/api/models/${repository}/tree/${commit}`) return json(this.tree());
    const name = path.replace(`/${repository}/resolve/${commit}/`, '');
    const content = this.instead.get(name) ?? this.files.get(name);
    if (content === undefined) return void response.writeHead(404).end('{}');
    this.send(name, content, request, response);
  }

  private tree() {
    return [...this.files].map(([path, content]) => {
      const oid = createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
      const lfs = {
        oid: createHash('sha256').update(content).digest('hex'),
        size: content.length,
        pointerSize: 130,
      };
      return {
        type: 'file',
        path,
        size: content.length,
        oid,
        ...(path.endsWith('.safetensors') ? { lfs } : {}),
      };
    });
  }

  private send(name: string, content: Buffer, request: IncomingMessage, response: ServerResponse): void {
    const range = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '');
    const [from, to] = range === null ? [0, content.length - 1] : [Number(range[1]), Number(range[2])];
    const part = content.subarray(from, to + 1);
    const probe = range !== null && to === 0 && content.length > 1;
    if (!probe) this.served.push({ path: name, from });
    response.writeHead(range === null ? 200 : 206, {
      etag: '"x"',
      'content-length': part.length,
      ...(range === null ? {} : { 'content-range': `bytes ${from}-${to}/${content.length}` }),
    });
    const cut = probe || name !== 'model.safetensors' ? undefined : this.cuts.shift();
    if (cut === undefined) return void response.end(part);
    response.write(part.subarray(0, cut), () => setTimeout(() => response.destroy(), 20));
  }
}

describe('a model of the hub', () => {
  const saved = { ...process.env };
  let hub: FakeHub;
  let home: string;
  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'prorl-hub-'));
    for (const name of ['HF_HUB_CACHE', 'HF_TOKEN', 'HF_HUB_OFFLINE']) delete process.env[name];
    process.env['HF_HOME'] = home;
    hub = new FakeHub();
    await hub.start();
  });
  afterEach(async () => {
    await hub.stop();
    process.env = { ...saved };
    rmSync(home, { recursive: true });
  });

  const fetch_ = (revision: string | null = null) => fetchModel({ repository, revision });
  const refused = (message: RegExp, revision: string | null = null, hint = /./) =>
    assert.rejects(
      () => fetch_(revision),
      (error) => {
        assert.ok(error instanceof ProrlError, String((error as Error).stack));
        assert.match(error.message, message);
        assert.match(error.hint ?? '', hint);
        assert.equal(error.exitCode, ExitCode.environment);
        return true;
      },
    );
  const weightRequests = () =>
    hub.served.filter(({ path }) => path === 'model.safetensors').map(({ from }) => from);

  it('is downloaded with what a model folder needs, as the hub\u2019s own tools lay it out', async () => {
    const { folder, commit: found } = await fetch_();
    assert.equal(found, commit);
    assert.equal(folder, join(home, 'hub/models--owner--tiny/snapshots', commit));
    const wanted = ['config.json', 'model.safetensors', 'tokenizer.json', 'tokenizer_config.json'];
    assert.deepEqual(readdirSync(folder).sort(), wanted);
    for (const name of wanted) assert.deepEqual(readFileSync(join(folder, name)), hub.files.get(name));
    assert.equal(readFileSync(join(home, 'hub/models--owner--tiny/refs/main'), 'utf8'), commit);
    assert.equal(hub.served.at(-1)?.path, 'config.json', 'a folder with a config.json is whole');
  });

  it('tells how much of it is here while it comes, over a broken connection too', async () => {
    hub.cuts.push(100_000);
    const told: [here: number, all: number][] = [];
    await fetchModel({ repository, revision: null }, (here, all) => told.push([here, all]));
    const wanted = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'model.safetensors'];
    const all = wanted.reduce((sum, name) => sum + (hub.files.get(name)?.length ?? Number.NaN), 0);
    const here = told.map(([bytes]) => bytes);
    assert.deepEqual(
      here,
      here.toSorted((a, b) => a - b),
    );
    assert.ok(told.every(([, of]) => of === all));
    assert.equal(here.at(-1), all);
    assert.ok(new Set(here).size > 4, 'more than once a file');
    told.length = 0;
    await fetchModel({ repository, revision: null }, (bytes, of) => told.push([bytes, of]));
    assert.deepEqual(told, []);
  });

  it('is not downloaded again; a commit is not even asked for', async () => {
    await fetch_();
    const before = hub.served.length;
    await fetch_();
    assert.equal(hub.served.length, before);
    await hub.stop();
    assert.equal((await fetch_(commit)).commit, commit);
    await hub.start();
  });

  it('is gone on with where the connection broke', async () => {
    hub.cuts.push(100_000, 50_000);
    const { folder } = await fetch_();
    const begins = weightRequests();
    assert.equal(begins.length, 3);
    assert.equal(begins[0], 0);
    assert.ok((begins[1] ?? 0) > 0 && (begins[2] ?? 0) > (begins[1] ?? 0), begins.join(' '));
    assert.deepEqual(readFileSync(join(folder, 'model.safetensors')), weights);
  });

  it('is gone on with by the next run where the hub stays away', async () => {
    hub.cuts.push(100_000, 0, 0, 0, 0, 0, 0, 0);
    await refused(/owner\/tiny cannot be downloaded/, null, /what came so far is kept/);
    hub.cuts.length = 0;
    hub.served.length = 0;
    const { folder } = await fetch_();
    assert.ok((weightRequests()[0] ?? 0) > 0);
    assert.deepEqual(readFileSync(join(folder, 'model.safetensors')), weights);
  });

  it('is refused with another checksum than the hub\u2019s, large files and small; nothing of it stays', async () => {
    const changed = Buffer.from(weights);
    changed[7] = 1;
    hub.instead.set('model.safetensors', changed);
    await refused(/owner\/tiny as model\.safetensors is damaged: its checksum is/);
    hub.instead.clear();
    hub.instead.set('config.json', Buffer.from('{"model_type":"lamma"}'));
    await refused(/owner\/tiny as config\.json is damaged/);
    assert.equal(existsSync(join(home, 'hub/models--owner--tiny/snapshots', commit, 'config.json')), false);
    hub.instead.clear();
    await fetch_();
  });

  it('is refused by name where it is not there, or access is not given', async () => {
    hub.status = 404;
    await refused(/The hub has no model owner\/tiny at v9 \(404\)/, 'v9');
    hub.status = 401;
    process.env['HF_TOKEN'] = 'hf_secret';
    await refused(/gives no access to owner\/tiny \(401\)/, null, /HF_TOKEN/);
    assert.equal(hub.token, 'Bearer hf_secret');
  });

  it('says plainly that it is offline', async () => {
    process.env['HF_HUB_OFFLINE'] = '1';
    await refused(/HF_HUB_OFFLINE is set, and owner\/tiny is not in the cache as a whole/);
    delete process.env['HF_HUB_OFFLINE'];
    await fetch_();
    await hub.stop();
    await refused(/owner\/tiny cannot be downloaded/, null, /HF_HUB_OFFLINE=1 to take the copy/);
    process.env['HF_HUB_OFFLINE'] = '1';
    assert.equal((await fetch_()).commit, commit);
    await hub.start();
  });

  it('is refused where the repository holds no model, and a revision that leaves the cache', async () => {
    hub.files.delete('model.safetensors');
    await assert.rejects(() => fetch_(), /holds no model that prorl reads/);
    await assert.rejects(() => fetch_('../../x'), /is no commit, tag or branch/);
  });
});
