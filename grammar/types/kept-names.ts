import { isAuditMetric, isMixtureMetric, stageMetrics } from '../../runtime/graph/metrics.ts';
import type { Declaration } from '../ast.ts';
import { problem, type Diagnostic } from '../diagnostics/index.ts';
import type { Module } from '../modules/index.ts';
import { isStageKind } from './infer/stages.ts';

const stageMetricNames = [...stageMetrics('reinforce'), ...stageMetrics('supervised')].map(
  ({ name }) => name,
);

/** Metrics of stages that begin with a name, some of them; none where a suite may be called so. */
export function metricsBeginningWith(name: string): readonly string[] {
  const own = stageMetricNames.filter((metric) => metric === name || metric.startsWith(`${name}.`));
  const drawn = ['.NAME', '.NAME.correct', '.NAME.level'].map((rest) => name + rest);
  return [
    ...new Set([...own, ...drawn.filter((metric) => isMixtureMetric(metric) || isAuditMetric(metric))]),
  ];
}

/** Reports names that a module gives to things of its own and that the language keeps for itself. */
export function checkNames({ syntax }: Module, report: (diagnostic: Diagnostic) => void): void {
  for (const declaration of syntax.declarations) {
    const why = takenFor(declaration);
    if (why !== undefined) report(problem('N0208', declaration.name.span, ...why));
  }
}

function takenFor({ kind, name }: Declaration): [string, { label: string; reason?: string }] | undefined {
  const label = 'give this one another name';
  if (kind === 'StageDeclaration' && isStageKind(name.text))
    return [`"${name.text}" is a kind of stage that the language has already`, { label }];
  const [metric] = kind === 'SuiteDeclaration' ? metricsBeginningWith(name.text) : [];
  if (metric === undefined) return undefined;
  const reason = `Those of a suite begin with its name: they could not be told from "${metric}".`;
  return [`"${name.text}" begins metrics of stages: no suite can be called so`, { label, reason }];
}
