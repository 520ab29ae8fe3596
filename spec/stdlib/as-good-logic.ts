import type { Check } from './as-good.ts';

export const LOGIC: Readonly<Record<string, Check>> = {};
