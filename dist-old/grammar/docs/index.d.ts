export { describeModule, type DescribedModule } from './describe.ts';
export type * from './docs.ts';
