import { capitalWords, englishCapital, englishLowercase } from "./change-case.js";
import { repeatPrompt, twoResponses } from "./combination.js";
import { placeholders, postscript } from "./content.js";
import { bulletLists, constrainedResponse, highlightedSections, jsonFormat, multipleSections, title, } from "./format.js";
import { existence, forbidden, frequency, letterFrequency } from "./keywords.js";
import { responseLanguage } from "./language.js";
import { nthParagraph, numberParagraphs, numberSentences, numberWords } from "./length.js";
import { noComma } from "./punctuation.js";
import { endChecker, quotation } from "./start-end.js";
/** The 25 kinds of IFEval (arXiv:2311.07911, table 1), by id. */
export const kinds = new Map([
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
].map((kind) => [kind.id, kind]));
