import assert from 'node:assert/strict';
import { testRandom } from '../support/random.ts';
import { faultOf } from './judge.ts';
import { mutateProject } from './mutate.ts';

describe('mutated programs', () => {
  it('800 of them: no crash, no hang, no message without place, code or words; formatting keeps them', function () {
    this.timeout(120_000);
    const random = testRandom(2026);
    for (let i = 0; i < 800; i++) {
      const project = mutateProject(random);
      const fault = faultOf(project);
      assert.equal(fault, null, `${fault}\n${project.text}\n-----\n${project.part}`);
    }
  });
});
