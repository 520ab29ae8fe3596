import type { Argument } from '../../ast.ts';
import type { Sourced } from '../value.ts';
import type { Context } from './context.ts';
/**
 * Reads the settings of `reasoning_gym("graph_color", num_colors: 3)` by the configuration of the data set. A name
 * that is a parameter is not known yet: then any setting is taken, by the kind of what is written.
 */
export declare function readGymSettings(cx: Context, { value: name, span }: Sourced, given: readonly Argument[]): ReadonlyMap<string, Sourced> | undefined;
