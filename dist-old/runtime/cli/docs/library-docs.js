import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { describeModule, } from "../../../grammar/docs/index.js";
import { readManifest } from "../../../grammar/modules/index.js";
import { ExitCode, ProrlError } from "../../errors.js";
import { splitSpecifier } from "../../tasks/packages.js";
import { refuseErrors, showDiagnostics } from "../load-pipeline.js";
import { stderr } from "../terminal.js";
import { fileWorkspace } from "../workspace.js";
import { sampleOf } from "./sample.js";
/**
 * The documentation of what a word names: a `.prorl` file, the folder of a package, an installed package, or a
 * module of one (`prorl/tasks`). Throws ProrlError where there is no such thing, or where it has errors.
 */
export async function libraryDocs(target, options) {
    const stat = statSync(target, { throwIfNoEntry: false });
    if (stat?.isDirectory())
        return packageDocs(realpathSync(target), undefined, null, options);
    if (target.endsWith('.prorl') || stat?.isFile())
        return fileDocs(target, options);
    const { name, inside } = splitSpecifier(target);
    const found = fileWorkspace.findPackage(resolve('x'), name);
    if (found !== null)
        return packageDocs(found.folder, name, inside === '' ? null : inside, options);
    throw new ProrlError(`There is no file, folder or installed package ${target}.`, {
        exitCode: ExitCode.pipeline,
        hint: `Install it: npm install ${name}, or name a .prorl file or a package's folder with ./ before it.`,
    });
}
async function fileDocs(file, options) {
    if (!existsSync(file)) {
        throw new ProrlError(`Cannot read ${file}: there is no such file.`, {
            exitCode: ExitCode.pipeline,
            hint: 'Check the name; docs also takes the folder or the name of a package.',
        });
    }
    const path = resolve(file);
    const from = `./${basename(file)}`;
    const module = await moduleDocs(from, path, null, dirname(path), options);
    return { name: basename(file), version: null, description: '', modules: [module] };
}
async function packageDocs(folder, called, only, options) {
    const path = join(folder, 'package.json');
    const fail = (why, hint) => new ProrlError(`${called ?? folder} cannot be documented: ${why}.`, {
        exitCode: ExitCode.pipeline,
        hint,
    });
    const entry = 'A library names its modules in its package.json: "prorl": { "modules": { "tasks": "tasks.prorl" } }.';
    if (!existsSync(path))
        throw fail('it has no package.json', entry);
    const text = readFileSync(path, 'utf8');
    const manifest = readManifest(text);
    if (manifest.kind === 'none')
        throw fail('its package.json has no "prorl" entry', entry);
    if (manifest.kind === 'broken')
        throw fail(`its package.json is broken: ${manifest.why}`, entry);
    const json = JSON.parse(text.replace(/^\ufeff/, ''));
    const name = called ?? (typeof json.name === 'string' ? json.name : basename(folder));
    const { version, published } = manifest;
    const library = { name, version, folder, published };
    const names = [...manifest.modules.keys()];
    if (only !== null && !names.includes(only)) {
        throw fail(`it has no module "${only}"`, `Its modules are ${names.join(', ')}.`);
    }
    const modules = [];
    for (const [key, file] of manifest.modules) {
        if (only !== null && key !== only)
            continue;
        const place = fileWorkspace.resolve(path, file);
        if (fileWorkspace.relative(folder, place).startsWith('..')) {
            throw fail(`the path of its module "${key}" leaves the package: ${file}`, 'Move the module into the package.');
        }
        const from = key === '.' ? name : `${name}/${key}`;
        modules.push(await moduleDocs(from, place, library, folder, options));
    }
    return {
        name,
        version,
        description: typeof json.description === 'string' ? json.description : '',
        modules,
    };
}
async function moduleDocs(from, file, library, folder, { samples }) {
    const described = describeModule(file, library, fileWorkspace);
    await showDiagnostics(described, stderr);
    refuseErrors(from, described);
    const exports = [];
    for (const one of described.exports) {
        const code = samples ? described.code.get(one.name) : undefined;
        const required = one.parameters.some((parameter) => parameter.default === null);
        const sample = code === undefined || required ? undefined : await sampleOf(code, folder);
        exports.push(sample === undefined ? one : { ...one, sample });
    }
    return { from, exports };
}
