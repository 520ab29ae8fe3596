import { Command } from 'commander';
import { prorlVersion } from "../../run/folder.js";
import { stdout } from "../terminal.js";
export function versionCommand() {
    return new Command('version')
        .description('print the versions of prorl, Node and the platform')
        .option('--json', 'print them as JSON')
        .action(({ json }) => {
        const versions = {
            prorl: prorlVersion(),
            node: process.versions.node,
            platform: process.platform,
            arch: process.arch,
        };
        stdout.write(json
            ? `${JSON.stringify(versions)}\n`
            : `prorl ${versions.prorl} (node ${versions.node}, ${versions.platform} ${versions.arch})\n`);
    });
}
