import { freshShape, type DecoderWidths } from '../runtime/graph/index.ts';
import type { Module } from './modules/index.ts';
import type { ModelUse } from './types/value.ts';
import type { Workspace } from './workspace.ts';

/** What is known of a model's shape before it is loaded; null: nothing tells. */
export interface KnownShape {
  /** The longest sequence in tokens. */
  readonly context: number | null;
  readonly widths: DecoderWidths | null;
}

const unknown: KnownShape = { context: null, widths: null };

/** Tells the shapes of models: as declared, or as the config.json of a folder says; of a GGUF file the context alone. */
export function shapeFinder(entry: Module, workspace: Workspace): (model: ModelUse) => KnownShape {
  const known = new Map<string, KnownShape>();
  const inFolder = (folder: string): KnownShape => {
    if (!known.has(folder)) {
      const shape = readShape(`${folder}/config.json`, workspace);
      known.set(folder, shape ?? { context: workspace.ggufContext(folder), widths: null });
    }
    return known.get(folder)!;
  };
  return ({ source }) => {
    switch (source.source) {
      case 'fresh':
        return { context: source.context, widths: freshShape(source) };
      case 'folder':
        return inFolder(workspace.resolve(entry.file, source.path));
      case 'bundled': {
        const own = workspace.findPackage(entry.file, 'prorl');
        return own ? inFolder(`${own.folder}/models/${source.name}`) : unknown;
      }
      case 'hf':
        return unknown;
    }
  };
}

/** Null where there is no such file yet; nothing is known of one that is damaged: the run says so when it loads it. */
function readShape(file: string, workspace: Workspace): KnownShape | null {
  const found = workspace.read(file);
  if (!('text' in found)) return null;
  let config: unknown;
  try {
    config = JSON.parse(found.text);
  } catch {
    return unknown;
  }
  if (typeof config !== 'object' || config === null) return unknown;
  const count = (name: string): number | null => {
    const value = (config as Record<string, unknown>)[name];
    return typeof value === 'number' && value > 0 ? value : null;
  };
  return { context: count('max_position_embeddings'), widths: widthsOf(count) };
}

function widthsOf(count: (name: string) => number | null): DecoderWidths | null {
  const [width, hiddenWidth, heads] = [
    count('hidden_size'),
    count('intermediate_size'),
    count('num_attention_heads'),
  ];
  if (width === null || hiddenWidth === null || heads === null) return null;
  return {
    width,
    hiddenWidth,
    heads,
    keyValueHeads: count('num_key_value_heads') ?? heads,
    headWidth: count('head_dim') ?? width / heads,
  };
}
