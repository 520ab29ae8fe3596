import assert from 'node:assert/strict';
import { clauseWords } from '../../../grammar/tokens.ts';
import { belongs, elsewhereCalled, saidHere } from '../../../grammar/types/homes.ts';
import { fieldsByPath } from '../../../grammar/types/field.ts';
import { pipelineShape } from '../../../grammar/types/pipeline-fields.ts';
import { stageShapes } from '../../../grammar/types/stage-fields.ts';
import { suiteShape } from '../../../grammar/types/suite-fields.ts';

describe('where words belong', () => {
  it('is known of every clause', () => {
    for (const { PATTERN } of clauseWords) assert.match(belongs(PATTERN as string), /^it belongs in a /);
  });

  it('is told besides the place where the word was found', () => {
    assert.equal(belongs('seed', 'a reinforce stage'), 'it belongs in a pipeline');
    assert.equal(belongs('seed', 'a pipeline'), '');
    assert.equal(belongs('nonsense'), '');
  });

  it('translates names of other programs to fields that there are', () => {
    const shapes = [stageShapes.reinforce, stageShapes.supervised, pipelineShape, suiteShape];
    const paths = shapes.flatMap((shape) => [...fieldsByPath(shape).keys()]);
    const names = new Set(paths.map((path) => path.split('.').at(-1)));
    for (const [other, own] of elsewhereCalled) {
      assert.ok(names.has(own), `${other} is said to be ${own}, which is no field`);
      assert.ok(!names.has(other), `${other} is a field itself`);
      assert.equal(saidHere(other), undefined, `${other} is told in two ways`);
    }
  });
});
