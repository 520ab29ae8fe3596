import type { Expression, LetDeclaration, Path, ScheduleDeclaration } from '../../ast.ts';
import { scheduleFunctions } from '../functions.ts';
import { moduleScope } from '../scope.ts';
import type { Type } from '../type.ts';
import { unitOf, type Unit } from '../units.ts';
import type { Context } from './context.ts';
import { lookUp } from './names.ts';
import { typeOf } from './type-of.ts';

/**
 * The unit that the values of a number or a schedule have, as far as its text tells; null: none, or not known.
 * It reports nothing: what is wrong with the expression comes out when it is evaluated.
 */
export function unitIn(cx: Context, expression: Expression): Unit | null {
  switch (expression.kind) {
    case 'Quantity':
      return unitOf(expression.unit.text) ?? null;
    case 'Negative':
      return unitIn(cx, expression.operand);
    case 'Arithmetic': {
      const [left, right] = [unitIn(cx, expression.left), unitIn(cx, expression.right)];
      return expression.sign.text === '/' ? (right === null ? left : null) : (left ?? right);
    }
    case 'Chain':
      return unitIn(cx, expression.start);
    case 'Call': {
      const of = scheduleFunctions.some((one) => one.name === expression.callee.text)
        ? expression.arguments.find(({ name }) => ['first', 'schedule', undefined].includes(name?.text))
        : undefined;
      return of === undefined ? unitOfName(cx, expression.callee) : unitIn(cx, of.value);
    }
    case 'Path':
      return unitOfName(cx, expression);
    default:
      return null;
  }
}

function unitOfName(cx: Context, path: Path): Unit | null {
  const found = path.names.length === 1 ? lookUp(cx, path.text) : undefined;
  if (found?.kind === 'parameter') {
    const { value } = found;
    if (value.kind === 'open') return unitOfType(value.type);
    return value.kind === 'number' || value.kind === 'schedule' ? value.unit : null;
  }
  if (found?.kind !== 'declaration') return null;
  const { declaration, module } = found;
  if (declaration.kind !== 'LetDeclaration' && declaration.kind !== 'ScheduleDeclaration') return null;
  return cx.trail.includes(declaration)
    ? null
    : unitOfDeclared(cx.in(moduleScope(module), declaration), declaration);
}

function unitOfDeclared(cx: Context, { type, value }: LetDeclaration | ScheduleDeclaration): Unit | null {
  if (type === null) return unitIn(cx, value);
  const known = typeOf(cx.silent(), type);
  return known?.kind === 'duration' ? unitIn(cx, value) : known === undefined ? null : unitOfType(known);
}

function unitOfType(type: Type): Unit | null {
  if (type.kind === 'schedule' || type.kind === 'optional') return unitOfType(type.of);
  return type.kind === 'count' ? type.unit : null;
}
