/**
 * Commands that tests start print plain text, whatever the shell or the CI job says: a CI service sets FORCE_COLOR,
 * and what a test compares would then hold escape codes. A test of colours sets these itself.
 */
for (const name of ['FORCE_COLOR', 'NO_COLOR', 'CLICOLOR_FORCE']) delete process.env[name];
