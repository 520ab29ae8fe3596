import { Argument, Command } from 'commander';
import { style } from "../../report/style.js";
import { stderr, stdout } from "../terminal.js";
export function backendCommand() {
    const backend = new Command('backend').description('install a faster tensor backend');
    backend
        .command('install')
        .description("install a backend into prorl's own folder and try it")
        .addArgument(new Argument('<NAME>', 'native: TensorFlow on the CPU; cuda: on an NVIDIA GPU; webgpu: on any GPU').choices(['native', 'cuda', 'webgpu']))
        .action(install);
    return backend;
}
async function install(name) {
    const { installBackend } = await import("../../tensor/install/install.js");
    const s = style(stderr.color);
    const installed = await installBackend(name, (message) => stderr.write(`${s.dim('·')} ${message}\n`));
    const out = style(stdout.color);
    stdout.write(`${out.green('✓')} ${out.bold(name)} ${installed.fresh ? 'works' : 'was there'}: ${installed.detail}\n`);
}
