import { Command } from 'commander';
import { prorlVersion } from '../../version.ts';
import type { Versions } from '../reports.ts';
import { stdout } from '../terminal.ts';

export function versionCommand(): Command {
  return new Command('version')
    .description('print the versions of prorl, Node and the platform')
    .option('--json', 'print them as JSON')
    .action(({ json }: { json?: true }) => {
      const versions: Versions = {
        prorl: prorlVersion(),
        node: process.versions.node,
        platform: process.platform,
        arch: process.arch,
      };
      stdout.write(
        json
          ? `${JSON.stringify(versions)}\n`
          : `prorl ${versions.prorl} (node ${versions.node}, ${versions.platform} ${versions.arch})\n`,
      );
    });
}
