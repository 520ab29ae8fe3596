import { field, still } from "./field.js";
import { t } from "./type.js";
const { count } = t;
/** The fields of a `suite`. Sampling defaults are those of the ProRL paper (section 3.4). */
export const suiteShape = {
    doc: 'Held-out problems on which the policy is measured.',
    fields: still('Evaluations are compared with one another, so that all of a suite are made alike.', [
        field('tasks', t.mixture, undefined, 'The mixture whose tasks pose the problems.'),
        field('problems', count('problems'), 64, 'Held-out problems, the same at every evaluation.'),
        field('samples', count('samples'), 16, 'Responses to each problem.'),
        field('temperature', t.temperature, 0.6, 'Sampling temperature.'),
        field('top_p', t.share, 0.95, 'Nucleus: the share of probability mass that is sampled from.'),
        field('max_tokens', t.length, 64, 'Longest response.'),
    ]),
    blocks: [],
};
