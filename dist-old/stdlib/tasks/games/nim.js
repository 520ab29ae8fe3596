import { defineTask, range } from "../../../runtime/tasks/index.js";
import { readIntegers } from "../../support/values.js";
/**
 * Finds a winning move of Nim, where one takes any number from one heap and who takes the last wins: it leaves heaps
 * whose exclusive or is 0. Any winning move counts; the answer is the heaps after it.
 *
 *     nim 3,4,5: heaps after a winning move=?   ->   011^100^101=010 011^010=001<answer>1,4,5</answer>
 */
export const nim = defineTask({
    name: 'nim',
    settings: {
        heaps: range({ within: [2, 8], default: [2, 3] }),
        size: range({ within: [1, 99], default: [1, 9] }),
    },
    /** Heaps from which one can win: most are, and of the others one more is put on the first. */
    pose({ heaps, size }, random) {
        const drawn = Array.from({ length: random.int(heaps.from, heaps.to) }, () => random.int(size.from, size.to));
        if (sumOf(drawn) === 0)
            drawn[0] = (drawn[0] ?? 0) + 1;
        return { heaps: drawn };
    },
    prompt({ heaps }) {
        return `nim ${heaps.join(',')}: heaps after a winning move=?`;
    },
    work({ heaps }) {
        const at = winningHeap(heaps);
        return write(heaps, at, (heaps[at] ?? 0) ^ sumOf(heaps));
    },
    /** The heap is left one too large or too small. */
    slip({ heaps }, random) {
        const at = winningHeap(heaps);
        const right = (heaps[at] ?? 0) ^ sumOf(heaps);
        return write(heaps, at, right === 0 || random.next() < 0.5 ? right + 1 : right - 1);
    },
    accepts(given, _expected, { heaps }) {
        const after = readIntegers(given)?.map(Number);
        if (after?.length !== heaps.length || after.some((heap) => heap < 0 || heap > 999) || sumOf(after) !== 0)
            return false;
        const changed = after.filter((heap, i) => heap !== heaps[i]);
        return changed.length === 1 && after.every((heap, i) => heap <= (heaps[i] ?? 0));
    },
});
function sumOf(heaps) {
    return heaps.reduce((sum, heap) => sum ^ heap, 0);
}
/** The first heap that can be made so small that the exclusive or is 0. */
function winningHeap(heaps) {
    return heaps.findIndex((heap) => (heap ^ sumOf(heaps)) < heap);
}
function write(heaps, at, left) {
    const width = Math.max(...heaps).toString(2).length;
    const binary = (value) => value.toString(2).padStart(width, '0');
    const sum = sumOf(heaps);
    return {
        steps: `${heaps.map(binary).join('^')}=${binary(sum)} ${binary(heaps[at] ?? 0)}^${binary(sum)}=${binary(left)}`,
        answer: heaps.map((heap, i) => (i === at ? left : heap)).join(','),
    };
}
