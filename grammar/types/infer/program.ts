import type { Declaration, Expression } from '../../ast.ts';
import type { Module } from '../../modules/index.ts';
import { checkNames } from '../kept-names.ts';
import { moduleScope } from '../scope.ts';
import { t } from '../type.ts';
import type { ResolvedPipeline, ResolvedStage, ResolvedTest, Value } from '../value.ts';
import type { Context } from './context.ts';
import { valueOf } from './declared.ts';
import { openParameters, scopeOf } from './parameters.ts';
import { readPipeline } from './pipelines.ts';
import { resolveStage } from './stages.ts';
import { readTest } from './tests.ts';

/** A module's declarations, worked out as far as they go by themselves. */
export interface ResolvedModule {
  readonly module: Module;
  readonly pipelines: readonly ResolvedPipeline[];
  readonly tests: readonly ResolvedTest[];
  /** Every stage with its parameters at their defaults, or open where they have none. */
  readonly stages: readonly ResolvedStage[];
  /** The values of its other declarations, parameters as for stages. */
  readonly values: readonly Value[];
}

/** Reads every declaration of a module, whether anything uses it or not, and reports what is wrong with it. */
export function resolveModule(cx: Context, module: Module): ResolvedModule {
  const pipelines: ResolvedPipeline[] = [];
  const tests: ResolvedTest[] = [];
  const stages: ResolvedStage[] = [];
  const values: Value[] = [];
  checkNames(module, cx.report);
  for (const declaration of module.syntax.declarations) {
    const parameters = 'parameters' in declaration ? declaration.parameters : [];
    const own = cx.in(moduleScope(module));
    const filled = openParameters(own, parameters, module);
    const inside = own.in(scopeOf(module, filled), declaration);
    switch (declaration.kind) {
      case 'PipelineDeclaration':
        pipelines.push(readPipeline(inside, declaration, module));
        break;
      case 'TestDeclaration':
        tests.push(readTest(inside, declaration, module));
        break;
      case 'StageDeclaration': {
        const use = { builtin: null, declaration, module, scope: inside.scope };
        const stage = resolveStage(own, use, declaration.name.span);
        if (stage) stages.push(stage);
        break;
      }
      case 'LetDeclaration':
        if (declaration.type !== null) valueOf(inside, declaration, module, filled, t.number);
        // Without a type its value is read where it is used; but a calculation says itself that it is a number.
        else if (isCalculation(declaration.value)) {
          inside.evaluate(declaration.value, { kind: 'amount', schedule: t.number });
        }
        break;
      default: {
        const value =
          parameters.length > 0
            ? valueOf(inside, declaration, module, filled, t.number)
            : own.declared(declaration, module, asPath(declaration), wanted(declaration));
        if (value) values.push(value);
      }
    }
  }
  return { module, pipelines, tests, stages, values };
}

/** Signs between numbers, quantities and names. One with a call in it may be of schedules. */
function isCalculation(value: Expression): boolean {
  return value.kind === 'Arithmetic' && ofNumbers(value);
}

function ofNumbers(value: Expression): boolean {
  switch (value.kind) {
    case 'Arithmetic':
      return ofNumbers(value.left) && ofNumbers(value.right);
    case 'Negative':
      return ofNumbers(value.operand);
    default:
      return value.kind === 'NumberLiteral' || value.kind === 'Quantity' || value.kind === 'Path';
  }
}

function asPath(declaration: Declaration) {
  const { name } = declaration;
  return { kind: 'Path', span: name.span, names: [name], text: name.text } as const;
}

function wanted(declaration: Declaration) {
  switch (declaration.kind) {
    case 'ModelDeclaration':
      return t.model;
    case 'MixtureDeclaration':
      return t.mixture;
    case 'SuiteDeclaration':
      return t.suite;
    case 'TaskDeclaration':
      return t.task;
    case 'VerifierDeclaration':
      return t.verifier;
    case 'RewardDeclaration':
      return t.reward;
    case 'TriggerDeclaration':
      return t.trigger;
    default:
      return t.schedule(t.number);
  }
}
