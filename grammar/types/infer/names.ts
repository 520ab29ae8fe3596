import type { Declaration, Name } from '../../ast.ts';
import { nearestFix, problem, replace, type Fix } from '../../diagnostics/index.ts';
import type { Module } from '../../modules/index.ts';
import type { Value } from '../value.ts';
import type { Context } from './context.ts';

/** What a name stands for. */
export type Found =
  | { readonly kind: 'parameter'; readonly value: Value }
  | { readonly kind: 'declaration'; readonly declaration: Declaration; readonly module: Module }
  /** Its import or its parameter failed; that was reported. */
  | { readonly kind: 'broken' };

export function lookUp(cx: Context, name: string): Found | undefined {
  const { module, bindings } = cx.scope;
  const value = bindings.get(name);
  if (value !== undefined) return { kind: 'parameter', value };
  const binding = module.scope.get(name);
  if (binding !== undefined) {
    return { kind: 'declaration', declaration: binding.declaration, module: binding.module };
  }
  return name === '' || module.unresolved.has(name) ? { kind: 'broken' } : undefined;
}

const truth = 'What is so or not is "true" or "false".';
const nothing = 'What is left out is "none", where the field takes it.';

/** Words that other languages have in the place of values. */
const foreignWords: Readonly<Partial<Record<string, { readonly reason: string; readonly word?: string }>>> = {
  if: { reason: 'A condition stands by itself, "trigger t = kl.mean > 0.1"; "when t" says where it counts.' },
  True: { reason: truth, word: 'true' },
  False: { reason: truth, word: 'false' },
  yes: { reason: truth, word: 'true' },
  no: { reason: truth, word: 'false' },
  on: { reason: truth, word: 'true' },
  off: { reason: truth, word: 'false' },
  null: { reason: nothing, word: 'none' },
  None: { reason: nothing, word: 'none' },
  nil: { reason: nothing, word: 'none' },
};

/** Reports a name that stands for nothing; `others` are words that would also do in its place; `kind`: only what is so declared does. */
export function reportUnknownName(
  cx: Context,
  name: Name,
  wanted: string,
  others: readonly string[] = [],
  kind: string | null = null,
): undefined {
  const { module, bindings } = cx.scope;
  // What is not there may have been lost to a syntax error, which is reported.
  if (module.lost.has(name.text)) return undefined;
  const declared = [...module.scope].flatMap(([known, { declaration }]) =>
    kind === null || [kind, 'named value'].includes(kindWord(declaration)) ? [known] : [],
  );
  const candidates = [...bindings.keys(), ...declared, ...others];
  const foreign = Object.hasOwn(foreignWords, name.text) ? foreignWords[name.text] : undefined;
  if (foreign !== undefined && !candidates.includes(name.text)) {
    const { word } = foreign;
    const fits = word !== undefined && (candidates.includes(word) || wanted.includes(word));
    return cx.report(
      problem('N0201', name.span, `nothing here is called "${name.text}"`, {
        label: `expected ${wanted}`,
        reason: foreign.reason,
        fix: fits ? replace(name.span, word, `write "${word}"`) : undefined,
      }),
    );
  }
  const fix = difference(name, candidates) ?? nearestFix(name.span, name.text, candidates);
  return cx.report(
    problem('N0201', name.span, `nothing here is called "${name.text}"`, {
      label: `expected ${wanted}`,
      reason:
        fix === undefined
          ? 'A name must be declared in this file, be imported, or be a parameter of what surrounds it.'
          : undefined,
      fix,
    }),
  );
}

/** `n-1` is one name, since `chain_sum-2` is the second of its mixture; with spaces it is a calculation. */
function difference(name: Name, candidates: readonly string[]): Fix | undefined {
  const [, of, less] = /^(\w+)-(\d+)$/.exec(name.text) ?? [];
  if (of === undefined || !candidates.includes(of)) return undefined;
  return replace(name.span, `${of} - ${less}`, `write "${of} - ${less}" for the difference`);
}

const kindWords: Readonly<Record<Declaration['kind'], string>> = {
  ModelDeclaration: 'model',
  MixtureDeclaration: 'mixture',
  SuiteDeclaration: 'suite',
  ScheduleDeclaration: 'schedule',
  TriggerDeclaration: 'trigger',
  LetDeclaration: 'named value',
  TaskDeclaration: 'task',
  VerifierDeclaration: 'verifier',
  RewardDeclaration: 'reward',
  StageDeclaration: 'stage',
  PipelineDeclaration: 'pipeline',
  TestDeclaration: 'test',
};

export function kindWord(declaration: Declaration): string {
  return kindWords[declaration.kind];
}
