/**
 * The bytes of a file that the command line names.
 * @throws ProrlError (pipeline) where it cannot be read, or is a folder, a pipe or a device, whose reading might not end.
 */
export declare function readNamedFile(file: string, hints: {
    folder: string;
    other: string;
}): Buffer;
