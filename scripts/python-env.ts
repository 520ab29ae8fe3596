/**
 * Makes the Python environment `.venv-peers` that spec/peers compares prorl with, from spec/peers/requirements.txt
 * and, without what they depend on, spec/peers/requirements-alone.txt. Does nothing where it is there and was made
 * from the same files. PRORL_PYTHON names the Python to make it with.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';

const root = join(import.meta.dirname, '..');
const folder = join(root, '.venv-peers');
const stamp = join(folder, 'made-from.txt');
const whole = join(root, 'spec/peers/requirements.txt');
const alone = join(root, 'spec/peers/requirements-alone.txt');
const wanted = [whole, alone].map((file) => readFileSync(file, 'utf8')).join('');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
  console.log('.venv-peers is as spec/peers/requirements.txt wants it.');
} else {
  rmSync(folder, { recursive: true, force: true });
  const python = process.env.PRORL_PYTHON ?? 'python3';
  const show = { stdio: 'inherit' } as const;
  await execa(show)`${python} -m venv ${folder}`;
  const pip = join(folder, 'bin/pip');
  await execa(show)`${pip} install --quiet --disable-pip-version-check -r ${whole}`;
  await execa(show)`${pip} install --quiet --disable-pip-version-check --no-deps -r ${alone}`;
  writeFileSync(stamp, wanted);
  console.log('.venv-peers is made.');
}
