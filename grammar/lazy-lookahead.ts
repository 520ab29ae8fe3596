import type { ILookaheadStrategy } from 'chevrotain';
import { LLkLookaheadStrategy } from './chevrotain.ts';

type Alternation = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0];
type Optional = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0];
type Choose = ReturnType<ILookaheadStrategy['buildLookaheadForAlternation']>;
type Enter = ReturnType<ILookaheadStrategy['buildLookaheadForOptional']>;

/**
 * Chevrotain's lookahead, made for each place of the grammar when a parse first comes there: most files use a part of
 * the grammar, and making all of it would be a tenth of the time of a short command.
 */
export class LazyLookahead extends LLkLookaheadStrategy implements ILookaheadStrategy {
  override buildLookaheadForAlternation(options: Alternation): Choose {
    let choose: Choose | undefined;
    const build = () => super.buildLookaheadForAlternation(options);
    return function (this: ThisType<unknown>, alternatives) {
      return (choose ??= build()).call(this, alternatives);
    };
  }

  override buildLookaheadForOptional(options: Optional): Enter {
    let enter: Enter | undefined;
    const build = () => super.buildLookaheadForOptional(options);
    return function (this: ThisType<unknown>) {
      return (enter ??= build()).call(this);
    };
  }
}
