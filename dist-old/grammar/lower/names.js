import { suiteValue } from "../types/settled.js";
import { Config } from "./config.js";
import { lowerMixture } from "./mixture.js";
import { originOf, valueOrigin, pointer } from "./origins.js";
/**
 * The graph's mixtures and suites under their names. Uses of the same declaration that come to the
 * same content share one name; another content under a name taken gets `-2`, `-3` ...
 */
export class Names {
    mixtures = {};
    suites = {};
    origins = {};
    named = new Map();
    contents = new Map();
    locate;
    constructor(locate) {
        this.locate = locate;
    }
    mixture(use) {
        const known = this.named.get(use);
        if (known !== undefined)
            return known;
        const origins = {};
        const mixture = lowerMixture(use, origins, this.locate);
        const name = this.free(use.declaration.name.text, JSON.stringify(mixture));
        if (!Object.hasOwn(this.mixtures, name)) {
            const at = pointer('mixtures', name);
            this.origins[at] = originOf(use.declaration.name.span);
            for (const [below, origin] of Object.entries(origins))
                this.origins[at + below] = origin;
            this.mixtures[name] = mixture;
        }
        this.named.set(use, name);
        return name;
    }
    /** Suites keep their declared name, which their metrics carry. */
    suite(use) {
        const name = use.declaration.name.text;
        if (Object.hasOwn(this.suites, name))
            return name;
        const config = new Config();
        const tasks = suiteValue(use, 'tasks');
        if (tasks?.value.kind !== 'mixture')
            throw new TypeError('a suite has no mixture');
        config.note('mixture', valueOrigin(tasks));
        config.note('passAt', originOf(use.passAt[0]?.span ?? null));
        this.suites[name] = {
            mixture: this.mixture(tasks.value.mixture),
            problems: config.number('problems', suiteValue(use, 'problems')),
            samples: config.number('samples', suiteValue(use, 'samples')),
            temperature: config.number('temperature', suiteValue(use, 'temperature')),
            topP: config.number('topP', suiteValue(use, 'top_p')),
            maxTokens: config.number('maxTokens', suiteValue(use, 'max_tokens')),
            passAt: [...new Set(use.passAt.map((one) => one.k))].sort((a, b) => a - b),
        };
        const at = pointer('suites', name);
        this.origins[at] = originOf(use.declaration.name.span);
        for (const [key, origin] of config.origins)
            this.origins[at + pointer(key)] = origin;
        return name;
    }
    free(wanted, content) {
        for (let nth = 1;; nth += 1) {
            const name = nth === 1 ? wanted : `${wanted}-${nth}`;
            const taken = this.contents.get(name);
            if (taken === undefined)
                this.contents.set(name, content);
            if (taken === undefined || taken === content)
                return name;
        }
    }
}
