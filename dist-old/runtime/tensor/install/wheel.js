import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ExitCode, ProrlError } from "../../errors.js";
import { runTool } from "./run-tool.js";
/** The TensorFlow that the addon is built over. The C interface that it uses has been stable since 2.0. */
export const tensorflowVersion = '2.21.0';
/** The shared libraries and the few headers that the addon needs, of the 1.3 GB that a wheel holds. */
const wanted = [
    'tensorflow/libtensorflow_cc.so.2',
    'tensorflow/libtensorflow_framework.so.2',
    'tensorflow/include/tensorflow/c/',
    'tensorflow/include/tensorflow/core/platform/ctstring',
    'tensorflow/include/tsl/platform/ctstring',
    'tensorflow/include/xla/tsl/c/',
];
// Run by Python, whose standard library reads zip files of any size. Arguments: the wheel, the folder, the prefixes.
const extractScript = `
import sys, zipfile
wheel, folder, *prefixes = sys.argv[1:]
with zipfile.ZipFile(wheel) as z:
    for member in z.infolist():
        if member.filename.startswith(tuple(prefixes)) or member.filename.endswith('.dist-info/METADATA'):
            z.extract(member, folder)
`;
/**
 * Fetches the TensorFlow wheel with pip and unpacks what is needed of it into `site`. pip caches the download,
 * so that a second attempt does not fetch it again.
 */
export async function unpackTensorFlow(name, folder, tools) {
    const site = join(folder, 'site');
    const wheels = join(folder, 'wheels');
    const package_ = packageName(name);
    await runTool(`Fetching ${package_} ${tensorflowVersion} with pip`, tools.pip, downloadArgs(package_, wheels), {
        cwd: folder,
        hint: 'Check that this machine reaches PyPI (or the index that your pip is set up for), then try again.',
    });
    const wheel = (await readdir(wheels)).find((file) => file.endsWith('.whl'));
    if (wheel === undefined)
        throw new Error(`pip downloaded no wheel of ${package_}`);
    await runTool('Unpacking the TensorFlow wheel', [tools.python, '-c', extractScript], [join(wheels, wheel), site, ...wanted], {
        cwd: folder,
        hint: 'Check that there is room for 1 GB in this folder (PRORL_HOME moves it), then try again.',
    });
    if (name === 'cuda')
        await installCudaLibraries(site, folder, tools);
}
/** The processor's TensorFlow has a name of its own on x86-64; elsewhere the plain package is that. */
function packageName(name) {
    return name === 'native' && process.arch === 'x64' ? 'tensorflow_cpu' : 'tensorflow';
}
/**
 * The wheel is asked for by platform and not by the Python at hand: only C libraries are taken from it, so
 * a Python too new or too old for TensorFlow does as well.
 */
function downloadArgs(package_, wheels) {
    const machine = process.arch === 'arm64' ? 'aarch64' : 'x86_64';
    const platforms = ['manylinux_2_27', 'manylinux_2_28', 'manylinux_2_17', 'manylinux2014'];
    return [
        'download',
        '--quiet',
        '--disable-pip-version-check',
        '--no-deps',
        '--only-binary=:all:',
        '--implementation=cp',
        '--python-version=3.12',
        ...platforms.map((platform) => `--platform=${platform}_${machine}`),
        `--dest=${wheels}`,
        `${package_}==${tensorflowVersion}`,
    ];
}
/** NVIDIA's own libraries, as wheels: the ones that TensorFlow's `and-cuda` extra names, beside TensorFlow. */
async function installCudaLibraries(site, folder, tools) {
    const info = (await readdir(site)).find((entry) => entry.endsWith('.dist-info'));
    const metadata = await readFile(join(site, info ?? '', 'METADATA'), 'utf8');
    const needed = cudaRequirements(metadata);
    if (needed.length === 0) {
        throw new ProrlError(`TensorFlow ${tensorflowVersion} for this machine names no CUDA libraries.`, {
            exitCode: ExitCode.environment,
            hint: 'CUDA is served on Linux x86-64 only: use `prorl backend install native` here.',
        });
    }
    const args = ['install', '--quiet', '--disable-pip-version-check', '--no-deps', '--no-compile'];
    await runTool("Installing NVIDIA's libraries with pip", tools.pip, [...args, '--only-binary=:all:', `--target=${site}`, ...needed], {
        cwd: folder,
        hint: 'Check that this machine reaches PyPI and that there is room for 4 GB, then try again.',
    });
}
/** The requirements of the `and-cuda` extra in a wheel's METADATA, as pip takes them. */
export function cudaRequirements(metadata) {
    return metadata
        .split('\n')
        .map((line) => /^Requires-Dist: ([^;]+);.*extra == ["']and-cuda["']/.exec(line)?.[1])
        .filter((requirement) => requirement !== undefined)
        .map((requirement) => requirement.replace(/[()\s]/g, ''));
}
