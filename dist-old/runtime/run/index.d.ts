export type * from './events.ts';
export type { Summary } from './summary.ts';
export type { Progress } from './run.ts';
export { readEvents } from './event-log.ts';
