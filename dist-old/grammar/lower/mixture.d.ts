import type { Mixture } from '../../runtime/graph/index.ts';
import type { MixtureUse } from '../types/value.ts';
import { type Origins } from './origins.ts';
import { type Locate } from './reference.ts';
/** A mixture's entries with their tasks; origins are written by pointer into the mixture. */
export declare function lowerMixture(use: MixtureUse, origins: Origins, locate: Locate): Mixture;
