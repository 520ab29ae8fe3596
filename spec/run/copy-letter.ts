import { defineTask, whole } from '../../runtime/tasks/index.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The quickest task to learn: say the two letters again. `kinds` letters of the alphabet are used. */
export const copyLetter = defineTask({
  name: 'copy_letter',
  settings: { kinds: whole({ within: [2, 26], default: 12 }) },
  pose: ({ kinds }, random) => LETTERS[random.int(0, kinds - 1)]! + LETTERS[random.int(0, kinds - 1)]!,
  prompt: (letters) => `${letters}>`,
  work: (letters) => ({ steps: '', answer: letters }),
  slip: (letters) => ({ steps: '', answer: letters[1]! + (letters[0] === letters[1] ? 'z' : letters[0]!) }),
  accepts: (given, expected) => given === expected,
});
