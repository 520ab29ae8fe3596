import type { IRecognitionException } from 'chevrotain';
import { type Diagnostic } from './diagnostics/index.ts';
import { type Source } from './source.ts';
/** Says what the parser found, in words of the language instead of words of parsing. */
export declare function explainSyntaxError(source: Source, error: IRecognitionException): Diagnostic;
