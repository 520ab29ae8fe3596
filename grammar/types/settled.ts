import type { Schedule } from '../../runtime/graph/index.ts';
import { constant } from '../../runtime/graph/schedule.ts';
import { fieldsByPath, type Field } from './field.ts';
import { stageShapes } from './stage-fields.ts';
import { suiteShape } from './suite-fields.ts';
import type { ResolvedStage, Sourced, SuiteUse, Value, ValueOf } from './value.ts';

const stageFields = {
  reinforce: fieldsByPath(stageShapes.reinforce),
  supervised: fieldsByPath(stageShapes.supervised),
};
const suiteFields = fieldsByPath(suiteShape);

/** The value of a stage's field: as written, or its default; undefined where a required one is not written. */
export function stageValue(stage: ResolvedStage, path: string): Sourced | undefined {
  return stage.fields.get(path) ?? defaultOf(stageFields[stage.kind].get(path));
}

/** Whether a field is written as what it would be if it were not. */
export function isWrittenDefault(stage: ResolvedStage, path: string): boolean {
  const [written, fallback] = [stage.fields.get(path), defaultOf(stageFields[stage.kind].get(path))];
  if (written === undefined || fallback === undefined || written.value.kind !== fallback.value.kind)
    return false;
  return 'value' in written.value && 'value' in fallback.value
    ? written.value.value === fallback.value.value
    : written.value.kind === 'none';
}

/** The value of a suite's field: as written, or its default. */
export function suiteValue(suite: SuiteUse, name: string): Sourced | undefined {
  return suite.fields.get(name) ?? defaultOf(suiteFields.get(name));
}

function defaultOf(field: Field | undefined): Sourced | undefined {
  if (field === undefined || field.default === undefined) return undefined;
  return { value: defaultValue(field.default, field), span: null };
}

/** The value that a field's default stands for. */
export function defaultValue(value: NonNullable<Field['default']> | null, field: Field): Value {
  const type = field.type.kind === 'optional' ? field.type.of : field.type;
  if (value === null) return { kind: 'none' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'string') return { kind: type.kind === 'string' ? 'string' : 'word', value };
  if (type.kind === 'schedule') {
    return {
      kind: 'schedule',
      schedule: constant(value),
      unit: type.of.kind === 'count' ? type.of.unit : null,
    };
  }
  return { kind: 'number', value, unit: type.kind === 'count' ? type.unit : null };
}

/** A number, where the value is one that is known. */
export function asNumber(sourced: Sourced | undefined): number | undefined {
  return sourced?.value.kind === 'number' ? sourced.value.value : undefined;
}

export function asSchedule(sourced: Sourced | undefined): Schedule | undefined {
  return sourced?.value.kind === 'schedule' ? (sourced.value as ValueOf<'schedule'>).schedule : undefined;
}

/** Every schedule of a stage with the path of its field. */
export function schedulesOf(stage: ResolvedStage): { path: string; schedule: Schedule; sourced: Sourced }[] {
  return [...stage.fields].flatMap(([path, sourced]) => {
    const schedule = asSchedule(sourced);
    return schedule === undefined ? [] : [{ path, schedule, sourced }];
  });
}
