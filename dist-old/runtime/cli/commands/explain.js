import { Command } from 'commander';
import { closest } from 'fastest-levenshtein';
import { ExitCode, ProrlError } from "../../errors.js";
import { style } from "../../report/style.js";
import { stdout } from "../terminal.js";
export function explainCommand() {
    return new Command('explain')
        .description('tell what the code of a message means, with a wrong and a right example')
        .argument('[CODE]', 'the code, as a message shows it: G0508')
        .option('--list', 'list all codes')
        .option('--json', 'print JSON')
        .action(explain);
}
async function explain(code, { list, json }) {
    const [{ codes }, { explainPage, renderPage }] = await Promise.all([
        import("../../../grammar/diagnostics/index.js"),
        import("../../../grammar/explain/index.js"),
    ]);
    const known = Object.keys(codes);
    if (list) {
        const all = known.map((one) => ({ code: one, title: codes[one] }));
        const s = style(stdout.color);
        const report = {
            format: 'prorl-codes/1',
            codes: all.map((one) => ({ ...one, ...explainPage(one.code) })),
        };
        stdout.write(json
            ? `${JSON.stringify(report, null, 2)}\n`
            : all.map((one) => `${s.bold(one.code)}  ${one.title}\n`).join(''));
        return;
    }
    if (code === undefined) {
        throw new ProrlError('Which code is to be explained?', {
            exitCode: ExitCode.usage,
            hint: 'Name one, as `prorl explain G0508`, or list them all: `prorl explain --list`.',
        });
    }
    const found = known.find((one) => one === code.toUpperCase());
    if (found === undefined) {
        throw new ProrlError(`There is no code '${code}': did you mean '${closest(code.toUpperCase(), known)}'?`, {
            exitCode: ExitCode.usage,
            hint: 'List them all: `prorl explain --list`.',
        });
    }
    const page = explainPage(found);
    if (json) {
        const report = { format: 'prorl-code/1', code: found, title: codes[found], ...page };
        stdout.write(`${JSON.stringify(report, null, 2)}\n`);
        return;
    }
    stdout.write(`${renderPage(found, { color: stdout.color, width: stdout.width })}\n`);
}
