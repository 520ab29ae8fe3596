import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ExitCode, ProrlError } from "../../errors.js";
import { requireGpu } from "../cuda.js";
import { backendFolder, readyMarker } from "../home.js";
import { probeBackend } from "../probe.js";
import { compileAddon, installTfjsNode, tfjsNodeVersion } from "./build-addon.js";
import { runTool } from "./run-tool.js";
import { findTools, npmCommand } from "./tools.js";
import { tensorflowVersion, unpackTensorFlow } from "./wheel.js";
/**
 * Installs a backend into prorl's own folder, tries it, and says what it is. A second call finds it there.
 *
 * It is built in a folder beside its place and moved there once it is seen to work: an attempt that fails or
 * is interrupted leaves nothing behind that could be taken for a backend. What pip and npm had downloaded by
 * then stays in their caches.
 *
 * Throws a ProrlError (exit code `environment`) that says what is missing or which step failed.
 */
export async function installBackend(name, onProgress = () => { }) {
    const folder = backendFolder(name);
    const present = await readReady(folder);
    if (present !== undefined) {
        onProgress(`${name} is installed already in ${folder}`);
        return { folder, fresh: false, detail: present };
    }
    if (name !== 'webgpu')
        requireSupported(name);
    if (name === 'cuda')
        requireGpu();
    await removeLeftovers(folder);
    // The home of the attempt: laid out like prorl's own, so that the backend can be tried before it is moved.
    const attempt = join(dirname(folder), `.${name}-${process.pid}`);
    const building = join(attempt, 'backends', name);
    try {
        await mkdir(building, { recursive: true });
        await (name === 'webgpu' ? buildWebGpu(building, onProgress) : buildAddon(name, building, onProgress));
        onProgress('trying it');
        const detail = await verify(name, attempt);
        await writeReady(building, name, detail);
        await moveInto(building, folder);
        return { folder, fresh: true, detail };
    }
    finally {
        await rm(attempt, { recursive: true, force: true });
    }
}
async function buildAddon(name, folder, onProgress) {
    const tools = await findTools();
    onProgress(`installing tfjs-node ${tfjsNodeVersion} (npm)`);
    await installTfjsNode(folder, tools);
    onProgress(`fetching TensorFlow ${tensorflowVersion} (pip; ${name === 'cuda' ? 'some 3 GB' : 'some 300 MB'})`);
    await unpackTensorFlow(name, folder, tools);
    onProgress('compiling the addon');
    await compileAddon(folder, tools);
    await rm(join(folder, 'wheels'), { recursive: true, force: true });
    await rm(join(folder, 'site', 'tensorflow', 'include'), { recursive: true, force: true });
}
async function buildWebGpu(folder, onProgress) {
    onProgress('installing webgpu (npm; some 130 MB)');
    await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true }) + '\n');
    await runTool('Installing webgpu with npm', npmCommand(), ['install', '--no-audit', '--no-fund', '--loglevel=error', 'webgpu'], { cwd: folder, hint: 'Check that this machine reaches the npm registry, then try again.' });
}
/** Where the addon can be built. Elsewhere tfjs-node's own install is the way. */
function requireSupported(name) {
    const { platform, arch } = process;
    if (platform === 'linux' && (arch === 'x64' || (arch === 'arm64' && name === 'native')))
        return;
    const other = name === 'cuda' ? '@tensorflow/tfjs-node-gpu' : '@tensorflow/tfjs-node';
    const hint = platform === 'darwin' && name === 'cuda'
        ? 'There is no CUDA on macOS: use native (`npm install @tensorflow/tfjs-node`), webgpu or wasm.'
        : `Try \`npm install ${other}\`, which brings a TensorFlow 2.9 of its own, or use webgpu or wasm.`;
    throw new ProrlError(`prorl can build the ${name} backend on Linux (${name === 'cuda' ? 'x86-64' : 'x86-64 and arm64'}) only; this is ${platform} on ${arch}.`, { exitCode: ExitCode.environment, hint });
}
async function verify(name, home) {
    const result = await probeBackend(name, { home, timeoutMs: 120_000 });
    if (result.works)
        return result.detail;
    throw new ProrlError(`The ${name} backend was installed but does not work: ${result.why}`, {
        exitCode: ExitCode.environment,
        hint: 'Nothing was kept of it. `prorl doctor` says which backends work here.',
    });
}
async function readReady(folder) {
    const marker = join(folder, readyMarker);
    if (!existsSync(marker))
        return undefined;
    return JSON.parse(await readFile(marker, 'utf8')).detail;
}
async function writeReady(folder, name, detail) {
    const versions = name === 'webgpu' ? {} : { tensorflow: tensorflowVersion, tfjsNode: tfjsNodeVersion };
    const built = { platform: process.platform, arch: process.arch, node: process.version };
    await writeFile(join(folder, readyMarker), JSON.stringify({ backend: name, detail, ...versions, built }, null, 2));
}
/** Puts the finished folder in its place; when another process was quicker, its folder stays. */
async function moveInto(from, to) {
    if (existsSync(to) && !existsSync(join(to, readyMarker)))
        await rm(to, { recursive: true, force: true });
    try {
        await rename(from, to);
    }
    catch (error) {
        if (!existsSync(join(to, readyMarker)))
            throw error;
    }
}
/** Removes what interrupted attempts left: their names carry the number of a process that is gone. */
async function removeLeftovers(folder) {
    const parent = dirname(folder);
    if (!existsSync(parent))
        return;
    const pattern = new RegExp(`^\\.${basename(folder)}-(\\d+)$`);
    for (const entry of await readdir(parent)) {
        const pid = Number(pattern.exec(entry)?.[1]);
        if (pid > 0 && !isRunning(pid))
            await rm(join(parent, entry), { recursive: true, force: true });
    }
}
function isRunning(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
