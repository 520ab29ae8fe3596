import { constant, type ShapeNode, type UpdateNode } from '../../runtime/graph/index.ts';

type Config = UpdateNode['config'];

/** What an update node of GRPO with a wide upper clip says of its loss; tests change what they are about. */
export const policyGradient = {
  loss: 'policy_gradient',
  aggregation: 'token_mean',
  divisor: null,
  surrogate: 'clipped',
  ratio: 'token',
  clip: { low: constant(0.2), high: constant(0.4), dual: null },
  entropy: constant(0),
  correction: null,
} as const satisfies Partial<Config>;

/** The same of a supervised stage. */
export const imitation = {
  loss: 'cross_entropy',
  aggregation: 'token_mean',
  divisor: null,
  surrogate: null,
  ratio: null,
  clip: null,
  entropy: null,
  correction: null,
  kl: null,
} as const satisfies Partial<Config>;

/** A KL term in the loss by k3. */
export const k3InLoss = {
  estimator: 'k3',
  coefficient: constant(0.01),
  in: 'loss',
  target: null,
  horizon: 10,
  clampInput: null,
  clampResult: null,
} as const satisfies Config['kl'];

/** Rewards as they are where nothing is written of them. */
export const plainReward = {
  correct: constant(1),
  incorrect: constant(0),
  truncated: constant(0),
  stopProperly: constant(1),
  cosineLength: null,
  overlong: null,
} as const satisfies ShapeNode['config'];
