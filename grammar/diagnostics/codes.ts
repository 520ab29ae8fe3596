/**
 * Every code with its title, one a line. Codes are stable: a number is never used again for another problem.
 * P01 syntax; N02 names; M02 modules; T03 types and units; S04 schedules; G05 the program as a whole.
 */
export const codes = {
  // syntax
  P0101: 'the file is not text',
  P0102: 'the file is too large',
  P0103: 'a character that the language does not use',
  P0104: 'a string without its end',
  P0105: 'a comment without its end',
  P0106: 'an escape that strings do not have',
  P0107: 'punctuation of another language',
  P0108: 'a number written in a way that cannot be read',
  P0110: 'a bracket without its partner',
  P0111: 'blocks nested too deep',
  P0120: 'something is missing here',
  P0121: 'something unexpected stands here',
  P0122: 'a word that begins no declaration',
  P0123: 'a word that begins nothing in a block',
  P0124: 'a declaration lacks a part',
  P0125: 'a declaration has a part that its kind does not take',
  P0126: 'a part given twice',
  P0127: 'an import written in another way',
  P0128: 'a name that cannot be one',
  P0129: 'too many syntax errors',
  P0130: 'no edition',
  P0131: 'an edition that does not exist',
  P0132: 'a declaration in the wrong place',
  // modules
  M0201: 'a file that cannot be read',
  M0202: 'a package that is not installed',
  M0203: 'a package without prorl modules',
  M0204: 'a module that the package does not have',
  M0205: 'a name that the module does not export',
  M0206: 'imports that go round in a circle',
  M0207: 'two things of one name',
  M0208: 'a path that leaves the package',
  M0209: 'a broken package.json',
  M0210: 'an import path that cannot be read',
  M0211: 'a code file that does not exist',
  M0212: 'a module with errors of its own',
} as const satisfies Readonly<Record<string, string>>;

export type Code = keyof typeof codes;
