/** Answers that prorl and math-verify 0.9.0 judge differently for one reason. */
export interface Disagreement {
  readonly why: string;
  /** What prorl says of each; math-verify says the opposite. */
  readonly same: boolean;
  readonly pairs: readonly (readonly [given: string, expected: string])[];
}

/** Every pair on which the two part, each read and judged. */
export const disagreements: readonly Disagreement[] = [
  {
    why: 'Six decimals or more stand for what they round, a repeating decimal too; the peer rounds at six as well, but cannot read \\overline.',
    same: true,
    pairs: [
      ['0.333333', '0.\\overline{3}'],
      ['0.\\overline{3}', '0.333333'],
    ],
  },
  {
    why: 'A repeating decimal is the fraction that it repeats to; the peer cannot read \\overline.',
    same: true,
    pairs: [
      ['0.\\overline{3}', '\\frac{1}{3}'],
      ['0.\\overline{3}', '1/3'],
      ['\\frac{1}{3}', '0.\\overline{3}'],
      ['1/3', '0.\\overline{3}'],
    ],
  },
  {
    why: 'A closing full stop belongs to the sentence.',
    same: true,
    pairs: [
      ['42.', '42'],
      ['42.', '+42'],
      ['42.', '42.0'],
      ['42.', '$42$'],
      ['42', '42.'],
      ['+42', '42.'],
      ['42.0', '42.'],
      ['$42$', '42.'],
    ],
  },
  {
    why: 'A thin space between thousands is typography.',
    same: true,
    pairs: [
      ['1\\,234\\,567', '1234567'],
      ['1\\,234\\,567', '1,234,567'],
      ['1\\,234\\,567', '1{,}234{,}567'],
      ['1234567', '1\\,234\\,567'],
      ['1,234,567', '1\\,234\\,567'],
      ['1{,}234{,}567', '1\\,234\\,567'],
    ],
  },
  {
    why: "3.2e5 is how programs write 3.2 × 10⁵; the peer reads e as Euler's number.",
    same: true,
    pairs: [
      ['32e4', '3.2\\times 10^{5}'],
      ['3.2e5', '3.2\\times 10^{5}'],
      ['32e4', '320000'],
      ['3.2e5', '320000'],
      ['32e4', '3.2 \\cdot 10^5'],
      ['3.2e5', '3.2 \\cdot 10^5'],
      ['3.2\\times 10^{5}', '32e4'],
      ['320000', '32e4'],
      ['3.2 \\cdot 10^5', '32e4'],
      ['3.2e5', '32e4'],
      ['3.2\\times 10^{5}', '3.2e5'],
      ['320000', '3.2e5'],
      ['3.2 \\cdot 10^5', '3.2e5'],
      ['32e4', '3.2e5'],
      ['1.5e-3', '1.5\\times 10^{-3}'],
      ['1.5e-3', '0.0015'],
      ['1.5\\times 10^{-3}', '1.5e-3'],
      ['0.0015', '1.5e-3'],
      ['\\frac{3}{2000}', '1.5e-3'],
      ['1.5e-3', '\\frac{3}{2000}'],
    ],
  },
  {
    why: 'Powers of ten are exact; the peer rounds in floating point.',
    same: true,
    pairs: [
      ['602000000000000000000000', '6.02\\times10^{23}'],
      ['60.2 \\times 10^{22}', '6.02\\times10^{23}'],
      ['6.02\\times10^{23}', '602000000000000000000000'],
      ['6.02\\times10^{23}', '60.2 \\times 10^{22}'],
    ],
  },
  {
    why: 'The principal square root of -4 is 2i.',
    same: true,
    pairs: [
      ['2i', '\\sqrt{-4}'],
      ['\\sqrt{-4}', '2i'],
    ],
  },
  {
    why: 'pi without a backslash is π; the peer multiplies p by i.',
    same: true,
    pairs: [
      ['pi', '\\pi'],
      ['\\pi', 'pi'],
      ['\\frac{2\\pi}{2}', 'pi'],
      ['pi', '\\frac{2\\pi}{2}'],
    ],
  },
  {
    why: 'Both signs mean the empty set.',
    same: true,
    pairs: [
      ['\\varnothing', '\\emptyset'],
      ['\\emptyset', '\\varnothing'],
      ['\\{\\}', '\\varnothing'],
      ['\\varnothing', '\\{\\}'],
    ],
  },
  {
    why: 'Angle brackets write a vector by its components, as parentheses do.',
    same: true,
    pairs: [
      ['\\langle 1,2,3\\rangle', '(1,2,3)'],
      ['\\langle 1,2,3\\rangle', '(1, 2, 3)'],
      ['(1,2,3)', '\\langle 1,2,3\\rangle'],
      ['(1, 2, 3)', '\\langle 1,2,3\\rangle'],
    ],
  },
  {
    why: 'Two inequalities joined by or are the union of their intervals.',
    same: true,
    pairs: [
      ['x<1 \\text{ or } x>2', '(-\\infty,1)\\cup(2,\\infty)'],
      ['(-\\infty,1)\\cup(2,\\infty)', 'x<1 \\text{ or } x>2'],
      ['(2,\\infty)\\cup(-\\infty,1)', 'x<1 \\text{ or } x>2'],
      ['x<1 \\text{ or } x>2', '(2,\\infty)\\cup(-\\infty,1)'],
      ['x\\le 1 \\text{ or } x\\ge 2', '(-\\infty,1]\\cup[2,\\infty)'],
      ['(-\\infty,1]\\cup[2,\\infty)', 'x\\le 1 \\text{ or } x\\ge 2'],
    ],
  },
  {
    why: 'An inequality in one variable says which interval it lies in; the peer takes the interval for the inequality, and not the other way round.',
    same: true,
    pairs: [
      ['0\\le x<1', '[0,1)'],
      ['0 \\leq x < 1', '[0,1)'],
      ['0\\le x<1', '[0, 1)'],
      ['0 \\leq x < 1', '[0, 1)'],
      ['0\\le x<1', 'x\\in[0,1)'],
      ['0 \\leq x < 1', 'x\\in[0,1)'],
      ['0<x\\le 1', '(0,1]'],
      ['0 < x <= 1', '(0,1]'],
      ['0\\le x\\le 1', '[0,1]'],
      ['0\\le x\\le 1', '\\left[0,1\\right]'],
      ['x\\le 3', '(-\\infty,3]'],
      ['x \\leq 3', '(-\\infty,3]'],
      ['3\\ge x', '(-\\infty,3]'],
      ['x<3', '(-\\infty,3)'],
      ['3>x', '(-\\infty,3)'],
      ['x>3', '(3,\\infty)'],
      ['3<x', '(3,\\infty)'],
      ['x>3', '(3,+\\infty)'],
      ['3<x', '(3,+\\infty)'],
    ],
  },
  {
    why: 'An equation may be read from either side.',
    same: true,
    pairs: [
      ['5 = x', '5'],
      ['5', '5 = x'],
    ],
  },
  {
    why: 'Capitals do not change a word.',
    same: true,
    pairs: [
      ['East', 'east'],
      ['east', 'East'],
    ],
  },
  {
    why: 'A length is the same in m, cm and mm.',
    same: true,
    pairs: [
      ['0.05\\text{ m}', '5\\text{ cm}'],
      ['50\\text{ mm}', '5\\text{ cm}'],
      ['0.05\\text{ m}', '5 cm'],
      ['50\\text{ mm}', '5 cm'],
      ['0.05\\text{ m}', '5\\,\\mathrm{cm}'],
      ['50\\text{ mm}', '5\\,\\mathrm{cm}'],
      ['5\\text{ cm}', '0.05\\text{ m}'],
      ['5 cm', '0.05\\text{ m}'],
      ['5\\,\\mathrm{cm}', '0.05\\text{ m}'],
      ['50\\text{ mm}', '0.05\\text{ m}'],
      ['5\\text{ cm}', '50\\text{ mm}'],
      ['5 cm', '50\\text{ mm}'],
      ['5\\,\\mathrm{cm}', '50\\text{ mm}'],
      ['0.05\\text{ m}', '50\\text{ mm}'],
    ],
  },
  {
    why: 'A foot has twelve inches.',
    same: true,
    pairs: [
      ['1\\text{ foot}', '12\\text{ inches}'],
      ['1\\text{ foot}', '12 inches'],
      ['12\\text{ inches}', '1\\text{ foot}'],
      ['12 inches', '1\\text{ foot}'],
    ],
  },
  {
    why: 'An hour and a half has ninety minutes.',
    same: true,
    pairs: [
      ['1.5\\text{ hours}', '90\\text{ minutes}'],
      ['90\\text{ minutes}', '1.5\\text{ hours}'],
    ],
  },
  {
    why: 'The degree sign is ^\\circ.',
    same: true,
    pairs: [
      ['30°', '30^\\circ'],
      ['30°', '30 degrees'],
      ['30°', '30^{\\circ}'],
      ['30^\\circ', '30°'],
      ['30 degrees', '30°'],
      ['30^{\\circ}', '30°'],
      ['45°', '45^\\circ'],
      ['45^\\circ', '45°'],
    ],
  },
  {
    why: 'A unit means the same with and without \\text.',
    same: true,
    pairs: [
      ['60 km/h', '60\\text{ km/h}'],
      ['60\\text{ km/h}', '60 km/h'],
    ],
  },
  {
    why: 'No is not on; the peer multiplies the letters of words, and n · o is o · n.',
    same: false,
    pairs: [['No', 'on']],
  },
];
