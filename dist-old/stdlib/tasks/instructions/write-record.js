import { defineTask, randomLetters, range } from "../../../runtime/tasks/index.js";
const FORMS = ['json', 'query', 'xml', 'css', 'call'];
/**
 * Writes fields in a given form: as JSON, a query, elements of XML, declarations of CSS or arguments of a call.
 * Spaces do not count. Scored by the share of fields that stand there as the form wants it.
 *
 *     write json sorted: tx=4 kd=17   ->   <answer>{"kd":17,"tx":4}</answer>
 */
export const writeRecord = defineTask({
    name: 'write_record',
    settings: {
        fields: range({ within: [1, 10], default: [1, 3] }),
        letters: range({ within: [1, 8], default: [2, 3] }),
        digits: range({ within: [1, 6], default: [1, 2] }),
    },
    pose({ fields, letters, digits }, random) {
        const keys = new Set();
        const count = random.int(fields.from, fields.to);
        while (keys.size < count)
            keys.add(randomLetters(random.int(letters.from, letters.to), random));
        return {
            form: random.pick(FORMS),
            fields: [...keys].map((key) => ({ key, value: number(random.int(digits.from, digits.to), random) })),
            sorted: random.int(0, 1) === 1,
        };
    },
    prompt: ({ form, fields, sorted }) => `write ${form}${sorted ? ' sorted' : ''}: ${fields.map(({ key, value }) => `${key}=${value}`).join(' ')}`,
    work: (record) => ({ steps: '', answer: write(record) }),
    /** Another form, another order or another value. */
    slip(record, random) {
        const [first, ...rest] = record.fields;
        const others = FORMS.filter((form) => write({ ...record, form }) !== write(record));
        return {
            steps: '',
            answer: random.pick([
                write({ ...record, fields: [{ ...first, value: first.value + 1 }, ...rest] }),
                write({ ...record, form: random.pick(others) }),
            ]),
        };
    },
    accepts: (given, expected) => bare(given) === bare(expected),
    credit(given, _, { form, fields }) {
        const found = new Set([...bare(given).matchAll(PAIRS[form])].map(([, key, value]) => `${key}=${value}`));
        const kept = fields.filter(({ key, value }) => found.has(`${key}=${value}`));
        // The last part is for the whole: the order, and nothing else being there.
        return kept.length / (fields.length + 1);
    },
});
function number(digits, random) {
    return random.int(digits === 1 ? 0 : 10 ** (digits - 1), 10 ** digits - 1);
}
/** Space means nothing in any of the forms. */
function bare(text) {
    return text.replace(/\s+/g, '');
}
/** How a field stands in a form, between what parts it from the next. */
const PAIRS = {
    json: /(?<=[{,])"(\w+)":(\d+)(?=[,}])/g,
    query: /(?<=[?&])(\w+)=(\d+)(?=&|$)/g,
    xml: /<(\w+)>(\d+)<\/\1>/g,
    css: /(?<=;|^)(\w+):(\d+)(?=;)/g,
    call: /(?<=[(,])(\w+)=(\d+)(?=[,)])/g,
};
function write({ form, fields, sorted }) {
    const all = sorted ? [...fields].sort((a, b) => (a.key < b.key ? -1 : 1)) : fields;
    switch (form) {
        case 'json':
            return `{${all.map(({ key, value }) => `"${key}":${value}`).join(',')}}`;
        case 'query':
            return `?${all.map(({ key, value }) => `${key}=${value}`).join('&')}`;
        case 'xml':
            return all.map(({ key, value }) => `<${key}>${value}</${key}>`).join('');
        case 'css':
            return all.map(({ key, value }) => `${key}:${value};`).join('');
        case 'call':
            return `f(${all.map(({ key, value }) => `${key}=${value}`).join(',')})`;
    }
}
