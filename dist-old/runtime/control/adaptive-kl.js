import { valueAt } from "./schedule.js";
/** However far the KL is from its target, the coefficient moves by no more than this share over `horizon` steps. */
const LARGEST_ERROR = 0.2;
/**
 * The coefficient of the KL term of a stage. Where the term has a target it starts at its scheduled value and is
 * moved by a proportional controller in its logarithm (Ziegler et al. 2019, arXiv:1909.08593, section 2.2):
 * e = clip((KL - target) / target, -0.2, 0.2), beta <- beta (1 + e / horizon). A step counts once, whatever its batch.
 */
export class KlCoefficient {
    term;
    /** What the coefficient has come to; null: it is as scheduled. */
    adapted;
    constructor(plan, at) {
        this.term = plan?.update.config.kl ?? null;
        const { term } = this;
        this.adapted = term === null || term.target === null ? null : valueAt(term.coefficient, at);
    }
    /** Of the coming step; null without a KL term. */
    value(at) {
        return this.term && (this.adapted ?? valueAt(this.term.coefficient, at));
    }
    /** Takes the step's mean KL a token, in nats; without a finite one the coefficient stays. */
    take(kl) {
        const { target, horizon } = this.term ?? { target: null, horizon: 1 };
        if (this.adapted === null || target === null || kl === undefined || !Number.isFinite(kl))
            return;
        const error = Math.min(Math.max((kl - target) / target, -LARGEST_ERROR), LARGEST_ERROR);
        this.adapted *= 1 + error / horizon;
    }
    /** The metric that triggers read, where the coefficient is more than its schedule. */
    readings() {
        return this.adapted === null ? {} : { 'kl.coefficient': this.adapted };
    }
    /** Goes on where a state was taken. Throws RangeError where it is of another stage. */
    restore(adapted) {
        if ((adapted === null) !== (this.adapted === null))
            throw new RangeError('KL coefficient');
        this.adapted = adapted;
    }
}
