import { setImmediate } from 'node:timers/promises';
import { generate } from "../model/generate.js";
import { checkContext } from "./sample.js";
/**
 * Samples responses to each prompt from the policy. All randomness comes from `random`: one stream a
 * step, so that the responses of a step do not depend on the steps before it.
 * Throws a ProrlError where a prompt and `maxTokens` exceed the model's context.
 */
export async function rollout(model, prompts_G, settings, random, { onProgress, onResponse } = {}) {
    checkContext(prompts_G, settings.maxTokens, model.policy.config.maxPositions);
    const { stopIds: eosIds } = model.tokenizer;
    const responseOf = ({ tokens, logprobs, truncated }) => ({
        tokens,
        logps: logprobs,
        truncated,
        text: model.tokenizer.decode(eosIds.has(tokens.at(-1) ?? -1) ? tokens.slice(0, -1) : tokens),
    });
    const groups = [];
    const promptsAtOnce = Math.max(1, Math.floor(settings.maxSequences / settings.samples));
    for (let start = 0; start < prompts_G.length; start += promptsAtOnce) {
        const part = prompts_G.slice(start, start + promptsAtOnce);
        const responses_GS = part.map(() => []);
        await generate(model.policy, part.map((prompt) => prompt.tokens), settings.samples, {
            maxTokens: settings.maxTokens,
            temperature: settings.temperature,
            topP: settings.topP,
            eosIds,
            random,
            onEnd: (g, s, generation) => {
                const response = responseOf(generation);
                responses_GS[g][s] = response;
                onResponse?.(start + g, s, response);
            },
        });
        part.forEach((prompt, g) => groups.push({ prompt, responses_S: responses_GS[g] }));
        onProgress?.(groups.length);
        // Computing never gives the event loop a turn: without one, a signal would not be seen.
        await setImmediate();
    }
    return groups;
}
