import type { Section } from '../../ast.ts';
import { problem } from '../../diagnostics/index.ts';
import { block, field, still, type Block } from '../field.ts';
import { t } from '../type.ts';
import type { CurriculumUse, Sourced } from '../value.ts';
import { whyStill } from '../why-still.ts';
import type { Context } from './context.ts';
import { readBlock } from './fields.ts';

const preset = { keep: { from: 0.2, to: 0.8 }, window: 32, floor: 1 };

/** The fields of `curriculum { }` in a mixture. */
export const curriculumBlock: Block = block(
  'curriculum',
  'Moves each task of the mixture through its levels by its own pass rate.',
  still(whyStill.control, [
    field(
      'keep',
      t.range,
      '20%..80%',
      'The band of the pass rate: above it the next level follows, below it the one before.',
    ),
    field(
      'window',
      t.count('prompts'),
      preset.window,
      'Prompts at the present level over which the pass rate is taken; a level is kept for at least as many.',
    ),
    field(
      'floor',
      t.share,
      preset.floor,
      'The share of its weight at which a task is drawn that leaves the band where no level is left.',
    ),
  ]),
);

/** Reads the block; what is wrong with it was reported, and its default stands in. */
export function readCurriculum(cx: Context, { body, name }: Section): CurriculumUse {
  const fields = readBlock(cx, body, curriculumBlock);
  return {
    span: name.span,
    keep: band(cx, fields.get('keep')),
    window: number(fields.get('window'), preset.window),
    floor: number(fields.get('floor'), preset.floor),
  };
}

function number(sourced: Sourced | undefined, fallback: number): Sourced<number> {
  const known = sourced?.value.kind === 'number';
  return {
    value: known ? (sourced.value as { value: number }).value : fallback,
    span: sourced?.span ?? null,
  };
}

function band(cx: Context, sourced: Sourced | undefined): CurriculumUse['keep'] {
  const span = sourced?.span ?? null;
  if (sourced?.value.kind !== 'range' || span === null) return { value: preset.keep, span };
  const { from, to } = sourced.value;
  if (from < 0 || to > 1) {
    cx.report(
      problem('T0304', span, `${from < 0 ? from : to} is no pass rate`, {
        label: 'must lie between 0% and 100%',
        reason: 'The band is one of shares of right responses: keep: 20%..80%.',
      }),
    );
    return { value: preset.keep, span };
  }
  return { value: { from, to }, span };
}
