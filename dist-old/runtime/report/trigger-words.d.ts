import type { Trigger } from '../graph/trigger.ts';
/** A trigger in words, much as one would write it in a pipeline. */
export declare function triggerWords(trigger: Trigger): string;
