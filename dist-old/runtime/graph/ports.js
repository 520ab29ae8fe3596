/**
 * The typed ports of each kind of node. An output may feed many inputs. An input of a stage's node
 * takes exactly one edge, from its own stage; an input of a pipeline's own node (evaluate,
 * checkpoint) takes exactly one from each stage, that of the stage under way being the one in force.
 *
 * `update:policy -> rollout:policy` is the loop over steps: the rollout reads the policy as the step
 * before left it, or, at a stage's first step, as the stage before did. All other edges are acyclic.
 */
export const ports = {
    sample: { inputs: {}, outputs: { prompts: 'Prompts' } },
    rollout: { inputs: { prompts: 'Prompts', policy: 'Policy' }, outputs: { rollouts: 'Rollouts' } },
    score: { inputs: { rollouts: 'Rollouts' }, outputs: { scores: 'Scores' } },
    shape: { inputs: { scores: 'Scores' }, outputs: { scores: 'Scores' } },
    filter: { inputs: { scores: 'Scores' }, outputs: { groups: 'Groups' } },
    advantage: { inputs: { groups: 'Groups' }, outputs: { batch: 'Batch' } },
    demonstrate: { inputs: { prompts: 'Prompts' }, outputs: { batch: 'Batch' } },
    update: { inputs: { batch: 'Batch' }, outputs: { policy: 'Policy', metrics: 'Metrics' } },
    evaluate: { inputs: { policy: 'Policy' }, outputs: { metrics: 'Metrics' } },
    audit: { inputs: { metrics: 'Metrics' }, outputs: {} },
    guard: { inputs: { metrics: 'Metrics' }, outputs: {} },
    reset: { inputs: { metrics: 'Metrics', policy: 'Policy' }, outputs: {} },
    transition: { inputs: { metrics: 'Metrics' }, outputs: {} },
    checkpoint: { inputs: { policy: 'Policy' }, outputs: {} },
};
