import type { InstructionKind } from './kind.ts';
/**
 * The language of a text among those of the data set, as ISO 639-3; `und` where it cannot be told. The published
 * check takes a text whose language cannot be told as following; here it does not, since nothing was said.
 */
export declare function languageOf(text: string): string;
/** Whether a text in capitals or small letters is English: told by its language, or too short to be another. */
export declare function isEnglish(text: string): boolean;
export declare const responseLanguage: InstructionKind<{
    language: string;
}>;
