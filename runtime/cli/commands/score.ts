import { Command } from 'commander';
import { style } from '../../report/style.ts';
import { noSandboxOption, permitNoSandbox } from '../permit-no-sandbox.ts';
import { stdout } from '../terminal.ts';

interface ScoreOptions {
  pipeline: string;
  name?: string;
  stage?: string;
  json?: true;
  unsafeNoSandbox?: true;
}

export function scoreCommand(): Command {
  return new Command('score')
    .description("judge recorded responses with a pipeline's reward, and compare")
    .argument('<FILE>', 'JSONL: the samples.jsonl of a run, or lines with task, prompt, answer, response')
    .requiredOption(
      '--pipeline <FILE>',
      'the pipeline whose reward judges: a .prorl file, or a graph as JSON',
    )
    .option('--name <NAME>', 'which pipeline, where the file has several')
    .option('--stage <NAME>', "whose reward (default: the first reinforce stage's)")
    .addOption(noSandboxOption())
    .option('--json', 'print the scores as JSON')
    .addHelpText('after', '\nIt ends with 1 where a recorded score, verdict or reward differs.')
    .action(score);
}

async function score(file: string, options: ScoreOptions): Promise<void> {
  const { pipeline, name, stage, json, unsafeNoSandbox } = options;
  if (unsafeNoSandbox) await permitNoSandbox();
  const [{ loadPipeline }, { scoreResponses }, { scoreLines }] = await Promise.all([
    import('../load-pipeline.ts'),
    import('../score-responses.ts'),
    import('../../report/score-lines.ts'),
  ]);
  const report = await scoreResponses(file, await loadPipeline(pipeline, name), stage);
  stdout.write(
    json ? `${JSON.stringify(report, null, 2)}\n` : `${scoreLines(report, style(stdout.color)).join('\n')}\n`,
  );
  if ((report.summary['all']?.differ ?? 0) > 0) process.exitCode = 1;
}
