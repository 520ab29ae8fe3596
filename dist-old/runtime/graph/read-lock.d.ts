import type { Lock } from './lock.ts';
/**
 * The text of a `prorl.lock`, checked against its published schema. `where` names it in messages.
 * Throws ProrlError (pipeline) that says what is wrong in it.
 */
export declare function readLock(text: string, where: string): Lock;
