import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { homedir } from 'node:os';
import { writeAtomically } from "../files.js";
/** Where the hub's own tools keep what they downloaded: they and prorl share it. */
export function hubCache() {
    const { HF_HUB_CACHE, HF_HOME, XDG_CACHE_HOME } = process.env;
    const home = HF_HOME ?? join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'huggingface');
    return HF_HUB_CACHE ?? join(home, 'hub');
}
/**
 * The part of the cache for one model, laid out as the hub's tools do: `blobs/` by checksum, `snapshots/COMMIT/`
 * of links to them, and `refs/` that says which commit a branch or tag was at.
 */
export class ModelCache {
    root;
    constructor(repository, cache = hubCache()) {
        this.root = join(cache, ['models', ...repository.split('/')].join('--'));
    }
    blob(checksum) {
        return join(this.root, 'blobs', checksum);
    }
    snapshot(commit) {
        return join(this.root, 'snapshots', commit);
    }
    /** The commit that a branch or tag was at when it was last asked for. */
    commitOf(revision) {
        const file = join(this.root, 'refs', revision);
        return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
    }
    remember(revision, commit) {
        const file = join(this.root, 'refs', revision);
        mkdirSync(dirname(file), { recursive: true });
        writeAtomically(file, [commit]);
    }
    /** Makes a file of a snapshot a link to a blob. */
    link(commit, name, checksum) {
        const file = join(this.snapshot(commit), name);
        mkdirSync(dirname(file), { recursive: true });
        rmSync(file, { force: true });
        symlinkSync(relative(dirname(file), this.blob(checksum)), file);
    }
    /** Whether a snapshot has all that a model folder needs: config.json, which comes last, and all weights. */
    isWhole(commit) {
        const has = (name) => existsSync(join(this.snapshot(commit), name));
        if (!has('config.json') || !has('tokenizer.json'))
            return false;
        if (has('model.safetensors'))
            return true;
        if (!has('model.safetensors.index.json'))
            return false;
        const index = readFileSync(join(this.snapshot(commit), 'model.safetensors.index.json'), 'utf8');
        try {
            const { weight_map: map } = JSON.parse(index);
            return Object.values(map ?? {}).every(has);
        }
        catch {
            return false; // it is downloaded again, and checked
        }
    }
}
