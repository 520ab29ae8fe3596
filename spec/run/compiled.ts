import assert from 'node:assert/strict';
import type { Graph } from '../../runtime/graph/index.ts';
import { compileText, said } from '../support/compile.ts';

/** The graph of a pipeline text whose model `tiny` has some thousand weights and whose mixture `letters` is easy. */
export function compiled(text: string): Graph {
  const compilation = compileText(
    `edition 2026
import { copy_letters } from "./copy.prorl"
import { grpo } from "prorl/stages"
model tiny = transformer(layers: 1, hidden: 32, heads: 2, kv_heads: 1, intermediate: 64, context: 32 tokens)
mixture letters { copy_letters(kinds: 10): 1 }
suite heldout { tasks: letters, problems: 8, samples: 4, temperature: 1, max_tokens: 8 tokens, report: pass@1, pass@4 }
${text}`,
    {
      files: {
        '/project/copy.prorl':
          'edition 2026\nexport task copy_letters(kinds: Whole = 10) = code("./copy-letter", export: "copyLetter")\n',
        '/project/copy-letter.ts': '',
      },
    },
  );
  assert.ok(compilation.graph, said(compilation));
  return compilation.graph;
}
