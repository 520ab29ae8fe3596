/** The program into which examples are put. It has no mistakes. */
const common = {
    'model nano': 'model nano = bundled("nano")',
    'mixture sums': 'mixture sums {\n  chain_sum(terms: 2..4): 1\n}',
    'suite heldout': 'suite heldout {\n  tasks: sums\n  samples: 16\n  report: pass@1, pass@16\n}',
    'trigger drifted': 'trigger drifted = kl.mean > 0.15 for 5 steps',
    'stage explore': 'stage explore = grpo {\n  mixture: sums\n  kl { coefficient: 0.001 }\n  reset reference when drifted { cooldown: 50 steps }\n}',
    'pipeline main': 'pipeline main {\n  model: nano\n  evaluate heldout every 25 steps\n  checkpoint every 25 steps\n  run explore for 300 steps\n}',
};
const head = `edition 2026

import { chain_sum, products } from "prorl/tasks"
import { grpo } from "prorl/stages"
`;
/** The whole file that an example stands for. */
export function wholeFile(example) {
    if (example.stands !== undefined)
        return example.stands;
    const { text } = example;
    if (example.whole === true || /^edition /m.test(text))
        return `${text}\n`;
    const own = new Set([...text.matchAll(/^(?:export )?(\w+) (\w+)/gm)].map(([, word, name]) => `${word} ${name}`));
    const imports = text.split('\n').filter((line) => line.startsWith('import '));
    const rest = text.split('\n').filter((line) => !line.startsWith('import '));
    const others = Object.entries(common).flatMap(([name, declaration]) => own.has(name) ? [] : [declaration]);
    return `${head}${imports.map((line) => `${line}\n`).join('')}\n${[...others, rest.join('\n').trim()].join('\n\n')}\n`;
}
