import { franc } from 'franc';
import { LANGUAGES, SAMPLES } from "./material.js";
const DETECTABLE = Object.values(LANGUAGES).map(({ detected }) => detected);
/** Texts shorter than this are too short for their language to be told. */
const SHORTEST = 24;
/**
 * The language of a text among those of the data set, as ISO 639-3; `und` where it cannot be told. The published
 * check takes a text whose language cannot be told as following; here it does not, since nothing was said.
 */
export function languageOf(text) {
    return franc(text.slice(0, 4000), { only: DETECTABLE, minLength: SHORTEST });
}
/** Whether a text in capitals or small letters is English: told by its language, or too short to be another. */
export function isEnglish(text) {
    const language = languageOf(text.toLowerCase());
    return language === 'eng' || (language === 'und' && /^[\x00-\x7f]*$/.test(text));
}
export const responseLanguage = {
    id: 'language:response_language',
    pose: (random) => ({ language: random.pick(Object.keys(SAMPLES)) }),
    describe: ({ language }) => `The whole response must be in ${LANGUAGES[language]?.name ?? language}; use no other language.`,
    follows: (response, { language }) => languageOf(response) === LANGUAGES[language]?.detected,
    apply(draft, { language }) {
        draft.sentences.push(SAMPLES[language] ?? '');
        draft.leastSentences = 0;
    },
};
