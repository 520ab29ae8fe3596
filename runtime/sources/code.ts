import type { CodeReference } from '../graph/index.ts';
import { carefully, carefulVerifier } from '../tasks/careful.ts';
import { loadTask, loadVerifier, type TaskRef } from '../tasks/load.ts';
import type { OpenTask, OpenVerifier, Surroundings } from './opened.ts';

/** Imports the module of `task NAME = code(...)`. */
export async function openCodeTask(reference: CodeReference, around: Surroundings): Promise<OpenTask> {
  const task = await loadTask(placeOf(reference, around), around.baseFolder);
  return carefully(task, { source: reference.module, ...patienceWith(task) });
}

/** Imports the module of `verifier NAME = code(...)`. */
export async function openCodeVerifier(
  reference: CodeReference,
  around: Surroundings,
): Promise<OpenVerifier> {
  const verifier = await loadVerifier(placeOf(reference, around), around.baseFolder);
  const { settings } = reference;
  return {
    name: reference.name,
    ...carefulVerifier({
      name: reference.name,
      what: 'verifier',
      source: reference.module,
      ...patienceWith(verifier),
      verify: (problem, response, signal) => verifier.verify(problem, response, settings, signal),
    }),
    ...(verifier.doubt && { doubt: (answer: string) => verifier.doubt!(answer) }),
    ...(verifier.close && { close: () => verifier.close!() }),
  };
}

function patienceWith({ boundsItself }: { readonly boundsItself?: boolean }): { patience?: null } {
  return boundsItself ? { patience: null } : {};
}

function placeOf({ module, export: name, library }: CodeReference, { libraries }: Surroundings): TaskRef {
  const root = library === null ? undefined : libraries.get(library);
  return {
    module,
    export: name,
    library: library === null || root === undefined ? library : { name: library, root },
  };
}
