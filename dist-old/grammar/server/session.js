import { contextOf } from "../types/infer/evaluator.js";
import { lex } from "../lex.js";
import { loadModules } from "../modules/index.js";
import { ParseCache } from "../parse-cache.js";
import { occurrencesOf } from "./occurrences.js";
import { overlayWorkspace } from "./overlay-workspace.js";
import { makeSource } from "./ranges.js";
/** The open documents and what is known of them. Nothing is worked out before someone asks. */
export class Session {
    host;
    workspace;
    cache = new ParseCache();
    open = new Map();
    views = new Map();
    folders = [];
    listed;
    constructor(host) {
        this.host = host;
        this.workspace = overlayWorkspace(host.workspace, this.open);
    }
    get openFiles() {
        return [...this.open.keys()];
    }
    setFolders(folders) {
        this.folders = folders;
        this.listed = undefined;
    }
    change(file, text) {
        this.open.set(file, text);
        this.views.clear();
    }
    close(file) {
        this.open.delete(file);
        this.cache.forget(file);
        this.views.clear();
    }
    /** Files changed outside the editor. */
    refresh() {
        this.views.clear();
        this.listed = undefined;
    }
    /** The name by which a document is known: its path, or its URI where it has none. */
    nameOf(uri) {
        return this.host.toFile(uri) ?? uri;
    }
    uriOf(file) {
        return file.includes('://') || /^untitled:/.test(file) ? file : this.host.toUri(file);
    }
    /** Null where the file cannot be read. */
    view(file) {
        const known = this.views.get(file);
        if (known !== undefined)
            return known;
        const made = this.make(file);
        this.views.set(file, made);
        return made;
    }
    make(file) {
        const modules = loadModules(file, this.workspace, this.cache.parse);
        const module = modules.entry;
        if (module === null)
            return null;
        const source = makeSource(file, modules.sources.get(file) ?? '');
        let lexed;
        let occurrences;
        const cx = contextOf(module, () => undefined);
        return {
            file,
            source,
            modules,
            module,
            cx,
            get lexed() {
                return (lexed ??= lex(source));
            },
            get occurrences() {
                return (occurrences ??= occurrencesOf(module, cx, modules));
            },
        };
    }
    /** Every file of the user's own in which a name of `file` may appear. */
    filesAround(file) {
        this.listed ??= [...new Set(this.folders.flatMap((folder) => this.host.prorlFiles(folder)))];
        const own = this.listed.includes(file)
            ? []
            : file.includes('://') || /^untitled:/.test(file)
                ? []
                : this.host.prorlFiles(this.workspace.packageRoot(file));
        return [...new Set([...this.listed, ...own, ...this.open.keys(), file])];
    }
}
