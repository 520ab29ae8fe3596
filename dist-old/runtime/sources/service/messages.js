/*
 * The messages between prorl and a task or verifier that is no TypeScript: one JSON object a line over standard
 * input and output of a program, or one in the body of each POST to a server. docs/verifiers.md tells the whole.
 */
export const PROTOCOL = 'prorl-verifier/1';
