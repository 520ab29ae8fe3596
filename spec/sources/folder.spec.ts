import assert from 'node:assert/strict';
import type { DatasetReference } from '../../runtime/graph/index.ts';
import type { ProrlError } from '../../runtime/errors.ts';
import { Folder, jsonl, sums } from './data.ts';

describe('a folder of shards', () => {
  let folder: Folder;
  beforeEach(() => (folder = new Folder()));
  afterEach(() => folder.remove());

  const write = (names: Readonly<Record<string, number>>): void => {
    let from = 0;
    for (const [name, count] of Object.entries(names)) {
      folder.write(`set/${name}`, jsonl(sums(count, from)));
      from += count;
    }
  };
  const filesOf = async (of: Partial<DatasetReference>): Promise<string[]> => {
    const task = await folder.open('set', { heldout: { rows: 'all' }, ...of });
    return task.data!.files.map(({ path }) => path);
  };
  const refusal = async (of: Partial<DatasetReference>): Promise<string> => {
    const error = await folder.open('set', of).then(
      () => assert.fail('it was opened'),
      (cause: ProrlError) => cause,
    );
    assert.equal(error.exitCode, 3, error.stack);
    return `${error.message}\n${error.hint}`;
  };

  it('takes all shards of a split in order', async () => {
    write({
      'train-00001-of-00002.jsonl': 3,
      'train-00000-of-00002.jsonl': 4,
      'test-00000-of-00001.jsonl': 5,
    });
    assert.deepEqual(await filesOf({ split: 'train' }), [
      'set/train-00000-of-00002.jsonl',
      'set/train-00001-of-00002.jsonl',
    ]);
  });

  it('knows splits by the names of files and folders', async () => {
    write({ 'data/my_dev.jsonl': 1, 'data/eval-2.jsonl': 1, 'training/a.jsonl': 1, 'training/b.jsonl': 1 });
    assert.deepEqual(await filesOf({ split: 'validation' }), ['set/data/my_dev.jsonl']);
    assert.deepEqual(await filesOf({ split: 'test' }), ['set/data/eval-2.jsonl']);
    assert.deepEqual(await filesOf({ split: 'train' }), ['set/training/a.jsonl', 'set/training/b.jsonl']);
  });

  it('needs no split where there is one', async () => {
    write({ 'rows.jsonl': 2, 'more.jsonl': 2, '.hidden.jsonl': 1, 'dataset_infos.json': 1 });
    assert.deepEqual(await filesOf({}), ['set/more.jsonl', 'set/rows.jsonl']);
  });

  it('holds one split out and trains on another', async () => {
    write({ 'train.jsonl': 40, 'test.jsonl': 10 });
    const task = await folder.open('set', { split: 'train', heldout: { rows: 'split', split: 'test' } });
    const { train, heldout, dropped } = task.data!;
    assert.deepEqual({ train, heldout, dropped }, { train: 40, heldout: 10, dropped: 0 });
  });

  it('goes by the front matter of README.md', async () => {
    write({ 'main/a.jsonl': 3, 'main/b.jsonl': 2, 'other/a.jsonl': 1 });
    folder.write(
      'set/README.md',
      [
        '---',
        'license: mit',
        'configs:',
        '- config_name: main',
        '  default: true',
        '  data_files:',
        '  - split: train',
        '    path: main/a*',
        '  - split: gold',
        '    path: ["main/b.jsonl"]',
        '- config_name: other',
        '  data_files: "other/**"',
        '---',
        '# A set',
      ].join('\n'),
    );
    assert.deepEqual(await filesOf({ split: 'train' }), ['set/main/a.jsonl']);
    assert.deepEqual(await filesOf({ split: 'gold' }), ['set/main/b.jsonl']);
    assert.deepEqual(await filesOf({ config: 'other' }), ['set/other/a.jsonl']);
    assert.match(await refusal({ config: 'third' }), /no configuration "third"\n.*"main", "other"/s);
  });

  it('takes folders of the same splits for configurations', async () => {
    write({ 'main/train.jsonl': 3, 'socratic/train.jsonl': 2 });
    assert.match(await refusal({}), /"train" lies in several folders: main, socratic\n.*config: "main"/s);
    assert.deepEqual(await filesOf({ config: 'socratic' }), ['set/socratic/train.jsonl']);
  });

  it('says what is missing or too much', async () => {
    write({ 'train-00000-of-00003.jsonl': 1, 'train-00002-of-00003.jsonl': 1 });
    assert.match(await refusal({}), /train-00001-of-00003\.jsonl is missing: there are 2 of 3 shards/);
    write({ 'train-00001-of-00003.jsonl': 1, 'test.jsonl': 1 });
    assert.match(await refusal({}), /set: it has several splits\nSay which: split: "/);
    assert.match(await refusal({ split: 'tests' }), /no split "tests"\n.*Did you mean "test"/s);
    folder.write('set/test.parquet', '');
    assert.match(await refusal({ split: 'train' }), /"test" has Parquet and JSONL files/);
  });

  it('says how to write what the Python package keeps in a form of its own', async () => {
    folder.write('set/dataset_dict.json', '{"splits": ["train"]}');
    folder.write('set/train/state.json', '{}');
    folder.write('set/train/data-00000-of-00001.arrow', 'ARROW1');
    const said = await refusal({});
    assert.match(said, /set: it is as `save_to_disk` .* wrote it, in Arrow, which is not read/);
    assert.match(said, /to_parquet\("train\.parquet"\)/);
  });

  it('refuses a folder without data, and a card that cannot be read', async () => {
    folder.write('set/rows.csv', 'a,b\n');
    assert.match(await refusal({}), /there is no data in it\n.*rows\.csv is of another form/s);
    folder.write('set/README.md', '---\nconfigs: {: [\n---\n');
    assert.match(await refusal({}), /front matter of README\.md cannot be read/);
    folder.write('set/README.md', '---\nconfigs: 7\n---\n');
    assert.match(await refusal({}), /"configs" is no list/);
  });
});
