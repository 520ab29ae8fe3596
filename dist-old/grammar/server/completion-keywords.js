import { keywordItem } from "./completion-items.js";
/** What begins a line outside of blocks. */
export const declarationItems = [
    keywordItem('import', 'Takes names from a file or a package.', 'import { $0 } from "$1"'),
    keywordItem('model', 'The model to train.', 'model ${1:name} = $0'),
    keywordItem('mixture', 'Tasks with their weights.', 'mixture ${1:name} {\n  $0\n}'),
    keywordItem('suite', 'Held-out problems on which the policy is measured.', 'suite ${1:name} {\n  tasks: $0\n  report: pass@1\n}'),
    keywordItem('schedule', 'A number that changes during the run.', 'schedule ${1:name}: ${2:Coefficient} = $0'),
    keywordItem('trigger', 'A condition over metrics.', 'trigger ${1:name} = $0'),
    keywordItem('let', 'A named value.', 'let ${1:name}: ${2:Number} = $0'),
    keywordItem('task', 'A task, implemented by code.', 'task ${1:name}() = code("$0")'),
    keywordItem('verifier', 'What judges responses, under a name.', 'verifier ${1:name} = ${2:program}("$0")'),
    keywordItem('reward', 'What a response earns, under a name.', 'reward ${1:name} {\n  $0\n}'),
    keywordItem('stage', 'A way of training.', 'stage ${1:name} = ${2:reinforce} {\n  $0\n}'),
    keywordItem('pipeline', 'What is run.', 'pipeline ${1:name} {\n  model: $0\n}'),
    keywordItem('test', 'What must happen when metrics go as given.', 'test "${1:what it shows}" {\n  given $0\n}'),
    keywordItem('export', 'Lets other files import what follows.'),
    keywordItem('edition', 'The edition of the language; the first line of a file.', 'edition 2026'),
];
export const stageClauses = [
    keywordItem('keep', 'Drops groups that teach nothing.', 'keep groups where ${1:reward.std > 0}', 2),
    keywordItem('reset', 'Makes the reference policy a copy of the current one, when a condition holds.', 'reset reference, optimizer to current when $1 { cooldown: ${2:25 steps} }', 2),
    keywordItem('guard', 'What to do when something goes wrong.', 'guard when ${1:not_finite(loss)} { rollback, at_most: ${2:3} }', 2),
];
export const pipelineClauses = [
    keywordItem('evaluate', 'Measures the policy on a suite.', 'evaluate ${1:suite} every ${2:25 steps}', 1),
    keywordItem('audit', 'Tells when a metric rises while a held-out one does not.', 'audit ${1:reward.mean} against ${2:heldout.pass@1} { over: ${3:4 evaluations} }', 1),
    keywordItem('checkpoint', 'Saves the run.', 'checkpoint every ${1:25 steps}, keep last ${2:2}', 1),
    keywordItem('run', 'Runs a stage until its end.', 'run ${1:stage} for ${2:100 steps}', 1),
];
export const testClauses = [
    keywordItem('given', 'A metric, as the test has it.', 'given ${1:kl.mean} = ${2:0.01}', 0),
    keywordItem('expect', 'What must happen.', 'expect ${1:reset} at ${2:1}', 0),
    ...pipelineClauses,
];
export const guardActions = [
    keywordItem('rollback', 'Goes back to the last checkpoint.', undefined, 0),
    keywordItem('scale', 'Makes the learning rate smaller.', 'scale rate by ${1:0.5}', 0),
];
export const chainShapes = [
    keywordItem('linear to', 'Moves evenly to a value.', 'linear to ${1:0} at ${2:100 steps}', 3),
    keywordItem('cosine to', 'Moves along half a cosine.', 'cosine to ${1:0} at ${2:100 steps}', 3),
    keywordItem('exponential to', 'Moves by equal factors.', 'exponential to ${1:0.1} at ${2:100 steps}', 3),
    keywordItem('step to', 'Jumps to a value.', 'step to ${1:0} at ${2:100 steps}', 3),
    keywordItem('constant', 'Holds the value.', 'constant for ${1:100 steps}', 3),
];
export function words(...list) {
    return list.map((word) => keywordItem(word, ''));
}
