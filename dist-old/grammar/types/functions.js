const needs = (name, doc) => ({ name, required: true, doc });
const takes = (name, doc) => ({ name, required: false, doc });
const ramp = (name, doc) => ({
    name,
    positional: 2,
    doc,
    parameters: [
        needs('first', 'The value at the start.'),
        needs('last', 'The value at the end, and from then on.'),
        needs('over', 'How long it takes in steps or tokens, or a metric that it follows.'),
        takes('from', 'The steps or tokens after which it starts; without it, at the start of the pipeline.'),
        takes('between', 'With a metric: the range of the metric over which the schedule moves.'),
    ],
});
/** Functions that make a schedule. */
export const scheduleFunctions = [
    ramp('linear', 'Moves evenly from one value to another.'),
    ramp('cosine', 'Moves along half a cosine: slowly at both ends.'),
    ramp('exponential', 'Moves by equal factors in equal times.'),
    {
        name: 'step',
        positional: 2,
        doc: 'Jumps from one value to another.',
        parameters: [
            needs('first', 'The value before.'),
            needs('last', 'The value from then on.'),
            needs('at', 'The steps or tokens after which it jumps.'),
        ],
    },
    {
        name: 'cycle',
        positional: 1,
        doc: 'Repeats a schedule.',
        parameters: [
            needs('schedule', 'The schedule of one period.'),
            needs('period', 'The length of a period.'),
            takes('from', 'The steps or tokens after which the first period starts.'),
        ],
    },
];
/** Functions that make a condition of a metric. */
export const triggerFunctions = [
    {
        name: 'plateau',
        positional: 1,
        doc: 'The best of the last readings is hardly better than the best before them.',
        parameters: [
            needs('metric', 'What is watched.'),
            needs('over', 'How many readings: evaluations or steps.'),
            needs('gain_below', 'The gain that would be enough.'),
        ],
    },
    {
        name: 'falls',
        positional: 1,
        doc: 'The last reading lies well below an earlier one.',
        parameters: [
            needs('metric', 'What is watched.'),
            needs('by', 'By more than this.'),
            takes('over', 'How many readings back: evaluations or steps; without it, 1.'),
        ],
    },
    {
        name: 'rises',
        positional: 1,
        doc: 'The last reading lies well above an earlier one.',
        parameters: [
            needs('metric', 'What is watched.'),
            needs('by', 'By more than this.'),
            takes('over', 'How many readings back: evaluations or steps; without it, 1.'),
        ],
    },
    {
        name: 'not_finite',
        positional: 1,
        doc: 'The metric is NaN or infinite.',
        parameters: [needs('metric', 'What is watched.')],
    },
];
/** Functions that make a value of a metric, for comparisons. */
export const readingFunctions = [
    {
        name: 'ema',
        positional: 1,
        doc: 'The exponential moving average of a metric.',
        parameters: [needs('metric', 'What is averaged.'), needs('span', 'Over about that many steps.')],
    },
    {
        name: 'best',
        positional: 1,
        doc: 'The largest value of a metric so far in the run.',
        parameters: [needs('metric', 'What is looked at.')],
    },
];
