import type { Workspace } from '../workspace.ts';
import { readManifest } from './manifest.ts';

export interface StandardName {
  /** `prorl/tasks`. */
  readonly specifier: string;
  /** The word that declares it: `task`. */
  readonly kind: string;
}

const exported = /^export[ \t]+(\w+)[ \t]+([A-Za-z_]\w*)/gm;

/** What the standard library exports, by name; of a name in two modules the first. Read from the texts alone, for messages. */
export function standardNames(workspace: Workspace, from: string): ReadonlyMap<string, StandardName> {
  const names = new Map<string, StandardName>();
  const found = workspace.findPackage(from, 'prorl');
  const manifest = found === null ? undefined : readManifest(found.manifest);
  if (found === null || manifest?.kind !== 'modules') return names;
  for (const [module, file] of manifest.modules) {
    const read = workspace.read(workspace.resolve(`${found.folder}/package.json`, file));
    if (!('text' in read)) continue;
    for (const [, kind, name] of read.text.matchAll(exported)) {
      if (!names.has(name!)) names.set(name!, { specifier: `prorl/${module}`, kind: kind! });
    }
  }
  return names;
}
