import { defineTask, numberOfDigits, range, slipNumber } from "../../../runtime/tasks/index.js";
/** The largest value has 6 digits, so no factor is longer; more than 20 factors would make more than 2^20. */
const MOST_FACTORS = 20;
/**
 * Writes a number as a product of primes by dividing the smallest out again and again.
 *
 *     factor 84=?   ->   2*42 2*21 3*7<answer>2*2*3*7</answer>
 */
export const primeFactors = defineTask({
    name: 'prime_factors',
    settings: {
        digits: range({ within: [1, 6], default: [1, 2] }),
    },
    pose({ digits }, random) {
        return { value: Math.max(2, numberOfDigits(digits, random)) };
    },
    prompt({ value }) {
        return `factor ${value}=?`;
    },
    work({ value }) {
        return write(value, factorsOf(value));
    },
    /** One factor is taken for another number, or the last is forgotten. */
    slip({ value }, random) {
        const factors = factorsOf(value);
        if (factors.length > 1 && random.next() < 0.3)
            return write(value, factors.slice(0, -1));
        const at = random.int(0, factors.length - 1);
        factors[at] = Math.max(2, slipNumber(factors[at] ?? 2, random));
        if (factors[at] === factorsOf(value)[at])
            factors[at] = (factors[at] ?? 2) + 1;
        return write(value, factors);
    },
    /** The primes in any order; powers may be written as such (`2^2*3*7`). */
    accepts(given, _expected, { value }) {
        let product = 1;
        const terms = given.split(/ ?[*x] ?/);
        if (terms.length > MOST_FACTORS)
            return false;
        for (const term of terms) {
            const parts = /^(\d{1,6})(?:\^(\d{1,2}))?$/.exec(term);
            const prime = Number(parts?.[1] ?? 0);
            if (parts === null || parts[2] === '0' || !isPrime(prime))
                return false;
            product *= prime ** Number(parts[2] ?? 1);
        }
        return product === value;
    },
});
function write(value, factors) {
    const steps = [];
    let rest = value;
    for (const factor of factors.slice(0, -1)) {
        rest = Math.floor(rest / factor);
        steps.push(`${factor}*${rest}`);
    }
    return { steps: steps.length === 0 ? 'prime' : steps.join(' '), answer: factors.join('*') };
}
function factorsOf(value) {
    const factors = [];
    let rest = value;
    for (let divisor = 2; divisor * divisor <= rest; divisor++) {
        for (; rest % divisor === 0; rest /= divisor)
            factors.push(divisor);
    }
    if (rest > 1)
        factors.push(rest);
    return factors;
}
function isPrime(value) {
    return value >= 2 && factorsOf(value).length === 1;
}
