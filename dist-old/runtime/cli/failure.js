import { CommanderError } from 'commander';
import { closest, distance } from 'fastest-levenshtein';
import { style } from "../report/style.js";
import { ExitCode, ProrlError } from "../errors.js";
import { commandName } from "./command-name.js";
/** What the user is told of anything that a command threw, and how the command ends. */
export function describeFailure(error, color, debug) {
    if (error instanceof CommanderError)
        return describeUsage(error, color);
    if (error instanceof ProrlError) {
        return {
            exitCode: error.exitCode,
            text: lines(error.message, error.hint, color) + (debug ? stack(error) : ''),
        };
    }
    const known = describeSystem(error);
    if (known)
        return {
            exitCode: known.exitCode,
            text: lines(known.message, known.hint, color) + (debug ? stack(error) : ''),
        };
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const hint = debug
        ? 'Please report it with the stack below.'
        : 'This is a defect of prorl, not of your pipeline. Run the command again with PRORL_DEBUG=1 for the stack, and report it.';
    return {
        exitCode: ExitCode.runFailed,
        text: lines(`Unexpected: ${message}`, hint, color) + (debug ? stack(error) : ''),
    };
}
/** `error: what` and `help: how to mend it`, with continuation lines aligned. */
function lines(message, help, color) {
    const s = style(color);
    const hint = help?.replaceAll('`prorl ', `\`${commandName()} `);
    const error = `${s.bold(s.red('error:'))} ${message.replaceAll('\n', '\n       ')}\n`;
    return hint === undefined || hint === ''
        ? error
        : `${error}${s.cyan('help:')}  ${hint.replaceAll('\n', '\n       ')}\n`;
}
function stack(error) {
    if (!(error instanceof Error) || !error.stack)
        return '';
    const cause = error.cause instanceof Error ? `caused by ${error.cause.stack ?? error.cause.message}\n` : '';
    return `${error.stack}\n${cause}`;
}
/** Commander says `error: unknown command 'rum'\n(Did you mean run?)`; help and version end through an error too. */
function describeUsage(error, color) {
    if (error.exitCode === 0)
        return { exitCode: ExitCode.done, text: '' };
    // `prorl` or `prorl backend` alone: the help has been printed.
    if (error.code === 'commander.help')
        return { exitCode: ExitCode.usage, text: '' };
    const [first = '', ...rest] = error.message.replace(/^error: /, '').split('\n');
    const suggestion = /\(Did you mean (.+)\?\)/.exec(rest.join(' '))?.[1];
    const near = suggestion ?? nearestChoice(first);
    const hint = near ? `Did you mean ${near}?` : 'See `prorl --help`, or `prorl help COMMAND`.';
    return {
        exitCode: ExitCode.usage,
        text: lines(first.charAt(0).toUpperCase() + first.slice(1), hint, color),
    };
}
/** For a value that is none of an option's choices: the one that was probably meant. */
function nearestChoice(message) {
    const [, value = '', list = ''] = /'([^']*)' is invalid.* Allowed choices are (.*)\.$/.exec(message) ?? [];
    if (list === '')
        return undefined;
    const best = closest(value, list.split(', '));
    return distance(value, best) <= 3 ? best : undefined;
}
/** Failures of the machine that every command may meet. */
function describeSystem(error) {
    const { code, path, syscall } = (error ?? {});
    const where = path === undefined ? '' : ` (${path})`;
    switch (code) {
        case 'ENOSPC':
            return {
                exitCode: ExitCode.runFailed,
                message: `The disk is full${where}.`,
                hint: 'Make room. A run goes on from its last checkpoint by `prorl resume DIR`.',
            };
        case 'EACCES':
        case 'EPERM':
        case 'EROFS':
            return {
                exitCode: ExitCode.environment,
                message: `No permission to ${syscall ?? 'use a file'}${where}.`,
                hint: 'Choose another folder, or change its permissions.',
            };
        default:
            return null;
    }
}
