import { align, signOf } from './align.ts';
import { brokenGroups } from './breaks.ts';
import { columns } from './columns.ts';
import { breaksLine, glues, sidesInLine, sidesOfLineEnd, type Comment, type Gap } from './comments.ts';
import type { Doc, Line } from './doc.ts';
import { fits, isFlat, type Command, type Measure } from './fits.ts';
import { Page } from './page.ts';

/** Columns that a line may take, comments at its end aside. */
const lineWidth = 100;

/**
 * Lays a text out, with the comments in the gaps before its words. Ends with a line break.
 *
 * @throws Error (a defect) if the words are not put out each once, in their order.
 */
export function print(doc: Doc, gaps: ReadonlyMap<number, Gap>): string {
  const page = new Page();
  const printer = new Printer(doc, gaps, page);
  printer.run();
  return align(page.text(), lineWidth);
}

class Printer {
  private readonly page: Page;
  private readonly commands: Command[];
  private readonly measure: Measure;
  private readonly gaps: ReadonlyMap<number, Gap>;
  /** The words that are to come. */
  private readonly queue: number[];
  /** The gap before the next word. */
  private gap: Gap | undefined;
  /** Its comments that are not out yet. */
  private comments: readonly Comment[];
  /** Those that belong to the word before are out. */
  private isSettled = true;
  /** In the gap a line ended at which comments may stand above the next word. */
  private isAbove = true;

  constructor(doc: Doc, gaps: ReadonlyMap<number, Gap>, page: Page) {
    this.page = page;
    this.commands = [{ indent: 0, flat: false, doc }];
    this.gaps = gaps;
    this.queue = [...gaps.keys()].toReversed();
    this.gap = gaps.get(this.queue.at(-1)!);
    this.comments = this.gap?.comments ?? [];
    this.measure = {
      broken: brokenGroups(doc, gaps),
      word: ({ text, index }) => columns(text) + this.widthBefore(index),
      behind: (index) => widthOf(sidesOfLineEnd(this.gapBehind(index)).behind),
    };
  }

  run(): void {
    for (let next = this.commands.pop(); next !== undefined; next = this.commands.pop()) this.step(next);
    if (this.queue.length > 0) throw new Error('the layout leaves out a word');
  }

  private step({ indent, flat, doc }: Command): void {
    if (typeof doc === 'string') {
      if (doc !== '') this.settle();
      this.page.put(doc);
    } else if (!('kind' in doc)) {
      for (const part of doc.toReversed()) this.commands.push({ indent, flat, doc: part });
    } else {
      switch (doc.kind) {
        case 'group': {
          const inner = { indent, flat: true, doc: doc.doc };
          const room = lineWidth - this.page.column;
          const isOneLine = !this.measure.broken.has(doc) && fits(inner, this.commands, room, this.measure);
          this.commands.push({ ...inner, flat: isOneLine });
          break;
        }
        case 'indent':
          this.commands.push({ indent: indent + 2, flat, doc: doc.doc });
          break;
        case 'line':
          if (isFlat(doc, flat)) {
            this.settle();
            this.page.put(doc.flat!);
          } else {
            this.endLine(doc, indent);
          }
          break;
        case 'either':
          this.separate(flat ? doc.flat : doc.broken);
          break;
        case 'mark':
          this.settle();
          this.page.sign(flat ? ' ' : signOf(doc.mark));
          break;
        case 'word':
          this.word(doc.text, doc.index);
          break;
      }
    }
  }

  private word(text: string, index: number): void {
    if (index !== this.queue.pop()) throw new Error(`the layout puts out "${text}" in the wrong place`);
    this.settle();
    if (this.isAbove) this.putAbove();
    else this.putBefore();
    this.page.put(text);
    const next = this.queue.at(-1);
    this.gap = next === undefined ? undefined : this.gaps.get(next);
    this.comments = this.gap?.comments ?? [];
    this.isSettled = this.comments.length === 0;
    this.isAbove = false;
  }

  /** The gap goes on within the line. */
  private settle(): void {
    if (!this.isSettled) this.putBehind(sidesInLine(this.gap!).behind);
    this.isSettled = true;
  }

  /** A comma: what stands before the source's comma, or at the end of the line, stands before this one. */
  private separate(text: string): void {
    if (text !== '' && !this.isSettled)
      this.putBehind(sidesOfLineEnd(this.gap!).behind.filter((c) => !breaksLine(c)));
    this.page.put(text);
  }

  private endLine({ comments }: Line, indent: number): void {
    if (!this.isSettled) {
      this.putBehind(sidesOfLineEnd(this.gap!).behind);
      if (comments === 'behind') this.putBehind(this.comments.filter(breaksLine));
    }
    this.isSettled = true;
    this.isAbove = comments !== 'behind';
    if (comments === 'within' && this.comments.length > 0) {
      this.page.endLine(indent + 2);
      this.putLines(indent + 2);
      this.comments = [];
    }
    this.page.endLine(indent);
  }

  /** Comments behind the word before. */
  private putBehind(behind: readonly Comment[]): void {
    const mine = this.comments.filter((c) => behind.includes(c));
    this.comments = this.comments.filter((c) => !behind.includes(c));
    for (const one of mine) {
      if (breaksLine(one)) this.page.wait(one);
      else this.page.put(glues(this.gap!.before) ? one.text : ` ${one.text}`);
    }
  }

  /** Comments within a line, right before the next word. */
  private putBefore(): void {
    for (const one of this.comments) {
      if (breaksLine(one)) this.page.wait(one);
      else this.page.put(`${one.text} `);
    }
  }

  /** Comments above the next word, or before it on its line. */
  private putAbove(): void {
    if (this.comments.length === 0) return;
    const indent = this.page.column;
    this.putLines(indent);
    if (this.gap!.after === null) return;
    if (!this.comments.at(-1)!.endsLine) this.page.put(' ');
    else {
      if (this.gap!.blankBefore) this.page.endLine(0);
      this.page.endLine(indent);
    }
  }

  private putLines(indent: number): void {
    this.comments.forEach((one, i) => {
      const before = this.comments[i - 1];
      if (before !== undefined && before.endsLine) {
        if (one.blankBefore) this.page.endLine(0);
        this.page.endLine(indent);
      } else if (before !== undefined) {
        this.page.put(' ');
      }
      this.page.put(one.text);
    });
  }

  private gapBehind(index: number): Gap {
    let next = index + 1;
    while (!this.gaps.has(next)) next++;
    return this.gaps.get(next)!;
  }

  /** Of those above the next word, only what stands on its line counts. */
  private widthBefore(index: number): number {
    if (index !== this.queue.at(-1)) return widthOf(this.gaps.get(index)!.comments);
    return widthOf(
      this.comments.slice(this.isAbove ? this.comments.findLastIndex((c) => c.endsLine) + 1 : 0),
    );
  }
}

function widthOf(comments: readonly Comment[]): number {
  return comments.reduce((sum, c) => sum + (breaksLine(c) ? 0 : columns(c.text) + 1), 0);
}
