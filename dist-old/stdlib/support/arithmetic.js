/** Deeper brackets, or longer texts, are not read. */
const LONGEST = 200;
/**
 * The value of a text of whole numbers, + - * / and brackets, and the numbers in it; undefined where it is no such
 * text, divides by 0, or grows beyond what is exact.
 */
export function readArithmetic(text) {
    const plain = text.replace(/ /g, '');
    if (plain.length > LONGEST || !/^[\d+*/()-]+$/.test(plain))
        return undefined;
    const tokens = plain.match(/\d+|[+*/()-]/g) ?? [];
    const numbers = [];
    let at = 0;
    const sum = () => {
        let value = product();
        while (value !== undefined && (tokens[at] === '+' || tokens[at] === '-')) {
            const sign = tokens[at++] === '+' ? 1 : -1;
            const next = product();
            value =
                next && exact(value.top * next.bottom + sign * next.top * value.bottom, value.bottom * next.bottom);
        }
        return value;
    };
    const product = () => {
        let value = atom();
        while (value !== undefined && (tokens[at] === '*' || tokens[at] === '/')) {
            const times = tokens[at++] === '*';
            const next = atom();
            value =
                next &&
                    (times
                        ? exact(value.top * next.top, value.bottom * next.bottom)
                        : exact(value.top * next.bottom, value.bottom * next.top));
        }
        return value;
    };
    const atom = () => {
        const token = tokens[at++];
        if (token === '(') {
            const inner = sum();
            return tokens[at++] === ')' ? inner : undefined;
        }
        if (token === undefined || !/^\d{1,6}$/.test(token))
            return undefined;
        numbers.push(Number(token));
        return { top: Number(token), bottom: 1 };
    };
    const value = sum();
    return value === undefined || at !== tokens.length ? undefined : { value, numbers };
}
function exact(top, bottom) {
    if (bottom === 0 || !Number.isSafeInteger(top) || !Number.isSafeInteger(bottom))
        return undefined;
    return bottom < 0 ? { top: 0 - top, bottom: 0 - bottom } : { top, bottom };
}
