export type { ServerHost } from './host.ts';
export { serve } from './server.ts';
