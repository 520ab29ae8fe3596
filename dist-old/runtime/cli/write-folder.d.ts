/**
 * Writes files into a new or empty folder. Parent folders are made.
 * @throws ProrlError (usage) where the folder holds anything, or is a file.
 */
export declare function writeFolder(folder: string, files: Readonly<Record<string, string>>): Promise<void>;
