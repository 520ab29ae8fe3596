import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Ajv, ValidateFunction } from 'ajv';
import { packageRoot } from '../../package-root.ts';
import type { Reply } from './messages.ts';

/** Characters of a reply; a longer one is refused before it fills the memory. */
export const LONGEST_REPLY = 4 * 1024 * 1024;

/** A reply that was understood, or why it was not. */
export type Read = { readonly reply: Reply } | { readonly why: string };

/** Takes a text for a reply, against the published schema. */
export function readReply(text: string): Read {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { why: `wrote what is no JSON: ${excerpt(text)}` };
  }
  const validate = replySchema();
  if (validate(json)) return { reply: json as Reply };
  const { instancePath = '', message = '' } = validate.errors?.[0] ?? {};
  const at = instancePath === '' ? 'it' : instancePath.slice(1).replaceAll('/', '.');
  return { why: `wrote a reply that is none: ${at} ${message} in ${excerpt(text)}` };
}

export function excerpt(text: string): string {
  const line = text.trim();
  return JSON.stringify(line.length > 120 ? `${line.slice(0, 119)}…` : line);
}

let validator: ValidateFunction | undefined;

function replySchema(): ValidateFunction {
  if (validator === undefined) {
    const { Ajv: Validator } = createRequire(import.meta.url)('ajv') as { Ajv: typeof Ajv };
    const schema = JSON.parse(
      readFileSync(join(packageRoot, 'spec', 'schemas', 'verifier.schema.json'), 'utf8'),
    ) as { definitions: object };
    validator = new Validator({ discriminator: true, allowUnionTypes: true }).compile({
      $ref: '#/definitions/Reply',
      definitions: schema.definitions,
    });
  }
  return validator;
}
