import { codes } from '../grammar/diagnostics/codes.ts';
import { auditBlock } from '../grammar/types/infer/audits.ts';
import { curriculumBlock } from '../grammar/types/infer/curricula.ts';
import { guardBlock, resetBlock } from '../grammar/types/infer/clauses.ts';
import type { Block, Field, Shape } from '../grammar/types/field.ts';
import { fieldsByPath } from '../grammar/types/field.ts';
import {
  readingFunctions,
  scheduleFunctions,
  triggerFunctions,
  type BuiltinFunction,
} from '../grammar/types/functions.ts';
import { modelConstructors } from '../grammar/types/model-sources.ts';
import { loraBlock } from '../grammar/types/pipeline-fields.ts';
import { groupMetrics, stageShapes } from '../grammar/types/stage-fields.ts';
import { suiteShape } from '../grammar/types/suite-fields.ts';
import { taskSources } from '../grammar/types/task-sources.ts';
import { boundsOf, numberNames, typeText, type NumericType, type Type } from '../grammar/types/type.ts';
import { units } from '../grammar/types/units.ts';
import * as tokens from '../grammar/tokens.ts';
import { domains, type Domain } from '../runtime/graph/domains.ts';
import { mixtureMetrics, stageMetrics, suiteMetrics, type MetricInfo } from '../runtime/graph/metrics.ts';

/** What spec/language.md takes from the sources: each part stands between its markers. */
export const parts: Readonly<Record<string, () => string>> = {
  words: () => sentence(wordImages().map(quoted)),
  units: () => sentence(units.map(quoted)),
  domains: () => sentence(domains.map(quoted)),
  numbers: () =>
    table(
      ['type', 'values'],
      numberNames.map((name) => [quoted(name), boundsOf({ kind: 'number', name }).words]),
    ),
  'reinforce-fields': () => shape(stageShapes.reinforce),
  'supervised-fields': () => shape(stageShapes.supervised),
  'suite-fields': () => fieldTable(suiteShape.fields, ''),
  'clause-fields': () =>
    [resetBlock, guardBlock, auditBlock]
      .map((one) => `\`${one.name}\`\n\n${fieldTable(one.fields, '')}`)
      .join('\n\n'),
  'lora-fields': () => fieldTable(loraBlock.fields, ''),
  'group-metrics': () => sentence(groupMetrics.map(quoted)),
  'schedule-functions': () => functions(scheduleFunctions),
  'trigger-functions': () => functions(triggerFunctions),
  'reading-functions': () => functions(readingFunctions),
  'common-metrics': () => metrics(common()),
  'reinforce-metrics': () => metrics(ownMetrics('reinforce')),
  'supervised-metrics': () => metrics(ownMetrics('supervised')),
  'suite-metrics': () => metrics(suiteMetrics('SUITE', { passAt: [1] }, ['TASK'], ['DOMAIN'])),
  'mixture-metrics': () =>
    metrics(
      mixtureMetrics('reinforce', {
        entries: [{ name: 'TASK', domain: 'DOMAIN' as Domain, levels: { from: 1, settings: [] } }],
        curriculum: {},
      }),
    ),
  'curriculum-fields': () => fieldTable(curriculumBlock.fields, ''),
  models: () => sources(modelConstructors),
  tasks: () =>
    sources(taskSources) +
    '\n\n' +
    `Of these ${sentence(taskSources.filter((one) => one.verifies).map((one) => quoted(one.name)))} may stand behind \`verifier NAME =\` too.`,
  'code-families': () => codeFamilies(),
};

/** Fills every `<!-- generated: NAME -->` ... `<!-- end -->`. Throws on a name that is not known. */
export function fillParts(markdown: string): string {
  return markdown.replace(
    /(<!-- generated: (\S+) -->\n)[^]*?(<!-- end -->)/g,
    (_, opening: string, name: string, closing: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`scripts/language-tables.ts makes no part "${name}"`);
      return `${opening}\n${part()}\n\n${closing}`;
    },
  );
}

/** The words of the language, as its lexer knows them. */
export function wordImages(): string[] {
  return tokens.allTokens.flatMap(({ PATTERN }) =>
    typeof PATTERN === 'string' && /^[a-z]+$/.test(PATTERN) ? [PATTERN] : [],
  );
}

function quoted(text: string): string {
  return `\`${text}\``;
}

function sentence(items: readonly string[]): string {
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function shape({ fields, blocks }: Shape): string {
  const parts = [
    fieldTable(fields, ''),
    ...blocks.map(
      (one) => `\`${one.name}\`: ${one.doc}${optionalWords(one)}\n\n${fieldTable(one.fields, '')}`,
    ),
  ];
  return parts.join('\n\n');
}

function optionalWords({ name, optional }: Block): string {
  return optional ? ` The block may be left out; \`${name}: none\` takes a template's away.` : '';
}

function fieldTable(fields: readonly Field[], prefix: string): string {
  return table(
    ['field', 'type', 'without it', 'meaning'],
    fields.map((one) => [
      quoted(prefix + one.name),
      quoted(typeText(one.type)) + boundsWords(one.type),
      one.default === undefined ? 'must be written' : quoted(defaultText(one)),
      one.doc,
    ]),
  );
}

/** The bounds of a field that are narrower than its type's own. */
function boundsWords(type: Type): string {
  const inner = type.kind === 'optional' || type.kind === 'schedule' ? type.of : type;
  const bounds = (inner as Partial<NumericType>).bounds;
  return bounds === undefined ? '' : `, ${bounds.words}`;
}

function defaultText({ type, default: value }: Field): string {
  if (value === null) return 'none';
  const inner = type.kind === 'optional' || type.kind === 'schedule' ? type.of : type;
  return inner.kind === 'count' ? `${String(value)} ${inner.unit}` : String(value);
}

function functions(list: readonly BuiltinFunction[]): string {
  return table(
    ['function', 'meaning', 'arguments'],
    list.map(({ name, parameters, positional, doc }) => [
      quoted(
        `${name}(${parameters
          .map((one, i) => (i < positional ? one.name : `${one.name}: ...`) + (one.required ? '' : '?'))
          .join(', ')})`,
      ),
      doc,
      parameters.map((one) => `${quoted(one.name)}: ${one.doc}`).join('<br>'),
    ]),
  );
}

function sources(list: readonly { name: string; doc: string; parameters: readonly Field[] }[]): string {
  return table(
    ['source', 'meaning', 'arguments'],
    list.map(({ name, doc, parameters }) => [
      quoted(name),
      doc,
      parameters
        .map(
          (one) =>
            `${quoted(one.name)} (${quoted(typeText(one.type))}${one.default === undefined ? '' : `, without it ${quoted(defaultText(one))}`}): ${one.doc}`,
        )
        .join('<br>'),
    ]),
  );
}

function common(): MetricInfo[] {
  const supervised = new Set(stageMetrics('supervised').map(({ name }) => name));
  return stageMetrics('reinforce').filter(({ name }) => supervised.has(name));
}

function ownMetrics(kind: 'reinforce' | 'supervised'): MetricInfo[] {
  const shared = new Set(common().map(({ name }) => name));
  return stageMetrics(kind).filter(({ name }) => !shared.has(name));
}

function metrics(list: readonly MetricInfo[]): string {
  return table(
    ['metric', 'unit', 'meaning'],
    list.map(({ name, unit, doc }) => [quoted(name), unit, doc]),
  );
}

/** How many codes each family has. */
function codeFamilies(): string {
  const all = Object.keys(codes);
  const families = [...new Set(all.map((code) => code.slice(0, 3)))].toSorted();
  return table(
    ['codes', 'how many', 'the first of them'],
    families.map((family) => {
      const own = all.filter((code) => code.startsWith(family));
      const [first] = own as (keyof typeof codes)[];
      return [quoted(`${family}..`), String(own.length), codes[first!]];
    }),
  );
}

/** Every field that a stage or suite can have, by its path. */
export function everyField(): string[] {
  return [stageShapes.reinforce, stageShapes.supervised, suiteShape].flatMap((one) => [
    ...fieldsByPath(one).keys(),
  ]);
}
