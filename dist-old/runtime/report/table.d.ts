export interface Column {
    title: string;
    side?: 'left' | 'right';
}
/**
 * Lines of a plain table: columns two spaces apart, a rule under the titles, no frame.
 * Cells may be coloured. Nothing is cut: a caller that has little room passes fewer columns.
 */
export declare function table(columns: readonly Column[], rows: readonly (readonly string[])[], rule: (text: string) => string): string[];
