import type { IRecognitionException } from 'chevrotain';
import { EOF } from './chevrotain.ts';
import {
  nearest,
  problem,
  replace,
  listed,
  type Code,
  type Diagnostic,
  type Fix,
} from './diagnostics/index.ts';
import { spanOf, type Source } from './source.ts';
import { cover } from './span.ts';
import { declaredAs, foreign, forms } from './syntax-forms.ts';
import { beginsLine, insertion, isNested, placeOf, where, type Place } from './syntax-place.ts';
import * as t from './tokens.ts';
import { belongs, saidHere } from './types/homes.ts';
import { unitOf } from './types/units.ts';

const declarations = t.declarationWords.map((w) => w.PATTERN as string);
const clauses = t.clauseWords.map((w) => w.PATTERN as string);

/** Says what the parser found, in words of the language instead of words of parsing. */
export function explainSyntaxError(source: Source, error: IRecognitionException): Diagnostic {
  const place = placeOf(source, error);
  const rule = place.rules.at(-1) ?? '';
  const special = byRule[rule]?.(place);
  if (special !== undefined) return special;
  if (place.expected !== '') return expected(place);
  return unexpected(place);
}

function missing(place: Place, code: Code, what: string, rest: { reason?: string; fix?: Fix }): Diagnostic {
  // `model: nano` and `edition: 2026`, as a file of keys and values has them.
  const kind = place.previous?.image ?? '';
  if (place.token.tokenType === t.Colon && [...declarations, 'edition'].includes(kind)) {
    const form = declaredAs[kind] ?? `\`${kind} NAME { ... }\``;
    return problem(code, place.span, `":" has no place behind "${kind}"`, {
      label: what === 'a name' ? 'a name stands here' : '',
      reason: `A file is made of declarations, not of keys and values: ${form}.`,
      ...(kind === 'edition' ? { fix: replace(place.span, '', 'remove ":"') } : {}),
    });
  }
  const quoted = what === 'a name' ? /^"([A-Za-z_]\w*)"$/.exec(place.token.image)?.[1] : undefined;
  const message = place.ended
    ? `${what} is missing after ${place.before}`
    : `${place.found} stands where ${what} should`;
  return problem(code, where(place), message, {
    label: place.ended ? `${what} is expected here` : `not ${what}`,
    ...(quoted === undefined ? {} : { fix: replace(place.span, quoted, `write ${quoted} without quotes`) }),
    ...rest,
  });
}

/** A certain token was expected. */
function expected(place: Place): Diagnostic {
  const { expected: what, token, rules } = place;
  if (what === ':' || what === '=') {
    const wrong = what === ':' ? t.Equals : t.Colon;
    const use =
      what === ':'
        ? 'A field or an argument is written `name: value`; "=" gives a declaration its value.'
        : 'A declaration is given its value by "="; ":" stands in fields and before a type.';
    if (token.tokenType === wrong) {
      return problem('P0121', place.span, `"${what}" is written here, not "${token.image}"`, {
        reason: use,
        fix: replace(cover(place.gap, place.span), what === ':' ? ':' : ' =', `write "${what}"`),
      });
    }
    if (what === ':' && place.ended && place.previous?.tokenType === t.RParen) {
      return problem('P0120', place.gap, `a weight is missing after ${place.before}`, {
        label: '": 1" is expected here',
        reason:
          'Each task of a mixture has a weight, and tasks are drawn in proportion: `chain_sum(terms: 2..3): 1`.',
        fix: insertion(place, ': 1', 'write ": 1"'),
      });
    }
    const given = rules.includes('givenClause') ? reasonOf(place) : { reason: use };
    return problem('P0120', place.gap, `"${what}" is missing after ${place.before}`, {
      label: `"${what}" is expected here`,
      ...given,
      fix: insertion(place, what === ':' ? ':' : ' =', `write "${what}"`),
    });
  }
  if (what === ',') {
    return problem('P0120', place.gap, `a comma is missing before ${place.found}`, {
      label: '"," is expected here',
      reason: `${separated[rules.at(-1) ?? ''] ?? 'Names'} are separated by commas.`,
      fix: insertion(place, ',', 'write ","'),
    });
  }
  if (/^[a-z]+$/.test(what)) {
    const near =
      (token.tokenType === t.Identifier && nearest(token.image, [what]) === what) ||
      meant.get(token.image) === what;
    return problem(
      near ? 'P0121' : 'P0120',
      near ? place.span : where(place),
      near ? `${place.found} should be "${what}"` : `"${what}" is missing after ${place.before}`,
      {
        label: `"${what}" is expected here`,
        ...reasonOf(place),
        fix: near
          ? replace(place.span, what, `write "${what}"`)
          : insertion(place, ` ${what}`, `write "${what}"`),
      },
    );
  }
  if (what === 'Identifier')
    return missing(place, place.ended ? 'P0120' : 'P0121', 'a name', reserved(place) ?? reasonOf(place));
  const named = what.startsWith('a') ? what : `"${what}"`;
  return missing(place, place.ended ? 'P0120' : 'P0121', named, reasonOf(place));
}

/** Words of other languages that stand where a word of this one should. */
const meant = new Map([['if', 'where']]);

function reserved(place: Place): { reason: string } | undefined {
  const words = [t.And, t.Or, t.Not, t.True, t.False];
  if (!words.includes(place.token.tokenType)) return undefined;
  return { reason: 'The words and, or, not, true and false belong to the language and name nothing.' };
}

const separated: Readonly<Record<string, string>> = {
  list: 'The elements of a list',
  arguments: 'Arguments',
  parameters: 'Parameters',
};

/** The form of the construct that the mistake is in. */
function reasonOf(place: Place): { reason?: string } {
  for (const rule of place.rules.toReversed()) {
    const form = forms[rule];
    if (form !== undefined) return { reason: `The form is: ${form}` };
  }
  return {};
}

/** Nothing that may follow fits. */
function unexpected(place: Place): Diagnostic {
  const { rules } = place;
  const rule = rules.at(-1) ?? '';
  if (rule === 'expectClause')
    return missing(place, place.ended ? 'P0120' : 'P0121', '"at" or "never"', reasonOf(place));
  if (rule === 'kept')
    return missing(place, place.ended ? 'P0120' : 'P0121', '"last" or "best by"', reasonOf(place));
  if (rule === 'checkpointPart')
    return missing(place, place.ended ? 'P0120' : 'P0121', '"every" or "keep"', reasonOf(place));
  if (rule === 'piece')
    return missing(place, place.ended ? 'P0120' : 'P0121', '"at", "until", "over" or "for"', reasonOf(place));
  const said = place.previous === undefined ? '' : ` after ${place.before}`;
  return problem('P0121', place.span, `${place.found} is not expected${said}`, reasonOf(place));
}

const byRule: Readonly<Record<string, (place: Place) => Diagnostic | undefined>> = {
  topLevel: (place) =>
    beginsLine(place) ? noDeclaration(place) : trailing(place, 'the declaration is complete before this'),
  item: (place) => {
    const isFirst = beginsLine(place) || [t.LCurly, t.Comma].includes(place.previous?.tokenType as never);
    return isFirst ? noItem(place) : trailing(place, 'the field is complete before this');
  },
  type: (place) =>
    place.expected === 'Identifier' ? missing(place, 'P0121', 'a type', reasonOf(place)) : undefined,
  declaration: (place) => {
    if (place.expected === 'a template') {
      return problem('P0120', place.gap, 'a stage starts from a template', {
        label: 'its name is expected here',
        reason:
          'A template brings the parts of the method, of which the block changes some: `stage explore = grpo { ... }`.',
        fix: insertion(place, ' grpo', 'write "grpo", "supervised" or a stage of your own'),
      });
    }
    if (place.expected !== '' || place.previous === undefined) return undefined;
    return missing(place, place.ended ? 'P0120' : 'P0121', 'a name', reserved(place) ?? reasonOf(place));
  },
  primary: noValue,
  number: (place) =>
    place.rules.at(-2) === 'level'
      ? missing(place, 'P0121', 'the number of a level', {
          reason: 'A level is its number and what it sets: `1 { terms: 2..2 }`.',
        })
      : noValue(place),
  path: (place) =>
    place.previous?.tokenType === t.Dot
      ? missing(place, 'P0120', 'a name', {
          reason: 'A dot joins the names of a metric: `kl.mean`, `heldout.pass@1`.',
        })
      : undefined,
  import: (place) => {
    if (place.token.tokenType !== t.StringToken || place.previous?.tokenType !== t.Import) return undefined;
    return problem('P0127', place.span, 'the names to import are missing', {
      reason: 'Only names that are listed come into a file, so that a reader sees where each one is from.',
      fix: replace(place.gap, ' { NAME } from', 'list the names: `import { NAME } from ...`'),
    });
  },
};

function trailing(place: Place, label: string): Diagnostic {
  const isItem = place.rules.at(-1) === 'item';
  const ends = isItem
    ? 'A field ends with its line or with a comma.'
    : 'A declaration ends with its line; the next one begins on a line of its own.';
  const line = place.source.text.slice(place.source.lineStarts[place.span.line - 1], place.span.start);
  if (isItem && place.token.tokenType === t.NumberToken && /^\s*run\b/.test(line)) {
    return problem('P0120', place.gap, `"for" is missing before ${place.found}`, {
      label: '"for" or "until" is expected here',
      reason: `The form is: ${forms['runClause']}`,
      fix: insertion(place, ' for', 'write "for"'),
    });
  }
  if (isItem && place.token.tokenType === t.LCurly && /^\s*run\b/.test(line)) {
    return problem('P0120', place.gap, `"with" is missing before "{"`, {
      label: '"with" is expected here',
      reason: `What a run changes of its stage stands behind with. The form is: ${forms['runClause']}`,
      fix: insertion(place, ' with', 'write "with"'),
    });
  }
  if (isItem && place.token.tokenType === t.Then && /^\s*given\b/.test(line)) {
    return problem('P0120', place.gap, 'a comma is missing before "then"', {
      label: '"," is expected here',
      reason: `The form is: ${forms['givenClause']}`,
      fix: insertion(place, ',', 'write ","'),
    });
  }
  const isUnit = place.before === '")"' && unitOf(place.token.image) !== undefined;
  return problem('P0121', place.span, `${place.found} is not expected after ${place.before}`, {
    label,
    reason: isUnit
      ? 'A unit stands right behind a number; a calculation is multiplied by one: `(2 + 3) * 1 step`.'
      : isItem && place.token.image === 'is'
        ? 'A metric is compared by a sign, `loss > 2`; whether it is a number at all is asked by `not_finite(loss)`.'
        : ends,
    ...(isUnit
      ? {
          fix: replace(
            place.span,
            `* 1 ${singular(place.token.image)}`,
            `multiply by 1 ${singular(place.token.image)}`,
          ),
        }
      : {}),
  });
}

function singular(unit: string): string {
  return unit.replace(/s$/, '');
}

function noDeclaration(place: Place): Diagnostic {
  const { token, span, found } = place;
  const word = token.image;
  const known = [...declarations, 'import', 'export', 'edition'];
  const near = token.tokenType === EOF ? undefined : nearest(word, known);
  const home = belongs(word);
  const foreigner = Object.hasOwn(foreign, word) ? foreign[word] : saidHere(word);
  if (home !== '' && foreigner === undefined) {
    return problem('P0122', span, `${found} begins no declaration`, {
      label: home,
      reason:
        'Outside of blocks stand declarations alone: a kind, a name, and "{ ... }" or "= ..." behind it.',
    });
  }
  return problem('P0122', span, `${found} begins no declaration`, {
    reason:
      foreigner ??
      `A file is made of declarations. Each begins with one of ${listed(declarations, 'or', 20)}.`,
    fix:
      foreigner === undefined && near !== undefined && near !== word
        ? replace(span, near, `did you mean "${near}"?`)
        : undefined,
  });
}

function noItem(place: Place): Diagnostic {
  const { token, span, found } = place;
  const near = nearest(token.image, clauses);
  const dashed = token.tokenType === t.Minus;
  const signed = [t.Plus, t.Star, t.Slash].includes(token.tokenType);
  return problem('P0123', span, `${found} begins nothing that a block may hold`, {
    reason: signed
      ? 'A calculation that goes over several lines has its signs at the ends of the lines, not at their starts.'
      : dashed
        ? 'Lists are not made of dashes: a field is written `name: value`, several values as `[a, b]`.'
        : `A block holds fields \`name: value\`, inner blocks \`name { ... }\`, and clauses that begin with ${listed(clauses, 'or', 20)}.`,
    fix:
      near === undefined || near === token.image ? undefined : replace(span, near, `did you mean "${near}"?`),
  });
}

const joints = [t.For, t.From, t.Until, t.At, t.When, t.Where, t.With, t.Then, t.By, t.To];

/** A value should stand here. */
function noValue(place: Place): Diagnostic {
  const { token, ended } = place;
  const valueForms = 'A value is a number, a string, a name, a call, or a list `[a, b]`.';
  if (place.previous?.tokenType === t.Minus) {
    return problem('P0121', place.span, `a number is missing after "-"`, {
      label: 'not a number',
      reason: 'Only numbers have a sign. Lists are not made of dashes: several values are written `[a, b]`.',
    });
  }
  if (place.previous?.tokenType === t.Colon && isNested(place)) {
    return problem('P0120', place.gap, `a value is missing after ${place.before}`, {
      label: 'a value is expected here',
      reason: 'Blocks are made by braces, not by indentation: `rollout { prompts: 16, samples: 8 }`.',
    });
  }
  if (place.previous?.tokenType === t.Colon && token.tokenType === t.LCurly) {
    return problem('P0121', spanOf(place.source, place.previous), 'a block has no ":" before it', {
      reason:
        'A block stands right behind its name, `rollout { ... }`; ":" stands before the value of a field.',
      fix: replace(spanOf(place.source, place.previous), '', 'remove ":"'),
    });
  }
  if (ended || joints.includes(token.tokenType)) {
    const form = reasonOf({ ...place, rules: place.rules.filter((r) => r !== 'declaration') });
    return problem('P0120', place.gap, `a value is missing after ${place.before}`, {
      label: 'a value is expected here',
      reason: form.reason ?? valueForms,
    });
  }
  if (token.tokenType === t.Dot && place.previous?.tokenType === t.DotDot) {
    return problem('P0121', place.span, 'a range has two dots, not three', {
      reason: 'Both ends belong to it: 2..4 is 2, 3 and 4.',
      fix: replace(place.span, '', 'remove the third'),
    });
  }
  const reasons = new Map([
    [
      t.LCurly,
      'A block stands behind a name: `rollout { ... }`. A value is a number, a string, a name, a call, or a list `[a, b]`.',
    ],
    [t.Dot, 'A number begins with a digit: `0.5`, not `.5`.'],
  ]);
  const fix =
    token.tokenType === t.Dot && /\d/.test(place.source.text[place.span.end] ?? '')
      ? replace(place.span, '0.', 'write "0."')
      : undefined;
  return problem('P0121', place.span, `${place.found} cannot begin a value`, {
    reason: reasons.get(token.tokenType) ?? valueForms,
    fix,
  });
}
