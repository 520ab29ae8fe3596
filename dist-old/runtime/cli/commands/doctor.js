import { Command } from 'commander';
import { style } from "../../report/style.js";
import { stderr, stdout } from "../terminal.js";
export function doctorCommand() {
    return new Command('doctor')
        .description('say which tensor backends, sandboxes and packages work here, and what mends the others')
        .option('--json', 'print it as JSON')
        .action(doctor);
}
async function doctor({ json }) {
    const [{ examine }, { examineSandboxes }, { examineReasoningGym }, { doctorLines, packageLines, sandboxLines }, { prorlVersion }, { commandName },] = await Promise.all([
        import("../../tensor/doctor.js"),
        import("../../sandbox/examine.js"),
        import("../../sources/reasoning-gym-package.js"),
        import("../../report/doctor.js"),
        import("../../run/folder.js"),
        import("../command-name.js"),
    ]);
    if (stderr.isTerminal)
        stderr.write('trying each backend in a process of its own ...\r');
    const backends = await examine();
    const sandboxes = await examineSandboxes();
    const packages = [await examineReasoningGym()];
    if (stderr.isTerminal)
        stderr.write(`${' '.repeat(48)}\r`);
    const machine = {
        prorl: prorlVersion(),
        node: process.versions.node,
        platform: process.platform,
        arch: process.arch,
    };
    const pick = backends.find(({ works }) => works)?.name ?? null;
    const report = {
        format: 'prorl-doctor/1',
        ...machine,
        picked: pick,
        backends,
        sandboxes,
        packages,
    };
    if (json)
        stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    else {
        const colours = style(stdout.color);
        const lines = [
            ...doctorLines(machine, backends, pick, commandName(), stdout.width, colours),
            '',
            ...sandboxLines(sandboxes, commandName(), stdout.width, colours),
            '',
            ...packageLines(packages, commandName(), stdout.width, colours),
        ];
        stdout.write(`${lines.join('\n')}\n`);
    }
}
