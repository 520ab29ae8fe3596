/** `runs/PIPELINE-N` with the first N after all that are there. Nothing is made. */
export declare function nextRunFolder(pipeline: string): string;
