import type { Call, Expression, Missing, Name, NodeOf, Path, StringLiteral } from './ast-expression.ts';
export type * from './ast-expression.ts';
/** A parsed file. Declarations keep their order; where a name is declared twice, both are here. */
export interface SourceFile extends NodeOf<'SourceFile'> {
    /** Null when the file has none (a problem of its own, reported). */
    readonly edition: Edition | null;
    readonly imports: readonly Import[];
    readonly declarations: readonly Declaration[];
}
export interface Edition extends NodeOf<'Edition'> {
    /** Null: a hole. */
    readonly year: number | null;
}
/** `import { a, b as c } from "..."`. */
export interface Import extends NodeOf<'Import'> {
    readonly names: readonly ImportedName[];
    /** A `StringLiteral` or a hole. */
    readonly from: StringLiteral | Missing;
}
export interface ImportedName extends NodeOf<'ImportedName'> {
    /** As the module exports it. */
    readonly name: Name;
    /** As this file calls it (the same node as `name` without `as`). */
    readonly alias: Name;
}
/** What all declarations have: `/// doc`, `export KEYWORD name(params): Type = value { body }`. */
interface DeclarationOf<Kind extends string> extends NodeOf<Kind> {
    /** The `///` lines above, without the slashes; empty: none. */
    readonly doc: string;
    readonly exported: boolean;
    readonly name: Name;
}
interface Parameterised {
    /** Empty when there are none. */
    readonly parameters: readonly Parameter[];
}
/** `model nano = bundled("nano")`, `model new = transformer(family: llama, layers: 4, ...)`. */
export interface ModelDeclaration extends DeclarationOf<'ModelDeclaration'>, Parameterised {
    readonly value: Expression;
}
/** `mixture puzzles { chain_sum(terms: 2..4): 3 }`; its body has `Entry` items (`Field` items where a task has no arguments). */
export interface MixtureDeclaration extends DeclarationOf<'MixtureDeclaration'>, Parameterised {
    readonly body: Block;
}
/** `suite heldout { tasks: puzzles ... }`. */
export interface SuiteDeclaration extends DeclarationOf<'SuiteDeclaration'>, Parameterised {
    readonly body: Block;
}
/** `schedule trust: Coefficient = 0 at 0 steps, linear to 0.002 at 50 steps`. */
export interface ScheduleDeclaration extends DeclarationOf<'ScheduleDeclaration'>, Parameterised {
    readonly type: Type | null;
    readonly value: Expression;
}
/** `trigger drifted = kl.mean > 0.15 for 5 steps`. */
export interface TriggerDeclaration extends DeclarationOf<'TriggerDeclaration'>, Parameterised {
    readonly value: Expression;
}
/** `let batch: Count<prompts> = 16 prompts`. */
export interface LetDeclaration extends DeclarationOf<'LetDeclaration'> {
    readonly type: Type | null;
    readonly value: Expression;
}
/**
 * `export task chain_sum(terms: Range in 2..12 = 2..4) = code("./tasks/math/chain-sum", export: "chainSum")`; `program`,
 * `http`, `reasoning_gym` and `dataset` may stand where `code` does.
 */
export interface TaskDeclaration extends DeclarationOf<'TaskDeclaration'>, Parameterised {
    readonly value: Expression;
    /** The name after `domain`; null: none. */
    readonly domain: Name | null;
    /** Null: the task declares none. */
    readonly levels: Levels | null;
}
/** `levels { 1 { terms: 2..2 }  2 { terms: 2..3 } }`: what a task is set to, from easy to hard. */
export interface Levels extends NodeOf<'Levels'> {
    readonly levels: readonly Level[];
}
/** `1 { terms: 2..2, digits: 1..1 }`. */
export interface Level extends NodeOf<'Level'> {
    /** Its number, a hole, or whatever number stands there instead. */
    readonly number: Expression;
    readonly body: Block;
}
/** `verifier judge(strict: Boolean = true) = program("python3", "judge.py")`; or `code`, or `http`. */
export interface VerifierDeclaration extends DeclarationOf<'VerifierDeclaration'>, Parameterised {
    readonly value: Expression;
}
/** `reward brief(penalty: Number = 0.5) { truncated: -0.5 }`: a named block for a stage's `reward`. */
export interface RewardDeclaration extends DeclarationOf<'RewardDeclaration'>, Parameterised {
    readonly body: Block;
}
/** `stage explore(mix: Mixture) = grpo { ... }`. */
export interface StageDeclaration extends DeclarationOf<'StageDeclaration'>, Parameterised {
    /** The template or kind (`reinforce`, `supervised`) that it starts from: a `Path`, a `Call`, or a hole. */
    readonly base: Expression;
    /** The fields set or overridden; null: none. */
    readonly body: Block | null;
}
export interface PipelineDeclaration extends DeclarationOf<'PipelineDeclaration'>, Parameterised {
    readonly body: Block;
}
/** `test "what it shows" { given ... run ... expect ... }`. Its `name` holds the string's text. */
export interface TestDeclaration extends DeclarationOf<'TestDeclaration'> {
    readonly body: Block;
}
export type Declaration = ModelDeclaration | MixtureDeclaration | SuiteDeclaration | ScheduleDeclaration | TriggerDeclaration | LetDeclaration | TaskDeclaration | VerifierDeclaration | RewardDeclaration | StageDeclaration | PipelineDeclaration | TestDeclaration;
/** `terms: Range in 2..12 = 2..4`. */
export interface Parameter extends NodeOf<'Parameter'> {
    readonly doc: string;
    readonly name: Name;
    readonly type: Type | null;
    /** Null: an argument must be given. */
    readonly default: Expression | null;
    /** The bounds after `in`; null: those of the type. */
    readonly bounds: Expression | null;
}
/** `Count<tokens>`, `Mixture`; or an enumeration `k1 | k2 | k3`. */
export type Type = NamedType | ChoiceType;
export interface NamedType extends NodeOf<'NamedType'> {
    readonly name: Name;
    readonly arguments: readonly Type[];
}
export interface ChoiceType extends NodeOf<'ChoiceType'> {
    readonly options: readonly Name[];
}
/** `{ ... }`. Which items may stand in it is for a check to say: the parser takes every item in every block. */
export interface Block extends NodeOf<'Block'> {
    readonly items: readonly Item[];
}
export type Item = Field | Section | Entry | Flag | Keep | Reset | Guard | Scale | Evaluate | Audit | Checkpoint | Run | Given | Expect;
/** `rate: 3e-4`; `report: pass@1, pass@4` has a `List`. */
export interface Field extends NodeOf<'Field'> {
    readonly doc: string;
    readonly name: Name;
    readonly value: Expression;
}
/** `rollout { ... }`. */
export interface Section extends NodeOf<'Section'> {
    readonly doc: string;
    readonly name: Name;
    readonly body: Block;
}
/** `chain_sum(terms: 2..4): 3`. */
export interface Entry extends NodeOf<'Entry'> {
    readonly doc: string;
    readonly call: Call;
    readonly value: Expression;
}
/** A name by itself: `rollback`. */
export interface Flag extends NodeOf<'Flag'> {
    readonly name: Name;
}
/** `keep groups where reward.std > 0`. */
export interface Keep extends NodeOf<'Keep'> {
    /** `groups`. */
    readonly what: Name;
    readonly where: Expression;
}
/** `reset reference, optimizer to current when drifted { cooldown: 50 steps }`, or `... at start`. */
export interface Reset extends NodeOf<'Reset'> {
    readonly targets: readonly Name[];
    /** `current` or `best`; null when `to` is left out. */
    readonly to: Name | null;
    /** The metric of `to best by METRIC`. */
    readonly by: Expression | null;
    /** `start` or `end`, of the stage; null: it has a condition. */
    readonly at: Name | null;
    /** Null where it has a moment. */
    readonly when: Expression | null;
    readonly body: Block | null;
}
/** `guard when not_finite(loss) { rollback, scale rate by 0.5, at_most: 3 }`. */
export interface Guard extends NodeOf<'Guard'> {
    readonly when: Expression;
    readonly body: Block | null;
}
/** `scale rate by 0.5`. */
export interface Scale extends NodeOf<'Scale'> {
    readonly what: Name;
    readonly by: Expression;
}
/** `evaluate heldout every 25 steps`. */
export interface Evaluate extends NodeOf<'Evaluate'> {
    /** A `Path` or a `Call`. */
    readonly suite: Expression;
    /** Null when left out. */
    readonly every: Expression | null;
}
/** `audit reward.mean against heldout.pass@1 { over: 4 evaluations, gap: 5% }`. */
export interface Audit extends NodeOf<'Audit'> {
    readonly metric: Expression;
    readonly against: Expression;
    readonly body: Block | null;
}
/** `checkpoint every 25 steps, keep last 2, keep best by heldout.pass@1`. */
export interface Checkpoint extends NodeOf<'Checkpoint'> {
    readonly every: Expression | null;
    readonly keepLast: Expression | null;
    readonly keepBestBy: Expression | null;
}
/** `run explore(puzzles) with { ... } until CONDITION`, `run explore(puzzles) for 100 steps`. */
export interface Run extends NodeOf<'Run'> {
    /** A `Path` or a `Call`. */
    readonly stage: Expression;
    /** The block after `with`. */
    readonly overrides: Block | null;
    /** A trigger. */
    readonly until: Expression | null;
    /** A quantity. */
    readonly for: Expression | null;
}
/** `given kl.mean = 0.01, then 0.4 from step 40`. */
export interface Given extends NodeOf<'Given'> {
    readonly metric: Path;
    readonly values: readonly GivenValue[];
}
export interface GivenValue extends NodeOf<'GivenValue'> {
    readonly value: Expression;
    /** A `StepNumber` (or whatever was written); null for the first value. */
    readonly from: Expression | null;
}
/** `expect reset at 44, 94`, `expect guard never`. */
export interface Expect extends NodeOf<'Expect'> {
    readonly event: Name;
    readonly never: boolean;
    readonly at: readonly Expression[];
}
