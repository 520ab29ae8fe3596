import type { HttpReference } from '../graph/index.ts';
import type { OpenTask, OpenVerifier, Surroundings } from './opened.ts';
import { Server } from './service/server.ts';
import { Service, labelOf, serviceTask, serviceVerifier, type ServiceOptions } from './service/service.ts';

/** Greets the server of `task NAME = http(...)`. */
export async function openHttpTask(reference: HttpReference, _around: Surroundings): Promise<OpenTask> {
  const service = await Service.open(optionsOf('task', reference), ['generate', 'verify']);
  return serviceTask(reference.name, service);
}

/** Greets the server of `verifier NAME = http(...)`. */
export async function openHttpVerifier(
  reference: HttpReference,
  _around: Surroundings,
): Promise<OpenVerifier> {
  const service = await Service.open(optionsOf('verifier', reference), ['verify']);
  return serviceVerifier(reference.name, reference.settings, service);
}

function optionsOf(what: 'task' | 'verifier', { name, url, timeout }: HttpReference): ServiceOptions {
  const limit = timeout * 1000;
  const transport = new Server({ label: labelOf({ what, name }, url), name, url, limit });
  return { what, name, transport, limit };
}
