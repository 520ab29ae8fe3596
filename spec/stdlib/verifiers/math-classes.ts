/**
 * Answers in classes: the spellings of one class mean the same, those of different classes of a kind do not.
 * Pairs for the verifier's tests and for the comparison with math-verify are made of them.
 */
export const classes: Readonly<Record<string, readonly (readonly string[])[]>> = {
  fractions: [
    ['\\frac{1}{2}', '0.5', '1/2', '\\frac12', '\\dfrac{2}{4}', '.5'],
    ['-\\frac{3}{4}', '-0.75', '\\frac{-3}{4}', '-3/4', '\\frac{3}{-4}'],
    ['\\frac{7}{3}', '7/3', '2\\frac{1}{3}', '\\tfrac{14}{6}'],
    ['\\frac{22}{7}', '22/7', '3\\frac{1}{7}'],
    ['\\frac{1}{3}', '1/3', '0.\\overline{3}', '0.333333'],
    ['\\frac{355}{113}', '355/113'],
  ],
  integers: [
    ['42', '+42', '42.0', '$42$', '42.'],
    ['-42', '-42.0', '- 42'],
    ['1234567', '1,234,567', '1{,}234{,}567', '1\\,234\\,567'],
    ['1024', '2^{10}', '2^10', '32^2', '4^5'],
    ['0', '0.0', '-0', '5-5'],
    ['3628800', '10!'],
    ['120', '5!', '\\binom{10}{3}'],
    ['1267650600228229401496703205376', '2^{100}'],
    ['1267650600228229401496703205377', '2^{100}+1'],
  ],
  scientific: [
    ['3.2\\times 10^{5}', '320000', '3.2 \\cdot 10^5', '32e4', '3.2e5'],
    ['6.02\\times10^{23}', '602000000000000000000000', '60.2 \\times 10^{22}'],
    ['1.5\\times 10^{-3}', '0.0015', '1.5e-3', '\\frac{3}{2000}'],
  ],
  radicals: [
    ['2\\sqrt{2}', '\\sqrt{8}', '\\sqrt8', '\\frac{4}{\\sqrt{2}}', '2\\cdot\\sqrt{2}', '2^{3/2}'],
    ['\\frac{\\sqrt{3}}{3}', '\\frac{1}{\\sqrt{3}}', '\\frac{\\sqrt3}3'],
    ['\\sqrt[3]{16}', '2\\sqrt[3]{2}', '16^{1/3}'],
    ['1+\\sqrt{5}', '\\sqrt{5}+1', '\\frac{4}{\\sqrt{5}-1}'],
    ['\\sqrt{2}+\\sqrt{3}', '\\sqrt{5+2\\sqrt{6}}'],
    ['3+2i', '2i+3', '(3+2i)'],
    ['\\sqrt{-4}', '2i'],
  ],
  constants: [
    ['\\pi', 'pi', '\\frac{2\\pi}{2}'],
    ['\\frac{\\pi}{6}', '\\pi/6', '\\frac{1}{6}\\pi', '\\frac{2\\pi}{12}'],
    ['3.14'],
    ['3.14159'],
    ['e^2', 'e\\cdot e', '\\exp(2)'],
    ['\\ln 2', '\\ln(2)', '\\frac{\\ln 4}{2}'],
    ['\\log_2 8', '3'],
    ['\\sin\\frac{\\pi}{3}', '\\frac{\\sqrt{3}}{2}'],
    ['\\infty', '+\\infty'],
    ['-\\infty'],
  ],
  percentages: [
    ['50\\%', '50%', '0.5', '50 \\%'],
    ['12.5\\%', '12.5%', '\\frac{1}{8}'],
    ['120\\%', '1.2'],
  ],
  polynomials: [
    ['x^2+2x+1', '(x+1)^2', '1+2x+x^2', '(x+1)(x+1)'],
    ['a^2-b^2', '(a+b)(a-b)', '-b^2+a^2', '(a-b)(a+b)'],
    ['x+1', '\\frac{x^2-1}{x-1}', '1+x'],
    ['x+2'],
    ['3x^2-6x', '3x(x-2)', '3(x^2-2x)', '-6x+3x^2'],
    ['\\frac{x+1}{2}', '\\frac{x}{2}+\\frac12', '0.5x+0.5', '(x+1)/2'],
    ['2^{x+1}', '2\\cdot 2^x'],
    ['n(n+1)/2', '\\frac{n^2+n}{2}', '\\frac{n(n+1)}{2}'],
    ['\\sin(2x)', '2\\sin(x)\\cos(x)'],
    ['-x^2', '-(x^2)'],
    ['(-x)^2', 'x^2'],
    ['xy', 'x y', 'y x', 'x \\cdot y'],
  ],
  sets: [
    ['\\{1,2,3\\}', '\\{3,2,1\\}', '\\left\\{1, 2, 3\\right\\}', '1,2,3', '3, 1, 2'],
    [
      '\\{1,2\\}',
      '\\{2,1\\}',
      '1, 2',
      '1 \\text{ and } 2',
      '2 \\text{ or } 1',
      'x=1 \\text{ or } x=2',
      'x=1, x=2',
    ],
    ['\\{1,3\\}', '3, 1'],
    ['\\{-2,2\\}', '\\pm 2', '2,-2', 'x=\\pm 2'],
    ['1\\pm\\sqrt{2}', '1+\\sqrt{2}, 1-\\sqrt{2}', '\\{1-\\sqrt{2},1+\\sqrt{2}\\}'],
    ['\\{\\frac12, 0.25\\}', '\\{\\frac14,\\frac12\\}'],
    ['\\emptyset', '\\varnothing', '\\{\\}'],
  ],
  tuples: [
    ['(1,2)', '(1, 2)', '\\left(1,2\\right)', '(\\frac{2}{2}, 2.0)'],
    ['(2,1)', '(2, 1)'],
    ['(1,2,3)', '(1, 2, 3)', '\\langle 1,2,3\\rangle'],
    ['(3,2,1)'],
    ['(\\sqrt{2},\\pi)', '(\\frac{2}{\\sqrt{2}}, \\pi)'],
    ['(0,-5)', '(0, -5)'],
  ],
  intervals: [
    ['[0,1)', '[0, 1)', '0\\le x<1', '0 \\leq x < 1', 'x\\in[0,1)'],
    ['(0,1]', '0<x\\le 1', '0 < x <= 1'],
    ['[0,1]', '0\\le x\\le 1', '\\left[0,1\\right]'],
    ['(-\\infty,3]', 'x\\le 3', 'x \\leq 3', '3\\ge x'],
    ['(-\\infty,3)', 'x<3', '3>x'],
    ['(3,\\infty)', 'x>3', '(3,+\\infty)', '3<x'],
    ['(-\\infty,1)\\cup(2,\\infty)', 'x<1 \\text{ or } x>2', '(2,\\infty)\\cup(-\\infty,1)'],
    ['(-\\infty,1]\\cup[2,\\infty)', 'x\\le 1 \\text{ or } x\\ge 2'],
  ],
  matrices: [
    [
      '\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}',
      '\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}',
      '\\begin{pmatrix} 1 & 2 \\\\ 3 & \\frac{8}{2} \\end{pmatrix}',
    ],
    ['\\begin{pmatrix}1&2\\\\3&5\\end{pmatrix}'],
    ['\\begin{pmatrix}1&3\\\\2&4\\end{pmatrix}'],
    ['\\begin{pmatrix}1\\\\2\\\\3\\end{pmatrix}', '\\begin{bmatrix}1\\\\2\\\\3\\end{bmatrix}'],
  ],
  equations: [
    ['y=2x+1', 'y = 1+2x', '2x-y+1=0', '2x+1=y'],
    ['y=2x+2', 'y=2(x+1)'],
    ['y=-2x+1', '2x+y=1'],
    ['x^2+y^2=4', 'x^2+y^2-4=0', '4=x^2+y^2'],
    ['x^2+y^2=2'],
  ],
  named: [
    ['x=5', '5', 'x = 5', '5 = x'],
    ['x=6', '6'],
    ['f(x)=x^3', 'x^3'],
    ['y=x^4', 'x^4'],
  ],
  words: [
    ['\\text{east}', 'east', 'East', '\\text{East}'],
    ['\\text{west}', 'west'],
    ['\\text{Tuesday}', 'Tuesday', 'tuesday'],
    ['\\text{yes}', 'Yes', 'yes'],
    ['\\text{no}', 'No'],
    ['\\text{on}', 'on'],
    ['\\text{undefined}', 'undefined'],
  ],
  choices: [
    ['A', '(A)', '\\text{A}', '\\text{(A)}'],
    ['B', '(B)', '\\text{B}'],
    ['C', '\\textbf{(C)}'],
    ['D', '\\text{(D)}'],
  ],
  units: [
    ['5\\text{ cm}', '5 cm', '5\\,\\mathrm{cm}', '0.05\\text{ m}', '50\\text{ mm}'],
    ['6\\text{ cm}', '6 cm'],
    ['30^\\circ', '30 degrees', '30^{\\circ}', '30°'],
    ['45^\\circ', '45°'],
    ['\\$18.90', '18.90', '\\$18.9'],
    ['12\\text{ inches}', '12 inches', '1\\text{ foot}'],
    ['60\\text{ km/h}', '60 km/h'],
    ['90\\text{ minutes}', '1.5\\text{ hours}'],
  ],
};

export interface Pair {
  readonly given: string;
  readonly expected: string;
  readonly same: boolean;
}

/** Every pair within a class in both orders, and between neighbouring classes of a kind. */
export function pairs(): Pair[] {
  const found: Pair[] = [];
  for (const kind of Object.values(classes)) {
    kind.forEach((spellings, k) => {
      for (const expected of spellings) {
        for (const given of spellings) if (given !== expected) found.push({ given, expected, same: true });
      }
      kind.forEach((others, o) => {
        if (o === k) return;
        const [expected, given] = [
          spellings[(o + k) % spellings.length]!,
          others[(o * 2 + k) % others.length]!,
        ];
        found.push({ given, expected, same: false });
      });
    });
  }
  return found;
}
