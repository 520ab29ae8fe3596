import { page } from "../page.js";
const brief = 'edition 2026\nexport let modest = 50%\n';
function installed(manifest, modules = {}) {
    const folder = 'node_modules/@acme/shelf';
    const files = Object.entries(modules).map(([name, text]) => [`${folder}/${name}`, text]);
    return Object.fromEntries([
        [`${folder}/package.json`, JSON.stringify({ name: '@acme/shelf', ...manifest })],
        ...files,
    ]);
}
const shelf = installed({ version: '1.0.0', prorl: { modules: { values: 'values.prorl' } } }, { 'values.prorl': brief });
const shelfAgain = installed({ version: '2.0.0', prorl: { modules: { values: 'values.prorl' } } }, { 'values.prorl': brief });
/** A library that uses the other one. */
const rack = Object.fromEntries(Object.entries(installed({ name: '@acme/rack', version: '1.0.0', prorl: { modules: { values: 'values.prorl' } } }, {
    'values.prorl': 'edition 2026\nimport { modest } from "@acme/shelf/values"\nexport let bold: Fraction = modest\n',
})).map(([name, text]) => [name.replace('@acme/shelf', '@acme/rack'), text]));
function under(folder, files) {
    return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
}
/** A task that reads a file of data, and such a file. */
const problems = (file) => `import { math } from "prorl/verifiers"\n\ntask problems = dataset("./${file}", verifier: math)`;
const rows = '{ "prompt": "What is 1 + 1?", "answer": "2" }\n';
/** Pages on files, packages and what they import. */
export const modulePages = {
    M0201: page('A file that is imported, or that a package names as a module, does not exist or cannot be read.', 'A path starts from the folder of the file that imports it, with "./" or "../", and names the file with its ending.', { text: 'import { modest } from "./values"', files: { 'values.prorl': brief } }, { text: 'import { modest } from "./values.prorl"', files: { 'values.prorl': brief } }),
    M0202: page('No package of this name is installed.', 'What does not begin with "./" or "../" is a package. It is looked for in the node_modules folders from the file upward, as Node does; `npm install NAME` puts it there.', 'import { zebra } from "@acme/prorl-logics/logic"', 'import { zebra } from "@acme/prorl-logic/logic"'),
    M0203: page('The package is installed but has no modules for prorl.', 'A library names them in its package.json: "prorl": { "modules": { "tasks": "tasks.prorl" } }. Any other file of it is its own affair.', { text: 'import { modest } from "@acme/shelf"', files: installed({ version: '1.0.0' }) }, { text: 'import { modest } from "@acme/shelf/values"', files: shelf }),
    M0204: page('The package has modules, but none of this name.', "The part behind the package's name is a module that its package.json names.", 'import { sort_letters } from "prorl/task"', 'import { sort_letters } from "prorl/tasks"'),
    M0205: page('The module does not export a thing of this name.', 'Only what is declared with "export" can be imported. The rest may change without notice.', 'import { sort_letter } from "prorl/tasks"', 'import { sort_letters } from "prorl/tasks"'),
    M0206: page('Files import one another in a circle.', 'What a file declares can only be understood after what it imports. Put what both files need into a third one.', {
        text: 'edition 2026\n\nimport { patience } from "./patience.prorl"\n\nexport let modest = 50%',
        files: {
            'patience.prorl': 'edition 2026\nimport { modest } from "./main.prorl"\nexport let patience = 25 steps\n',
        },
    }, {
        text: 'edition 2026\n\nimport { patience } from "./patience.prorl"\n\nexport let modest = 50%',
        files: { 'patience.prorl': 'edition 2026\nexport let patience = 25 steps\n' },
    }),
    M0207: page('Two things have one name in a file: both declared in it, both imported, or one of each.', 'In a file a name means one thing. An import can be given another name with "as".', 'import { sort_letters } from "prorl/tasks"\n\nlet sort_letters = 5', 'import { sort_letters as letters } from "prorl/tasks"\n\nlet sort_letters = 5'),
    M0208: page('A path leads out of the package in which the file lies.', 'A file imports files of its own package and modules of installed packages, so that a pipeline can be copied and published as a whole.', 'import { modest } from "../elsewhere/values.prorl"', { text: 'import { modest } from "./values.prorl"', files: { 'values.prorl': brief } }),
    M0209: page('The package.json of an installed package is no JSON, or its "prorl" entry is not made as it should be.', "Its modules cannot be found without it. If the package is someone else's, install it again or tell its authors.", {
        text: '// the package.json of @acme/shelf has "prorl": { "module": "values.prorl" }\nimport { modest } from "@acme/shelf/values"',
        files: installed({ version: '1.0.0', prorl: { module: 'values.prorl' } }),
    }, {
        text: '// the package.json of @acme/shelf has "prorl": { "modules": { "values": "values.prorl" } }\nimport { modest } from "@acme/shelf/values"',
        files: shelf,
    }),
    M0210: page('The path of an import is none: an address on the network, a path from the root of the disk, one with backslashes, or nothing at all.', 'A file means the same wherever it is copied. So paths start from the file itself, and everything from elsewhere is an installed package.', 'import { modest } from "https://example.org/values.prorl"', { text: 'import { modest } from "./values.prorl"', files: { 'values.prorl': brief } }),
    M0211: page('The TypeScript or JavaScript file of a task does not exist.', 'The path starts from the folder of the .prorl file. Without an ending .js, .mjs and .ts are tried.', 'export task riddles(words: Range in 2..8 = 2..4) = code("./ridle", export: "riddle")', 'export task riddles(words: Range in 2..8 = 2..4) = code("./riddle", export: "riddle")'),
    M0213: page('The file or folder of a data set does not exist.', 'The path starts from the folder of the .prorl file; one that begins with "/" starts from the root of the disk.', { text: problems('problem.jsonl'), files: { 'problems.jsonl': rows } }, { text: problems('problems.jsonl'), files: { 'problems.jsonl': rows } }),
    M0214: page('The first row of a JSONL file cannot be read, or there is none.', 'Each line is one problem, as a JSON object. The other rows are read, and what is wrong with them is told, when the run starts.', { text: `// problems.jsonl is empty\n${problems('problems.jsonl')}`, files: { 'problems.jsonl': '' } }, { text: problems('problems.jsonl'), files: { 'problems.jsonl': rows } }),
    M0212: page('A library is installed twice, in two versions, and the pipeline comes to both.', 'A run finds the code of a task by the name of its library, so that there can be only one. `npm dedupe` joins copies whose versions allow it.', {
        text: '// npm installed @acme/shelf 1.0.0, and 2.0.0 for @acme/rack alone\nimport { modest } from "@acme/shelf/values"\nimport { bold } from "@acme/rack/values"',
        files: { ...shelf, ...rack, ...under('node_modules/@acme/rack', shelfAgain) },
    }, {
        text: '// npm installed @acme/shelf 1.0.0, which @acme/rack takes too\nimport { modest } from "@acme/shelf/values"\nimport { bold } from "@acme/rack/values"',
        files: { ...shelf, ...rack },
    }),
};
