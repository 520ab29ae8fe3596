/** prorl's own folder: `PRORL_HOME`, or `.prorl` in the user's home folder. */
export declare function prorlHome(): string;
/** Where `prorl backend install NAME` puts a backend. */
export declare function backendFolder(name: 'native' | 'cuda' | 'webgpu'): string;
/** The file that says that an installed backend is complete and was seen to work. */
export declare const readyMarker = "ready.json";
