import { unit as unitOf } from 'mathjs';
/**
 * A number in digits, perhaps a fraction or a power of ten, and what follows it: that is a unit even without a
 * `\text` around it.
 */
const MEASURED = /^([-+]?(?:\d[\d.]*|\.\d+)(?:\s*(?:\\times|\\cdot)\s*10\s*\^\s*(?:\{[-+]?\d+\}|\d))?(?:\/\d+)?)(\s*)((?:[A-Za-zµμΩ]|\\text\s*\{|\\mu(?![A-Za-z])|\\Omega(?![A-Za-z])).*)$/;
/** Words for units that mathjs calls otherwise or not at all. They are compared by name where they convert to nothing. */
const SAID = {
    degrees: 'deg',
    degree: 'deg',
    percent: '%',
    dollars: 'dollar',
    cents: 'cent',
    hours: 'hour',
    minutes: 'minute',
    seconds: 'second',
};
/** Takes currency signs, a percent sign and a unit off an answer: `\$5`, `50\%`, `5\text{ cm}`, `12 inches`, `30^\circ`. */
export function splitUnit(text) {
    let formula = text.replace(/^\\?\$\s*/, '').replace(/^([-+])\\?\$/, '$1');
    const currency = formula === text ? null : 'dollar';
    if (/\\%$|\\text\s*\{\s*percent\s*\}$|\bpercent$/.test(formula)) {
        formula = formula.replace(/\s*(?:\\%|\\text\s*\{\s*percent\s*\}|percent)$/, '');
        return { formula, unit: null, percent: true };
    }
    const degrees = /\^\s*\{?\s*\\circ\s*\}?\s*([CF]|\\text\{\s*[CF]\s*\})?$/.exec(formula);
    if (degrees !== null) {
        const scale = degrees[1]?.replace(/[^CF]/g, '');
        return {
            formula: formula.slice(0, degrees.index).trim(),
            unit: scale === undefined ? 'deg' : `deg${scale}`,
            percent: false,
        };
    }
    const said = /^(.*?)\\text\s*\{\s*([^{}]*?)\s*\}\s*(\^\s*\{?\s*-?\d\s*\}?)?$/.exec(formula);
    if (said !== null && said[1].trim() !== '' && !/^(or|and)$/.test(said[2]) && !/\\text/.test(said[1])) {
        return { formula: said[1].trim(), unit: name(said[2] + (said[3] ?? '')), percent: false };
    }
    const [, number = '', space = '', unit = ''] = MEASURED.exec(formula) ?? [];
    if (unit !== '' && isUnit(space, unit))
        return { formula: number.trim(), unit: name(unit), percent: false };
    return { formula, unit: currency, percent: false };
}
/** After a number a word is a unit; a lone letter is a variable, unless a space stands before it and it names a unit. */
function isUnit(space, unit) {
    const said = name(unit);
    if (/^[A-Za-z]$/.test(said))
        return space !== '' && known(said) !== undefined;
    return known(said) !== undefined || (/^[A-Za-z][A-Za-z ]+$/.test(unit) && !/^[abcxyz]{2,3}$/.test(unit));
}
/** A unit as mathjs reads it: `m s^{-2}` is `m*s^-2`, `\mu\text{m}` is `um`. */
function name(unit) {
    const word = unit
        .replace(/\\text\s*\{\s*([^{}]*?)\s*\}/g, '$1')
        .replace(/\\mu(?![A-Za-z])\s*|µ|μ/g, 'u')
        .replace(/\\Omega(?![A-Za-z])|Ω/g, 'ohm')
        .replace(/\s*(?:\\cdot|\\times)\s*/g, '*')
        .replace(/[{}]/g, '')
        .trim();
    if (/^[A-Za-z ]+$/.test(word) && known(word.replace(/ +/g, '*')) === undefined)
        return SAID[word.toLowerCase()] ?? word;
    return SAID[word.toLowerCase()] ?? word.replace(/ *([*/^]) */g, '$1').replace(/ +/g, '*');
}
/** Converts a number of one unit into one of another; undefined where they measure different things or have no known size. */
export function conversion(from, to) {
    if (singular(from) === singular(to))
        return (value) => value;
    const [a, b] = [known(from), known(to)];
    if (a === undefined || b === undefined || !a.equalBase(b))
        return undefined;
    return (value) => unitOf(value, from).toNumber(to);
}
/**
 * How many of `to` one of `from` is: 100 for metres and centimetres. Undefined where they measure different
 * things, or where either is no unit that is known by size; 1 where they are the same word.
 */
export function unitRatio(from, to) {
    const convert = conversion(from, to);
    // Temperatures differ by an offset too: no ratio says that.
    return convert === undefined || convert(0) !== 0 ? undefined : convert(1);
}
function known(name) {
    try {
        return unitOf(1, name);
    }
    catch {
        // mathjs says by an error that it knows no such unit.
        return undefined;
    }
}
function singular(word) {
    const lower = word.length > 3 ? word.toLowerCase() : word;
    return lower.length > 3 ? lower.replace(/s$/, '') : lower;
}
