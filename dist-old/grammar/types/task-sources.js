import { field } from "./field.js";
import { t } from "./type.js";
const timeout = field('timeout', t.patience, 10, 'How long one request may take.');
export const taskSources = [
    {
        name: 'code',
        doc: 'A TypeScript or JavaScript module.',
        parameters: [
            field('module', t.path, undefined, 'The file, relative to this one, without its ending.'),
            field('export', t.string, 'default', 'The name under which the file exports it.'),
        ],
        positional: 1,
        rest: null,
        open: false,
        verifies: true,
    },
    {
        name: 'program',
        doc: "A program in any language, which speaks prorl's line protocol over its standard input and output.",
        parameters: [
            field('command', t.string, undefined, 'What is started, in the folder of this file.'),
            timeout,
            field('processes', t.times, 1, 'How many of it are kept running.'),
        ],
        positional: 1,
        rest: { name: 'argument', doc: 'An argument of the command.' },
        open: false,
        verifies: true,
    },
    {
        name: 'http',
        doc: 'A server, which takes the messages of the line protocol by POST.',
        parameters: [field('url', t.string, undefined, 'Its address, http:// or https://.'), timeout],
        positional: 1,
        rest: null,
        open: false,
        verifies: true,
    },
    {
        name: 'reasoning_gym',
        doc: 'A data set of the Python package reasoning-gym; its configuration is given by name.',
        parameters: [field('dataset', t.string, undefined, 'Its name, e.g. "graph_color".')],
        positional: 1,
        rest: null,
        open: true,
        verifies: false,
    },
    {
        name: 'dataset',
        doc: 'Problems from a file of JSONL or Parquet, or from a folder as the Hugging Face hub lays them out.',
        parameters: [
            field('path', t.path, undefined, 'The file or folder, relative to this file.'),
            field('prompt', t.string, 'prompt', 'The column that holds what is asked: a text or a list of messages. "a.b" names what is in a nested column.'),
            field('answer', t.optional(t.string), 'answer', 'The column that holds the answer; none where the verifier reads the rest of the row.'),
            field('verifier', t.verifier, undefined, 'What judges the responses.'),
            field('heldout', t.optional(t.string), null, 'What suites draw from and training never does: another split or file, or "all"; without it one row in eight.'),
            field('split', t.optional(t.string), null, 'The split, of a folder that has several.'),
            field('config', t.optional(t.string), null, 'The configuration, of a folder that has several.'),
            field('worked', t.optional(t.string), null, 'The column that holds worked solutions, for supervised stages.'),
            field('instruction', t.optional(t.string), null, 'Stands after each prompt on a line of its own, such as how the answer is to be written.'),
        ],
        positional: 1,
        rest: null,
        open: false,
        verifies: false,
    },
];
export function taskSource(name) {
    return taskSources.find((one) => one.name === name);
}
/** Whether what `heldout:` names is a file or folder beside the pipeline rather than a split of the data set. */
export function heldoutIsFile(heldout) {
    return heldout.includes('/') || /\.(jsonl|ndjson|json|parquet)$/.test(heldout);
}
