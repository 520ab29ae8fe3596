import { createContext, Script } from 'node:vm';
import { ComputeEngine } from '@cortex-js/compute-engine';

/**
 * A formula as a tree: a number, a symbol, or a function's name and its arguments (MathJSON, which the
 * Compute Engine's LaTeX parser gives). Nothing is simplified: meaning is for the comparison to find.
 */
export type Formula = number | string | Call | BigLiteral;

export interface Call extends ReadonlyArray<Formula> {
  /** The function's name; its arguments follow. */
  readonly 0: string;
}

/** A number that a double cannot hold, as it is written. */
export interface BigLiteral {
  readonly num: string;
}

/** The parser tries several readings of brackets that do not match; more of them than this is no answer. */
const DEEPEST_NESTING = 12;

/**
 * Milliseconds that reading one answer may take. None that people write takes ten; a busy machine must not make a right
 * answer wrong.
 */
const PATIENCE = 2000;

/** The Compute Engine as far as it is used here: its own types do not resolve under Node's rules for modules. */
interface Engine {
  latexDictionary: readonly LatexEntry[];
  parse(latex: string, options: { canonical: false }): { readonly json: Formula } | null;
}

interface LatexEntry {
  readonly name?: string;
  readonly latexTrigger?: string | readonly string[];
  readonly parse?: (parser: Parser) => Formula;
}

interface Parser {
  parseGroup(): Formula | null;
  parseArguments(kind: 'implicit'): readonly Formula[] | null;
}

let engine: Engine | undefined;

/** The tree of a LaTeX formula; undefined where it is not one, or where reading it takes too long. */
export function readFormula(latex: string): Formula | undefined {
  if (latex === '' || nesting(latex) > DEEPEST_NESTING) return undefined;
  engine ??= startEngine();
  pending = latex;
  try {
    const tree = reading.runInContext(context, { timeout: PATIENCE }) as Formula | undefined;
    return tree === undefined || hasHole(tree) ? undefined : tree;
  } catch {
    // The parser has faults of its own on text that is no formula, and stops when its time is up: either way
    // the text was not read, and an answer that cannot be read is never right.
    return undefined;
  }
}

/** Its first reading takes a second and more, which is not the answer's. */
function startEngine(): Engine {
  const started = new ComputeEngine() as unknown as Engine;
  // What its own dictionary leaves to a product, or does not know.
  started.latexDictionary = [
    ...started.latexDictionary.filter(({ name }) => name !== 'Exp' && name !== 'Binomial'),
    {
      name: 'Exp',
      latexTrigger: ['\\exp'],
      parse: (parser) => ['Exp', ...(parser.parseArguments('implicit') ?? ['Nothing'])],
    },
    {
      name: 'Binomial',
      latexTrigger: ['\\binom'],
      parse: (parser) => ['Binomial', parser.parseGroup() ?? 'Nothing', parser.parseGroup() ?? 'Nothing'],
    },
  ];
  started.parse('\\frac{1}{2}+x', { canonical: false });
  return started;
}

let pending = '';
const context = createContext({ read: () => engine!.parse(pending, { canonical: false })?.json });
const reading = new Script('read()');

function nesting(text: string): number {
  let depth = 0;
  let deepest = 0;
  let bars = 0;
  for (const symbol of text) {
    if ('([{'.includes(symbol)) deepest = Math.max(deepest, ++depth);
    else if (')]}'.includes(symbol)) depth--;
    else if (symbol === '|') bars++;
  }
  return Math.max(deepest, bars);
}

function hasHole(tree: Formula): boolean {
  if (tree === 'Nothing') return true;
  if (!isCall(tree)) return false;
  return tree[0] === 'Error' || tree.some((part, i) => i > 0 && hasHole(part));
}

export function isCall(tree: Formula | undefined): tree is Call {
  return Array.isArray(tree);
}

/** The arguments of a function with this name; undefined for anything else. */
export function operands(tree: Formula | undefined, ...heads: string[]): readonly Formula[] | undefined {
  return isCall(tree) && heads.includes(tree[0]) ? (tree.slice(1) as Formula[]) : undefined;
}

/** The text of a `\text{...}` part, without its quotes; undefined for anything else. */
export function quoted(tree: Formula | undefined): string | undefined {
  return typeof tree === 'string' && /^'.*'$/s.test(tree) ? tree.slice(1, -1) : undefined;
}
