import { peakMemory, time, type Contestant, type Timing, type Work } from '../contestant.ts';
import { spreadOf } from '../spread.ts';
import type { Comparison } from './report.ts';

/** Keeps others off the processor while `work` is done. */
export type Alone = <T>(work: () => Promise<T>) => Promise<T>;

/** Idle threads spin for a while before they sleep. */
const SETTLE = 300;

/**
 * Both sides in turns: each round is a pair, and who goes first alternates. One pair before the first round warms up.
 * `onPair` sees each pair, that one included, first.
 */
export async function inTurns(
  prorl: Contestant,
  peer: Contestant,
  work: Work,
  {
    rounds,
    alone,
    onPair,
  }: { rounds: number; alone: Alone; onPair?: (ours: Timing, theirs: Timing) => void },
): Promise<Comparison> {
  const ours: number[] = [];
  const theirs: number[] = [];
  let tokens = 0;
  for (let round = -1; round < rounds; round++) {
    const pair = new Map<Contestant, Timing>();
    await alone(async () => {
      for (const side of round % 2 === 0 ? [prorl, peer] : [peer, prorl]) {
        await new Promise((resolve) => setTimeout(resolve, SETTLE));
        pair.set(side, await time(side, work));
      }
    });
    const [a, b] = [pair.get(prorl)!, pair.get(peer)!];
    if (a.tokens !== b.tokens)
      throw new Error(`${work}: prorl did ${a.tokens} tokens, ${peer.name} ${b.tokens}`);
    onPair?.(a, b);
    process.stderr.write(
      `  ${work}: prorl ${a.seconds.toFixed(2)} s, ${peer.name} ${b.seconds.toFixed(2)} s\n`,
    );
    if (round < 0) continue;
    tokens = a.tokens;
    ours.push(a.seconds);
    theirs.push(b.seconds);
  }
  return {
    prorl: ours,
    peer: theirs,
    ratio: spreadOf(ours.map((seconds, i) => theirs[i]! / seconds)),
    tokens,
  };
}

export async function memoryOf(
  prorl: Contestant,
  peer: Contestant,
): Promise<{ prorl: number; peer: number }> {
  return { prorl: await peakMemory(prorl), peer: await peakMemory(peer) };
}
