/** Tells the longest sequence of models, in tokens: as declared, or as the config.json of a folder says. */
export function contextFinder(entry, workspace) {
    const known = new Map();
    const inFolder = (file) => {
        if (!known.has(file))
            known.set(file, readContext(file, workspace));
        return known.get(file);
    };
    return ({ source }) => {
        switch (source.source) {
            case 'fresh':
                return source.context;
            case 'folder':
                return inFolder(workspace.resolve(entry.file, `${source.path}/config.json`));
            case 'bundled': {
                const own = workspace.findPackage(entry.file, 'prorl');
                return own && inFolder(`${own.folder}/models/${source.name}/config.json`);
            }
            case 'hf':
                return null;
        }
    };
}
/** Null where the file is not there yet or is damaged: the run says so when it loads the model. */
function readContext(file, workspace) {
    const found = workspace.read(file);
    if (!('text' in found))
        return null;
    let config;
    try {
        config = JSON.parse(found.text);
    }
    catch {
        return null;
    }
    if (typeof config !== 'object' || config === null || !('max_position_embeddings' in config))
        return null;
    const { max_position_embeddings: most } = config;
    return typeof most === 'number' && most > 0 ? most : null;
}
