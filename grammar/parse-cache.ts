import { parse, type Parsed } from './parse.ts';

/** Remembers the tree of each file as it was last seen, so that what did not change is not parsed again. */
export class ParseCache {
  private readonly files = new Map<string, { readonly text: string; readonly parsed: Parsed }>();

  /** Like `parse`. The trees are shared: nobody may change them. */
  readonly parse = (file: string, text: string): Parsed => {
    const known = this.files.get(file);
    if (known?.text === text) return known.parsed;
    const parsed = parse(file, text);
    this.files.set(file, { text, parsed });
    return parsed;
  };

  forget(file: string): void {
    this.files.delete(file);
  }
}
