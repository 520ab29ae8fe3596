import { heading, levelWords, typeOf } from "./wording.js";
/** The documentation as Markdown (GitHub's, for its tables). */
export function docsToMarkdown({ libraries }) {
    return `${libraries.map(library).join('\n\n')}\n`;
}
function library(docs) {
    const parts = [`# ${heading(docs)}`, docs.description, ...docs.modules.map(module)];
    return parts.filter(Boolean).join('\n\n');
}
function module({ from, exports }) {
    if (exports.length === 0)
        return `## ${from}\n\nIt exports nothing.`;
    const index = exports.map(({ kind, name, doc }) => `| [${name}](#${name}) | ${kind} | ${cell(firstSentence(doc))} |`);
    return [
        `## ${from}`,
        fenced(`import { ${exports[0].name} } from "${from}"`),
        ['| Name | Kind | |', '| --- | --- | --- |', ...index].join('\n'),
        ...exports.map(one),
    ].join('\n\n');
}
function one({ kind, name, doc, parameters, domain, levels, definition, sample }) {
    const about = domain === null ? '' : `, domain *${domain}*`;
    const parts = [`### ${name}`, `*${kind}*${about}${doc === '' ? '' : `: ${doc}`}`];
    if (parameters.length > 0) {
        parts.push(['| Parameter | Type | Default | |', '| --- | --- | --- | --- |', ...parameters.map(row)].join('\n'));
    }
    if (levels.length > 0) {
        const rows = levels.map((level, i) => `| ${i + 1} | ${code(levelWords(level))} |`);
        parts.push(['| Level | Sets |', '| --- | --- |', ...rows].join('\n'));
    }
    if (definition !== null)
        parts.push(fenced(definition));
    if (sample) {
        const solution = sample.solution === null ? '' : `solution:  ${sample.solution}\n`;
        parts.push(fenced(`problem:   ${sample.prompt}\n${solution}answer:    ${sample.answer}`, 'text'));
    }
    return parts.join('\n\n');
}
function row(parameter) {
    const preset = parameter.default === null ? 'required' : code(parameter.default);
    return `| ${code(parameter.name)} | ${code(typeOf(parameter))} | ${preset} | ${cell(parameter.doc)} |`;
}
function firstSentence(doc) {
    return /^[^]*?[.?!](?=\s|$)/.exec(doc)?.[0] ?? doc;
}
function cell(text) {
    return text.replace(/\s+/g, ' ').replaceAll('|', '\\|');
}
function code(text) {
    return text === '' ? '' : cell(`\`${text}\``);
}
/** A block of code, fenced by more backticks than it has in a row. */
function fenced(text, language = 'prorl') {
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${text}\n${fence}`;
}
