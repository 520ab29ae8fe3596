import type { Occurrence } from './meaning.ts';
import type { View } from './session.ts';
/** The name at an offset, the smallest where several overlap; a cursor right behind a name is on it too. */
export declare function occurrenceAt(view: View, offset: number): Occurrence | undefined;
