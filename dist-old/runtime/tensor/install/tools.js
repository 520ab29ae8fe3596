import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { ExitCode, ProrlError } from "../../errors.js";
/** Finds them all, or throws one ProrlError that names everything that is missing and how to get it. */
export async function findTools() {
    const [python, compiler] = await Promise.all([
        firstThatRuns([['python3'], ['python']], ['--version']),
        firstThatRuns([...(process.env['CXX'] ? [[process.env['CXX']]] : []), ['g++'], ['clang++'], ['c++']], ['--version']),
    ]);
    const pip = python && (await firstThatRuns([[...python, '-m', 'pip'], ['pip3']], ['--version']));
    const missing = [
        ...(python ? [] : ['Python 3']),
        ...(pip ? [] : ['pip']),
        ...(compiler ? [] : ['a C++ compiler']),
    ];
    if (python && pip && compiler) {
        return { python: python[0], pip, compiler: compiler[0], npm: npmCommand() };
    }
    throw new ProrlError(`To build the TensorFlow addon, this machine lacks ${missing.join(' and ')}.`, {
        exitCode: ExitCode.environment,
        hint: installHint(),
    });
}
async function firstThatRuns(candidates, args) {
    for (const [program, ...rest] of candidates) {
        if (program === undefined)
            continue;
        const { failed } = await execa(program, [...rest, ...args], { reject: false, stdin: 'ignore' });
        if (!failed)
            return [program, ...rest];
    }
    return undefined;
}
function installHint() {
    if (existsSync('/etc/debian_version'))
        return 'Run `apt-get install python3-pip g++` (as root), then try again.';
    if (existsSync('/etc/redhat-release'))
        return 'Run `dnf install python3-pip gcc-c++` (as root), then try again.';
    return 'Install Python 3 with pip and a C++ compiler (g++ or clang++), then try again.';
}
/** npm as it came with this Node, so that the two fit; else whichever npm is on the path. */
export function npmCommand() {
    const prefix = dirname(dirname(process.execPath));
    const bundled = [
        join(prefix, 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
        join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ].find((path) => existsSync(path));
    return bundled === undefined ? ['npm'] : [process.execPath, bundled];
}
