import { wholeFile } from '../../grammar/explain/index.ts';

/** One fenced block of spec/language.md. */
export interface Fence {
  readonly line: number;
  readonly language: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly text: string;
  /** Offsets of the text in the document. */
  readonly from: number;
  readonly to: number;
}

/** All fenced blocks, in order. */
export function fencesOf(markdown: string): Fence[] {
  return [...markdown.matchAll(/^```(\w+)([^\n]*)\n([^]*?)^```$/gm)].map((found) => {
    const [, language = '', tags = '', text = ''] = found;
    const from = found.index + 3 + language.length + tags.length + 1;
    return {
      line: markdown.slice(0, found.index).split('\n').length,
      language,
      tags: Object.fromEntries(
        tags
          .trim()
          .split(/\s+/)
          .filter((one) => one !== '')
          .map((one) => one.split('=') as [string, string]),
      ),
      text,
      from,
      to: from + text.length,
    };
  });
}

/** The blocks around which a fragment is written; `LINES` is where its lines go. */
const around: Readonly<Record<string, string>> = {
  stage: `trigger drifted = kl.mean > 0.15 for 5 steps

stage base = grpo {
  mixture: sums
  kl { coefficient: 0.001 }
}

stage explore = base {
LINES}`,
  mixture: 'mixture sums {\nLINES}',
  suite: 'suite heldout {\nLINES}',
  pipeline: 'pipeline main {\nLINES}',
};

/** The whole file that a block stands for. */
export function programOf({ tags, text }: Fence): string {
  const { fragment } = tags;
  if (fragment === undefined) return text;
  if (fragment === 'declarations') return wholeFile({ text: text.trimEnd() });
  const block = around[fragment];
  if (block === undefined) throw new Error(`no fragment is called ${fragment}`);
  const lines = indented(fragment === 'pipeline' ? completed(text) : text);
  return wholeFile({ text: block.replace('LINES', () => lines) });
}

/** A pipeline with a model, something to run, and the suite that its lines name evaluated. */
function completed(text: string): string {
  const has = (word: string): boolean => new RegExp(`^${word}\\b`, 'm').test(text);
  return [has('model') ? '' : 'model: nano\n', text, has('run') ? '' : 'run explore for 100 steps\n'].join(
    '',
  );
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

/** A fragment as a file that the formatter can lay out, and the fragment of what it laid out. */
export function layoutOf({ tags, text }: Fence): { file: string; inner: (formatted: string) => string } {
  const { fragment } = tags;
  if (fragment === undefined) return { file: text, inner: (formatted) => formatted };
  const head = 'edition 2026\n\n';
  if (fragment === 'declarations') {
    return { file: head + text, inner: (formatted) => formatted.slice(head.length) };
  }
  const opening = `${head}${fragment} x ${fragment === 'stage' ? '= reinforce ' : ''}{\n`;
  return {
    file: `${opening}${indented(text)}}\n`,
    inner: (formatted) => formatted.slice(opening.length, -2).replace(/^ {2}/gm, ''),
  };
}
