import { execa } from 'execa';
import { ExitCode, ProrlError } from "../../errors.js";
/**
 * Runs one step of an installation in a folder. When it fails, the error shows the end of what the program
 * said, which is where programs put the reason.
 */
export async function runTool(what, [program, ...rest], args, options) {
    const result = await execa(program, [...rest, ...args], {
        cwd: options.cwd,
        reject: false,
        stdin: 'ignore',
        all: true,
    });
    if (!result.failed)
        return result.stdout;
    const said = result.all
        .split('\n')
        .filter((line) => line.trim() !== '')
        .slice(-8);
    throw new ProrlError(`${what} failed:\n${[result.shortMessage, ...said].map((line) => `  ${line}`).join('\n')}`, {
        exitCode: ExitCode.environment,
        hint: options.hint,
        cause: result,
    });
}
