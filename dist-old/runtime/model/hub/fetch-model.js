import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { homedir } from 'node:os';
import { ExitCode, ProrlError } from "../../errors.js";
import { ModelCache } from "./cache.js";
import { downloadBlob, WrongContent } from "./download-blob.js";
/** What a model folder may need of a repository, besides its weights. */
const wantedFiles = new Set([
    'tokenizer.json',
    'tokenizer_config.json',
    'chat_template.jinja',
    'generation_config.json',
    'model.safetensors.index.json',
]);
const wantedWeights = /^model(-\d{5}-of-\d{5})?\.safetensors$/;
const commitHash = /^[0-9a-f]{40}$/;
/**
 * The folder of a model of the Hugging Face hub, downloaded where the cache does not hold it yet, and its commit.
 * A commit that is in the cache is not asked for again. What broke off is gone on from. Nothing is in the folder that
 * has not the hub's checksum. HF_ENDPOINT, HF_HOME, HF_HUB_CACHE, HF_TOKEN and HF_HUB_OFFLINE mean what they mean to
 * the hub's own tools. Throws ProrlError where the model cannot be had, with what to do.
 */
export async function fetchModel(wish) {
    const cache = new ModelCache(wish.repository);
    const revision = wish.revision ?? 'main';
    if (!/^[\w.-]+(?:\/[\w.-]+)*$/.test(revision) || revision.split('/').includes('..')) {
        throw new ProrlError(`"${revision}" is no commit, tag or branch of the hub.`, {
            exitCode: ExitCode.pipeline,
            hint: 'Write a commit, a tag or a branch as the page of the model shows it.',
        });
    }
    const known = commitHash.test(revision) ? revision : undefined;
    const cached = known ?? cache.commitOf(revision);
    const usable = cached !== undefined && cache.isWhole(cached) ? cached : undefined;
    if (usable !== undefined && (known !== undefined || isOffline())) {
        return { folder: cache.snapshot(usable), commit: usable };
    }
    if (isOffline())
        throw offline(wish);
    try {
        const commit = await download(wish, revision, cache);
        return { folder: cache.snapshot(commit), commit };
    }
    catch (cause) {
        throw explained(cause, wish, usable);
    }
}
async function download(wish, revision, cache) {
    const hub = await import('@huggingface/hub');
    const accessToken = token();
    const common = {
        ...(accessToken === undefined ? {} : { accessToken }),
        hubUrl: (process.env['HF_ENDPOINT'] ?? hub.HUB_URL).replace(/\/+$/, ''),
    };
    const { sha: commit } = await hub.modelInfo({
        ...common,
        name: wish.repository,
        revision,
        additionalFields: ['sha'],
    });
    // It becomes the name of a folder.
    if (!commitHash.test(commit))
        throw new Error('the answer names no commit');
    if (cache.isWhole(commit)) {
        cache.remember(revision, commit);
        return commit;
    }
    const repo = { type: 'model', name: wish.repository };
    const entries = [];
    for await (const entry of hub.listFiles({ ...common, repo, revision: commit }))
        entries.push(entry);
    for (const file of chosen(entries, wish)) {
        const open = async (from) => {
            const blob = await hub.downloadFile({ ...common, repo, path: file.path, revision: commit, xet: false });
            if (blob === null)
                throw new Error(`${file.path} is not there`);
            return blob.slice(from, file.size).stream();
        };
        try {
            await downloadBlob(file, cache.blob(file.checksum.hex), open);
        }
        catch (cause) {
            if (cause instanceof WrongContent)
                throw wrongContent(wish, file, cause);
            throw cause;
        }
        cache.link(commit, file.path, file.checksum.hex);
    }
    cache.remember(revision, commit);
    return commit;
}
/** The files to download; config.json comes last, so that a folder with a config.json is whole. */
function chosen(entries, { repository }) {
    const files = entries.filter(({ type }) => type === 'file');
    const weights = files.filter(({ path }) => wantedWeights.test(path));
    const config = files.find(({ path }) => path === 'config.json');
    if (config === undefined || weights.length === 0) {
        throw new ProrlError(`The repository ${repository} of the hub holds no model that prorl reads.`, {
            exitCode: ExitCode.pipeline,
            hint: 'It needs config.json and model.safetensors (or its shards). For GGUF, download the file into a folder of its own and write folder("./that-folder").',
        });
    }
    const rest = files.filter(({ path }) => wantedFiles.has(path));
    return [...rest, ...weights, config].map(({ path, size, oid, lfs }) => {
        const hex = lfs?.oid ?? oid ?? '';
        // It becomes the name of a file.
        if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(hex))
            throw new Error(`the answer has no checksum of ${path}`);
        const kind = lfs === undefined ? 'git' : 'sha256';
        return { path, size: lfs?.size ?? size, checksum: { kind, hex } };
    });
}
function isOffline() {
    return ['1', 'true', 'yes', 'on'].includes((process.env['HF_HUB_OFFLINE'] ?? '').toLowerCase());
}
/** HF_TOKEN, or what the hub's command line keeps after a login. */
function token() {
    const { HF_TOKEN, HF_HOME } = process.env;
    if (HF_TOKEN)
        return HF_TOKEN;
    const file = join(HF_HOME ?? join(homedir(), '.cache', 'huggingface'), 'token');
    return existsSync(file) ? readFileSync(file, 'utf8').trim() || undefined : undefined;
}
function nameOf({ repository, revision }) {
    return revision === null ? repository : `${repository} at ${revision}`;
}
function offline(wish) {
    return new ProrlError(`HF_HUB_OFFLINE is set, and ${nameOf(wish)} is not in the cache as a whole.`, {
        exitCode: ExitCode.environment,
        hint: 'Unset HF_HUB_OFFLINE to download it; or write folder("./model") for a folder that you have.',
    });
}
function wrongContent(wish, { path }, cause) {
    return new ProrlError(`What was downloaded of ${nameOf(wish)} as ${path} is damaged: ${cause.message}.`, {
        exitCode: ExitCode.environment,
        hint: 'It was thrown away. Run the command again; if it happens again, something between here and the hub changes what passes.',
        cause,
    });
}
function explained(cause, wish, usable) {
    if (cause instanceof ProrlError)
        return cause;
    const status = cause.statusCode;
    const error = (message, hint) => new ProrlError(message, { exitCode: ExitCode.environment, hint, cause });
    if (status === 401 || status === 403) {
        return error(`The hub gives no access to ${nameOf(wish)} (${status}).`, 'Check the name: the hub answers the same for one that is not there. For a model that is private or asks for consent, accept its terms on its page and set HF_TOKEN.');
    }
    if (status === 404) {
        return error(`The hub has no model ${nameOf(wish)} (404).`, 'Check the name and the revision on its page.');
    }
    const reason = cause.cause?.message ?? cause.message ?? String(cause);
    return error(`${nameOf(wish)} cannot be downloaded: ${reason}.`, usable === undefined
        ? 'Run the command again when the hub can be reached: what came so far is kept, and gone on from. Or write folder("./model") for a folder that you have.'
        : 'Run the command again when the hub can be reached, or with HF_HUB_OFFLINE=1 to take the copy that is in the cache.');
}
