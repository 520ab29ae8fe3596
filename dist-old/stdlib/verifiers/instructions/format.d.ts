import { type Arguments, type InstructionKind } from './kind.ts';
export declare const bulletLists: InstructionKind<{
    num_bullets: number;
}>;
export declare const constrainedResponse: InstructionKind;
export declare const highlightedSections: InstructionKind<{
    num_highlights: number;
}>;
export declare const multipleSections: InstructionKind<{
    section_spliter: string;
    num_sections: number;
}>;
export declare const jsonFormat: InstructionKind;
export declare const title: InstructionKind<Arguments>;
