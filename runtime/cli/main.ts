#!/usr/bin/env node
import { describeFailure } from './failure.ts';
import { createProgram } from './program.ts';
import { endQuietlyOnClosedPipe, stderr } from './terminal.ts';

endQuietlyOnClosedPipe();
try {
  await createProgram().parseAsync();
} catch (error) {
  const failure = describeFailure(error, stderr.color, process.env['PRORL_DEBUG'] === '1');
  stderr.write(failure.text);
  process.exitCode = failure.exitCode;
}
