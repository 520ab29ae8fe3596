#!/usr/bin/env node
import { describeFailure } from "./failure.js";
import { endQuietlyOnClosedPipe, stderr } from "./terminal.js";
endQuietlyOnClosedPipe();
try {
    // Loaded here, so that a broken installation is told like every other failure.
    const { createProgram } = await import("./program.js");
    await createProgram().parseAsync();
}
catch (error) {
    const failure = describeFailure(error, stderr.color, process.env['PRORL_DEBUG'] === '1');
    stderr.write(failure.text);
    process.exitCode = failure.exitCode;
}
