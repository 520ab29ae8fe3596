import { ExitCode, ProrlError } from '../../errors.ts';
import type { DatasetReference } from '../../graph/index.ts';
import type { Split, Stock } from '../../tasks/stock.ts';
import type { OpenVerifier } from '../opened.ts';

/** So many answers of each split are looked at: what is wrong with a column is wrong with its first rows. */
const LOOKED_AT = 64;

/**
 * Asks the verifier whether the first reference answers are answers at all. Gives a warning where it doubts some.
 * Throws a ProrlError where it doubts all: no response would ever be right.
 */
export async function doubtAnswers(
  { name, columns, verifier: { name: judge } }: DatasetReference,
  stock: Stock,
  verifier: OpenVerifier,
): Promise<string[]> {
  if (columns.answer === null || verifier.doubt === undefined) return [];
  let asked = 0;
  const doubted: { answer: string; why: string }[] = [];
  for (const split of ['train', 'heldout'] satisfies Split[]) {
    for (let n = 0; n < Math.min(LOOKED_AT, stock.size(split)); n++) {
      const { answer } = await stock.problem(split, n);
      const why = verifier.doubt(answer);
      asked += 1;
      if (why !== null) doubted.push({ answer, why });
    }
  }
  const [first] = doubted;
  if (first === undefined) return [];
  const example = `${JSON.stringify(shortened(first.answer))} is ${first.why}`;
  if (doubted.length < asked) {
    const share = `${doubted.length} of the first ${asked} answers of ${name}`;
    return [`${share} are none that the verifier ${judge} can compare: ${example}.`];
  }
  throw new ProrlError(
    `No response to ${name} could ever be right: the verifier ${judge} can compare none of its first ${asked} answers (column ${columns.answer}). ${example}.`,
    {
      exitCode: ExitCode.pipeline,
      hint: 'Name another column by `answer`, or another verifier. \\boxed{...}, <answer>...</answer> or a last line `#### ...` mark the final answer within a longer text.',
    },
  );
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
