import type { ResolvedModule } from '../types/infer/program.ts';
import type { Check, Rule } from './rule.ts';
export type { Check, Rule } from './rule.ts';
/** Every rule that looks at the program once its names and types are known. */
export declare const rules: readonly Rule[];
/** Asks every rule about every part of a module. */
export declare function checkModule(resolved: ResolvedModule, check: Check): void;
