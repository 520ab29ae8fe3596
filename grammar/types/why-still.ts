/** Why numbers outside of stages' own settings take no schedule, for the messages. */
export const whyStill = {
  counted:
    'A condition counts by it. Were it to move, what has been counted so far would mean something else at each step.',
  period: 'It lays out when things happen over the whole run, which must be known before it begins.',
  place: 'It is a place or a length in the run, and a place that moves is none.',
  piece:
    'It is the end of a piece of a schedule, which moves by its shape alone. Further pieces say more: "0, linear to 1 at 50 steps".',
  kept: 'Checkpoints are kept or removed by one rule, so that the last ones are there when a run is resumed.',
  limit:
    'It bounds what has happened so far, and a bound that moves would forbid afterwards what it has allowed.',
  scale:
    'What guards have multiplied the rate by stays in force; a rate that moves is written as a schedule of "rate".',
  group:
    'A filter judges the groups of one step by each other. Which of them teach nothing does not depend on the step.',
  control:
    'It belongs to a rule that moves another value by itself; two movements at once could not be told apart.',
  clamp: 'It guards the arithmetic against extreme tokens, and is no part of what is learned.',
  given: 'A test gives a metric its readings one by one: "given kl.mean = 0.01, then 0.4 from step 40".',
} as const;
