import { count, literally, many } from "./kind.js";
export const placeholders = {
    id: 'detectable_content:number_placeholders',
    pose: (random) => ({ num_placeholders: random.int(1, 4) }),
    describe: ({ num_placeholders: wanted }) => `Leave at least ${many(wanted, 'placeholder')} in square brackets, such as [address].`,
    follows: (response, { num_placeholders: wanted }) => count(response, /\[[^\n[\]]*\]/g) >= wanted,
    apply(draft, { num_placeholders: wanted }) {
        draft.extras.push(Array.from({ length: wanted }, (_, i) => `[field ${i + 1}]`).join(' '));
    },
};
const MARKERS = ['P.S.', 'P.P.S'];
export const postscript = {
    id: 'detectable_content:postscript',
    pose: (random) => ({ postscript_marker: random.pick(MARKERS) }),
    describe: ({ postscript_marker: marker }) => `At the end add a postscript that begins with ${marker}`,
    follows: (response, { postscript_marker: marker }) => pattern(marker).test(response),
    apply(draft, { postscript_marker: marker }) {
        draft.postscript = `${marker} see you soon`;
    },
};
/** The two usual markers may have spaces between their letters; any other stands as it is written. */
function pattern(marker) {
    if (marker === 'P.P.S')
        return /p\.\s?p\.\s?s/i;
    if (marker === 'P.S.')
        return /p\.\s?s\./i;
    return new RegExp(literally(marker), 'i');
}
