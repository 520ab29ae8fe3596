import { Command } from 'commander';
import { style } from "../../report/style.js";
import { stderr, stdout } from "../terminal.js";
export function lockCommand() {
    return new Command('lock')
        .description('pin the libraries of pipelines in prorl.lock, for prorl run --frozen')
        .argument('<FILES...>', '.prorl files')
        .addHelpText('after', '\nprorl.lock lies beside the pipeline and belongs in version control. What it says of libraries that\nFILES do not use stays as it is.')
        .action(lock);
}
async function lock(files) {
    const [{ compileFile, refuseErrors, showDiagnostics }, { loadModules }, { lockFile, openLock }, { lockOf }, { fileWorkspace }, { showPath }, { resolve }, { default: writeFileAtomic },] = await Promise.all([
        import("../load-pipeline.js"),
        import("../../../grammar/modules/index.js"),
        import("../lock-file.js"),
        import("../../graph/lock.js"),
        import("../workspace.js"),
        import("../show-path.js"),
        import('node:path'),
        import('write-file-atomic'),
    ]);
    const locks = new Map();
    for (const file of files) {
        const compilation = await compileFile(file);
        await showDiagnostics(compilation, stderr);
        refuseErrors(file, compilation);
        const path = lockFile(file);
        const { libraries } = loadModules(resolve(file), fileWorkspace);
        locks.set(path, lockOf(libraries, locks.get(path) ?? openLock(path)));
    }
    // Only now: where one file has errors, nothing is written.
    for (const [path, content] of locks) {
        const s = style(stderr.color);
        await writeFileAtomic(path, `${JSON.stringify(content, null, 2)}\n`);
        stdout.write(`${showPath(path)}\n`);
        for (const { name, version, hash } of content.libraries) {
            stderr.write(`  ${name} ${version} ${s.dim(hash.slice(0, 12))}\n`);
        }
        if (content.libraries.length === 0)
            stderr.write('  no libraries: the pipeline uses none\n');
    }
}
