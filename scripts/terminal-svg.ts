import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

/**
 * Renders coloured terminal text, as `tmux capture-pane -e -p` gives it, to a self-contained SVG:
 * `npx tsx scripts/terminal-svg.ts IN.txt OUT.svg [--title TEXT] [--columns N]`.
 * Cursor movements are not played: the text is a still picture.
 */
const cell = { width: 8.4, height: 18 };
const margin = { side: 18, top: 46, bottom: 16 };
const fontSize = 14;
const palette = {
  background: '#11151c',
  bar: '#1b212b',
  text: '#d5dbe5',
  dim: '#78839a',
  colors: ['#4a5366', '#f0717b', '#7bd88f', '#f5c46b', '#72a7f7', '#d08bf0', '#5fd0dd', '#d5dbe5'],
  bright: ['#78839a', '#ff8b94', '#98ecab', '#ffd88a', '#93bdff', '#e0a9fb', '#83e6f1', '#ffffff'],
};

interface Pen {
  color: string | null;
  bold: boolean;
  dim: boolean;
  italic: boolean;
  underline: boolean;
}

interface Run {
  column: number;
  text: string;
  pen: Pen;
}

const plainPen: Pen = { color: null, bold: false, dim: false, italic: false, underline: false };

/** One line of terminal text as runs of one look each, and the pen that the next line starts with. */
function readLine(line: string, pen: Pen): { runs: Run[]; pen: Pen } {
  const runs: Run[] = [];
  let column = 0;
  let now = pen;
  for (const part of line.split(/(\u001b\[[0-9;:]*m)/)) {
    const codes = /^\u001b\[([0-9;:]*)m$/.exec(part)?.[1];
    if (codes !== undefined) {
      now = applyCodes(now, codes === '' ? [0] : codes.split(/[;:]/).map(Number));
      continue;
    }
    // What else a terminal would obey is no text.
    const text = part.replace(/\u001b(\[[0-9;?]*[A-Za-z]|[()][A-Z0-9]|[=>])|\u000f|\r/g, '');
    if (text !== '') runs.push({ column, text, pen: now });
    column += [...text].length;
  }
  return { runs, pen: now };
}

function applyCodes(before: Pen, codes: number[]): Pen {
  let pen = { ...before };
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] ?? 0;
    if (code === 0) pen = { ...plainPen };
    else if (code === 1) pen.bold = true;
    else if (code === 2) pen.dim = true;
    else if (code === 3) pen.italic = true;
    else if (code === 4) pen.underline = true;
    else if (code === 22) pen = { ...pen, bold: false, dim: false };
    else if (code === 23) pen.italic = false;
    else if (code === 24) pen.underline = false;
    else if (code === 39) pen.color = null;
    else if (code >= 30 && code <= 37) pen.color = palette.colors[code - 30] ?? null;
    else if (code >= 90 && code <= 97) pen.color = palette.bright[code - 90] ?? null;
    else if (code === 38 && codes[i + 1] === 2) {
      pen.color = `rgb(${codes.slice(i + 2, i + 5).join(',')})`;
      i += 4;
    } else if (code === 38 && codes[i + 1] === 5) {
      pen.color = indexed(codes[i + 2] ?? 7);
      i += 2;
    }
  }
  return pen;
}

/** The 256-colour palette: 16 named ones, a cube, greys. */
function indexed(index: number): string {
  if (index < 8) return palette.colors[index] ?? palette.text;
  if (index < 16) return palette.bright[index - 8] ?? palette.text;
  if (index >= 232)
    return `rgb(${Array(3)
      .fill(8 + 10 * (index - 232))
      .join(',')})`;
  const level = (n: number): number => (n === 0 ? 0 : 55 + 40 * n);
  const cube = index - 16;
  return `rgb(${level(Math.floor(cube / 36))},${level(Math.floor(cube / 6) % 6)},${level(cube % 6)})`;
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function drawRun({ column, text, pen }: Run, y: number): string {
  const trimmed = text.trimEnd();
  const lead = trimmed.length - trimmed.trimStart().length;
  const shown = trimmed.slice(lead);
  if (shown === '') return '';
  const x = margin.side + (column + lead) * cell.width;
  // A fixed length keeps columns straight where a glyph comes from another font.
  const length = [...shown].length * cell.width;
  const fill = pen.color ?? (pen.dim ? palette.dim : palette.text);
  const look = [
    `fill="${fill}"`,
    ...(pen.bold ? ['font-weight="700"'] : []),
    ...(pen.italic ? ['font-style="italic"'] : []),
    ...(pen.underline ? ['text-decoration="underline"'] : []),
    ...(pen.dim && pen.color !== null ? ['opacity="0.65"'] : []),
  ].join(' ');
  return `<text x="${x.toFixed(1)}" y="${y}" textLength="${length.toFixed(1)}" lengthAdjust="spacingAndGlyphs" ${look}>${escapeXml(shown)}</text>`;
}

/** The whole picture. */
function terminalSvg(text: string, title: string, minimumColumns: number): string {
  let pen = plainPen;
  const lines = text
    .replace(/\s+$/, '')
    .split('\n')
    .map((line) => {
      const read = readLine(line, pen);
      pen = read.pen;
      return read.runs;
    });
  const columns = Math.max(
    minimumColumns,
    ...lines.flat().map((run) => run.column + [...run.text.trimEnd()].length),
  );
  const width = Math.ceil(columns * cell.width + 2 * margin.side);
  const height = margin.top + lines.length * cell.height + margin.bottom;
  const dots = ['#f0717b', '#f5c46b', '#7bd88f'].map(
    (color, i) => `<circle cx="${20 + 18 * i}" cy="16" r="5.5" fill="${color}"/>`,
  );
  const body = lines
    .flatMap((runs, row) => runs.map((run) => drawRun(run, margin.top + row * cell.height + 14)))
    .filter((line) => line !== '');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">`,
    `<rect width="${width}" height="${height}" rx="9" fill="${palette.background}"/>`,
    `<path d="M0 32V9a9 9 0 0 1 9-9h${width - 18}a9 9 0 0 1 9 9v23z" fill="${palette.bar}"/>`,
    ...dots,
    `<g font-family="ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="${fontSize}" xml:space="preserve">`,
    `<text x="${width / 2}" y="20.5" text-anchor="middle" font-size="12.5" fill="${palette.dim}">${escapeXml(title)}</text>`,
    ...body,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { title: { type: 'string', default: 'prorl' }, columns: { type: 'string', default: '60' } },
});
const [input, output] = positionals;
if (input === undefined || output === undefined) {
  process.stderr.write(
    'usage: npx tsx scripts/terminal-svg.ts IN.txt OUT.svg [--title TEXT] [--columns N]\n',
  );
  process.exit(2);
}
writeFileSync(output, terminalSvg(readFileSync(input, 'utf8'), values.title, Number(values.columns)));
