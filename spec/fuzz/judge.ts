import { format } from '../../grammar/format/index.ts';
import { codes, compile, renderDiagnostic, type Compilation, type Diagnostic } from '../../grammar/index.ts';
import { memoryWorkspace } from '../../grammar/memory-workspace.ts';
import { ParseCache } from '../../grammar/parse-cache.ts';
import { parse, type Parsed } from '../../grammar/parse.ts';
import { smallLibrary } from './library.ts';
import { corpus, type Project } from './mutate.ts';

/** A program that takes longer than this is looked at again, in milliseconds. */
const longest = 1000;

/** How many times longer than the longest program of the corpus, as it is, one may take on the same machine at the same time. */
const mostTimesLonger = 5;

const shipped = new ParseCache();
const main = '/project/main.prorl';
const largest = corpus.reduce((a, b) => (b.length > a.length ? b : a));

/** What is wrong with how the compiler and the formatter treat a text; null where nothing is. */
export function faultOf({ text, part }: Project): string | null {
  const others = part === null ? {} : { '/project/part.prorl': part };
  const began = performance.now();
  const fault = judged(text, others);
  if (fault !== null || performance.now() - began <= longest) return fault;
  // The first program also loads the library, and the machine may be busy: what is slow is slow twice.
  const [took, usual] = [used(() => judged(text, others)), used(() => judged(largest, {}))];
  return took > mostTimesLonger * usual ? `slow: ${took.toFixed(0)} ms, not ${usual.toFixed(0)} ms` : null;
}

/** Milliseconds of this process's own time. */
function used(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user / 1000;
}

type Others = Readonly<Record<string, string>>;

function judged(text: string, others: Others): string | null {
  try {
    const parsed = parse(main, text);
    return compiled(text, parsed, others) ?? (parsed.diagnostics.length > 0 ? null : formatted(text));
  } catch (error) {
    return `crash: ${error instanceof Error ? error.stack : String(error)}`;
  }
}

function compiled(text: string, parsed: Parsed, others: Others): string | null {
  const compilation = compile(main, memoryWorkspace({ ...smallLibrary, ...others, [main]: text }), {
    // The library is parsed once; the program anew, so that a fault depends on its texts alone.
    parse: (file, content) => {
      if (file === main) return parsed;
      return Object.hasOwn(others, file) ? parse(file, content) : shipped.parse(file, content);
    },
  });
  for (const one of compilation.diagnostics) {
    const fault = poor(one, compilation);
    if (fault !== null) return `${fault}: ${JSON.stringify(one)}`;
  }
  return null;
}

function poor(one: Diagnostic, { sources }: Compilation): string | null {
  if (!Object.hasOwn(codes, one.code)) return 'a message without a known code';
  if (one.message.trim() === '') return 'an empty message';
  if (one.reason?.trim() === '') return 'an empty reason';
  if (one.fix?.title.trim() === '') return 'a fix without a title';
  const spans = [one.primary, ...one.secondary, ...(one.fix?.edits ?? [])].map(({ span }) => span);
  for (const { file, start, end, line, column } of spans) {
    const size = sources.get(file)?.length;
    if (size === undefined) return 'a span in a file that was not read';
    const inside = start >= 0 && start <= end && end <= size && line >= 1 && column >= 1;
    if (!inside) return 'a span outside the text';
  }
  const rendered = renderDiagnostic(one, sources);
  return /undefined|\[object|NaN\b/.test(rendered.replace(/^.*\|.*$/gm, '')) && !mentions(one, sources)
    ? 'a message with a hole'
    : null;
}

/** Whether the program itself holds the words that would betray a hole. */
function mentions(one: Diagnostic, sources: ReadonlyMap<string, string>): boolean {
  return /undefined|\[object|NaN\b/.test(sources.get(one.primary.span.file) ?? '');
}

function formatted(text: string): string | null {
  const once = format('a.prorl', text); // throws where the meaning would change
  if (once.text === null) return null;
  const twice = format('a.prorl', once.text);
  return twice.text === once.text ? null : `formatting again changes it:\n${once.text}\n-----\n${twice.text}`;
}
