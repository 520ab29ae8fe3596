import { signOf } from './align.ts';
import { columns } from './columns.ts';
import type { Comment } from './comments.ts';

/** The lines that are being written. */
export class Page {
  column = 0;
  private readonly rows: string[] = [];
  private line = '';
  /** Comments that wait for the end of their line. */
  private waiting: Comment[] = [];

  put(text: string): void {
    this.line += text;
    const last = text.lastIndexOf('\n');
    this.column = last < 0 ? this.column + columns(text) : columns(text.slice(last + 1));
  }

  /** A sign that stands for a space until lines are aligned. */
  sign(text: string): void {
    this.line += text;
    this.column += 1;
  }

  /** Puts a comment at the end of the line. */
  wait(comment: Comment): void {
    this.waiting.push(comment);
  }

  endLine(indent: number): void {
    this.flush();
    this.line = ' '.repeat(indent);
    this.column = indent;
  }

  text(): string {
    this.flush();
    return `${this.rows.join('\n')}\n`;
  }

  private flush(): void {
    // What may be followed by more comes first: nothing stands behind a comment that runs to the line's end.
    const ordered = [...this.waiting.filter((c) => !c.toEnd), ...this.waiting.filter((c) => c.toEnd)];
    let line = this.line.trimEnd();
    ordered.forEach(({ text }, i) => {
      line += (i > 0 ? ' ' : line === '' ? '' : signOf('comment')) + text;
    });
    this.rows.push(line);
    this.waiting = [];
  }
}
