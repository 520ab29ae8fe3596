import type { Schedule } from './schedule.ts';
import type { VerifierReference } from './task-reference.ts';
import type { Trigger } from './trigger.ts';
/** @discriminator kind */
export type Node = SampleNode | RolloutNode | ScoreNode | ShapeNode | FilterNode | AdvantageNode | DemonstrateNode | UpdateNode | EvaluateNode | AuditNode | GuardNode | ResetNode | TransitionNode | CheckpointNode;
export type NodeKind = Node['kind'];
interface NodeOf<Kind extends string, Config> {
    /** `STAGE.KIND`, with `-2`, `-3` ... where a stage has several of a kind. */
    id: string;
    /** The stage that the node belongs to; null for a pipeline's own (evaluate, checkpoint), which serve every stage. */
    stage: string | null;
    kind: Kind;
    config: Config;
}
export type SampleNode = NodeOf<'sample', {
    mixture: string;
    prompts: Schedule;
}>;
export type RolloutNode = NodeOf<'rollout', {
    samples: Schedule;
    temperature: Schedule;
    topP: Schedule;
    maxTokens: Schedule;
}>;
export type ScoreNode = NodeOf<'score', {
    /** Judges in the place of each task's own; null: the task's own does. */
    verifier: VerifierReference | null;
    /** What a verifier that fails brings about: the run stops, or the response leaves its group. */
    onFailure: 'stop' | 'skip';
    /** Seconds that judging one response may take; null: the verifier's own limit. */
    timeout: number | null;
    /** How often a failed request is made again. */
    retries: number;
    /** Responses that are judged at the same time. */
    concurrency: number;
}>;
export type ShapeNode = NodeOf<'shape', {
    /** Reward of a wholly correct response; partial credit lies in proportion between `incorrect` and `correct`. */
    correct: Schedule;
    incorrect: Schedule;
    /** Added where the response was cut off at the token limit. */
    truncated: Schedule;
    /** The share of its reward that a response keeps that was cut off. */
    stopProperly: Schedule;
    /**
     * What responses earn at the token limit, reached along half a cosine from what they earn at length 0; incorrect
     * null: the same at every length. `weight` is how much of the change counts. Null: length does not matter.
     */
    cosineLength: {
        correct: Schedule;
        incorrect: Schedule | null;
        weight: Schedule;
    } | null;
    /** Soft overlong punishment over the last `cache` tokens before the limit (DAPO, eq. 13); null: none. */
    overlong: {
        cache: Schedule;
        scale: Schedule;
    } | null;
}>;
export type FilterNode = NodeOf<'filter', {
    /** A group stays when this holds for its rewards; null keeps all. */
    keep: {
        metric: 'reward.std' | 'reward.mean' | 'score.mean';
        by: '>' | '>=' | '<' | '<=';
        value: number;
    }[] | null;
    /** How often a step samples anew, for as many prompts as groups are missing (DAPO, section 3.2). */
    refill: number;
    /** Masks the loss of truncated responses (DAPO's overlong filter). */
    dropTruncated: boolean;
}>;
export type AdvantageNode = NodeOf<'advantage', {
    /**
     * group_norm: (R - mean) / std; group_mean: R - mean; leave_one_out: R - mean of the others;
     * reinforce_baseline: R - mean, and reinforce: R, then whitened over the step's batch.
     */
    estimator: 'group_norm' | 'group_mean' | 'leave_one_out' | 'reinforce_baseline' | 'reinforce';
    /** Whether a response counts once in the batch's mean and deviation, or once for each of its tokens. */
    whiten: 'trajectories' | 'tokens';
}>;
/** Makes worked solutions of the sampled problems: the batch of a supervised stage. */
export type DemonstrateNode = NodeOf<'demonstrate', {
    /** The share of solutions that carry one slip. */
    slips: Schedule;
}>;
export interface KlTerm {
    estimator: 'k1' | 'abs' | 'k2' | 'k3';
    coefficient: Schedule;
    /** The KL a token that the coefficient is moved towards, from its value at the stage's start; null: it is as scheduled. */
    target: number | null;
    /** Steps over which the coefficient moves by a fifth at most, where it has a target. */
    horizon: number;
    in: 'loss' | 'reward';
    /** The log ratio is held within this on both sides; null: no bound. */
    clampInput: number | null;
    /** The estimate is held within this on both sides; null: no bound. */
    clampResult: number | null;
}
export type UpdateNode = NodeOf<'update', {
    loss: 'policy_gradient' | 'cross_entropy';
    /** Optimizer updates a step: the batch is split into this many mini-batches. */
    updates: Schedule;
    /**
     * token_mean: over all tokens of the mini-batch (DAPO); sequence_mean: over each response, then over responses
     * (GRPO); constant: over responses, the sum of each divided by `divisor` (Dr. GRPO).
     */
    aggregation: 'token_mean' | 'sequence_mean' | 'constant';
    /** Tokens that `constant` divides by; null: the longest response that the step allows. */
    divisor: number | null;
    /**
     * clipped: min(r A, clip(r) A) (PPO); cispo: clip(r) A log p with a constant clip(r) (MiniMax-M1); plain: r A.
     * Null for cross entropy, and so are `ratio`, `clip` and `entropy`.
     */
    surrogate: 'clipped' | 'cispo' | 'plain' | null;
    /** Whether r is the ratio of each token, or of a response: the geometric mean of its tokens' (GSPO). */
    ratio: 'token' | 'sequence' | null;
    /** Ratios count within 1 - low and 1 + high, and where the advantage is negative up to `dual` (null: no bound). */
    clip: {
        low: Schedule;
        high: Schedule;
        dual: Schedule | null;
    } | null;
    /** The coefficient of the entropy bonus. */
    entropy: Schedule | null;
    /** Weighs responses by how far the update's probabilities lie from the sampler's; null: they count as equal. */
    correction: {
        method: 'truncate' | 'mask' | 'sequence_mask';
        low: Schedule;
        high: Schedule;
    } | null;
    /** Null: no KL term and no reference policy. */
    kl: KlTerm | null;
    optimizer: {
        name: 'adamw';
        rate: Schedule;
        beta1: number;
        beta2: number;
        epsilon: number;
        weightDecay: Schedule;
        /** Null: no clipping. */
        maxGradNorm: Schedule | null;
        /** Steps of linear warm-up at the start of the stage. */
        warmup: number;
    };
}>;
export type EvaluateNode = NodeOf<'evaluate', {
    suite: string;
    every: number;
}>;
/** Compares, at each evaluation, how a figure of training and a held-out one have moved. */
export type AuditNode = NodeOf<'audit', {
    metric: string;
    /** Of a suite: the held-out counter-metric. */
    against: string;
    /** Evaluations over which both are compared. */
    over: number;
    /** By more than this the metric must have risen, the counter-metric not having risen, for them to diverge. */
    gap: number;
}>;
export type ResetNode = NodeOf<'reset', {
    reference: boolean;
    optimizer: boolean;
    /** Copies the policy as it is, or the best checkpoint by a metric. */
    to: {
        source: 'current';
    } | {
        source: 'best';
        metric: string;
    };
    /** A condition, or once: as the stage begins (of a later stage than the first) or as it ends. */
    when: Trigger | 'start' | 'end';
    /** For messages and logs: the trigger as written, or `at start`. */
    whenText: string;
    cooldown: number;
    atMost: number | null;
}>;
export type GuardNode = NodeOf<'guard', {
    when: Trigger;
    whenText: string;
    /** Restores policy, reference and optimizer as they were at the last good step. */
    rollback: boolean;
    /** Multiplies the rate from then on; 1: unchanged. */
    scaleRate: number;
    /** After that many the run stops. */
    atMost: number;
}>;
/** Ends the stage. The next in order begins; after the last the run is done. */
export type TransitionNode = NodeOf<'transition', {
    until: Trigger;
    untilText: string;
}>;
export type CheckpointNode = NodeOf<'checkpoint', {
    every: number;
    keepLast: number;
    /** Also keep the best by this metric; null: none. */
    keepBestBy: string | null;
}>;
export {};
