import type { Mixture, Suite } from '../../runtime/graph/index.ts';
import type { MixtureUse, SuiteUse } from '../types/value.ts';
import { type Origins } from './origins.ts';
import type { Locate } from './reference.ts';
/**
 * The graph's mixtures and suites under their names. Uses of the same declaration that come to the
 * same content share one name; another content under a name taken gets `-2`, `-3` ...
 */
export declare class Names {
    readonly mixtures: Record<string, Mixture>;
    readonly suites: Record<string, Suite>;
    readonly origins: Origins;
    private readonly named;
    private readonly contents;
    readonly locate: Locate;
    constructor(locate: Locate);
    mixture(use: MixtureUse): string;
    /** Suites keep their declared name, which their metrics carry. */
    suite(use: SuiteUse): string;
    private free;
}
