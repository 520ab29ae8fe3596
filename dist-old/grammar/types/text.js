/** An expression in its canonical form: one space between words, percentages as they were written. */
export function expressionText(expression) {
    switch (expression.kind) {
        case 'Missing':
            return '';
        case 'NumberLiteral':
            return expression.percent ? `${percentText(expression.value)}%` : String(expression.value);
        case 'StringLiteral':
            return JSON.stringify(expression.value);
        case 'BooleanLiteral':
            return String(expression.value);
        case 'Quantity':
            return `${expressionText(expression.value)} ${expression.unit.text}`;
        case 'StepNumber':
            return `step ${expressionText(expression.number)}`;
        case 'Arithmetic': {
            const { sign, left, right } = expression;
            const first = tight[sign.text] && sums(left) ? `(${expressionText(left)})` : expressionText(left);
            const bracketed = right.kind === 'Arithmetic' && (tight[sign.text] || sums(right));
            return `${first} ${sign.text} ${bracketed ? `(${expressionText(right)})` : expressionText(right)}`;
        }
        case 'Negative': {
            const { operand } = expression;
            // `--3` and `-3` for the negative of a negative would read as other trees
            const plain = operand.kind === 'Path' || operand.kind === 'Call';
            return plain ? `-${expressionText(operand)}` : `-(${expressionText(operand)})`;
        }
        case 'Range':
            return `${expressionText(expression.from)}..${expressionText(expression.to)}`;
        case 'Path':
            return expression.text;
        case 'Call':
            return `${expression.callee.text}(${expression.arguments.map(argumentText).join(', ')})`;
        case 'List':
            return `[${expression.elements.map(expressionText).join(', ')}]`;
        case 'Windowed':
            return [
                expressionText(expression.value),
                ...(expression.from ? [`from ${expressionText(expression.from)}`] : []),
                ...(expression.until ? [`until ${expressionText(expression.until)}`] : []),
            ].join(' ');
        case 'Chain':
            return [
                expressionText(expression.start) + (expression.at ? ` at ${expressionText(expression.at)}` : ''),
                ...expression.pieces.map(({ shape, to, by, position }) => `${shape.text}${to ? ` to ${expressionText(to)}` : ''} ${by} ${expressionText(position)}`),
            ].join(', ');
        case 'Comparison':
            return `${expressionText(expression.left)} ${expression.op} ${expressionText(expression.right)}`;
        case 'Logical':
            return expression.operands.map((one) => operandText(one, expression.op)).join(` ${expression.op} `);
        case 'Not':
            return expression.operand.kind === 'Logical'
                ? `not (${expressionText(expression.operand)})`
                : `not ${expressionText(expression.operand)}`;
        case 'Sustained':
            return `${sustainedText(expression.condition)} for ${expressionText(expression.for)}`;
        case 'Every':
            return `every ${expressionText(expression.period)}`;
    }
}
const tight = { '*': true, '/': true, '+': false, '-': false };
function sums(expression) {
    return expression.kind === 'Arithmetic' && !tight[expression.sign.text];
}
function argumentText(argument) {
    const value = expressionText(argument.value);
    return argument.name === null ? value : `${argument.name.text}: ${value}`;
}
/** `and` binds tighter than `or`; only an `or` inside an `and` needs its brackets. */
function operandText(operand, op) {
    const text = expressionText(operand);
    return operand.kind === 'Logical' && operand.op !== op && op === 'and' ? `(${text})` : text;
}
function sustainedText(condition) {
    const loose = condition.kind === 'Logical' || condition.kind === 'Not' || condition.kind === 'Sustained';
    return loose ? `(${expressionText(condition)})` : expressionText(condition);
}
function percentText(value) {
    return String(Number((value * 100).toPrecision(12)));
}
