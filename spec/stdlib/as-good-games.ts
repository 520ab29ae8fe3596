import type { Check } from './as-good.ts';

export const GAMES: Readonly<Record<string, Check>> = {};
