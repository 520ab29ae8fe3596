import type { Cage } from './cage.ts';
import { type Language } from './job.ts';
/** What was found of bubblewrap for one language: a cage that works, or why none does and what mends it. */
export type CageSearch = {
    readonly works: true;
    readonly cage: Cage;
} | {
    readonly works: false;
    readonly why: string;
    readonly mend: string | undefined;
};
/**
 * Looks for a way to run a language under bubblewrap, by trying: user namespaces may be switched off, mounts may be
 * forbidden in a container, an interpreter may lie where another user cannot read it.
 */
export declare function findCage(language: Language): Promise<CageSearch>;
/** What runs a language without any sandbox: for who has been told, and wants it. Throws ProrlError where it is not there. */
export declare function openCage(language: Language): Promise<Cage>;
