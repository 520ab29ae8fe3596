/**
 * A whole number, never below zero and never the given one, as someone in haste would write it: off by
 * one, off by ten (a carry forgotten), or with its last two digits changed over.
 */
export function slipNumber(value, random) {
    const wrong = [value + 1];
    if (value >= 1)
        wrong.push(value - 1);
    if (value >= 10) {
        wrong.push(value + 10, value - 10);
        const ones = value % 10;
        const tens = Math.floor(value / 10) % 10;
        if (ones !== tens)
            wrong.push(value - tens * 10 - ones + ones * 10 + tens);
    }
    return random.pick(wrong);
}
/** The text with two different neighbours changed over; where all its characters are alike, one is left out or doubled. */
export function slipText(text, random) {
    const places = [];
    for (let i = 0; i + 1 < text.length; i++)
        if (text[i] !== text[i + 1])
            places.push(i);
    if (places.length === 0)
        return text.length > 1 ? text.slice(1) : text + text;
    const at = random.pick(places);
    return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}
