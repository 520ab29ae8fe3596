import { defineTask, randomLetters, range, sameText } from "../../../runtime/tasks/index.js";
const A = 'a'.charCodeAt(0);
/**
 * Moves every letter on by a number of places in the alphabet, a following z; each step shows a letter and its cipher.
 *
 *     shift 3: kdbx   ->   kn dg be xa<answer>ngea</answer>
 */
export const caesarCipher = defineTask({
    name: 'caesar_cipher',
    settings: {
        letters: range({ within: [2, 24], default: [3, 5] }),
        shift: range({ within: [1, 25], default: [1, 3] }),
    },
    accepts: sameText,
    pose({ letters, shift }, random) {
        return {
            word: randomLetters(random.int(letters.from, letters.to), random),
            shift: random.int(shift.from, shift.to),
        };
    },
    prompt({ word, shift }) {
        return `shift ${shift}: ${word}`;
    },
    work(cipher) {
        return encipher(cipher, (_step, shift) => shift);
    },
    /** One letter is moved a place too far or not far enough. */
    slip(cipher, random) {
        const slipAt = random.int(0, cipher.word.length - 1);
        return encipher(cipher, (step, shift) => (step === slipAt ? shift + random.pick([-1, 1]) : shift));
    },
});
function encipher({ word, shift }, heed) {
    const ciphers = [...word].map((letter, step) => String.fromCharCode(A + ((letter.charCodeAt(0) - A + heed(step, shift)) % 26)));
    return {
        steps: ciphers.map((cipher, i) => word.charAt(i) + cipher).join(' '),
        answer: ciphers.join(''),
    };
}
