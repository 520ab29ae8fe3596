import type { ModelConfig } from '../../runtime/model/config.ts';
import type { Size } from '../sizes.ts';

/** Floating-point operations that a step cannot do without, by part. */
export interface Floor {
  readonly rollout: number;
  readonly reference: number;
  readonly update: number;
}

/**
 * The matrix products of one GRPO step, counted with everything shared that can be: a prompt goes through the model
 * once for its group, scores are computed for tokens that are drawn or rated alone, a response's last token goes
 * through no layer. A product of [m, k] and [k, n] is 2 m k n operations. Forward and backward are three times
 * forward. Norms, rotations, softmax, sampling and the optimizer are left out: none is a matrix product.
 */
export function floorOf({ config, prompts, samples, promptTokens, maxTokens }: Size): Floor {
  const P = promptTokens;
  const T = maxTokens;
  const linear = 2 * linearParameters(config);
  const head = 2 * config.vocabularySize * config.width;
  // Scores and mixture of one row over a context of c rows: 2 x 2 x heads x head width x c, in each layer.
  const attention = (context: number): number =>
    4 * config.layers * config.heads * config.headWidth * context;
  const prompt = P * linear + sumTo(P) * attention(1);
  const response = (T - 1) * linear + (sumTo(P + T - 1) - sumTo(P)) * attention(1);
  // The first token of a response is drawn from its prompt's last row: one score for the group.
  const heads = 1 + samples * (T - 1);
  const group = prompt + samples * response + heads * head;
  const forward = prompts * group;
  return { rollout: forward, reference: forward, update: 3 * forward };
}

/** Weights of the projections and the feed-forward parts of all layers. */
function linearParameters(of: ModelConfig): number {
  const attention = of.width * of.headWidth * (2 * of.heads + 2 * of.keyValueHeads);
  return of.layers * (attention + 3 * of.width * of.hiddenWidth);
}

/** 1 + 2 + ... + n. */
const sumTo = (n: number): number => (n * (n + 1)) / 2;
