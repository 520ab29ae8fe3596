import { capitalWords, englishCapital, englishLowercase } from './change-case.ts';
import { repeatPrompt, twoResponses } from './combination.ts';
import { placeholders, postscript } from './content.ts';
import {
  bulletLists,
  constrainedResponse,
  highlightedSections,
  jsonFormat,
  multipleSections,
  title,
} from './format.ts';
import { existence, forbidden, frequency, letterFrequency } from './keywords.ts';
import type { InstructionKind } from './kind.ts';
import { responseLanguage } from './language.ts';
import { nthParagraph, numberParagraphs, numberSentences, numberWords } from './length.ts';
import { noComma } from './punctuation.ts';
import { endChecker, quotation } from './start-end.ts';

/** The 25 kinds of IFEval (arXiv:2311.07911, table 1), by id. */
export const kinds: ReadonlyMap<string, InstructionKind> = new Map(
  (
    [
      existence,
      frequency,
      forbidden,
      letterFrequency,
      responseLanguage,
      numberSentences,
      numberParagraphs,
      numberWords,
      nthParagraph,
      placeholders,
      postscript,
      bulletLists,
      constrainedResponse,
      highlightedSections,
      multipleSections,
      jsonFormat,
      title,
      twoResponses,
      repeatPrompt,
      endChecker,
      quotation,
      capitalWords,
      englishCapital,
      englishLowercase,
      noComma,
    ] as unknown as readonly InstructionKind[]
  ).map((kind) => [kind.id, kind]),
);
