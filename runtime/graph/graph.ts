import type { Domain } from './domains.ts';
import type { Schedule } from './schedule.ts';
import type { Trigger } from './trigger.ts';

/**
 * The typed execution graph: all that a run needs, without the source text. It is written as JSON,
 * checked against its JSON Schema wherever it is read, and named by the hash of its canonical form.
 */
export interface Graph {
  format: 'prorl-graph/1';
  edition: number;
  pipeline: string;
  seed: number;
  model: ModelSource;
  /** By name; suites and sample nodes refer to them. */
  mixtures: Record<string, Mixture>;
  suites: Record<string, Suite>;
  /** The stages in the order in which they run. */
  stages: Stage[];
  nodes: Node[];
  edges: Edge[];
  /** The packages that tasks and templates came from. The run record pins them. */
  libraries: Library[];
}

/** @discriminator source */
export type ModelSource = { source: 'bundled'; name: string } | FolderModel | HubModel | FreshModel;

/** How a model that was trained elsewhere is given its prompts. */
export interface Prompting {
  /** Whether prompts go through the model's chat template: `auto` where its tokenizer has one. */
  chat: 'auto' | 'on' | 'off';
  /** The system message before each prompt; null leaves it to the template. */
  system: string | null;
}

/** A folder in Hugging Face form, or with one GGUF file; relative paths start at the pipeline file's folder. */
export interface FolderModel extends Prompting {
  source: 'folder';
  path: string;
}

/** A model of the Hugging Face hub. */
export interface HubModel extends Prompting {
  source: 'hf';
  /** OWNER/NAME. */
  repository: string;
  /** A commit, tag or branch; null: the main branch. */
  revision: string | null;
}

/** A model with random weights, for pipelines that make a base model. Its tokenizer is byte-level. */
export interface FreshModel {
  source: 'fresh';
  family: 'llama' | 'qwen2' | 'qwen3';
  layers: number;
  hidden: number;
  heads: number;
  kvHeads: number;
  intermediate: number;
  /** Longest context in tokens. */
  context: number;
}

export interface Mixture {
  entries: MixtureEntry[];
  /** Moves the levels of the entries by their pass rates; null: levels are drawn evenly from their range. */
  curriculum: Curriculum | null;
}

export interface Curriculum {
  /** The band of the pass rate (share of wholly right responses) in which a level is kept; both ends included. */
  keep: { from: number; to: number };
  /** Prompts of an entry, posed at its present level, over which its pass rate is taken. */
  window: number;
  /** The share of its weight at which an entry is drawn that is outside the band and has no level left to move to. */
  floor: number;
}

export interface MixtureEntry {
  /** Unique in its mixture: the task's name, with `-2`, `-3` ... where a task appears again. Metrics by task use it. */
  name: string;
  task: TaskReference;
  /** What the task is about, for metrics and reports; null: its declaration does not say. */
  domain: Domain | null;
  /** The difficulty levels of its problems; null: it is set by `task.settings` alone. */
  levels: Levels | null;
  /** Relative; read at the start of a step; 0 draws nothing. */
  weight: Schedule;
  /** First step at which the entry is drawn, and the first at which it no longer is (null: to the end). */
  from: number;
  until: number | null;
}

export interface Levels {
  /** The number of the first of them; the others follow without gap. */
  from: number;
  /** The task's settings at each, the easiest first; those of the first are `task.settings` too. */
  settings: Record<string, SettingValue>[];
}

/**
 * What poses problems and judges the answers.
 * @discriminator source
 */
export type TaskReference =
  CodeReference | ProgramReference | HttpReference | ReasoningGymReference | DatasetReference;

/**
 * What judges answers to problems that something else posed.
 * @discriminator source
 */
export type VerifierReference = CodeReference | ProgramReference | HttpReference;

interface ReferenceOf<Source extends string> {
  source: Source;
  /** As declared, e.g. `chain_sum`; of `reasoning_gym(...)` in a mixture, the data set's. */
  name: string;
  settings: Record<string, SettingValue>;
}

/** A TypeScript or JavaScript module. */
export interface CodeReference extends ReferenceOf<'code'> {
  /** The package that declares it, or null for a module beside the pipeline. */
  library: string | null;
  /** The implementing module, relative to the library's root or to the pipeline file's folder, e.g. `stdlib/tasks/math/chain-sum`. */
  module: string;
  export: string;
}

/** A program that speaks prorl's line protocol. */
export interface ProgramReference extends ReferenceOf<'program'> {
  /** The package that declares it, or null for a file beside the pipeline. */
  library: string | null;
  /** Where it is started: relative to the library's root or to the pipeline file's folder. */
  folder: string;
  command: string;
  arguments: string[];
  /** Seconds that one request may take. */
  timeout: number;
  /** How many of it are kept running. */
  processes: number;
}

/** A server that takes the messages of the line protocol by POST. */
export interface HttpReference extends ReferenceOf<'http'> {
  url: string;
  /** Seconds that one request may take. */
  timeout: number;
}

/** A data set of the Python package reasoning-gym; the settings are its configuration. */
export interface ReasoningGymReference extends ReferenceOf<'reasoning_gym'> {
  dataset: string;
}

/** Problems read from a file or a folder. */
export interface DatasetReference extends ReferenceOf<'dataset'> {
  /** The package that declares it, or null for a file beside the pipeline. */
  library: string | null;
  /** Absolute, or relative to the library's root or to the pipeline file's folder. */
  path: string;
  /** Of a folder with several configurations, which. */
  config: string | null;
  /** Of a folder with several splits, which. */
  split: string | null;
  /** What is kept from training and for suites: null takes one row in eight; `all` every row. */
  heldout: HeldoutRows | null;
  /** Which column holds what: names, or dotted paths into nested columns. */
  columns: { prompt: string; answer: string | null; worked: string | null };
  /** Stands after each prompt, on a line of its own. */
  instruction: string | null;
  verifier: VerifierReference;
}

/** The rows of a data set that suites draw from: all, another split of the folder, or another file or folder. */
export type HeldoutRows = { rows: 'all' } | { rows: 'split'; split: string } | { rows: 'file'; path: string };

export type SettingValue = number | string | boolean | { from: number; to: number };

export interface Suite {
  /** A mixture's name: problems are drawn by its weights at step 0 (entries of weight 0 or of a later start get an equal share too). */
  mixture: string;
  problems: number;
  samples: number;
  temperature: number;
  topP: number;
  maxTokens: number;
  /** The k of each reported pass@k, ascending; none above `samples`. */
  passAt: number[];
}

export interface Stage {
  /** Unique in the graph: the template's name, with `-2`, `-3` ... where a template runs again. */
  id: string;
  kind: 'reinforce' | 'supervised';
}

export interface Library {
  name: string;
  version: string;
  /** SHA-256 over the listing of the files that npm publishes of it; of prorl, over its modules of the language. */
  hash: string;
}

/** What may flow along an edge. */
export type PortType = 'Prompts' | 'Rollouts' | 'Scores' | 'Groups' | 'Batch' | 'Metrics' | 'Policy';

/** `from` and `to` are `NODE:PORT`. */
export interface Edge {
  from: string;
  to: string;
  type: PortType;
}

/** @discriminator kind */
export type Node =
  | SampleNode
  | RolloutNode
  | ScoreNode
  | ShapeNode
  | FilterNode
  | AdvantageNode
  | DemonstrateNode
  | UpdateNode
  | EvaluateNode
  | AuditNode
  | GuardNode
  | ResetNode
  | TransitionNode
  | CheckpointNode;

export type NodeKind = Node['kind'];

interface NodeOf<Kind extends string, Config> {
  /** `STAGE.KIND`, with `-2`, `-3` ... where a stage has several of a kind. */
  id: string;
  /** The stage that the node belongs to; null for a pipeline's own (evaluate, checkpoint), which serve every stage. */
  stage: string | null;
  kind: Kind;
  config: Config;
}

export type SampleNode = NodeOf<'sample', { mixture: string; prompts: Schedule }>;

export type RolloutNode = NodeOf<
  'rollout',
  { samples: Schedule; temperature: Schedule; topP: Schedule; maxTokens: Schedule }
>;

export type ScoreNode = NodeOf<
  'score',
  {
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
  }
>;

export type ShapeNode = NodeOf<
  'shape',
  {
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
    cosineLength: { correct: Schedule; incorrect: Schedule | null; weight: Schedule } | null;
    /** Soft overlong punishment over the last `cache` tokens before the limit (DAPO, eq. 13); null: none. */
    overlong: { cache: Schedule; scale: Schedule } | null;
  }
>;

export type FilterNode = NodeOf<
  'filter',
  {
    /** A group stays when this holds for its rewards; null keeps all. */
    keep:
      | { metric: 'reward.std' | 'reward.mean' | 'score.mean'; by: '>' | '>=' | '<' | '<='; value: number }[]
      | null;
    /** How often a step samples anew, for as many prompts as groups are missing (DAPO, section 3.2). */
    refill: number;
    /** Masks the loss of truncated responses (DAPO's overlong filter). */
    dropTruncated: boolean;
  }
>;

export type AdvantageNode = NodeOf<
  'advantage',
  {
    /**
     * group_norm: (R - mean) / std; group_mean: R - mean; leave_one_out: R - mean of the others;
     * reinforce_baseline: R - mean, and reinforce: R, then whitened over the step's batch.
     */
    estimator: 'group_norm' | 'group_mean' | 'leave_one_out' | 'reinforce_baseline' | 'reinforce';
    /** Whether a response counts once in the batch's mean and deviation, or once for each of its tokens. */
    whiten: 'trajectories' | 'tokens';
  }
>;

/** Makes worked solutions of the sampled problems: the batch of a supervised stage. */
export type DemonstrateNode = NodeOf<
  'demonstrate',
  {
    /** The share of solutions that carry one slip. */
    slips: Schedule;
  }
>;

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

export type UpdateNode = NodeOf<
  'update',
  {
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
    clip: { low: Schedule; high: Schedule; dual: Schedule | null } | null;
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
  }
>;

export type EvaluateNode = NodeOf<'evaluate', { suite: string; every: number }>;

/** Compares, at each evaluation, how a figure of training and a held-out one have moved. */
export type AuditNode = NodeOf<
  'audit',
  {
    metric: string;
    /** Of a suite: the held-out counter-metric. */
    against: string;
    /** Evaluations over which both are compared. */
    over: number;
    /** By more than this the metric must have risen, the counter-metric not having risen, for them to diverge. */
    gap: number;
  }
>;

export type ResetNode = NodeOf<
  'reset',
  {
    reference: boolean;
    optimizer: boolean;
    /** Copies the policy as it is, or the best checkpoint by a metric. */
    to: { source: 'current' } | { source: 'best'; metric: string };
    /** A condition, or once: as the stage begins (of a later stage than the first) or as it ends. */
    when: Trigger | 'start' | 'end';
    /** For messages and logs: the trigger as written, or `at start`. */
    whenText: string;
    cooldown: number;
    atMost: number | null;
  }
>;

export type GuardNode = NodeOf<
  'guard',
  {
    when: Trigger;
    whenText: string;
    /** Restores policy, reference and optimizer as they were at the last good step. */
    rollback: boolean;
    /** Multiplies the rate from then on; 1: unchanged. */
    scaleRate: number;
    /** After that many the run stops. */
    atMost: number;
  }
>;

/** Ends the stage. The next in order begins; after the last the run is done. */
export type TransitionNode = NodeOf<'transition', { until: Trigger; untilText: string }>;

export type CheckpointNode = NodeOf<
  'checkpoint',
  {
    every: number;
    keepLast: number;
    /** Also keep the best by this metric; null: none. */
    keepBestBy: string | null;
  }
>;
