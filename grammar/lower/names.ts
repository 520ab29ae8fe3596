import type { Mixture, Suite } from '../../runtime/graph/index.ts';
import type { MixtureUse, SuiteUse } from '../types/value.ts';
import { suiteValue } from '../types/settled.ts';
import { Config } from './config.ts';
import { lowerMixture, mixtureOrigins } from './mixture.ts';
import { originOf, valueOrigin, pointer, type Origins } from './origins.ts';
import type { Locate } from './reference.ts';

/**
 * The graph's mixtures and suites under their names. Uses of the same declaration that come to the
 * same content share one name; another content under a name taken gets `-2`, `-3` ...
 */
export class Names {
  readonly mixtures: Record<string, Mixture> = {};
  readonly suites: Record<string, Suite> = {};
  /** The use by which each was made, and where a suite's parts were written. */
  private readonly mixtureUses = new Map<string, MixtureUse>();
  private readonly suiteParts = new Map<string, { use: SuiteUse; origins: Config['origins'] }>();
  private readonly named = new Map<MixtureUse, string>();
  private readonly contents = new Map<string, string>();
  readonly locate: Locate;

  constructor(locate: Locate) {
    this.locate = locate;
  }

  mixture(use: MixtureUse): string {
    const known = this.named.get(use);
    if (known !== undefined) return known;
    const mixture = lowerMixture(use, this.locate);
    const name = this.free(use.declaration.name.text, JSON.stringify(mixture));
    if (!Object.hasOwn(this.mixtures, name)) {
      this.mixtureUses.set(name, use);
      this.mixtures[name] = mixture;
    }
    this.named.set(use, name);
    return name;
  }

  /** Suites keep their declared name, which their metrics carry. */
  suite(use: SuiteUse): string {
    const name = use.declaration.name.text;
    if (Object.hasOwn(this.suites, name)) return name;
    const config = new Config();
    const tasks = suiteValue(use, 'tasks');
    if (tasks?.value.kind !== 'mixture') throw new TypeError('a suite has no mixture');
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
    this.suiteParts.set(name, { use, origins: config.origins });
    return name;
  }

  /** Where the mixtures, the suites and their parts were written, by pointer into the graph. */
  origins(): Origins {
    const all: Origins = {};
    for (const [name, use] of this.mixtureUses) {
      const at = pointer('mixtures', name);
      all[at] = originOf(use.declaration.name.span);
      for (const [below, origin] of Object.entries(mixtureOrigins(use))) all[at + below] = origin;
    }
    for (const [name, { use, origins }] of this.suiteParts) {
      const at = pointer('suites', name);
      all[at] = originOf(use.declaration.name.span);
      for (const [key, origin] of origins) all[at + pointer(key)] = origin;
    }
    return all;
  }

  private free(wanted: string, content: string): string {
    for (let nth = 1; ; nth += 1) {
      const name = nth === 1 ? wanted : `${wanted}-${nth}`;
      const taken = this.contents.get(name);
      if (taken === undefined) this.contents.set(name, content);
      if (taken === undefined || taken === content) return name;
    }
  }
}
