import type { Diagnostic } from './diagnostic.ts';
interface JsonSpan {
    file: string;
    start: {
        line: number;
        column: number;
        offset: number;
    };
    end: {
        line: number;
        column: number;
        offset: number;
    };
}
export interface JsonDiagnostic {
    code: string;
    title: string;
    severity: string;
    message: string;
    span: JsonSpan;
    label: string;
    secondary: {
        span: JsonSpan;
        label: string;
    }[];
    reason: string | null;
    fix: {
        title: string;
        edits: {
            span: JsonSpan;
            text: string;
        }[];
    } | null;
}
/** A diagnostic for programs: every key is always there. Lines and columns from 1, offsets in UTF-16 units, ends exclusive. */
export declare function diagnosticToJson(d: Diagnostic): JsonDiagnostic;
export {};
