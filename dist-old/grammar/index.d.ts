export { engineProblems } from './check-engine.ts';
export { compile, type Compilation, type CompileOptions } from './compile.ts';
export { codes, diagnosticToJson, renderDiagnostic, renderSummary, type Diagnostic, type RenderOptions, type Severity, type Sources, } from './diagnostics/index.ts';
export type { Origin, Origins } from './lower/index.ts';
export type { InstalledPackage, Workspace } from './workspace.ts';
