import assert from 'node:assert/strict';
import { backendNames } from '../../runtime/tensor/backend.ts';
import { examine } from '../../runtime/tensor/doctor.ts';

describe('the examination of backends', () => {
  it('tries all of them, finds wasm and cpu at work, and says why others are not', async function () {
    this.timeout(70_000);
    const reports = await examine();
    assert.deepEqual(
      reports.map(({ name }) => name),
      [...backendNames],
    );
    for (const report of reports) {
      if (report.works) assert.match(report.detail, /TensorFlow/);
      else assert.match(report.why, /\.$/, `${report.name}: a whole sentence`);
    }
    const wasm = reports.find(({ name }) => name === 'wasm');
    const cpu = reports.find(({ name }) => name === 'cpu');
    assert.equal(wasm?.works && cpu?.works, true);
  });
});
