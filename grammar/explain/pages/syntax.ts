import type { Code } from '../../diagnostics/codes.ts';
import { page, type Page } from '../page.ts';

/** Pages on how a file is written. */
export const syntaxPages = {
  P0101: page(
    'The file holds bytes that are no text in UTF-8: binary data, text in UTF-16, or letters of an older encoding.',
    'A .prorl file is text in UTF-8 on every system. Guessing another encoding could change names and strings without a word.',
    { text: 'edition 2026\nmodel nano = \0bundled("nano")', whole: true },
    'model nano = bundled("nano")',
  ),
  P0102: page(
    'The file is longer than 4 MB.',
    'A .prorl file describes a run; it does not hold data. A file of that size is most likely a data set or a log that was named by mistake. Problems are drawn by tasks, which are code.',
    {
      text: '// a file of five megabytes: { "problem": "12+7=?", "answer": "19" } ...',
      stands: `edition 2026\n// ${'x'.repeat(4_300_000)}\n`,
    },
    'mixture sums {\n  chain_sum(terms: 2..4): 1\n}',
  ),
  P0103: page(
    'A character stands outside of strings and comments that the language does not use: a sign of other languages, a letter with an accent, a typographic quote or dash.',
    'Names are made of the letters a to z, digits and "_", so that they can be typed anywhere and look different when they are. Calculations have + - * / and parentheses; there are no powers and no remainders.',
    'suite heldout {\n  tasks: sums\n  problems: 2 ^ 7\n}',
    'suite heldout {\n  tasks: sums\n  problems: 128\n}',
  ),
  P0104: page(
    'A string begins on this line and does not end on it.',
    'A string ends on the line on which it begins, so that a forgotten quote costs one line and not the rest of the file. A line break inside is written \\n.',
    'model nano = bundled("nano)',
    'model nano = bundled("nano")',
  ),
  P0105: page(
    'A comment begins with "/*" and has no "*/".',
    'Everything to the end of the file would silently be part of the comment.',
    'model nano = bundled("nano")\n\n/* the base model',
    'model nano = bundled("nano")\n\n/* the base model */',
  ),
  P0106: page(
    'A backslash in a string is followed by something that is no escape. The escapes are \\n \\t \\r \\" \\\\ and \\u{1F600}.',
    'In other languages "\\m" means "m", or a backslash and "m". Here it means neither. In paths "/" works on every system.',
    'model nano = folder("C:\\models\\nano")',
    'model nano = folder("C:/models/nano")',
  ),
  P0107: page(
    'Something is written as another language writes it: "&&", "||", "!", ":=", single quotes, a semicolon, "#" before a comment.',
    'It is understood and has one replacement, which the message gives; a file has one way to say a thing.',
    'trigger drifted = kl.mean > 0.15 && entropy < 0.3',
    'trigger drifted = kl.mean > 0.15 and entropy < 0.3',
  ),
  P0108: page(
    'A number cannot be read: an underline in it does not stand between two digits, or it is larger than about 1.8e308.',
    'Underlines group digits, as in 100_000. Numbers are 64-bit floating point.',
    'pipeline main {\n  model: nano\n  evaluate heldout every 25 steps\n  run explore until 100_000_ tokens\n}',
    'pipeline main {\n  model: nano\n  evaluate heldout every 25 steps\n  run explore until 100_000 tokens\n}',
  ),
  P0110: page(
    'A bracket is opened and never closed, or closed and never opened. Where it should be closed is guessed from how lines stand in.',
    'What belongs to what depends on the brackets; with one missing everything after it could mean something else.',
    'stage explore = grpo {\n  mixture: sums\n  rollout { prompts: 16, samples: 8\n  kl { coefficient: 0.001 }\n}',
    'stage explore = grpo {\n  mixture: sums\n  rollout { prompts: 16, samples: 8 }\n  kl      { coefficient: 0.001 }\n}',
  ),
  P0111: page(
    'Blocks and brackets stand in one another more than 64 levels deep.',
    'A pipeline needs about five levels. Inner parts can be named by declarations of their own.',
    `trigger drifted = ${'('.repeat(70)}kl.mean > 0.15${')'.repeat(70)}`,
    'trigger drifted = kl.mean > 0.15',
  ),
  P0112: page(
    'A calculation has more than 64 signs, or a condition more than 64 times "not".',
    'Nobody can check such a one by eye. Parts of it can be given names.',
    `let longest: Number = ${Array.from({ length: 70 }, () => '1').join(' + ')}`,
    'let longest: Number = 70 * 1',
  ),
  P0120: page(
    'Something that must stand here is not there: a colon, a comma, a value, a word such as "when".',
    'The message names what is missing and shows the form of what it belongs to. The rest of the file is read as if it were there.',
    'suite heldout {\n  tasks: sums\n  problems 128\n}',
    'suite heldout {\n  tasks: sums\n  problems: 128\n}',
  ),
  P0121: page(
    'Something stands where the language expects something else: "=" for ":", ":" for "=", a word that is misspelt, a second value in a field.',
    '"=" gives a declaration its value; ":" stands in fields, in arguments and before a type. A field ends with its line or with a comma.',
    'model nano: bundled("nano")',
    'model nano = bundled("nano")',
  ),
  P0122: page(
    'A line begins with a word that begins no declaration. They begin with model, mixture, suite, schedule, trigger, let, task, reward, stage, pipeline or test.',
    'There are no statements, loops or functions: a file declares things by name, and a pipeline says what is run.',
    'mixtrue letters {\n  chain_sum(terms: 2..4): 1\n}',
    'mixture letters {\n  chain_sum(terms: 2..4): 1\n}',
  ),
  P0123: page(
    'A line of a block is none of the things that stand in blocks: a field `name: value`, a block `name { ... }`, or a clause that begins with a word such as run, evaluate or reset.',
    'Most often the first word is misspelt.',
    'pipeline main {\n  model: nano\n  evalute heldout every 25 steps\n  run explore for 300 steps\n}',
    'pipeline main {\n  model: nano\n  evaluate heldout every 25 steps\n  run explore for 300 steps\n}',
  ),
  P0124: page(
    'A declaration lacks a part that its kind must have: its value after "=", or its block.',
    'A mixture, suite, reward, pipeline or test is described by a block; every other thing by a value.',
    'stage explore {\n  mixture: sums\n}',
    'stage explore = grpo {\n  mixture: sums\n  kl { coefficient: 0.001 }\n}',
  ),
  P0125: page(
    'A declaration has a part that its kind does not take: a block, a value, parameters or "export".',
    'It would be ignored, and nothing that is written is.',
    'mixture sums = {\n  chain_sum(terms: 2..4): 1\n}',
    'mixture sums {\n  chain_sum(terms: 2..4): 1\n}',
  ),
  P0126: page(
    'Something is given twice that can be there once: the edition, a parameter, a part of a checkpoint.',
    'Only one of the two could count, and a reader would not know which.',
    'pipeline main {\n  model: nano\n  checkpoint every 25 steps, keep last 2, keep last 3\n  run explore for 300 steps\n}',
    'pipeline main {\n  model: nano\n  evaluate heldout every 25 steps\n  checkpoint every 25 steps, keep last 3\n  run explore for 300 steps\n}',
  ),
  P0127: page(
    'An import is not written as a list of names in braces.',
    'Only names that are listed come into a file, so that a reader sees where each one is from and a new version of a library brings no new names.',
    'import worked from "prorl/stages"',
    'import { worked } from "prorl/stages"',
  ),
  P0128: page(
    'A declaration has a name that cannot be one. Names are made of letters, digits and "_"; a test alone is named by a string.',
    '"@" and "-" stand in names of metrics: a trigger called pass@1 would be taken for one.',
    'trigger pass@1 = kl.mean > 0.15',
    'trigger strayed = kl.mean > 0.15',
  ),
  P0129: page(
    'There are more than a hundred syntax errors. The others are left out.',
    'So many have a common cause: the file is in another language, or a bracket or quote near its top is missing.',
    {
      text: 'suite heldout {\n  tasks sums\n  samples 16\n  ...\n}',
      stands: `edition 2026\n${'let a 1\n'.repeat(120)}`,
    },
    'suite heldout {\n  tasks: sums\n  samples: 16\n  report: pass@1, pass@16\n}',
  ),
  P0130: page(
    'The file does not begin with its edition.',
    'The edition fixes what a file means, so that it still means the same when the language moves on. A paper that quotes it can be read years later.',
    { text: 'model nano = bundled("nano")', whole: true },
    'edition 2026\n\nmodel nano = bundled("nano")',
  ),
  P0131: page(
    'There is no such edition.',
    'An edition is the year in which its rules were fixed. A file of a newer edition needs a newer version of prorl.',
    'edition 2062\n\nmodel nano = bundled("nano")',
    'edition 2026\n\nmodel nano = bundled("nano")',
  ),
  P0132: page(
    'The edition does not stand at the top of the file.',
    'It says how everything after it is read.',
    'model nano = bundled("nano")\n\nedition 2026',
    'edition 2026\n\nmodel nano = bundled("nano")',
  ),
} satisfies Partial<Record<Code, Page>>;
