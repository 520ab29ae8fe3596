/** Sizes in pixels. Text is measured by the width of a character, as no font is at hand. */
export const size = {
  margin: 24,
  gap: 34,
  row: 22,
  pad: 12,
  line: 17,
  title: 20,
  header: 30,
  char: 7,
  charTitle: 7.8,
  /** The height of what stands for the start and the end of the run. */
  pill: 24,
  least: 96,
  most: 290,
};

export function arrow(path: string, kind: string, tip = true): string {
  return `<path class="${kind}" d="${path}"${tip ? ' marker-end="url(#tip)"' : ''}/>`;
}

export function text(x: number, y: number, content: string, kind: string, anchor = 'start'): string {
  return `<text x="${x}" y="${y}" class="${kind}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escaped(content)}</text>`;
}

export function escaped(content: string): string {
  return content
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
