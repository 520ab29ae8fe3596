import { pad, width } from "./style.js";
/**
 * Lines of a plain table: columns two spaces apart, a rule under the titles, no frame.
 * Cells may be coloured. Nothing is cut: a caller that has little room passes fewer columns.
 */
export function table(columns, rows, rule) {
    const widths = columns.map((column, i) => Math.max(width(column.title), ...rows.map((row) => width(row[i] ?? ''))));
    const line = (cells) => columns
        .map((column, i) => pad(cells[i] ?? '', widths[i] ?? 0, column.side === 'right' ? 'right' : 'left'))
        .join('  ')
        .trimEnd();
    const total = widths.reduce((sum, each) => sum + each, 0) + 2 * (widths.length - 1);
    return [rule(line(columns.map((column) => column.title))), rule('─'.repeat(total)), ...rows.map(line)];
}
