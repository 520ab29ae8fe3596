/** Finds files of data as modules name them: from the root of the disk, or from the module's folder. */
export function dataFinder(workspace) {
    return (path, from) => {
        const at = path.startsWith('/') ? path : workspace.resolve(from.file, path);
        return { at, found: workspace.read(at) };
    };
}
