export function emptyDraft() {
    return {
        repeated: null,
        title: null,
        sentences: [],
        leastSentences: 2,
        mostSentences: Infinity,
        leastWords: 0,
        mostWords: Infinity,
        avoided: [],
        rareLetters: [],
        paragraphs: null,
        sections: null,
        bullets: 0,
        extras: [],
        postscript: null,
        ending: null,
        fixed: null,
        json: false,
        twice: false,
        quoted: false,
        letters: null,
    };
}
/** Plain sentences to fill a body with. None has a comma, a capital word or a mark of any format. */
const FILLERS = [
    'The morning is calm and bright.',
    'A small boat goes down the slow river.',
    'We walk home along the old road.',
    'Many birds sing in the tall trees.',
    'It rains a little in the early spring.',
    'My friend reads a long letter.',
    'The baker opens his shop at dawn.',
    'Children run across the wide field.',
    'Our garden has room for one more tree.',
    'The night train arrives on time.',
];
/** The text of a draft. It follows what the draft's fields ask wherever they do not stand against one another. */
export function writeDraft(draft) {
    if (draft.fixed !== null && isBare(draft))
        return withEnds(draft, draft.fixed);
    const body = draft.paragraphs === null ? writeBody(draft) : writeParagraphs(draft, draft.paragraphs);
    const lines = [draft.title, draft.fixed, body, ...draft.extras, ...bullets(draft), draft.postscript];
    let text = lines.filter((line) => line !== null && line !== '').join('\n');
    if (draft.sections !== null)
        text = writeSections(text, draft.sections);
    if (draft.twice)
        text = `${text}\n******\n${text} Once more with feeling.`;
    if (draft.json)
        text = JSON.stringify({ answer: text });
    return withEnds(draft, text);
}
function isBare(draft) {
    return (draft.leastWords === 0 &&
        draft.paragraphs === null &&
        draft.extras.length === 0 &&
        draft.sentences.length === 0);
}
function withEnds(draft, body) {
    let text = [draft.repeated, body, draft.ending].filter((part) => part !== null && part !== '').join('\n');
    if (draft.letters === 'upper')
        text = text.toUpperCase();
    if (draft.letters === 'lower')
        text = text.toLowerCase();
    return draft.quoted ? `"${text}"` : text;
}
function fillers(draft) {
    const rarity = (text) => draft.rareLetters.reduce((sum, letter) => sum + text.toLowerCase().split(letter).length - 1, 0);
    return FILLERS.filter((text) => !draft.avoided.some((word) => text.toLowerCase().includes(word))).sort((a, b) => rarity(a) - rarity(b));
}
function writeBody(draft) {
    const sentences = [...draft.sentences];
    const more = fillers(draft);
    const words = () => [draft.repeated ?? '', ...sentences, draft.ending ?? ''].join(' ').split(/\s+/).length;
    for (let i = 0; more.length > 0 && sentences.length < draft.mostSentences; i++) {
        if (sentences.length >= draft.leastSentences && words() >= draft.leastWords)
            break;
        sentences.push(more[i % more.length]);
    }
    // Few words are wanted: the first of a sentence say enough.
    if (words() >= draft.mostWords && draft.sentences.length === 0)
        return sentences[0]?.split(' ').slice(0, 2).join(' ') ?? '';
    return sentences.join(' ');
}
function writeParagraphs(draft, { count, between, start }) {
    const more = fillers(draft);
    const paragraphs = Array.from({ length: count }, (_, i) => more[i % Math.max(1, more.length)] ?? '');
    if (start !== null)
        paragraphs[start.paragraph - 1] = `${start.word} ${paragraphs[start.paragraph - 1]}`;
    const said = draft.sentences.join(' ');
    paragraphs[count - 1] = [paragraphs[count - 1], said].filter((part) => part !== '').join(' ');
    for (let i = 0; paragraphs.join(' ').split(/\s+/).length < draft.leastWords && i < 500; i++) {
        paragraphs[count - 1] += ` ${more[i % Math.max(1, more.length)]}`;
    }
    return paragraphs.join(between);
}
function writeSections(text, { count, name }) {
    return Array.from({ length: count }, (_, i) => `${name} ${i + 1}\n${i === 0 ? text : 'It goes on as before.'}`).join('\n');
}
function bullets(draft) {
    return Array.from({ length: draft.bullets }, (_, i) => `* point ${i + 1}`);
}
