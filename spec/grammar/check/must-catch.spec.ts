import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/**
 * What a check must catch, as the language's sketch lists it, and the broken programs that show it. The message of
 * each is compared whole by the tests of those programs; here it is held that nothing on the list lacks one.
 */
const list: Readonly<Record<string, readonly string[]>> = {
  'an unknown name': ['n0201-unknown-mixture', 'n0201-unknown-task', 'n0207-unknown-function'],
  'an unknown field': ['n0202-field-nearest', 'n0202-suite-field', 'n0202-pipeline-field'],
  'an unknown metric': ['n0203-unknown-metric', 'n0203-group-figure'],
  'an unknown unit': ['n0204-unknown-unit'],
  'an unknown import': ['modules/not-exported', 'modules/unknown-package', 'modules/missing-file'],
  'an unknown edition': ['unknown-edition'],
  'a wrong type': ['t0301-text-for-number', 't0301-number-as-model', 'n0205-stage-as-task'],
  'a wrong unit': ['t0302-no-unit', 't0303-wrong-unit', 't0303-unit-on-a-plain-number'],
  'a value out of range': ['t0304-fraction', 't0304-negative-rate', 't0308-out-of-bounds'],
  // Each piece begins where the one before ends, so that a gap cannot be written; a piece of no length can.
  'a gap in a schedule': ['s0407-piece-without-length', 's0401-same-place'],
  'an overlap in a schedule': ['s0401-out-of-order', 's0401-anchor-later'],
  'a schedule outside the range of its type': ['s0404-leaves-its-type'],
  'a schedule beyond the stage': ['s0409-longer-than-the-stage', 's0412-over-before-its-stage'],
  'a trigger that can never fire': ['g0503-percent-forgotten', 'g0503-contradiction', 'g0503-too-late'],
  'a trigger on a metric that nothing gives': ['g0504-suite-not-evaluated', 'g0504-supervised'],
  'a stage without an end': ['g0502-no-end', 'g0502-length-in-condition'],
  'KL without a reference': ['g0504-kl-without-kl', 'g0505-no-reference'],
  'KL in the loss and in the reward': ['n0206-kl-in-both'],
  'a group estimator with one sample': ['g0506-group-of-one', 'g0506-leave-one-out', 'g0506-shrinks-to-one'],
  'a reset without a cooldown': ['g0508-no-cooldown'],
  'a checkpoint that cannot be taken where it is asked': [
    'g0509-not-aligned',
    'g0509-never-evaluated',
    'g0527-checkpoint-after-the-end',
  ],
  'a mixture of weight zero': ['g0510-all-weights-0', 'g0510-empty'],
  'a task without a verifier': ['n0211-dataset-without-verifier'],
  'training and held-out problems that overlap': ['g0526-one-program-two-names'],
  'batches that do not divide': ['g0511-does-not-divide', 'g0511-growing-group'],
  'a context that the model cannot hold': ['g0518-context', 'g0518-bundled-model'],
  'a shape that hides another': ['g0512-two-penalties', 'g0512-stop-properly-and-overlong'],
  'a feature that the engine lacks': ['g0528-trl', 'g0528-verl', 'g0528-openrlhf'],
};

describe('what a check must catch', () => {
  for (const [what, programs] of Object.entries(list)) {
    it(what, () => {
      for (const name of programs) {
        const said = readFileSync(new URL(`../../programs/bad/${name}.txt`, import.meta.url), 'utf8');
        assert.match(said, /^(error|warning)\[[A-Z]\d{4}\]: .+\n *--> .+:\d+:\d+\n/, name);
        const code = /^([a-z]\d{4})-/.exec(name)?.[1]?.toUpperCase();
        if (code !== undefined) assert.ok(said.includes(`[${code}]`), name);
      }
    });
  }
});
