import type { CodeOfTask, SampleDocs } from '../../../grammar/docs/index.ts';
/** The same problem whenever the same version of a task is documented. `folder`: the library's, or the file's. */
export declare function sampleOf(code: CodeOfTask, folder: string): Promise<SampleDocs>;
