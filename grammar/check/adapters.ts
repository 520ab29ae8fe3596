import { targetWidths } from '../../runtime/graph/index.ts';
import { problem } from '../diagnostics/index.ts';
import type { Rule } from './rule.ts';

/** Adapters are smaller than what they stand beside, and that has something to give. */
export const adapters: Rule = {
  pipeline({ model, lora }, check) {
    if (lora === null || model === null) return;
    const { model: use } = model.value;
    const at = { span: use.declaration.value.span };
    const { rank, targets } = lora;
    const { widths } = check.shapeOf(use);
    const narrowest =
      widths === null
        ? []
        : targets.value.map((one) => [one, Math.min(...targetWidths(widths, one))] as const);
    const [target, least] = narrowest.toSorted(([, a], [, b]) => a - b)[0] ?? ['', Infinity];
    if (rank.value > least) {
      check.report(
        problem('G0533', rank.span ?? lora.span, `a rank of ${rank.value} is more than ${target} has`, {
          severity: 'warning',
          label: `beyond ${least} it adds nothing`,
          secondary: [{ ...at, text: `its ${target} is ${least} wide` }],
          reason:
            'The change that an adapter makes to a matrix has at most the rank of the matrix: what goes beyond costs memory and time alone.',
        }),
      );
    }
    if (use.source.source === 'fresh') {
      check.report(
        problem('G0533', lora.span, 'the weights beside the adapters would stay random', {
          severity: 'warning',
          label: 'trains adapters alone',
          secondary: [{ ...at, text: 'this model has learned nothing yet' }],
          reason:
            'Adapters change a little of what a model knows. To make a model, leave "lora" out; to adapt it, start from where it was saved.',
        }),
      );
    }
  },
};
