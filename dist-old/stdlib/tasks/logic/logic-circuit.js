import { defineTask, range } from "../../../runtime/tasks/index.js";
import { flipBit, readBits } from "../../support/bits.js";
const NAMES = 'abcdefghijklmnopqrstuvwxyz';
/**
 * Works out what each gate of a circuit shows, one after the other.
 *
 *     a=1,b=0;c=a nand b;d=c xor a: cd=?   ->   c=1 d=0<answer>10</answer>
 */
export const logicCircuit = defineTask({
    name: 'logic_circuit',
    settings: {
        inputs: range({ within: [2, 8], default: [2, 3] }),
        gates: range({ within: [1, 16], default: [2, 4] }),
    },
    pose({ inputs, gates }, random) {
        const count = random.int(inputs.from, inputs.to);
        const bits = Array.from({ length: count }, () => random.int(0, 1)).join('');
        const circuit = [];
        for (let left = random.int(gates.from, gates.to); left > 0; left--) {
            const [a = 0, b = 0] = random.shuffle(Array.from({ length: count + circuit.length }, (_, i) => i));
            circuit.push({ op: random.pick(['and', 'or', 'xor', 'nand', 'nor']), left: a, right: b });
        }
        return { inputs: bits, gates: circuit };
    },
    prompt({ inputs, gates }) {
        const given = [...inputs].map((bit, i) => `${NAMES[i]}=${bit}`).join(',');
        const wires = gates.map(({ op, left, right }, i) => `${NAMES[inputs.length + i]}=${NAMES[left]} ${op} ${NAMES[right]}`);
        return `${given};${wires.join(';')}: ${NAMES.slice(inputs.length, inputs.length + gates.length)}=?`;
    },
    work(circuit) {
        return run(circuit, -1);
    },
    /** One gate shows the wrong bit, and those behind it follow. */
    slip(circuit, random) {
        return run(circuit, random.int(0, circuit.gates.length - 1));
    },
    accepts: (given, expected) => readBits(given, expected.length) === expected,
});
/** `wrong`: the gate that shows the wrong bit, or -1. */
function run({ inputs, gates }, wrong) {
    let wires = inputs;
    const steps = gates.map(({ op, left, right }, i) => {
        const ones = Number(wires[left]) + Number(wires[right]);
        const on = { and: ones === 2, or: ones > 0, xor: ones === 1, nand: ones < 2, nor: ones === 0 }[op];
        wires += on ? '1' : '0';
        if (i === wrong)
            wires = flipBit(wires, wires.length - 1);
        return `${NAMES[inputs.length + i]}=${wires.at(-1)}`;
    });
    return { steps: steps.join(' '), answer: wires.slice(inputs.length) };
}
