/** One or a few short lines on what a node does, for drawings. */
export function describeNode(node) {
    switch (node.kind) {
        case 'sample':
            return [node.config.mixture, `${describeSchedule(node.config.prompts)} prompts`];
        case 'rollout':
            return [
                `${describeSchedule(node.config.samples)} samples a prompt`,
                `T ${describeSchedule(node.config.temperature)}`,
                `${describeSchedule(node.config.maxTokens)} tokens`,
            ];
        case 'score':
            return ['verifiers'];
        case 'shape': {
            const { correct, incorrect, truncated, stopProperly, cosineLength, overlong } = node.config;
            const kept = describeSchedule(stopProperly);
            return [
                `correct ${describeSchedule(correct)}, incorrect ${describeSchedule(incorrect)}`,
                `truncated ${describeSchedule(truncated)}`,
                ...(kept === '1' ? [] : [`of a truncated one x ${kept}`]),
                ...(cosineLength === null ? [] : [`correct at the limit ${describeSchedule(cosineLength.correct)}`]),
                ...(overlong === null ? [] : [`overlong over ${describeSchedule(overlong.cache)} tokens`]),
            ];
        }
        case 'filter': {
            const keep = (node.config.keep ?? []).map(({ metric, by, value }) => `${metric} ${by} ${value}`);
            return [
                keep.length === 0 ? 'keeps all groups' : keep.join(', '),
                ...(node.config.refill > 0 ? [`refilled up to ${node.config.refill} times`] : []),
                ...(node.config.dropTruncated ? ['drops truncated'] : []),
            ];
        }
        case 'advantage':
            return node.config.estimator.startsWith('reinforce')
                ? [node.config.estimator, `whitened by ${node.config.whiten}`]
                : [node.config.estimator];
        case 'demonstrate':
            return ['worked solutions', `slips ${describeSchedule(node.config.slips)}`];
        case 'update': {
            const { optimizer, clip, kl, updates, surrogate, ratio, correction } = node.config;
            const kind = surrogate === 'clipped' ? 'clip' : `${surrogate} clip`;
            const range = clip && `${describeSchedule(clip.low)} / ${describeSchedule(clip.high)}`;
            return [
                `${optimizer.name} ${describeSchedule(optimizer.rate)}, ${describeSchedule(updates)} update${describeSchedule(updates) === '1' ? '' : 's'}`,
                ...(clip === null ? [] : [surrogate === 'plain' ? 'plain, not clipped' : `${kind} ${range}`]),
                ...(ratio === 'sequence' ? ['ratio of the sequence'] : []),
                ...(correction === null ? [] : [`correction ${correction.method}`]),
                ...(kl === null ? [] : [`KL ${kl.estimator} in ${kl.in}: ${describeSchedule(kl.coefficient)}`]),
                ...(kl === null || kl.target === null ? [] : [`adapted to a KL of ${number(kl.target)}`]),
            ];
        }
        case 'evaluate':
            return [node.config.suite, `every ${node.config.every} steps`];
        case 'audit':
            return [node.config.metric, `against ${node.config.against}`];
        case 'checkpoint': {
            const { every, keepLast, keepBestBy } = node.config;
            return [
                `every ${every} steps`,
                `last ${keepLast}${keepBestBy === null ? '' : `, best by ${keepBestBy}`}`,
            ];
        }
        case 'guard': {
            const { whenText, rollback, scaleRate, atMost } = node.config;
            const acts = [rollback ? 'roll back' : '', scaleRate === 1 ? '' : `rate x ${number(scaleRate)}`].filter((text) => text !== '');
            return [`when ${whenText}`, `${acts.join(', ')}, at most ${atMost}`];
        }
        case 'reset': {
            const { reference, optimizer, to, when, whenText, cooldown } = node.config;
            const what = [reference ? 'reference' : '', optimizer ? 'optimizer' : '']
                .filter((text) => text !== '')
                .join(', ');
            return [
                `${what} to ${to.source === 'current' ? 'current' : `best by ${to.metric}`}`,
                ...(typeof when === 'string' ? [whenText] : [`when ${whenText}`, `cooldown ${cooldown} steps`]),
            ];
        }
        case 'transition':
            return [`until ${node.config.untilText}`];
    }
}
/** `0.2`, or the values that the schedule passes: `0 → 0.002 → 0.0005`. */
export function describeSchedule(schedule) {
    const values = schedule.pieces.flatMap(ends).map(number);
    const passed = values.filter((value, i) => value !== values[i - 1]);
    const cycles = schedule.pieces.some(({ shape }) => shape === 'cycle') ? ' ↻' : '';
    return passed.join(' → ') + cycles;
}
function ends(piece) {
    return piece.shape === 'cycle' ? piece.pieces.flatMap(ends) : [piece.start, piece.end];
}
function number(value) {
    return String(Number(value.toPrecision(4)));
}
