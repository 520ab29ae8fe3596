import { format } from '../../grammar/format/index.ts';
import { codes, compile, renderDiagnostic, type Compilation, type Diagnostic } from '../../grammar/index.ts';
import { memoryWorkspace } from '../../grammar/memory-workspace.ts';
import { ParseCache } from '../../grammar/parse-cache.ts';
import { parse, type Parsed } from '../../grammar/parse.ts';
import { smallLibrary } from './library.ts';

/** A small program that takes longer than this is a hang, in milliseconds. */
const longest = 1000;

const shipped = new ParseCache();
const main = '/project/main.prorl';

/** What is wrong with how the compiler and the formatter treat a text; null where nothing is. */
export function faultOf(text: string): string | null {
  const began = performance.now();
  const fault = judged(text);
  if (fault !== null || performance.now() - began <= longest) return fault;
  // The first program also loads the library, and the machine may be busy: what is slow is slow twice.
  const before = process.cpuUsage();
  judged(text);
  const took = process.cpuUsage(before).user / 1000;
  return took > longest ? `slow: ${took.toFixed(0)} ms` : null;
}

function judged(text: string): string | null {
  try {
    const parsed = parse(main, text);
    return compiled(text, parsed) ?? (parsed.diagnostics.length > 0 ? null : formatted(text));
  } catch (error) {
    return `crash: ${error instanceof Error ? error.stack : String(error)}`;
  }
}

function compiled(text: string, parsed: Parsed): string | null {
  const compilation = compile(main, memoryWorkspace({ ...smallLibrary, [main]: text }), {
    // The library is parsed once; the program anew, so that a fault depends on its text alone.
    parse: (file, content) => (file === main ? parsed : shipped.parse(file, content)),
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
