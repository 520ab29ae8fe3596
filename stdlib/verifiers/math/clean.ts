/** Symbols that people and models write for what LaTeX has a command for. */
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '×': '\\times ',
    '·': '\\cdot ',
    '⋅': '\\cdot ',
    '÷': '/',
    '∕': '/',
    '−': '-',
    '–': '-',
    '—': '-',
    π: '\\pi ',
    '∞': '\\infty ',
    '≤': '\\le ',
    '≥': '\\ge ',
    '≠': '\\ne ',
    '∪': '\\cup ',
    '∩': '\\cap ',
    '∈': '\\in ',
    '±': '\\pm ',
    '°': '^\\circ ',
    '²': '^2 ',
    '³': '^3 ',
    '½': '\\frac{1}{2}',
    '¼': '\\frac{1}{4}',
    '¾': '\\frac{3}{4}',
    '⅓': '\\frac{1}{3}',
    '⅔': '\\frac{2}{3}',
    '∅': '\\emptyset ',
    θ: '\\theta ',
    α: '\\alpha ',
    β: '\\beta ',
    '\u00a0': ' ',
    '\u2009': ' ',
    '\u202f': ' ',
  }),
);

/** Names of functions and constants that may be written without a backslash. */
const PLAIN_NAMES =
  /(?<![\\A-Za-z])(arcsin|arccos|arctan|sinh|cosh|tanh|sin|cos|tan|cot|sec|csc|ln|log|exp|pi|infinity|infty|inf)(?![A-Za-z])/g;

/**
 * One spelling of an answer: LaTeX without its typography, with the plain ways of writing formulas put into
 * LaTeX. Meaning is kept: what is dropped is spacing, sizes, dollar signs and a closing full stop.
 */
export function clean(answer: string): string {
  let text = answer.trim();
  text = text.replace(/[^\x20-\x7e]/g, (symbol) => SYMBOLS.get(symbol) ?? symbol);
  text = stripFences(text);
  text = text
    .replace(/\\(?:d|t|c)frac(?![A-Za-z])/g, '\\frac')
    .replace(/\\(?:left|right|[bB]igg?[lrm]?)(?![A-Za-z])\s*\.?/g, '')
    .replace(/\\(?:displaystyle|textstyle|limits|nolimits|quad|qquad)(?![A-Za-z])/g, ' ')
    .replace(/(\d)\\[,!](?=\d{3}(?!\d))/g, '$1')
    .replace(/(?<!\\)\\[,;:!> ]|~/g, ' ')
    .replace(/\+\s*\\infty/g, '\\infty')
    .replace(/\\text\s*\{\s*(or|and)\s*\}/g, ' $1 ')
    .replace(/(\d)\{,\}(?=\d)/g, '$1')
    .replace(/\\(?:lbrace|\{)/g, '\\{')
    .replace(/\\(?:rbrace|\})/g, '\\}')
    .replace(/\\(?:lbrack)(?![A-Za-z])/g, '[')
    .replace(/\\(?:rbrack)(?![A-Za-z])/g, ']')
    .replace(/\\l?angle(?![A-Za-z])(?=[^A-Z]*\\rangle)/g, '(')
    .replace(/\\rangle(?![A-Za-z])/g, ')')
    .replace(/\\(?:leq|leqslant)(?![A-Za-z])/g, '\\le ')
    .replace(/\\(?:geq|geqslant)(?![A-Za-z])/g, '\\ge ')
    .replace(/\\neq(?![A-Za-z])/g, '\\ne ')
    .replace(/\\(?:mathrm|textbf|textit|textrm|mathbf|mbox|operatorname|hbox|textnormal)(?=\s*\{)/g, '\\text')
    .replace(/\\varnothing(?![A-Za-z])/g, '\\emptyset ')
    .replace(
      /(\d*)\.(\d*)(?:\\overline\s*\{(\d{1,40})\}|\((\d{1,40})\))/g,
      (_, whole: string, fixed: string, under: string | undefined, inside: string | undefined) =>
        repeating(whole, fixed, under ?? inside ?? ''),
    );
  text = plainToLatex(text);
  text = shortArguments(text);
  text = thousands(text);
  return text.replace(/\s+/g, ' ').trim();
}

/** `0.1\overline{6}` or `0.1(6)` as the fraction that it is: what stands in all, less what does not repeat, over 90. */
function repeating(whole: string, fixed: string, repeated: string): string {
  const top = BigInt(whole + fixed + repeated) - BigInt(whole + fixed);
  return `\\frac{${top}}{${'9'.repeat(repeated.length)}${'0'.repeat(fixed.length)}}`;
}

/** Takes away what surrounds a formula: dollars, `\(...\)`, emphasis, quotes, a closing full stop or comma. */
function stripFences(answer: string): string {
  let text = answer;
  for (;;) {
    const inner = text
      .replace(/^\$\$?(?!\d+(?:[.,]\d+)*$)([^$]*)\$\$?$/, '$1')
      .replace(/^\\\(([\s\S]*)\\\)$/, '$1')
      .replace(/^\\\[([\s\S]*)\\\]$/, '$1')
      .replace(/^\*\*([^*]*)\*\*$/, '$1')
      .replace(/^"([^"]*)"$/, '$1')
      .replace(/^`([^`]*)`$/, '$1')
      .replace(/[.,;:\s]+$/, '')
      .trim();
    if (inner === text) return text;
    text = inner;
  }
}

function plainToLatex(source: string): string {
  let text = source
    .replace(/(?<!\\)%/g, '\\%')
    .replace(/\*\*/g, '^')
    .replace(/\*/g, '\\cdot ')
    .replace(/<=|=</g, '\\le ')
    .replace(/>=/g, '\\ge ')
    .replace(/!=/g, '\\ne ')
    .replace(/(\d)\s*[eE]\s*([+-]?\d+)(?![\d.])/g, '$1\\times 10^{$2}')
    .replace(/\^\s*([+-]?\d{2,}|-\d)(?![.\d])/g, '^{$1}')
    .replace(/(?<![\\A-Za-z])(or|and)(?![A-Za-z])/g, (_, word: string) => `\\text{ ${word} }`);
  text = calls(text, /(?<![\\A-Za-z])sqrt\s*\(/, (inside) => `\\sqrt{${inside}}`);
  text = calls(text, /(?<![\\A-Za-z])cbrt\s*\(/, (inside) => `\\sqrt[3]{${inside}}`);
  text = calls(text, /(?<![\\A-Za-z])abs\s*\(/, (inside) => `|${inside}|`);
  text = calls(text, /\^\s*\(/, (inside) => `^{${inside}}`);
  return text
    .replace(/(?<![\\A-Za-z])sqrt\s*(\d+|[A-Za-z](?![A-Za-z]))/g, '\\sqrt{$1}')
    .replace(PLAIN_NAMES, (name) => (name.startsWith('inf') ? '\\infty ' : `\\${name} `));
}

/** Rewrites `name(inside)` where the parentheses balance. */
function calls(source: string, opening: RegExp, write: (inside: string) => string): string {
  let text = source;
  for (let count = 0; count < 32; count++) {
    const match = opening.exec(text);
    if (match === null) return text;
    const open = match.index + match[0].length - 1;
    let depth = 0;
    let close = open;
    for (; close < text.length; close++) {
      if (text[close] === '(') depth++;
      else if (text[close] === ')' && --depth === 0) break;
    }
    if (close === text.length) return text;
    text = text.slice(0, match.index) + write(text.slice(open + 1, close)) + text.slice(close + 1);
  }
  return text;
}

/** `\frac12`, `\frac1{72}`, `\sqrt3` with the braces that TeX imagines. */
function shortArguments(text: string): string {
  return text
    .replace(/\\frac\s*(\d)\s*(\d)/g, '\\frac{$1}{$2}')
    .replace(/\\frac\s*(\d)\s*\{/g, '\\frac{$1}{')
    .replace(/\\frac\s*(\{[^{}]*\})\s*(\d|[a-z])(?![A-Za-z{])/g, '\\frac$1{$2}')
    .replace(/\\sqrt\s*(\d)(?!\d)/g, '\\sqrt{$1}')
    .replace(/\\sqrt\s+(\d+|[a-z])/g, '\\sqrt{$1}');
}

/** Takes the separators out of `1,234,567` and `1 234 567` where no bracket makes a list of them. */
function thousands(text: string): string {
  if (/[([{|]/.test(text.replace(/\\text\{[^{}]*\}/g, ''))) return text;
  return text.replace(/(?<![\d.,])-?\d{1,3}(?:([, ])\d{3})(?:\1\d{3})*(?![\d]|,\d)/g, (number) =>
    number.replace(/[, ]/g, ''),
  );
}
