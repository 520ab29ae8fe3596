import { readManifest } from '../modules/manifest.ts';
import type { Session, View } from './session.ts';

/** A module that a file can import. */
export interface ModuleToImport {
  /** As the string of the import names it. */
  readonly specifier: string;
  /** Where it comes from, for people. */
  readonly from: string;
}

/** Files of one's own, and modules of installed packages. */
export function modulesToImport(session: Session, view: View): ModuleToImport[] {
  const { workspace } = session;
  const found: ModuleToImport[] = [];
  const folder = workspace.folderOf(view.file);
  const root = workspace.packageRoot(view.file);
  for (const file of session.filesAround(view.file)) {
    if (file === view.file || workspace.relative(root, file).startsWith('..')) continue;
    const path = workspace.relative(folder, file);
    found.push({ specifier: path.startsWith('.') ? path : `./${path}`, from: 'a file of this package' });
  }
  for (const name of packagesOf(session, view.file)) {
    const installed = workspace.findPackage(view.file, name);
    const manifest = installed === null ? undefined : readManifest(installed.manifest);
    if (manifest?.kind !== 'modules') continue;
    for (const module of manifest.modules.keys()) {
      const specifier = module === '.' ? name : `${name}/${module}`;
      found.push({ specifier, from: `version ${manifest.version}` });
    }
  }
  return found;
}

/** prorl itself, and what the package of a file depends on. */
function packagesOf(session: Session, file: string): string[] {
  const { workspace } = session;
  const manifest = workspace.read(workspace.resolve(`${workspace.packageRoot(file)}/.`, './package.json'));
  const names = new Set(['prorl']);
  if ('text' in manifest) {
    try {
      const json = JSON.parse(manifest.text) as Record<string, Record<string, unknown> | undefined>;
      for (const key of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
        for (const name of Object.keys(json[key] ?? {})) names.add(name);
      }
    } catch (error) {
      session.host.log(`package.json of ${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return [...names];
}
