import { checkNumber, checkSchedule, configPointer, isPlainlyWithin, type Bounds } from './check-schedule.ts';
import type { Graph } from './graph.ts';
import { adapterTargets } from './lora.ts';
import type { Node } from './nodes.ts';
import type { TaskReference } from './task-reference.ts';
import { pointer, type GraphProblem } from './problem.ts';
import type { Schedule } from './schedule.ts';
import { isReading, type Trigger } from './trigger.ts';

const any: Bounds = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
const count: Bounds = { min: 1, max: Number.MAX_SAFE_INTEGER, whole: true };
const countOrZero: Bounds = { min: 0, max: Number.MAX_SAFE_INTEGER, whole: true };
const positive: Bounds = { min: 0, max: Number.POSITIVE_INFINITY, above: true };
const notNegative: Bounds = { min: 0, max: Number.POSITIVE_INFINITY };
const fraction: Bounds = { min: 0, max: 1 };
const atLeastOne: Bounds = { min: 1, max: Number.POSITIVE_INFINITY };
const aboveOne: Bounds = { ...atLeastOne, above: true };
const share: Bounds = { min: 0, max: 1, above: true };
/** A token count that may be scheduled: between its ends it is rounded, so the ends need not be whole. */
const counted: Bounds = { min: 1, max: Number.MAX_SAFE_INTEGER };

type Rule = [path: string, value: number | Schedule | null, bounds: Bounds];

/** Every number and schedule of a graph must lie in its range. */
export function checkValues(graph: Graph): GraphProblem[] {
  const problems = check([['', graph.seed, { min: 0, max: Number.MAX_SAFE_INTEGER, whole: true }]], '/seed');
  if (graph.edition !== 2026) {
    problems.push({
      pointer: '/edition',
      message: `edition ${graph.edition} is unknown`,
      hint: 'This version of prorl reads edition 2026.',
    });
  }
  problems.push(...checkLora(graph.lora));
  for (const [name, mixture] of Object.entries(graph.mixtures)) {
    if (mixture.curriculum !== null) {
      const { keep, window, floor } = mixture.curriculum;
      const rules: Rule[] = [
        ['/keep/from', keep.from, { min: 0, max: Math.min(1, keep.to) }],
        ['/keep/to', keep.to, fraction],
        ['/window', window, count],
        ['/floor', floor, share],
      ];
      problems.push(...check(rules, pointer('mixtures', name, 'curriculum')));
    }
    mixture.entries.forEach((entry, i) => {
      const at = pointer('mixtures', name, 'entries', i);
      problems.push(
        ...check(
          [
            ...referenceRules(entry.task, '/task'),
            ['/weight', entry.weight, notNegative],
            ['/from', entry.from, countOrZero],
            ['/until', entry.until, count],
          ],
          at,
        ),
      );
    });
  }
  for (const [name, suite] of Object.entries(graph.suites)) {
    const { problems: n, samples, temperature, topP, maxTokens } = suite;
    const rules: Rule[] = [
      ['/problems', n, count],
      ['/samples', samples, count],
      ['/temperature', temperature, notNegative],
      ['/topP', topP, share],
      ['/maxTokens', maxTokens, count],
      ...suite.passAt.map((k, i): Rule => [`/passAt/${i}`, k, { min: 1, max: samples, whole: true }]),
    ];
    problems.push(...check(rules, pointer('suites', name)));
    if (suite.passAt.some((k, i) => k <= (suite.passAt[i - 1] ?? 0))) {
      problems.push({
        pointer: pointer('suites', name, 'passAt'),
        message: `${suite.passAt.join(', ')} do not ascend`,
        hint: 'Name each k once, in ascending order.',
      });
    }
  }
  problems.push(...checkConditions(graph));
  graph.nodes.forEach((node, i) => {
    problems.push(...check(rulesOf(node), configPointer(i)), ...checkTriggers(node, i));
  });
  return problems;
}

function checkLora(lora: Graph['lora']): GraphProblem[] {
  if (lora === null) return [];
  const { rank, alpha, targets } = lora;
  const problems = check(
    [
      ['/rank', rank, count],
      ['/alpha', alpha, positive],
    ],
    '/lora',
  );
  const inOrder = adapterTargets.filter((one) => targets.includes(one));
  if (targets.length === 0 || targets.join() !== inOrder.join()) {
    problems.push({
      pointer: '/lora/targets',
      message: targets.length === 0 ? 'no layer has an adapter' : `${targets.join(', ')} is not their order`,
      hint: `Name each once, in this order: ${adapterTargets.join(', ')}.`,
    });
  }
  return problems;
}

function check(rules: Rule[], at: string): GraphProblem[] {
  return rules.flatMap(([path, value, bounds]) => {
    if (value === null || isPlainlyWithin(value, bounds)) return [];
    return typeof value === 'number'
      ? checkNumber(value, at + path, bounds)
      : checkSchedule(value, at + path, bounds);
  });
}

function referenceRules(reference: TaskReference, at: string): Rule[] {
  switch (reference.source) {
    case 'program':
      return [
        [`${at}/timeout`, reference.timeout, positive],
        [`${at}/processes`, reference.processes, count],
      ];
    case 'http':
      return [[`${at}/timeout`, reference.timeout, positive]];
    case 'dataset':
      return referenceRules(reference.verifier, `${at}/verifier`);
    case 'code':
    case 'reasoning_gym':
      return [];
  }
}

function rulesOf({ kind, config }: Node): Rule[] {
  switch (kind) {
    case 'sample':
      return [['/prompts', config.prompts, counted]];
    case 'rollout':
      return [
        ['/samples', config.samples, counted],
        ['/temperature', config.temperature, notNegative],
        ['/topP', config.topP, share],
        ['/maxTokens', config.maxTokens, counted],
      ];
    case 'shape':
      return [
        ['/correct', config.correct, any],
        ['/incorrect', config.incorrect, any],
        ['/truncated', config.truncated, any],
        ['/stopProperly', config.stopProperly, fraction],
        ['/cosineLength/correct', config.cosineLength?.correct ?? null, any],
        ['/cosineLength/incorrect', config.cosineLength?.incorrect ?? null, any],
        ['/cosineLength/weight', config.cosineLength?.weight ?? null, fraction],
        ['/overlong/cache', config.overlong?.cache ?? null, counted],
        ['/overlong/scale', config.overlong?.scale ?? null, notNegative],
      ];
    case 'filter':
      return [
        ['/refill', config.refill, countOrZero],
        ...(config.keep ?? []).map(({ value }, i): Rule => [`/keep/${i}/value`, value, any]),
      ];
    case 'demonstrate':
      return [['/slips', config.slips, fraction]];
    case 'update': {
      const { optimizer, clip, kl, correction } = config;
      return [
        ['/updates', config.updates, counted],
        ['/clip/low', clip?.low ?? null, notNegative],
        ['/clip/high', clip?.high ?? null, notNegative],
        ['/clip/dual', clip?.dual ?? null, aboveOne],
        ['/divisor', config.divisor, count],
        ['/entropy', config.entropy, notNegative],
        ['/correction/low', correction?.low ?? null, fraction],
        ['/correction/high', correction?.high ?? null, atLeastOne],
        ['/kl/coefficient', kl?.coefficient ?? null, notNegative],
        ['/kl/target', kl?.target ?? null, positive],
        ['/kl/horizon', kl?.horizon ?? null, count],
        ['/kl/clampInput', kl?.clampInput ?? null, positive],
        ['/kl/clampResult', kl?.clampResult ?? null, positive],
        ['/optimizer/rate', optimizer.rate, notNegative],
        ['/optimizer/beta1', optimizer.beta1, { min: 0, max: 1 - Number.EPSILON }],
        ['/optimizer/beta2', optimizer.beta2, { min: 0, max: 1 - Number.EPSILON }],
        ['/optimizer/epsilon', optimizer.epsilon, positive],
        ['/optimizer/weightDecay', optimizer.weightDecay, notNegative],
        ['/optimizer/maxGradNorm', optimizer.maxGradNorm, positive],
        ['/optimizer/warmup', optimizer.warmup, countOrZero],
      ];
    }
    case 'evaluate':
      return [['/every', config.every, count]];
    case 'audit':
      return [
        ['/over', config.over, count],
        ['/gap', config.gap, notNegative],
      ];
    case 'checkpoint':
      return [
        ['/every', config.every, count],
        ['/keepLast', config.keepLast, count],
      ];
    case 'reset':
      return [
        ['/cooldown', config.cooldown, countOrZero],
        ['/atMost', config.atMost, count],
      ];
    case 'guard':
      return [
        ['/scaleRate', config.scaleRate, positive],
        ['/atMost', config.atMost, countOrZero],
      ];
    case 'score':
      return [
        ...(config.verifier === null ? [] : referenceRules(config.verifier, '/verifier')),
        ['/timeout', config.timeout, positive],
        ['/retries', config.retries, countOrZero],
        ['/concurrency', config.concurrency, count],
      ];
    case 'advantage':
    case 'transition':
      return [];
  }
}

/** The conditions on which stages are run. */
function checkConditions({ stages }: Graph): GraphProblem[] {
  return stages.flatMap(({ when }, i) =>
    when === null ? [] : check(triggerRules(when, ''), pointer('stages', i, 'when')),
  );
}

function checkTriggers(node: Node, index: number): GraphProblem[] {
  if (node.kind === 'transition')
    return check(triggerRules(node.config.until, ''), configPointer(index, 'until'));
  if ((node.kind !== 'guard' && node.kind !== 'reset') || typeof node.config.when === 'string') return [];
  return check(triggerRules(node.config.when, ''), configPointer(index, 'when'));
}

function triggerRules(trigger: Trigger, at: string): Rule[] {
  switch (trigger.op) {
    case 'and':
    case 'or':
      return trigger.of.flatMap((part, i) => triggerRules(part, `${at}/of/${i}`));
    case 'not':
      return triggerRules(trigger.of, `${at}/of`);
    case 'sustained':
      return [[`${at}/steps`, trigger.steps, count], ...triggerRules(trigger.of, `${at}/of`)];
    case 'every':
      return [[`${at}/steps`, trigger.steps, count]];
    case 'reached':
      return [[`${at}/count`, trigger.count, count]];
    case 'plateau':
      return [
        [`${at}/over`, trigger.over, count],
        [`${at}/gainBelow`, trigger.gainBelow, notNegative],
      ];
    case 'falls':
    case 'rises':
      return [
        [`${at}/over`, trigger.over, count],
        [`${at}/by`, trigger.by, notNegative],
      ];
    case 'compare': {
      return (['left', 'right'] as const).flatMap((side): Rule[] => {
        const value = trigger[side];
        if (!isReading(value)) return [[`${at}/${side}`, value, any]];
        // An ema with no span is given as NaN, which is in no range.
        return value.of === 'ema'
          ? [[`${at}/${side}/span`, value.span ?? Number.NaN, { min: 1, max: Number.MAX_SAFE_INTEGER }]]
          : [];
      });
    }
    case 'not_finite':
      return [];
  }
}
