import type { Unit } from './units.ts';
/** The types of the language. Every expression has one, and every field and parameter takes one. */
export type Type = {
    readonly kind: 'number';
    readonly name: NumberName;
    readonly bounds?: Bounds;
} | {
    readonly kind: 'count';
    readonly unit: Unit;
    readonly bounds?: Bounds;
}
/** A count of steps or of tokens. */
 | {
    readonly kind: 'duration';
} | {
    readonly kind: 'range';
} | {
    readonly kind: 'string';
} | {
    readonly kind: 'path';
} | {
    readonly kind: 'boolean';
} | {
    readonly kind: 'enum';
    readonly values: readonly string[];
}
/** Of a number or a count; a constant is a schedule too. */
 | {
    readonly kind: 'schedule';
    readonly of: NumericType;
}
/** What may stand in a calculation: a number of whatever unit; where `schedule` is no null, a schedule too. */
 | {
    readonly kind: 'amount';
    readonly schedule: NumericType | null;
}
/** The type, or the word `none`. */
 | {
    readonly kind: 'optional';
    readonly of: Type;
} | {
    readonly kind: NamedKind;
};
export type NumericType = Extract<Type, {
    kind: 'number' | 'count';
}>;
/** Things that are declared and referred to by name. */
export declare const namedKinds: readonly ["metric", "trigger", "task", "verifier", "mixture", "reward", "suite", "model", "stage"];
export type NamedKind = (typeof namedKinds)[number];
export declare const numberNames: readonly ["Number", "Fraction", "Coefficient", "Rate", "Temperature", "Whole"];
export type NumberName = (typeof numberNames)[number];
/** What a number of a type may be, and how a message says so. */
export interface Bounds {
    readonly least: number;
    readonly most: number;
    /** Whether `least` itself is out. */
    readonly open: boolean;
    readonly words: string;
}
/** The bounds of a number's or a count's values. Counts are whole and at least 1, except those of steps, tokens and evaluations, which may be 0. */
export declare function boundsOf(type: NumericType): Bounds;
/** Whether a value lies in a type's bounds (and is whole where the type counts). */
export declare function within(type: NumericType, value: number): boolean;
/** The type as it is written in a program, e.g. `Schedule<Count<tokens>>`. */
export declare function typeText(type: Type): string;
/** The type with a phrase for readers who do not know it: `Fraction (from 0 to 1, or from 0% to 100%)`. */
export declare function typeWords(type: Type): string;
export declare const t: {
    readonly number: {
        readonly kind: "number";
        readonly name: "Number";
    };
    readonly fraction: {
        readonly kind: "number";
        readonly name: "Fraction";
    };
    readonly coefficient: {
        readonly kind: "number";
        readonly name: "Coefficient";
    };
    readonly rate: {
        readonly kind: "number";
        readonly name: "Rate";
    };
    readonly temperature: {
        readonly kind: "number";
        readonly name: "Temperature";
    };
    readonly whole: {
        readonly kind: "number";
        readonly name: "Whole";
    };
    readonly duration: {
        readonly kind: "duration";
    };
    readonly range: {
        readonly kind: "range";
    };
    readonly string: {
        readonly kind: "string";
    };
    readonly path: {
        readonly kind: "path";
    };
    readonly boolean: {
        readonly kind: "boolean";
    };
    readonly metric: {
        readonly kind: "metric";
    };
    readonly trigger: {
        readonly kind: "trigger";
    };
    readonly task: {
        readonly kind: "task";
    };
    readonly verifier: {
        readonly kind: "verifier";
    };
    readonly mixture: {
        readonly kind: "mixture";
    };
    readonly reward: {
        readonly kind: "reward";
    };
    readonly suite: {
        readonly kind: "suite";
    };
    readonly model: {
        readonly kind: "model";
    };
    readonly stage: {
        readonly kind: "stage";
    };
    /** Fractions without 0, and without 1. */
    readonly share: {
        readonly kind: "number";
        readonly name: "Fraction";
        readonly bounds: {
            readonly least: 0;
            readonly most: 1;
            readonly open: true;
            readonly words: "more than 0, and at most 1";
        };
    };
    readonly decay: {
        readonly kind: "number";
        readonly name: "Fraction";
        readonly bounds: {
            readonly least: 0;
            readonly most: number;
            readonly open: false;
            readonly words: "0 or more, and less than 1";
        };
    };
    /** Ratios that raise: more than 1. */
    readonly excess: {
        readonly kind: "number";
        readonly name: "Number";
        readonly bounds: {
            readonly least: 1;
            readonly most: number;
            readonly open: true;
            readonly words: "more than 1";
        };
    };
    readonly atLeastOne: {
        readonly kind: "number";
        readonly name: "Number";
        readonly bounds: {
            readonly least: 1;
            readonly most: number;
            readonly open: false;
            readonly words: "1 or more";
        };
    };
    /** How many times: at least once. */
    readonly times: {
        readonly kind: "number";
        readonly name: "Whole";
        readonly bounds: {
            readonly least: 1;
            readonly most: number;
            readonly open: false;
            readonly words: "a whole number, 1 or more";
        };
    };
    readonly length: {
        readonly kind: "count";
        readonly unit: "tokens";
        readonly bounds: {
            readonly least: 1;
            readonly most: number;
            readonly open: false;
            readonly words: "a whole number, 1 or more";
        };
    };
    /** How long one request may take. */
    readonly patience: {
        readonly kind: "count";
        readonly unit: "seconds";
        readonly bounds: {
            readonly least: 1;
            readonly most: 86400;
            readonly open: false;
            readonly words: "a whole number from 1 to 86400";
        };
    };
    /** A number of whatever unit. */
    readonly amount: {
        readonly kind: "amount";
        readonly schedule: null;
    };
    readonly count: (unit: Unit) => {
        readonly kind: "count";
        readonly unit: "steps" | "tokens" | "evaluations" | "prompts" | "samples" | "updates" | "problems" | "seconds";
    };
    readonly oneOf: (...values: string[]) => {
        readonly kind: "enum";
        readonly values: string[];
    };
    readonly schedule: (of: NumericType) => {
        readonly kind: "schedule";
        readonly of: NumericType;
    };
    readonly optional: (of: Type) => {
        readonly kind: "optional";
        readonly of: Type;
    };
};
