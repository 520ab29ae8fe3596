import type { Random } from '../tasks/task.ts';
import { setImmediate } from 'node:timers/promises';
import { generate, type Generation } from '../model/generate.ts';
import type { Policy } from '../model/policy.ts';
import type { Tokenizer } from '../model/tokenizer.ts';
import type { Group, Prompt, Response } from './batch.ts';
import { checkContext } from './sample.ts';

export interface RolloutSettings {
  readonly samples: number;
  readonly temperature: number;
  readonly topP: number;
  readonly maxTokens: number;
  /** The most sequences decoded side by side; more are done one part after another. */
  readonly maxSequences: number;
}

export interface RolloutWatch {
  /** Groups that are done. */
  readonly onProgress?: (done: number) => void;
  /** Called with response `s` of group `g` as soon as it has ended, while others are still being written. */
  readonly onResponse?: (g: number, s: number, response: Response) => void;
}

/**
 * Samples responses to each prompt from the policy. All randomness comes from `random`: one stream a
 * step, so that the responses of a step do not depend on the steps before it.
 * Throws a ProrlError where a prompt and `maxTokens` exceed the model's context.
 */
export async function rollout(
  model: { policy: Policy; tokenizer: Tokenizer },
  prompts_G: readonly Prompt[],
  settings: RolloutSettings,
  random: Random,
  { onProgress, onResponse }: RolloutWatch = {},
): Promise<Group[]> {
  checkContext(prompts_G, settings.maxTokens, model.policy.config.maxPositions);
  const { stopIds: eosIds } = model.tokenizer;
  const responseOf = ({ tokens, logprobs, truncated }: Generation): Response => ({
    tokens,
    logps: logprobs,
    truncated,
    text: model.tokenizer.decode(eosIds.has(tokens.at(-1) ?? -1) ? tokens.slice(0, -1) : tokens),
  });
  const groups: Group[] = [];
  const promptsAtOnce = Math.max(1, Math.floor(settings.maxSequences / settings.samples));
  for (let start = 0; start < prompts_G.length; start += promptsAtOnce) {
    const part = prompts_G.slice(start, start + promptsAtOnce);
    const responses_GS = part.map((): Response[] => []);
    await generate(
      model.policy,
      part.map((prompt) => prompt.tokens),
      settings.samples,
      {
        maxTokens: settings.maxTokens,
        temperature: settings.temperature,
        topP: settings.topP,
        eosIds,
        random,
        onEnd: (g, s, generation) => {
          const response = responseOf(generation);
          responses_GS[g]![s] = response;
          onResponse?.(start + g, s, response);
        },
      },
    );
    part.forEach((prompt, g) => groups.push({ prompt, responses_S: responses_GS[g]! }));
    onProgress?.(groups.length);
    // Computing never gives the event loop a turn: without one, a signal would not be seen.
    await setImmediate();
  }
  return groups;
}
