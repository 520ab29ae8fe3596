import type { Call, Declaration, Path, ScheduleDeclaration, TaskDeclaration } from '../../ast.ts';
import { problem, replace } from '../../diagnostics/index.ts';
import type { Module } from '../../modules/index.ts';
import { t, typeWords, type NumericType, type Type } from '../type.ts';
import { stageShapes } from '../stage-fields.ts';
import type { Value } from '../value.ts';
import { closesCircle, type Context } from './context.ts';
import { readBlock } from './fields.ts';
import { fillTask, type WithLevel } from './levels.ts';
import { readMixture } from './mixtures.ts';
import { readModel } from './models.ts';
import { kindWord } from './names.ts';
import { fillParameters, nothingFilled, scopeOf, type Filled } from './parameters.ts';
import { readSuite } from './suites.ts';
import { readTask, readVerifier } from './tasks.ts';
import { typeOf } from './type-of.ts';

type Known = Map<Declaration, Value | undefined>;

/** The kind of value that a declaration gives; null: whatever its own type says. */
const gives: Readonly<Record<Declaration['kind'], Value['kind'] | null | 'nothing'>> = {
  ModelDeclaration: 'model',
  MixtureDeclaration: 'mixture',
  SuiteDeclaration: 'suite',
  ScheduleDeclaration: 'schedule',
  TriggerDeclaration: 'trigger',
  LetDeclaration: null,
  TaskDeclaration: 'task',
  VerifierDeclaration: 'verifier',
  RewardDeclaration: 'reward',
  StageDeclaration: 'stage',
  PipelineDeclaration: 'nothing',
  TestDeclaration: 'nothing',
};

/** Works out the value of a declaration as it is used at one place, with the arguments given there. */
export function readDeclared(
  cx: Context,
  known: Known,
  declaration: Declaration,
  module: Module,
  use: Path | Call,
  expected: Type,
): Value | undefined {
  if (!kindFits(gives[declaration.kind], expected)) return reportKind(cx, declaration, use, expected);
  const circle = declaration.kind === 'StageDeclaration' ? 'no' : closesCircle(cx, declaration);
  if (circle === 'again') return undefined;
  if (circle === 'first') {
    return cx.report(
      problem('N0217', use.span, `"${declaration.name.text}" is made of itself`, {
        reason: 'To know what it is one would have to know it already.',
        secondary: [{ span: declaration.name.span, text: 'declared here' }],
      }),
    );
  }
  const parameters = 'parameters' in declaration ? declaration.parameters : [];
  const given = use.kind === 'Call' ? use.arguments : [];
  const alone = parameters.length === 0 && given.length === 0;
  if (declaration.kind === 'TaskDeclaration') {
    const task = fillTask(cx, declaration, module, use);
    if (task === undefined) return undefined;
    const own = cx.in(scopeOf(module, task.filled), declaration);
    return taskValue(own, declaration, module, task);
  }
  const lasting = alone && !(declaration.kind === 'LetDeclaration' && declaration.type === null);
  if (lasting && known.has(declaration)) return known.get(declaration);
  const what = `the ${kindWord(declaration)} "${declaration.name.text}"`;
  const filled = alone ? nothingFilled : fillParameters(cx, what, parameters, module, given, use.span);
  if (filled === undefined) return undefined;
  const inside = cx.in(scopeOf(module, filled), declaration);
  const value = valueOf(inside, declaration, module, filled, expected);
  if (lasting) known.set(declaration, value);
  return value;
}

function kindFits(given: Value['kind'] | null | 'nothing', type: Type): boolean {
  if (type.kind === 'optional') return kindFits(given, type.of);
  if (given === null || given === type.kind) return true;
  return given === 'schedule' && ['number', 'count', 'amount'].includes(type.kind);
}

function reportKind(cx: Context, declaration: Declaration, use: Path | Call, expected: Type): undefined {
  const name = use.kind === 'Path' ? use.text : use.callee.text;
  const elsewhere = declaration.name.span.file !== use.span.file;
  return cx.report(
    problem('N0205', use.span, `"${name}" is a ${kindWord(declaration)}, which has no place here`, {
      label: `expected ${typeWords(expected)}`,
      secondary: elsewhere ? [] : [{ span: declaration.name.span, text: 'declared here' }],
      fix:
        use.kind === 'Path' && (expected.kind === 'string' || expected.kind === 'path')
          ? replace(use.span, `"${name}"`, `write "${name}" in quotes, if the text is meant`)
          : undefined,
    }),
  );
}

/** The value of a declaration whose parameters are filled; `cx` is the inside of the declaration. */
export function valueOf(
  cx: Context,
  declaration: Declaration,
  module: Module,
  filled: Filled,
  expected: Type,
): Value | undefined {
  switch (declaration.kind) {
    case 'ModelDeclaration': {
      const model = readModel(cx, declaration, module);
      return model && { kind: 'model', model };
    }
    case 'MixtureDeclaration': {
      const mixture = readMixture(cx, declaration, module);
      return mixture && { kind: 'mixture', mixture };
    }
    case 'SuiteDeclaration': {
      const suite = readSuite(cx, declaration, module);
      return suite && { kind: 'suite', suite };
    }
    case 'ScheduleDeclaration': {
      const type = scheduleTypeOf(cx, declaration);
      return type && cx.evaluate(declaration.value, t.schedule(type));
    }
    case 'TriggerDeclaration':
      return cx.evaluate(declaration.value, t.trigger);
    case 'LetDeclaration': {
      const type = declaration.type === null ? expected : typeOf(cx, declaration.type);
      return type && cx.evaluate(declaration.value, type);
    }
    case 'TaskDeclaration':
      return taskValue(cx, declaration, module, { filled, level: null });
    case 'VerifierDeclaration': {
      const verifier = readVerifier(cx, declaration, module, filled);
      return verifier && { kind: 'verifier', verifier };
    }
    case 'RewardDeclaration': {
      const block = stageShapes.reinforce.blocks.find((one) => one.name === 'reward')!;
      const fields = readBlock(cx, declaration.body, block);
      return { kind: 'reward', reward: { declaration, module, fields } };
    }
    case 'StageDeclaration':
      // Its body is read where it is run.
      return { kind: 'stage', stage: { builtin: null, declaration, module, scope: cx.scope } };
    case 'PipelineDeclaration':
    case 'TestDeclaration':
      return undefined;
  }
}

function taskValue(
  cx: Context,
  declaration: TaskDeclaration,
  module: Module,
  { filled, level }: WithLevel,
): Value | undefined {
  const task = readTask(cx, declaration, module, filled, level);
  return task && { kind: 'task', task };
}

/** The type of a schedule's values; Number where none is written. */
export function scheduleTypeOf(cx: Context, declaration: ScheduleDeclaration): NumericType | undefined {
  if (declaration.type === null) return t.number;
  const type = typeOf(cx, declaration.type);
  if (type === undefined) return undefined;
  if (type.kind === 'number' || type.kind === 'count') return type;
  if (type.kind === 'schedule') return type.of;
  return cx.report(problem('N0215', declaration.type.span, 'a schedule is made of numbers or counts'));
}
