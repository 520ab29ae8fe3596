import type { Compare, Trigger } from '../../runtime/graph/index.ts';
import type { StringLiteral } from '../ast.ts';
import type { Diagnostic } from '../diagnostics/index.ts';
import type { DataFile, Module } from '../modules/index.ts';
import type { KnownShape } from '../model-shapes.ts';
import type { Span } from '../span.ts';
import type {
  MixtureUse,
  ModelUse,
  ResolvedPipeline,
  ResolvedRun,
  ResolvedStage,
  ResolvedTest,
  SuiteUse,
  TaskUse,
  VerifierUse,
} from '../types/value.ts';

/** What a rule has to work with. */
export interface Check {
  /** Where parts of schedules and triggers were written. */
  readonly spans: Map<object, Span>;
  /** Where the number stands that a comparison was written with, if it was. */
  readonly bounds: Map<Compare, Span>;
  shapeOf(model: ModelUse): KnownShape;
  report(diagnostic: Diagnostic): void;
  /** Whether the code that a module names is there; what to say where it is not. */
  codeProblem(path: StringLiteral, from: Module): Diagnostic | null;
  /** A file of data as a module names it: its place, and its text or why there is none. */
  dataFile(path: string, from: Module): DataFile;
}

/**
 * One check of the program. Types and names are sound when it is asked; values may still be open
 * where a parameter has no argument, and a rule passes those by.
 */
export interface Rule {
  /** A stage by itself, or as something runs it. */
  stage?(stage: ResolvedStage, check: Check): void;
  /** A stage in its place: only here must it be whole. */
  run?(run: ResolvedRun, plan: ResolvedPipeline, check: Check): void;
  pipeline?(pipeline: ResolvedPipeline, check: Check): void;
  test?(test: ResolvedTest, check: Check): void;
  suite?(suite: SuiteUse, check: Check): void;
  mixture?(mixture: MixtureUse, check: Check): void;
  model?(model: ModelUse, check: Check): void;
  task?(task: TaskUse, check: Check): void;
  verifier?(verifier: VerifierUse, check: Check): void;
  /** A trigger by itself, whether anything uses it or not. */
  trigger?(trigger: Trigger, check: Check): void;
}

/** Whether a plan is a test's: its metrics are given, so that nothing need be evaluated. */
export function isTest(plan: ResolvedPipeline): boolean {
  return plan.declaration === null;
}
