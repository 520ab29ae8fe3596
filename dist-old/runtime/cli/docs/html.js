import { heading, levelWords, typeOf } from "./wording.js";
const style = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; color: #1b1f24; background: #fff }
h2 { border-bottom: 1px solid #d0d7de; margin-top: 2.5rem } h3 { margin-bottom: 0 }
pre, code { font: 0.9em/1.4 ui-monospace, monospace; background: #f3f4f6; border-radius: 4px } code { padding: 0.1em 0.3em }
pre { padding: 0.7rem 1rem; overflow-x: auto } table { border-collapse: collapse } .kind { color: #57606a; font-weight: normal; font-size: 0.8em }
td, th { text-align: left; padding: 0.25rem 1rem 0.25rem 0; vertical-align: top; border-bottom: 1px solid #d8dee4 }
@media (prefers-color-scheme: dark) { body { color: #e6edf3; background: #0d1117 } pre, code { background: #1c2128 } a { color: #6cb6ff } }
`;
/** The documentation as one page of HTML that needs nothing else. */
export function docsToHtml({ libraries }) {
    const title = escape(libraries.map(heading).join(', '));
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${libraries.map(library).join('\n')}
</body>
</html>
`;
}
function library(docs) {
    return `<h1>${escape(heading(docs))}</h1>\n${prose(docs.description)}${docs.modules.map(module).join('\n')}`;
}
function module({ from, exports }) {
    const links = exports.map(({ name }) => `<a href="#${id(from, name)}">${escape(name)}</a>`).join(', ');
    const items = exports.map((one) => item(from, one)).join('\n');
    return `<h2>${escape(from)}</h2>\n<p>${links || 'It exports nothing.'}</p>\n${items}`;
}
function item(from, one) {
    const { name, doc, parameters, levels, definition, sample } = one;
    const kind = one.domain === null ? one.kind : `${one.kind}, domain ${one.domain}`;
    const parts = [
        `<h3 id="${id(from, name)}">${escape(name)} <span class="kind">${escape(kind)}</span></h3>\n${prose(doc)}`,
    ];
    if (parameters.length > 0) {
        const head = '<tr><th>Parameter</th><th>Type</th><th>Default</th><th></th></tr>';
        parts.push(`<table>${head}${parameters.map(row).join('')}</table>`);
    }
    if (levels.length > 0) {
        const rows = levels.map((level, i) => `<tr><td>${i + 1}</td><td>${code(levelWords(level))}</td></tr>`);
        parts.push(`<table><tr><th>Level</th><th>Sets</th></tr>${rows.join('')}</table>`);
    }
    if (definition !== null)
        parts.push(`<pre>${escape(definition)}</pre>`);
    if (sample) {
        const solution = sample.solution === null ? '' : `solution:  ${sample.solution}\n`;
        parts.push(`<pre>${escape(`problem:   ${sample.prompt}\n${solution}answer:    ${sample.answer}`)}</pre>`);
    }
    return parts.join('\n');
}
function row(parameter) {
    const type = typeOf(parameter);
    const cells = [
        code(parameter.name),
        type === '' ? '' : code(type),
        parameter.default === null ? 'required' : code(parameter.default),
        inline(parameter.doc),
    ];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}
function prose(text) {
    return text
        .split(/\n\s*\n/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph) => `<p>${inline(paragraph)}</p>\n`)
        .join('');
}
/** Text in which backticks mark code, as in all documentation comments. */
function inline(text) {
    return escape(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}
function code(text) {
    return `<code>${escape(text)}</code>`;
}
function id(from, name) {
    return escape(`${from}-${name}`.replace(/[^\w-]+/g, '-'));
}
function escape(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
}
