import { stageValue } from "../types/settled.js";
import { Config } from "./config.js";
import { originOf, valueOrigin } from "./origins.js";
import { lowerVerifier } from "./reference.js";
/** The nodes of one stage, in the order in which a step goes through them. */
export function lowerStage(run, id, names) {
    const { stage } = run;
    const config = new Config();
    const data = stage.kind === 'reinforce' ? reinforceNodes(stage, id, names) : supervisedNodes(stage, id, names);
    const until = triggerOf(run.until);
    config.note('until', originOf(run.until?.span ?? null));
    return [
        ...data,
        ...stage.guards.map((guard, i) => guardNode(guard, id, nth(id, 'guard', i))),
        ...stage.resets.map((reset, i) => resetNode(reset, id, nth(id, 'reset', i))),
        placed(config, {
            id: `${id}.transition`,
            stage: id,
            kind: 'transition',
            config: { until: until.trigger, untilText: until.text },
        }),
    ];
}
function placed(config, node) {
    return { node, origins: config.origins };
}
function nth(stage, kind, index) {
    return index === 0 ? `${stage}.${kind}` : `${stage}.${kind}-${index + 1}`;
}
function triggerOf(condition) {
    if (condition?.value.kind !== 'trigger')
        throw new TypeError('a condition is open');
    return condition.value;
}
function sampleNode(stage, id, names, prompts) {
    const config = new Config();
    const mixture = stageValue(stage, 'mixture');
    if (mixture?.value.kind !== 'mixture')
        throw new TypeError('a stage has no mixture');
    config.note('mixture', valueOrigin(mixture));
    return placed(config, {
        id: `${id}.sample`,
        stage: id,
        kind: 'sample',
        config: {
            mixture: names.mixture(mixture.value.mixture),
            prompts: config.schedule('prompts', stageValue(stage, prompts)),
        },
    });
}
function reinforceNodes(stage, id, names) {
    const of = (path) => stageValue(stage, path);
    const [rollout, shape, filter, advantage] = [new Config(), new Config(), new Config(), new Config()];
    const [overlong, cosine] = [stage.blocks.has('overlong'), stage.blocks.has('cosine_length')];
    const keep = stage.keeps.map(({ metric, by, value }, i) => ({
        metric,
        by,
        value: filter.number(`keep/${i}/value`, value),
    }));
    filter.note('keep', originOf(stage.keeps[0]?.span ?? null));
    if (!overlong)
        shape.note('overlong', 'default');
    if (!cosine)
        shape.note('cosineLength', 'default');
    return [
        sampleNode(stage, id, names, 'rollout.prompts'),
        placed(rollout, {
            id: `${id}.rollout`,
            stage: id,
            kind: 'rollout',
            config: {
                samples: rollout.schedule('samples', of('rollout.samples')),
                temperature: rollout.schedule('temperature', of('rollout.temperature')),
                topP: rollout.schedule('topP', of('rollout.top_p')),
                maxTokens: rollout.schedule('maxTokens', of('rollout.max_tokens')),
            },
        }),
        scoreNode(stage, id, names),
        placed(shape, {
            id: `${id}.shape`,
            stage: id,
            kind: 'shape',
            config: {
                correct: shape.schedule('correct', of('reward.correct')),
                incorrect: shape.schedule('incorrect', of('reward.incorrect')),
                truncated: shape.schedule('truncated', of('reward.truncated')),
                stopProperly: shape.schedule('stopProperly', of('reward.stop_properly')),
                cosineLength: cosine
                    ? {
                        correct: shape.schedule('cosineLength/correct', of('cosine_length.correct')),
                        incorrect: shape.scheduleOrNull('cosineLength/incorrect', of('cosine_length.incorrect')),
                        weight: shape.schedule('cosineLength/weight', of('cosine_length.weight')),
                    }
                    : null,
                overlong: overlong
                    ? {
                        cache: shape.schedule('overlong/cache', of('overlong.cache')),
                        scale: shape.schedule('overlong/scale', of('overlong.scale')),
                    }
                    : null,
            },
        }),
        placed(filter, {
            id: `${id}.filter`,
            stage: id,
            kind: 'filter',
            config: {
                keep: keep.length === 0 ? null : keep,
                refill: filter.number('refill', of('rollout.refill')),
                dropTruncated: filter.boolean('dropTruncated', of('loss.mask_truncated')),
            },
        }),
        placed(advantage, {
            id: `${id}.advantage`,
            stage: id,
            kind: 'advantage',
            config: {
                estimator: advantage.word('estimator', of('advantage.estimator')),
                whiten: advantage.word('whiten', of('advantage.whiten')),
            },
        }),
        updateNode(stage, id),
    ];
}
function scoreNode(stage, id, names) {
    const config = new Config();
    const of = (path) => stageValue(stage, path);
    const verifier = of('reward.verifier');
    config.note('verifier', verifier === undefined ? 'default' : valueOrigin(verifier));
    return placed(config, {
        id: `${id}.score`,
        stage: id,
        kind: 'score',
        config: {
            verifier: verifier?.value.kind === 'verifier' ? lowerVerifier(verifier.value.verifier, names.locate) : null,
            onFailure: config.word('onFailure', of('verify.on_failure')),
            timeout: config.numberOrNull('timeout', of('verify.timeout')),
            retries: config.number('retries', of('verify.retries')),
            concurrency: config.number('concurrency', of('verify.concurrency')),
        },
    });
}
function supervisedNodes(stage, id, names) {
    const config = new Config();
    return [
        sampleNode(stage, id, names, 'batch.prompts'),
        placed(config, {
            id: `${id}.demonstrate`,
            stage: id,
            kind: 'demonstrate',
            config: { slips: config.schedule('slips', stageValue(stage, 'slips')) },
        }),
        updateNode(stage, id),
    ];
}
function updateNode(stage, id) {
    const config = new Config();
    const of = (path) => stageValue(stage, path);
    const reinforce = stage.kind === 'reinforce';
    const [kl, correction] = [stage.blocks.has('kl'), stage.blocks.has('correction')];
    if (reinforce && !kl)
        config.note('kl', 'default');
    if (reinforce && !correction)
        config.note('correction', 'default');
    return placed(config, {
        id: `${id}.update`,
        stage: id,
        kind: 'update',
        config: {
            loss: reinforce ? 'policy_gradient' : 'cross_entropy',
            updates: config.schedule('updates', of('updates')),
            aggregation: config.word('aggregation', of('loss.aggregation')),
            divisor: reinforce ? config.numberOrNull('divisor', of('loss.divisor')) : null,
            surrogate: reinforce ? config.word('surrogate', of('loss.surrogate')) : null,
            ratio: reinforce ? config.word('ratio', of('loss.ratio')) : null,
            clip: reinforce
                ? {
                    low: config.schedule('clip/low', of('clip.low')),
                    high: config.schedule('clip/high', of('clip.high')),
                    dual: config.scheduleOrNull('clip/dual', of('clip.dual')),
                }
                : null,
            entropy: reinforce ? config.schedule('entropy', of('loss.entropy')) : null,
            correction: correction
                ? {
                    method: config.word('correction/method', of('correction.method')),
                    low: config.schedule('correction/low', of('correction.low')),
                    high: config.schedule('correction/high', of('correction.high')),
                }
                : null,
            kl: kl
                ? {
                    estimator: config.word('kl/estimator', of('kl.estimator')),
                    coefficient: config.schedule('kl/coefficient', of('kl.coefficient')),
                    in: config.word('kl/in', of('kl.in')),
                    target: config.numberOrNull('kl/target', of('kl.target')),
                    horizon: config.number('kl/horizon', of('kl.horizon')),
                    clampInput: config.numberOrNull('kl/clampInput', of('kl.clamp_input')),
                    clampResult: config.numberOrNull('kl/clampResult', of('kl.clamp_result')),
                }
                : null,
            optimizer: {
                name: config.word('optimizer/name', of('optimizer.name')),
                rate: config.schedule('optimizer/rate', of('optimizer.rate')),
                beta1: config.number('optimizer/beta1', of('optimizer.beta1')),
                beta2: config.number('optimizer/beta2', of('optimizer.beta2')),
                epsilon: config.number('optimizer/epsilon', of('optimizer.epsilon')),
                weightDecay: config.schedule('optimizer/weightDecay', of('optimizer.weight_decay')),
                maxGradNorm: config.scheduleOrNull('optimizer/maxGradNorm', of('optimizer.max_grad_norm')),
                warmup: config.number('optimizer/warmup', of('optimizer.warmup')),
            },
        },
    });
}
function resetNode(reset, stage, id) {
    const config = new Config();
    const { to } = reset;
    config.note('when', originOf(reset.when.span));
    config.note('to', originOf(reset.span));
    return placed(config, {
        id,
        stage,
        kind: 'reset',
        config: {
            reference: reset.reference,
            optimizer: reset.optimizer,
            to: to.source === 'current'
                ? { source: 'current' }
                : { source: 'best', metric: metricOf(to.metric.value) },
            when: 'at' in reset.when ? reset.when.at : triggerOf(reset.when).trigger,
            whenText: 'at' in reset.when ? `at ${reset.when.at}` : triggerOf(reset.when).text,
            cooldown: reset.cooldown === undefined ? 0 : config.number('cooldown', reset.cooldown),
            atMost: reset.atMost === undefined
                ? unwritten(config, 'atMost', null)
                : config.numberOrNull('atMost', reset.atMost),
        },
    });
}
function metricOf(value) {
    if (value.kind !== 'metric')
        throw new TypeError('a metric is open');
    return value.name;
}
function guardNode(guard, stage, id) {
    const config = new Config();
    const when = triggerOf(guard.when);
    config.note('when', originOf(guard.when.span));
    config.note('rollback', originOf(guard.rollback));
    return placed(config, {
        id,
        stage,
        kind: 'guard',
        config: {
            when: when.trigger,
            whenText: when.text,
            rollback: guard.rollback !== null,
            scaleRate: guard.scaleRate === undefined
                ? unwritten(config, 'scaleRate', 1)
                : config.number('scaleRate', guard.scaleRate),
            atMost: guard.atMost === undefined ? unwritten(config, 'atMost', 3) : config.number('atMost', guard.atMost),
        },
    });
}
function unwritten(config, key, value) {
    config.note(key, 'default');
    return value;
}
