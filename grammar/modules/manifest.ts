/** What a package says of its modules in its package.json. */
export type Manifest =
  | { readonly kind: 'modules'; readonly version: string; readonly modules: ReadonlyMap<string, string> }
  /** It has no `prorl` entry. */
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly why: string };

/** Reads `{"prorl": {"modules": {"tasks": "tasks.prorl", ".": "index.prorl"}}}`. */
export function readManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    return {
      kind: 'broken',
      why: `it is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  if (!isRecord(json)) return { kind: 'broken', why: 'it is not a JSON object' };
  const { prorl, version } = json;
  if (prorl === undefined) return { kind: 'none' };
  if (!isRecord(prorl) || !isRecord(prorl['modules'])) {
    return { kind: 'broken', why: 'its "prorl" entry has no object "modules"' };
  }
  const modules = new Map<string, string>();
  for (const [name, path] of Object.entries(prorl['modules'])) {
    if (typeof path !== 'string' || path === '') {
      return { kind: 'broken', why: `the path of its module "${name}" is not a string` };
    }
    modules.set(name, path);
  }
  if (modules.size === 0) return { kind: 'broken', why: 'its "prorl" entry names no modules' };
  return { kind: 'modules', version: typeof version === 'string' ? version : '0.0.0', modules };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
