const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** A positive whole number whose count of digits lies in the range; each count of digits is as likely. */
export function numberOfDigits(digits, random) {
    const count = random.int(digits.from, digits.to);
    return random.int(10 ** (count - 1), 10 ** count - 1);
}
/** Lower-case letters, drawn with repetition from the first `kinds` of the alphabet. */
export function randomLetters(count, random, kinds = 26) {
    let letters = '';
    for (let i = 0; i < count; i++)
        letters += LETTERS.charAt(random.int(0, kinds - 1));
    return letters;
}
/** Lower-case letters, no two alike; at most 26. */
export function differentLetters(count, random) {
    return random
        .shuffle([...LETTERS])
        .slice(0, count)
        .join('');
}
/** Another whole number of the range than `value`; the range must hold one. */
export function otherThan(value, range, random) {
    if (value < range.from || value > range.to)
        return random.int(range.from, range.to);
    const other = random.int(range.from, range.to - 1);
    return other >= value ? other + 1 : other;
}
