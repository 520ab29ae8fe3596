import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lex } from '../../grammar/lex.ts';
import { makeSource } from '../../grammar/source.ts';
import { packageRoot } from '../../runtime/package-root.ts';
import type { Random } from '../../runtime/tasks/index.ts';

const folders = ['pipelines', 'stdlib', 'spec/programs', 'spec/programs/bad'];

/** Every program of the repository, good and bad. */
export const corpus: readonly string[] = folders.flatMap((folder) =>
  readdirSync(join(packageRoot, folder))
    .filter((name) => name.endsWith('.prorl'))
    .toSorted()
    .map((name) => readFileSync(join(packageRoot, folder, name), 'utf8')),
);

const strange = [
  ...['\0', '\ufeff', '\ufffd', '\u2028', '\u0085', '\r', '\r\n', '\t', '\v', '\u200b', '\u202e', '\ud800'],
  ...['é', '日本', '👩‍🔬', '“', '–', '≥', '"', "'", '\\', '\\u', '/*', '*/', '//', '///', '#', '`', '$', '%'],
  ...[
    '{',
    '}',
    '(',
    ')',
    '[',
    ']',
    ',',
    ':',
    '..',
    '.',
    '=',
    '==',
    ';',
    '&&',
    '!',
    '-',
    '1e999',
    '-0',
    '0x1',
  ],
  ...['99999999999999999999', '1_', '1e-400', '0..0', '5..1', '__proto__', 'constructor', 'toString'],
];

const images: readonly string[] = [
  ...new Set(corpus.flatMap((text) => lex(makeSource('a', text)).tokens.map((one) => one.image))),
].filter((image) => image !== '');

/** Changes a text in 1 to 4 places: by characters, tokens, lines, or pieces of another program. */
export function mutate(random: Random): string {
  let text = random.pick(corpus);
  for (let left = random.int(1, 4); left > 0; left--) text = random.pick(changes)(text, random);
  return text;
}

/** A program, and the file beside it that it imports from, where it does. */
export interface Project {
  readonly text: string;
  readonly part: string | null;
}

/** One program in three also imports names of another one, which is changed as well; the import itself may be wrong. */
export function mutateProject(random: Random): Project {
  const text = mutate(random);
  if (random.int(0, 2) > 0) return { text, part: null };
  const part = mutate(random);
  const declared = [...part.matchAll(/^(?:export )?\w+ (\w+)/gm)].map(([, name]) => name!);
  const names = Array.from({ length: random.int(0, 4) }, () =>
    random.pick(declared.length > 0 && random.int(0, 5) > 0 ? declared : images),
  );
  const aliased = names.map((name, i) => (random.int(0, 3) > 0 ? name : `${name} as other_${i}`));
  const from = random.int(0, 3) > 0 ? './part.prorl' : random.pick(places);
  const line = `import { ${aliased.join(', ')} } from "${from}"\n`;
  const at = text.indexOf('\n') + 1;
  const exported = random.int(0, 1) === 0 ? part : part.replace(/^(?=[a-z]+ \w+[ (:])/gm, 'export ');
  return { text: text.slice(0, at) + line + text.slice(at), part: exported };
}

const places = [
  ...[
    './main.prorl',
    './part',
    '../part.prorl',
    './',
    '',
    '.',
    '/project/part.prorl',
    './part.prorl/',
    'part.prorl',
  ],
  ...[
    'prorl',
    'prorl/tasks',
    'prorl/nothing',
    'prorl/../x',
    '@acme/none',
    '@acme',
    'a\\nb',
    './%00',
    'http://a/b.prorl',
  ],
];

type Change = (text: string, random: Random) => string;

const changes: readonly Change[] = [
  (text, random) => {
    const at = random.int(0, text.length);
    return text.slice(0, at) + String.fromCharCode(random.int(0, 255)) + text.slice(at + random.int(0, 1));
  },
  (text, random) => {
    const at = random.int(0, text.length);
    return text.slice(0, at) + random.pick(strange) + text.slice(at);
  },
  (text, random) => {
    const at = random.int(0, text.length);
    return text.slice(0, at) + text.slice(at + random.int(1, 40));
  },
  (text, random) => text.slice(0, random.int(0, text.length)),
  (text, random) => onToken(text, random, () => ''),
  (text, random) => onToken(text, random, (image) => `${image} ${image}`),
  (text, random) => onToken(text, random, () => random.pick(images)),
  (text, random) => onToken(text, random, (image) => `${image} ${random.pick(images)}`),
  (text, random) => onToken(text, random, () => random.pick(strange)),
  (text, random) => {
    const lines = text.split('\n');
    const [moved] = lines.splice(random.int(0, lines.length - 1), 1);
    lines.splice(random.int(0, lines.length), 0, moved ?? '');
    return lines.join('\n');
  },
  (text, random) => {
    const lines = text.split('\n');
    lines.splice(random.int(0, lines.length - 1), random.int(1, 5));
    return lines.join('\n');
  },
  (text, random) => {
    const lines = text.split('\n');
    const other = random.pick(corpus).split('\n');
    const from = random.int(0, other.length - 1);
    lines.splice(
      random.int(0, lines.length),
      random.int(0, 3),
      ...other.slice(from, from + random.int(1, 12)),
    );
    return lines.join('\n');
  },
];

/** Puts something in place of one token. */
function onToken(text: string, random: Random, write: (image: string) => string): string {
  const { tokens } = lex(makeSource('a', text));
  if (tokens.length === 0) return text;
  const token = random.pick(tokens);
  const end = token.startOffset + token.image.length;
  return text.slice(0, token.startOffset) + write(token.image) + text.slice(end);
}
