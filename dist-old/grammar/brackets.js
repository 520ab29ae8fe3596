import { createTokenInstance, tokenMatcher } from "./chevrotain.js";
import { problem, replace } from "./diagnostics/index.js";
import { lineText, spanAt, spanOf } from "./source.js";
import * as t from "./tokens.js";
/** Blocks, calls and lists may nest this deep. */
export const deepest = 64;
const closers = new Map([...t.brackets].map(([open, close]) => [close, open]));
/**
 * Gives every bracket a partner before the parser looks, so that a forgotten bracket costs one
 * message. Where a file does not balance, its layout says which bracket was forgotten: a block
 * ends before the first line that is indented no more than the line that opened it, a call at the
 * end of its line.
 */
export function balance(source, tokens) {
    const state = plainly(tokens);
    if (state === 'deep')
        return tooDeep(source, tokens);
    return state === 'balanced' ? { tokens, diagnostics: [], damaged: [] } : byLayout(source, tokens);
}
function plainly(tokens) {
    const open = [];
    let balanced = true;
    for (const { tokenType } of tokens) {
        if (t.brackets.has(tokenType)) {
            open.push(tokenType);
            if (open.length > deepest)
                return 'deep';
        }
        else if (closers.has(tokenType)) {
            if (open.at(-1) === closers.get(tokenType))
                open.pop();
            else
                balanced = false;
        }
    }
    return balanced && open.length === 0 ? 'balanced' : 'unbalanced';
}
/** Nothing sensible can be said about such a file beyond that. */
function tooDeep(source, tokens) {
    let depth = 0;
    for (const token of tokens) {
        if (t.brackets.has(token.tokenType))
            depth++;
        if (closers.has(token.tokenType))
            depth--;
        if (depth <= deepest)
            continue;
        const found = problem('P0111', spanOf(source, token), 'blocks and brackets are nested too deep here', {
            label: `level ${depth}`,
            reason: `${deepest} levels are allowed; a pipeline needs about five.`,
            fix: { title: 'name the inner parts by declarations of their own', edits: [] },
        });
        return { tokens: [], diagnostics: [found], damaged: [] };
    }
    return { tokens: [], diagnostics: [], damaged: [] };
}
function byLayout(source, tokens) {
    const out = [];
    const open = [];
    const diagnostics = [];
    const damaged = [];
    const close = (opener, before) => {
        const type = t.brackets.get(opener.token.tokenType);
        const previous = out.at(-1) ?? opener.token;
        const end = spanOf(source, previous);
        const here = { ...end, start: end.end, line: end.endLine, column: end.endColumn };
        const close = type.PATTERN;
        const ownLine = type === t.RCurly && previous.startLine !== opener.token.startLine;
        const text = ownLine ? `\n${' '.repeat(opener.indent)}${close}` : type === t.RCurly ? ` ${close}` : close;
        diagnostics.push(problem('P0110', spanOf(source, opener.token), `this "${opener.token.image}" is never closed`, {
            label: `opens here`,
            secondary: [{ span: here, text: `"${close}" is missing here, as the layout has it` }],
            fix: replace(here, text, ownLine ? `write "${close}" on a line of its own after this` : `write "${close}" here`),
        }));
        // A call broken off is damaged as a whole; a block only where its end is missing.
        const from = type === t.RCurly ? here.start : opener.token.startOffset;
        damaged.push([from, before?.startOffset ?? source.text.length]);
        const made = createTokenInstance(type, '', here.start, here.start - 1, here.line, here.endLine, here.column, here.column - 1);
        out.push(made);
    };
    const stray = (token) => {
        diagnostics.push(problem('P0110', spanOf(source, token), `this "${token.image}" closes nothing`, {
            fix: replace(spanOf(source, token), '', 'remove it, or write its opening partner'),
        }));
        damaged.push([token.startOffset, lineEnd(source, token)]);
    };
    let lastLine = 0;
    tokens.forEach((token, i) => {
        const line = token.startLine ?? 1;
        const firstOnLine = line !== lastLine;
        lastLine = token.endLine ?? line;
        const column = (token.startColumn ?? 1) - 1;
        const opens = closers.get(token.tokenType);
        if (firstOnLine) {
            const own = opens === undefined
                ? -1
                : open.findLastIndex((o) => o.token.tokenType === opens && o.indent === column);
            for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
                const inside = open.length - 1 > own && own >= 0;
                const outdented = opens === undefined && column <= top.indent;
                const unfinished = isUnfinishedCall(top, tokens, i, open);
                if (!inside && !outdented && !unfinished)
                    break;
                open.pop();
                close(top, token);
            }
        }
        const call = open.at(-1);
        if (call !== undefined && endsBefore(tokens, i, call))
            close(open.pop(), token);
        if (t.brackets.has(token.tokenType)) {
            open.push({ token, indent: indentOf(source, line) });
        }
        else if (opens !== undefined) {
            const partner = open.findLastIndex((o) => o.token.tokenType === opens);
            if (partner < 0 || closesTooMuch(token, tokens[i + 1], open[partner], firstOnLine)) {
                stray(token);
                return;
            }
            while (open.length - 1 > partner)
                close(open.pop(), token);
            open.pop();
        }
        out.push(token);
    });
    while (open.length > 0)
        close(open.pop(), undefined);
    return { tokens: out, diagnostics, damaged };
}
/**
 * A colon after a value ends the call before it, as in `chain_sum(terms: 2..4: 3`: within a call only names have one.
 * Where the line closes the call itself, something else is amiss.
 */
function endsBefore(tokens, next, top) {
    const token = tokens[next];
    if (token.tokenType !== t.Colon || top.token.tokenType !== t.LParen)
        return false;
    if (tokens[next - 1] === top.token || tokenMatcher(tokens[next - 1], t.Identifier))
        return false;
    let depth = 1;
    for (const { tokenType, startLine } of tokens.slice(next)) {
        if (startLine !== top.token.startLine)
            break;
        if (tokenType === t.LParen)
            depth++;
        if (tokenType === t.RParen)
            depth--;
        if (depth === 0)
            return false;
    }
    return token.startLine === top.token.startLine;
}
/** A `(` or `[` whose line ended without it and whose next lines are not indented deeper. */
function isUnfinishedCall(top, tokens, next, open) {
    if (top.token.tokenType === t.LCurly)
        return false;
    const token = tokens[next];
    if (token.startLine === top.token.startLine || closers.get(token.tokenType) === top.token.tokenType)
        return false;
    return (token.startColumn ?? 1) - 1 <= top.indent || closesAnother(token, open);
}
function closesAnother(token, open) {
    const opens = closers.get(token.tokenType);
    return opens !== undefined && open.at(-1)?.token.tokenType !== opens;
}
/** A `}` at the end of a line that would end a block of earlier lines whose fields go on after it. */
function closesTooMuch(token, next, partner, firstOnLine) {
    if (partner === undefined || firstOnLine || token.tokenType !== t.RCurly)
        return false;
    if (partner.token.startLine === token.startLine || next === undefined)
        return false;
    if (closers.has(next.tokenType) || next.startLine === token.startLine)
        return false;
    return (next.startColumn ?? 1) - 1 > partner.indent;
}
function indentOf(source, line) {
    return /^\s*/.exec(lineText(source, line))[0].length;
}
function lineEnd(source, token) {
    const line = token.startLine ?? 1;
    return spanAt(source, source.lineStarts[line] ?? source.text.length, 0).start;
}
