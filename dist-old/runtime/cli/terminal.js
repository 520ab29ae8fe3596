/** Data goes here. */
export const stdout = output(process.stdout);
/** Messages and progress go here. */
export const stderr = output(process.stderr);
function output(stream) {
    return {
        get isTerminal() {
            return isTerminal(stream);
        },
        get color() {
            return wantsColor(stream);
        },
        get width() {
            return stream.isTTY ? Math.max(40, stream.columns || 80) : 100;
        },
        write(text) {
            stream.write(text);
        },
    };
}
/** Whether lines may be drawn over: a terminal, no dumb one, and no CI job that keeps every byte. */
function isTerminal(stream) {
    return stream.isTTY && process.env['TERM'] !== 'dumb' && !process.env['CI'];
}
/** NO_COLOR (https://no-color.org) wins over FORCE_COLOR; otherwise colours are for terminals only. */
function wantsColor(stream) {
    const { NO_COLOR: no, FORCE_COLOR: force } = process.env;
    if (no !== undefined && no !== '')
        return false;
    if (force !== undefined)
        return force !== '0' && force !== 'false';
    return isTerminal(stream);
}
/** A reader that closes the pipe early (`prorl plan FILE | head`) ends the command quietly. */
export function endQuietlyOnClosedPipe() {
    for (const stream of [process.stdout, process.stderr]) {
        stream.on('error', (error) => {
            if (error.code === 'EPIPE')
                process.exit(process.exitCode ?? 0);
            throw error;
        });
    }
}
