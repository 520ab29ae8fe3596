import { align, signOf } from "./align.js";
import { brokenGroups } from "./breaks.js";
import { columns } from "./columns.js";
import { breaksLine, glues, sidesInLine, sidesOfLineEnd } from "./comments.js";
import { fits, isFlat } from "./fits.js";
import { Page } from "./page.js";
/** Columns that a line may take, comments at its end aside. */
const lineWidth = 100;
/**
 * Lays a text out, with the comments in the gaps before its words. Ends with a line break.
 *
 * @throws Error (a defect) if the words are not put out each once, in their order.
 */
export function print(doc, gaps) {
    const page = new Page();
    const printer = new Printer(doc, gaps, page);
    printer.run();
    return align(page.text(), lineWidth);
}
class Printer {
    page;
    commands;
    measure;
    gaps;
    /** The words that are to come. */
    queue;
    /** The gap before the next word. */
    gap;
    /** Its comments that are not out yet. */
    comments;
    /** Those that belong to the word before are out. */
    isSettled = true;
    /** In the gap a line ended at which comments may stand above the next word. */
    isAbove = true;
    constructor(doc, gaps, page) {
        this.page = page;
        this.commands = [{ indent: 0, flat: false, doc }];
        this.gaps = gaps;
        this.queue = [...gaps.keys()].toReversed();
        this.gap = gaps.get(this.queue.at(-1));
        this.comments = this.gap?.comments ?? [];
        this.measure = {
            broken: brokenGroups(doc, gaps),
            word: ({ text, index }) => columns(text) + this.widthBefore(index),
            behind: (index) => widthOf(sidesOfLineEnd(this.gapBehind(index)).behind),
        };
    }
    run() {
        for (let next = this.commands.pop(); next !== undefined; next = this.commands.pop())
            this.step(next);
        if (this.queue.length > 0)
            throw new Error('the layout leaves out a word');
    }
    step({ indent, flat, doc }) {
        if (typeof doc === 'string') {
            if (doc !== '')
                this.settle();
            this.page.put(doc);
        }
        else if (!('kind' in doc)) {
            for (const part of doc.toReversed())
                this.commands.push({ indent, flat, doc: part });
        }
        else {
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
                        this.page.put(doc.flat);
                    }
                    else {
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
    word(text, index) {
        if (index !== this.queue.pop())
            throw new Error(`the layout puts out "${text}" in the wrong place`);
        this.settle();
        if (this.isAbove)
            this.putAbove();
        else
            this.putBefore();
        this.page.put(text);
        const next = this.queue.at(-1);
        this.gap = next === undefined ? undefined : this.gaps.get(next);
        this.comments = this.gap?.comments ?? [];
        this.isSettled = this.comments.length === 0;
        this.isAbove = false;
    }
    /** The gap goes on within the line. */
    settle() {
        if (!this.isSettled)
            this.putBehind(sidesInLine(this.gap).behind);
        this.isSettled = true;
    }
    /** A comma: what stands before the source's comma, or at the end of the line, stands before this one. */
    separate(text) {
        if (text !== '' && !this.isSettled)
            this.putBehind(sidesOfLineEnd(this.gap).behind.filter((c) => !breaksLine(c)));
        this.page.put(text);
    }
    endLine({ comments }, indent) {
        if (!this.isSettled) {
            this.putBehind(sidesOfLineEnd(this.gap).behind);
            if (comments === 'behind')
                this.putBehind(this.comments.filter(breaksLine));
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
    putBehind(behind) {
        const mine = this.comments.filter((c) => behind.includes(c));
        this.comments = this.comments.filter((c) => !behind.includes(c));
        for (const one of mine) {
            if (breaksLine(one))
                this.page.wait(one);
            else
                this.page.put(glues(this.gap.before) ? one.text : ` ${one.text}`);
        }
    }
    /** Comments within a line, right before the next word. */
    putBefore() {
        for (const one of this.comments) {
            if (breaksLine(one))
                this.page.wait(one);
            else
                this.page.put(`${one.text} `);
        }
    }
    /** Comments above the next word, or before it on its line. */
    putAbove() {
        if (this.comments.length === 0)
            return;
        const indent = this.page.column;
        this.putLines(indent);
        if (this.gap.after === null)
            return;
        if (!this.comments.at(-1).endsLine)
            this.page.put(' ');
        else {
            if (this.gap.blankBefore)
                this.page.endLine(0);
            this.page.endLine(indent);
        }
    }
    putLines(indent) {
        this.comments.forEach((one, i) => {
            const before = this.comments[i - 1];
            if (before !== undefined && before.endsLine) {
                if (one.blankBefore)
                    this.page.endLine(0);
                this.page.endLine(indent);
            }
            else if (before !== undefined) {
                this.page.put(' ');
            }
            this.page.put(one.text);
        });
    }
    gapBehind(index) {
        let next = index + 1;
        while (!this.gaps.has(next))
            next++;
        return this.gaps.get(next);
    }
    /** Of those above the next word, only what stands on its line counts. */
    widthBefore(index) {
        if (index !== this.queue.at(-1))
            return widthOf(this.gaps.get(index).comments);
        return widthOf(this.comments.slice(this.isAbove ? this.comments.findLastIndex((c) => c.endsLine) + 1 : 0));
    }
}
function widthOf(comments) {
    return comments.reduce((sum, c) => sum + (breaksLine(c) ? 0 : columns(c.text) + 1), 0);
}
