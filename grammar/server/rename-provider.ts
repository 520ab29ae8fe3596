import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';

import { lex } from '../lex.ts';
import { makeSource } from '../source.ts';
import { Identifier } from '../tokens.ts';
import { metricsBeginningWith } from '../types/kept-names.ts';
import { definitionOf, keyOf, type Occurrence } from './meaning.ts';
import { occurrenceAt } from './occurrence-at.ts';
import { rangeOf } from './ranges.ts';
import { occurrencesOfKey } from './references-provider.ts';
import type { Session, View } from './session.ts';

/** Why a name cannot be changed: told to whoever asked. */
export class RenameRefused extends Error {}

/** The name that would change. @throws RenameRefused */
export function prepareRename(
  session: Session,
  view: View,
  offset: number,
): { range: Range; placeholder: string } {
  const found = renamable(session, view, offset);
  return { range: rangeOf(found.span), placeholder: textOf(view, found) };
}

/**
 * Changes a name wherever it stands. A name given by an import's `as` changes in that file alone.
 * @throws RenameRefused
 */
export function rename(session: Session, view: View, offset: number, name: string): WorkspaceEdit {
  const found = renamable(session, view, offset);
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    throw new RenameRefused(
      `"${name}" is no name: names are made of letters, digits and "_" and do not begin with a digit.`,
    );
  }
  // Some of them may be names, but in places they would read as the words that they are.
  if (lex(makeSource('', name)).tokens[0]?.tokenType !== Identifier)
    throw new RenameRefused(`"${name}" is a word of the language.`);
  const old = textOf(view, found);
  const key = keyOf(found.meaning)!;
  const own = ownName(found);
  const everywhere = occurrencesOfKey(session, view.file, key);
  const chosen =
    old === own
      ? everywhere.filter((one) => spelled(session, one) === own)
      : everywhere.filter((one) => one.span.file === view.file && spelled(session, one) === old);
  if (found.meaning.kind === 'declaration' && found.meaning.declaration.kind === 'SuiteDeclaration')
    refuseMetric(name);
  const files = new Set(chosen.map((one) => one.span.file));
  for (const file of files) refuseClash(session, file, found, name);
  const changes: Record<string, TextEdit[]> = {};
  for (const one of chosen) {
    const uri = session.uriOf(one.span.file);
    const full = fullText(session, one);
    (changes[uri] ??= []).push({
      range: rangeOf(one.span),
      newText: full.replace(own === old ? own : old, name),
    });
  }
  return { changes };
}

function renamable(session: Session, view: View, offset: number): Occurrence {
  const found = occurrenceAt(view, offset);
  if (found === undefined) throw new RenameRefused('There is no name here that could be changed.');
  const { meaning } = found;
  const span = definitionOf(meaning);
  if (span === null || (meaning.kind !== 'declaration' && meaning.kind !== 'parameter')) {
    throw new RenameRefused(`"${textOf(view, found)}" belongs to the language and cannot be changed.`);
  }
  const { library } = meaning.module;
  const aliased = textOf(view, found) !== ownName(found);
  if (library !== null && !aliased) {
    throw new RenameRefused(
      `"${textOf(view, found)}" comes from the package "${library.name}": its name is changed there. ` +
        'Here it can be imported under another name: import { NAME as OTHER }.',
    );
  }
  if (session.view(span.file) === null) throw new RenameRefused(`${span.file} cannot be read.`);
  return found;
}

/** The metrics of a suite begin with its name: they must not read like those of a stage. */
function refuseMetric(name: string): void {
  if (metricsBeginningWith(name).length === 0) return;
  throw new RenameRefused(
    `Metrics of stages begin with "${name}": those of a suite could not be told from them.`,
  );
}

/** A name that the new one would hide, or that would hide it. */
function refuseClash(session: Session, file: string, found: Occurrence, name: string): void {
  const view = session.view(file);
  if (view === null) return;
  const taken = view.module.scope.get(name);
  refuseWord(view, found, name);
  if (found.meaning.kind === 'parameter') {
    const { owner } = found.meaning;
    const others = 'parameters' in owner ? owner.parameters : [];
    if (others.some((one) => one.name.text === name)) {
      throw new RenameRefused(`"${owner.name.text}" has a parameter "${name}" already.`);
    }
    const used = taken !== undefined && file === owner.span.file && readsInside(view, name, owner.span);
    if (used)
      throw new RenameRefused(
        `In "${owner.name.text}" the name "${name}" stands for something else already.`,
      );
    return;
  }
  if (taken !== undefined) {
    const { declaration } = taken;
    throw new RenameRefused(
      `"${name}" is ${declaration.name.span.file === file ? 'declared' : 'imported'} in ${file} already.`,
    );
  }
  const shadow = view.module.syntax.declarations.find(
    (one) => 'parameters' in one && one.parameters.some((p) => p.name.text === name),
  );
  if (shadow !== undefined && reads(view, found, shadow.span)) {
    throw new RenameRefused(`"${shadow.name.text}" has a parameter "${name}", which would hide it there.`);
  }
}

/** Where a word of the language stands in a file, a declared name of that spelling would take its place. */
function refuseWord(view: View, { meaning }: Occurrence, name: string): void {
  const within = meaning.kind === 'parameter' ? meaning.owner.span : undefined;
  const word = view.occurrences.find(
    (one) =>
      ['function', 'word', 'metric', 'stage kind'].includes(one.meaning.kind) &&
      (within === undefined || (one.span.start >= within.start && one.span.end <= within.end)) &&
      textOf(view, one).split('.')[0] === name,
  );
  if (word === undefined) return;
  throw new RenameRefused(`"${name}" is a word of the language that ${view.file} uses.`);
}

function readsInside(view: View, name: string, span: { start: number; end: number }): boolean {
  return view.occurrences.some(
    (one) => one.span.start >= span.start && one.span.end <= span.end && textOf(view, one) === name,
  );
}

function reads(view: View, found: Occurrence, span: { start: number; end: number }): boolean {
  const key = keyOf(found.meaning);
  return view.occurrences.some(
    (one) => keyOf(one.meaning) === key && one.span.start >= span.start && one.span.end <= span.end,
  );
}

function ownName({ meaning }: Occurrence): string {
  if (meaning.kind === 'declaration') return meaning.declaration.name.text;
  return meaning.kind === 'parameter' ? meaning.parameter.name.text : '';
}

function textOf(view: View, one: Occurrence): string {
  return entryless(view.source.text.slice(one.span.start, one.span.end), one);
}

function fullText(session: Session, one: Occurrence): string {
  return session.view(one.span.file)?.source.text.slice(one.span.start, one.span.end) ?? '';
}

function spelled(session: Session, one: Occurrence): string {
  return entryless(fullText(session, one), one);
}

/** `chain_sum-2` names the second entry of chain_sum: the number stays. */
function entryless(text: string, one: Occurrence): string {
  const own = ownName(one);
  return own !== '' && new RegExp(`^${own}-\\d+$`).test(text) ? own : text;
}
