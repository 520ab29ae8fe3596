/** The files of a new project: a small pipeline with its tests, and what to do with them. */
export function scaffold(): Readonly<Record<string, string>> {
  return { 'main.prorl': pipeline, 'tests.prorl': tests, 'README.md': readme };
}

const pipeline = `edition 2026

import { chain_sum, products } from "prorl/tasks"
import { grpo } from "prorl/stages"

// The model that is trained: a small one that comes with prorl.
// Others: hf("OWNER/NAME", revision: "COMMIT"), or folder("./my-model").
model nano = bundled("nano")

// What it practises: made-up problems, each with an exact check of the answer.
// The numbers behind the colons are weights; a weight may be a schedule.
export mixture puzzles {
  chain_sum(terms: 2..3, digits: 1..2): 3
  products(digits: 1..2):               linear(1, 3, over: 100 steps)
}

// How it is measured: before the first step, every so often, and at the end,
// on problems that it never practises.
suite heldout {
  tasks: puzzles
  problems: 48   samples: 8   temperature: 0.6
  report: pass@1, pass@8
}

// How strongly the policy is held to its reference, over the run.
schedule trust: Coefficient = 0 at 0 steps, linear to 0.002 at 20 steps, cosine to 0.0005 at 100 steps

// When the policy has drifted this far, the reference follows it.
trigger drifted = kl.mean > 0.05 for 3 steps

export stage practise(mix: Mixture) = grpo {
  mixture: mix
  rollout   { prompts: 16, samples: 8, temperature: 1.0, max_tokens: 48 tokens }
  reward    { correct: 1, truncated: -0.5 }
  clip      { low: 0.2, high: 0.4 }
  kl        { estimator: k3, coefficient: trust, in: loss }
  advantage { estimator: group_norm }
  optimizer { name: adamw, rate: 1e-4, max_grad_norm: 1 }
  keep groups where reward.std > 0
  reset reference, optimizer to current when drifted { cooldown: 30 steps, at_most: 3 }
  guard when not_finite(loss) or not_finite(kl.update) or kl.update > 1 { rollback, scale rate by 0.5, at_most: 3 }
}

pipeline main {
  model: nano
  seed: 17
  evaluate heldout every 25 steps
  checkpoint every 25 steps, keep last 2, keep best by heldout.pass@1
  run practise(puzzles) until 100 steps or heldout.pass@1 >= 95%
}
`;

const tests = `edition 2026

// Tests say what a pipeline must do when its metrics take some course.
// They train nothing and take milliseconds: prorl test tests.prorl

import { practise, puzzles } from "./main.prorl"

test "a KL drift resets the reference, once per cooldown" {
  given kl.mean = 0.01, then 0.2 from step 10
  run practise(puzzles) for 60 steps
  expect reset at 12, 42
}

test "a quiet run is left alone" {
  given kl.mean = 0.01
  run practise(puzzles) for 60 steps
  expect reset never
}
`;

const readme = `# A prorl pipeline

\`\`\`sh
prorl check main.prorl                  # is it right?
prorl plan main.prorl                   # what will it do?
prorl test tests.prorl                  # does it react as it should?
prorl run main.prorl --max-steps 3      # a first try, some seconds
prorl run main.prorl                    # the whole run
\`\`\`

Put \`npx\` before \`prorl\` where it is installed in this folder's project. A run writes to \`runs/main-N\`: the
trained model in \`final/\`, the figures in \`summary.json\`, every step in \`events.jsonl\`. Ctrl-C saves a
checkpoint; \`prorl resume runs/main-N\` goes on. \`prorl doctor\` says which tensor backends work on this machine.
`;
