import { all, create, fraction, } from 'mathjs';
import { isCall } from "./formula.js";
/** Decimal digits that constants are worked out to. */
export const DIGITS = 64;
/** Larger factorials, binomials and exponents are not worked out: no answer has one, and time stays bounded. */
const LARGEST_FACTORIAL = 2000;
const LARGEST_EXPONENT = 1e6;
const real = create(all, { number: 'BigNumber', precision: DIGITS });
const complex = create(all, {});
/** The exact value of a formula of whole numbers and fractions; undefined where it is irrational or not understood. */
export function exactValue(tree) {
    return evaluate(tree, exactArithmetic, new Map());
}
/** The real value of a formula without variables to 64 digits; undefined where it has none or is not understood. */
export function realValue(tree) {
    return evaluate(tree, realArithmetic, new Map());
}
/** The complex value of a formula with the given values of its variables; undefined where it has none or is not understood. */
export function complexValue(tree, variables) {
    return evaluate(tree, complexArithmetic, variables);
}
/** The variables of a formula: its symbols that are no constants. */
export function variablesOf(tree, found = new Set()) {
    if (typeof tree === 'string') {
        if (!tree.startsWith("'") && !CONSTANTS.has(tree) && tree !== 'i')
            found.add(tree);
    }
    else if (isCall(tree)) {
        for (const part of tree.slice(1))
            variablesOf(part, found);
    }
    return found;
}
const CONSTANTS = new Set([
    'Pi',
    'e',
    'ExponentialE',
    'ImaginaryUnit',
    'PositiveInfinity',
    'NegativeInfinity',
]);
function evaluate(tree, arithmetic, variables) {
    if (typeof tree === 'number')
        return Number.isFinite(tree) ? arithmetic.literal(String(tree)) : undefined;
    if (typeof tree === 'string')
        return variables.get(tree) ?? arithmetic.constant(tree);
    if (!isCall(tree))
        return /^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(tree.num) ? arithmetic.literal(tree.num) : undefined;
    const [head, ...parts] = tree;
    const values = [];
    for (const part of parts) {
        const value = evaluate(part, arithmetic, variables);
        if (value === undefined)
            return undefined;
        values.push(value);
    }
    if (head === 'InvisibleOperator' && isMixedNumber(parts))
        return arithmetic.apply('Add', values);
    return arithmetic.apply(head, values);
}
/** `1\frac{1}{2}` is a sum; anything else that merely stands side by side is a product. */
function isMixedNumber(parts) {
    const [whole, fraction] = parts;
    if (parts.length !== 2 || typeof whole !== 'number' || !Number.isInteger(whole) || !isCall(fraction))
        return false;
    const [head, numerator, denominator] = fraction;
    return ((head === 'Divide' || head === 'Rational') &&
        typeof numerator === 'number' &&
        typeof denominator === 'number' &&
        numerator > 0 &&
        denominator > numerator);
}
/** Longer exact powers are left to the arithmetic of 64 digits. */
const LARGEST_EXACT_EXPONENT = 1000;
/** Digits of a numerator or denominator, to base 16; larger ones too: a power of a power would never end. */
const LONGEST_EXACT = 1000;
/** The fraction, where it is not too long. */
function bounded(value) {
    return digits(value) <= LONGEST_EXACT ? value : undefined;
}
function digits({ n, d }) {
    return Math.max(n.toString(16).length, d.toString(16).length);
}
function foldExact(x, step) {
    return x.slice(1).reduce((sum, value) => sum && bounded(step(sum, value)), x[0]);
}
const exactArithmetic = {
    literal: (text) => {
        const number = real.bignumber(text);
        return Math.abs(number.e) > LARGEST_EXACT_EXPONENT ? undefined : fraction(number.toFixed());
    },
    constant: () => undefined,
    apply: (name, x) => {
        const [a, b] = x;
        switch (name) {
            case 'Add':
                return foldExact(x, (sum, value) => sum.add(value));
            case 'Subtract':
                return x.length === 2 ? bounded(a.sub(b)) : undefined;
            case 'Multiply':
            case 'InvisibleOperator':
                return foldExact(x, (product, value) => product.mul(value));
            case 'Divide':
            case 'Rational':
                return x.length === 2 && !b.equals(0) ? bounded(a.div(b)) : undefined;
            case 'Negate':
                return a.neg();
            case 'Delimiter':
                return x.length === 1 ? a : undefined;
            case 'Power':
                return x.length === 2 &&
                    b.d === 1n &&
                    b.abs().compare(LARGEST_EXACT_EXPONENT) <= 0 &&
                    digits(a) * Number(b.abs().n) <= LONGEST_EXACT &&
                    !(a.equals(0) && b.s <= 0)
                    ? (a.pow(b) ?? undefined)
                    : undefined;
            default:
                return undefined;
        }
    },
};
/**
 * Functions whose arguments are reduced by pi: of larger ones than 10 to this power decimal.js wants more digits of pi
 * than it has, and throws with its precision left at a million digits.
 */
const CIRCULAR = new Set(['Sin', 'Cos', 'Tan', 'Cot', 'Sec', 'Csc', 'Sinh', 'Cosh', 'Tanh']);
const LARGEST_ANGLE = 30;
const realArithmetic = {
    literal: (text) => real.bignumber(text),
    constant: (name) => name === 'Pi'
        ? real.bignumber(real.evaluate('pi'))
        : name === 'e' || name === 'ExponentialE'
            ? real.bignumber(real.evaluate('e'))
            : undefined,
    apply: (name, operands) => {
        if (CIRCULAR.has(name) && operands.some((one) => one.e > LARGEST_ANGLE))
            return undefined;
        const value = apply(real, name, operands);
        // A root of a negative number leaves the reals: the complex arithmetic has it.
        return real.isBigNumber(value) && value.isFinite() ? value : undefined;
    },
};
const complexArithmetic = {
    literal: (text) => {
        // Beyond what a double holds nothing can be compared: infinity differs from any number by as much as it is large.
        const number = Number(text);
        return Number.isFinite(number) ? complex.complex(number, 0) : undefined;
    },
    constant: (name) => {
        if (name === 'Pi')
            return complex.complex(Math.PI, 0);
        if (name === 'e' || name === 'ExponentialE')
            return complex.complex(Math.E, 0);
        return name === 'i' || name === 'ImaginaryUnit' ? complex.complex(0, 1) : undefined;
    },
    apply: (name, operands) => {
        const value = apply(complex, name, operands);
        if (value === undefined)
            return undefined;
        const number = complex.complex(value);
        return Number.isFinite(number.re) && Number.isFinite(number.im) ? number : undefined;
    },
};
/** The functions of one argument whose names in MathJSON and in mathjs differ only in case or so. */
const UNARY = {
    Abs: 'abs',
    Arccos: 'acos',
    Arcsin: 'asin',
    Arctan: 'atan',
    Ceil: 'ceil',
    Cos: 'cos',
    Cosh: 'cosh',
    Cot: 'cot',
    Csc: 'csc',
    Exp: 'exp',
    Floor: 'floor',
    Negate: 'unaryMinus',
    Sec: 'sec',
    Sin: 'sin',
    Sinh: 'sinh',
    Sqrt: 'sqrt',
    Square: 'square',
    Tan: 'tan',
    Tanh: 'tanh',
};
function apply(math, name, x) {
    const call = (fn, ...args) => math[fn](...args);
    const fold = (fn) => x.slice(1).reduce((sum, value) => call(fn, sum, value), x[0]);
    const unary = UNARY[name];
    if (unary !== undefined)
        return x.length === 1 ? call(unary, x[0]) : undefined;
    const [a, b] = x;
    switch (name) {
        case 'Add':
            return fold('add');
        case 'Subtract':
            return fold('subtract');
        case 'Multiply':
        case 'InvisibleOperator':
            return fold('multiply');
        case 'Delimiter':
            return x.length === 1 || x.length === 2 ? a : undefined;
        case 'Divide':
        case 'Rational':
        case 'Colon':
            return x.length === 2 ? call('divide', a, b) : undefined;
        case 'Power':
            return x.length === 2 && size(b) <= LARGEST_EXPONENT ? call('pow', a, b) : undefined;
        case 'Root':
            return x.length === 2 ? root(call, a, b) : undefined;
        case 'Ln':
            return x.length === 1 ? call('log', a) : x.length === 2 ? call('log', a, b) : undefined;
        case 'Log':
            return x.length === 1 ? call('log10', a) : x.length === 2 ? call('log', a, b) : undefined;
        case 'Lb':
            return call('log2', a);
        case 'Degrees':
            return call('divide', call('multiply', a, call('acos', call('unaryMinus', one(a)))), 180);
        case 'Factorial': {
            const n = whole(a);
            if (n === undefined || n > LARGEST_FACTORIAL)
                return undefined;
            // As doubles they end at 170.
            if (isComplex(a))
                return n > 170 ? undefined : call('factorial', n);
            return call('factorial', a);
        }
        case 'Binomial':
        case 'Choose': {
            const [n, k] = [whole(a), whole(b)];
            if (n === undefined || k === undefined || k > n || n > LARGEST_FACTORIAL)
                return undefined;
            return isComplex(a) ? call('combinations', n, k) : call('combinations', a, b);
        }
        case 'BaseForm':
            return a;
        default:
            return undefined;
    }
}
/** The real root where there is one, as school mathematics has it: the cube root of -8 is -2. */
function root(call, a, degree) {
    const n = whole(degree);
    if (n === undefined || n === 0)
        return call('pow', a, call('divide', one(a), degree));
    const negative = isComplex(a) ? a.im === 0 && a.re < 0 : a.isNegative();
    if (negative && n % 2 === 1) {
        return call('unaryMinus', call('pow', call('unaryMinus', a), call('divide', one(a), degree)));
    }
    return call('pow', a, call('divide', one(a), degree));
}
function isComplex(value) {
    return 're' in value;
}
function one(like) {
    return isComplex(like) ? complex.complex(1, 0) : real.bignumber(1);
}
function size(value) {
    return isComplex(value) ? Math.hypot(value.re, value.im) : Math.abs(value.toNumber());
}
/** The natural number that a value is, or undefined. */
function whole(value) {
    const number = isComplex(value) ? (value.im === 0 ? value.re : NaN) : value.toNumber();
    return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
