import type { Verifier } from '../../runtime/tasks/index.ts';
/**
 * Judges multiple choice by the letter of the option: `C`, `(C)`, `\text{C}`, `Option C`, `C. 5 m/s`. The problem's
 * answer is the letter; where `data.options` holds the options' texts (letter to text), the text of the right
 * option alone counts as well, unless another option reads the same.
 */
export declare const choice: Verifier;
