/** A whole pipeline in which every service has something to find. */
export const example = `edition 2026

import { chain_sum, products as product } from "prorl/tasks"
import { grpo } from "prorl/stages"

/// The model that ships.
model nano = bundled("nano")

/// What it practises.
mixture puzzles {
  chain_sum(terms: 2..3, digits: 1..2): 2
  product(digits: 1..2): linear(1, 2, over: 40 steps, from: 10 steps)
}

suite heldout {
  tasks: puzzles
  problems: 64
  report: pass@1, pass@4
}

schedule trust: Coefficient = 0, linear to 0.02 over 30 steps, cosine to 0.005 over 45 steps

let patience: Count<steps> = 25 steps

trigger drifted = kl.mean > 0.05 for 3 steps

stage explore(mix: Mixture, longest: Count<tokens> = 40 tokens) = grpo {
  mixture: mix
  rollout { prompts: 16, samples: 8, max_tokens: longest }
  kl { estimator: k3, coefficient: trust }
  reset reference to current when drifted { cooldown: patience }
}

pipeline main {
  model: nano
  evaluate heldout every 25 steps
  run explore(puzzles) until 75 steps or heldout.chain_sum.pass@1 >= 90%
}

test "drifting resets" {
  given kl.mean = 0.01, then 0.08 from step 20
  run explore(puzzles) for 30 steps
  expect reset at 22
}
`;

/** The example with a cursor behind the nth occurrence of a text. */
export function cursorBehind(text: string, nth = 1, source = example): string {
  let at = -1;
  for (let i = 0; i < nth; i++) {
    at = source.indexOf(text, at + 1);
    if (at < 0) throw new Error(`the example has no ${nth}th "${text}"`);
  }
  return `${source.slice(0, at + text.length)}<|>${source.slice(at + text.length)}`;
}
