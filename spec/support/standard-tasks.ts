import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { loadTask, type Setting, type SettingShape, type ProceduralTask } from '../../runtime/tasks/index.ts';

/** The export name of a task module, by its path. */
export const exportName = (module: string) =>
  basename(module).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The areas whose tasks pose and judge procedurally, each a folder of the standard library. */
const AREAS = ['math', 'stem', 'logic', 'algorithms', 'graphs', 'games', 'induction'];

/** Every procedural task module of the standard library: its area and file name without extension. */
export const standardModules: readonly string[] = AREAS.flatMap((area) => {
  const folder = new URL(`../../stdlib/tasks/${area}/`, import.meta.url);
  return readdirSync(folder).map((file) => `${area}/${file.replace(/\.ts$/, '')}`);
}).sort();

/** Loads every task of the standard library as a run would. */
export async function standardTasks(): Promise<ProceduralTask[]> {
  const tasks = standardModules.map((file) =>
    loadTask({ module: `prorl:tasks/${file}`, export: exportName(file) }, '.'),
  );
  return (await Promise.all(tasks)) as ProceduralTask[];
}

/** Any value that the shape of a setting allows, by a number from 0 to 1 for each end. */
export function settingAt(shape: SettingShape, low: number, high: number): Setting {
  switch (shape.kind) {
    case 'range': {
      const { from, to } = shape.within;
      const ends = [low, high].map((x) => from + Math.floor(x * (to - from + 0.999)));
      return { from: Math.min(...ends), to: Math.max(...ends) };
    }
    case 'whole':
      return shape.within.from + Math.floor(low * (shape.within.to - shape.within.from + 0.999));
    case 'flag':
      return low < 0.5;
    case 'fraction':
      return low;
    case 'text':
      return shape.oneOf?.[Math.floor(low * (shape.oneOf.length - 0.001))] ?? shape.default;
  }
}
