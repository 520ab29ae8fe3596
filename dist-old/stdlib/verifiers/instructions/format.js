import { count, literally, many } from "./kind.js";
export const bulletLists = {
    id: 'detectable_format:number_bullet_lists',
    pose: (random) => ({ num_bullets: random.int(1, 5) }),
    describe: ({ num_bullets: wanted }) => `Have exactly ${many(wanted, 'bullet point')}, each a line that begins with an asterisk, such as: * a point`,
    follows: (response, { num_bullets: wanted }) => response.split('\n').filter((line) => /^(?:\*(?!\*).|-)/u.test(line.trim())).length === wanted,
    apply(draft, { num_bullets: wanted }) {
        draft.bullets = wanted;
    },
};
const ANSWERS = ['My answer is yes.', 'My answer is no.', 'My answer is maybe.'];
export const constrainedResponse = {
    id: 'detectable_format:constrained_response',
    pose: () => ({}),
    describe: () => `Answer with one of: ${ANSWERS.join(' / ')}`,
    follows: (response) => ANSWERS.some((answer) => response.includes(answer)),
    apply(draft) {
        draft.fixed = ANSWERS[0];
    },
};
export const highlightedSections = {
    id: 'detectable_format:number_highlighted_sections',
    pose: (random) => ({ num_highlights: random.int(1, 4) }),
    describe: ({ num_highlights: wanted }) => `Highlight at least ${many(wanted, 'part')} with asterisks, such as *this part*.`,
    follows(response, { num_highlights: wanted }) {
        const single = [...response.matchAll(/\*[^\n*]*\*/g)].filter(([part]) => part.slice(1, -1).trim() !== '');
        const double = [...response.matchAll(/\*\*[^\n*]*\*\*/g)].filter(([part]) => part.slice(2, -2).trim() !== '');
        return single.length + double.length >= wanted;
    },
    apply(draft, { num_highlights: wanted }) {
        draft.extras.push(Array.from({ length: wanted }, (_, i) => `*part ${i + 1}*`).join(' '));
    },
};
const SPLITTERS = ['Section', 'SECTION'];
export const multipleSections = {
    id: 'detectable_format:multiple_sections',
    pose: (random) => ({ section_spliter: random.pick(SPLITTERS), num_sections: random.int(2, 4) }),
    describe: ({ section_spliter: name, num_sections: wanted }) => `Write ${many(wanted, 'section')}; begin each with a line such as: ${name} 1`,
    follows: (response, { section_spliter: name, num_sections: wanted }) => count(response, new RegExp(`\\s?${literally(name)}\\s?\\d+\\s?`, 'g')) >= wanted,
    apply(draft, { section_spliter: name, num_sections: wanted }) {
        draft.sections = { name, count: wanted };
    },
};
export const jsonFormat = {
    id: 'detectable_format:json_format',
    pose: () => ({}),
    describe: () => 'Wrap the whole response in JSON. Markdown ticks such as ``` may stand around it.',
    follows(response) {
        const text = response
            .trim()
            .replace(/^```(?:json)?/i, '')
            .replace(/```$/, '')
            .trim();
        try {
            JSON.parse(text);
            return true;
        }
        catch {
            // What JSON.parse refuses is not JSON: that is the check.
            return false;
        }
    },
    apply(draft) {
        draft.json = true;
    },
};
export const title = {
    id: 'detectable_format:title',
    pose: () => ({}),
    describe: () => 'Give the response a title in double angle brackets, such as <<a title>>.',
    follows: (response) => response.split('\n').some((line) => {
        const [open, close] = [line.indexOf('<<'), line.lastIndexOf('>>')];
        return open >= 0 && close > open && line.slice(open, close).replace(/[<>]/g, '').trim() !== '';
    }),
    apply(draft) {
        draft.title = '<<a plain day>>';
    },
};
