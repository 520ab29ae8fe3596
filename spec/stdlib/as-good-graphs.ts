import type { Check } from './as-good.ts';

export const GRAPHS: Readonly<Record<string, Check>> = {};
