#!/usr/bin/env node
import * as module from 'node:module';
import { describeFailure } from './failure.ts';
import { endQuietlyOnClosedPipe, stderr } from './terminal.ts';

// From Node 22.1 on what was compiled before is kept in the folder for temporary files.
if ('enableCompileCache' in module) (module.enableCompileCache as () => void)();
endQuietlyOnClosedPipe();
try {
  // Loaded here, so that a broken installation is told like every other failure.
  const { createProgram } = await import('./program.ts');
  await createProgram().parseAsync();
} catch (error) {
  const failure = describeFailure(error, stderr.color, process.env['PRORL_DEBUG'] === '1');
  stderr.write(failure.text);
  process.exitCode = failure.exitCode;
}
