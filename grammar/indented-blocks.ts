import type { IToken, TokenType } from 'chevrotain';
import { problem, type Diagnostic } from './diagnostics/index.ts';
import { spanAt, type Source } from './source.ts';
import * as t from './tokens.ts';

/** A line that ends with a colon, and a field below: most files hold none, and their tokens are not gone through. */
const SUSPECT = /:[ \t]*(?:\/\/.*)?\r?\n\s*\w+[ \t]*:/;

/** A block that is open: where its line begins, and the tokens from its colon on. */
interface Open {
  readonly column: number;
  readonly indent: string;
  readonly colon: IToken;
  /** Braces and parentheses that were opened within it. */
  depth: number;
}

/**
 * `rollout:` with its fields on deeper lines below, as YAML and Python have it. The colon is taken for "{" and "}" stands
 * where the lines are as deep as the first again, so that the fields draw no messages; each block is reported with its fix.
 */
export function bracesForIndentation(
  source: Source,
  tokens: IToken[],
): { tokens: IToken[]; diagnostics: readonly Diagnostic[] } {
  if (!SUSPECT.test(source.text)) return { tokens, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const read: IToken[] = [];
  const open: Open[] = [];
  let line: IToken | undefined;
  // Ends the innermost block behind the token read last, on a character that is none of a token.
  const end = (last: IToken, before: number): boolean => {
    const block = open.pop()!;
    const at = endOf(read.at(-1)!);
    if (at >= before || at >= source.text.length) return false;
    const { line: startLine, column: startColumn } = spanAt(source, at, at + 1);
    read.push({
      ...as(last, t.RCurly, '}'),
      ...{
        startOffset: at,
        endOffset: at,
        startLine,
        endLine: startLine,
        startColumn,
        endColumn: startColumn,
      },
    });
    const span = spanAt(source, block.colon.startOffset, endOf(block.colon));
    const behind = endOf(last);
    diagnostics.push(
      problem('P0121', span, 'a block stands in braces', {
        label: 'the lines below are deeper, which says nothing here',
        fix: {
          title: 'put it in braces',
          edits: [
            { span, text: ' {' },
            { span: spanAt(source, behind, behind), text: `\n${block.indent}}` },
          ],
        },
      }),
    );
    return true;
  };
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const begins = before === undefined || token.startLine! > before.endLine!;
    while (open.length > 0) {
      const { column, depth } = open.at(-1)!;
      const ends = begins ? depth === 0 && token.startColumn! <= column : depth === 0 && closes(token);
      if (!ends) break;
      if (!end(before!, token.startOffset)) return { tokens, diagnostics: [] };
    }
    if (begins) line = token;
    const innermost = open.at(-1);
    if (innermost !== undefined) innermost.depth += opens(token) ? 1 : closes(token) ? -1 : 0;
    if (token.tokenType === t.Colon && beginsBlock(line!, token, tokens[i + 1], tokens[i + 2])) {
      const at = source.text.lastIndexOf('\n', line!.startOffset) + 1;
      const indent = source.text.slice(at, line!.startOffset);
      open.push({ column: line!.startColumn!, indent, colon: token, depth: 0 });
      read.push(as(token, t.LCurly, '{'));
    } else {
      read.push(token);
    }
  }
  while (open.length > 0) {
    if (!end(tokens.at(-1)!, source.text.length)) return { tokens, diagnostics: [] };
  }
  return { tokens: read, diagnostics };
}

/** Whether a colon ends its line and the next line, deeper, is a field. A word alone at the top level names no block. */
function beginsBlock(
  line: IToken,
  colon: IToken,
  next: IToken | undefined,
  third: IToken | undefined,
): boolean {
  return (
    next !== undefined &&
    next.startLine! > colon.endLine! &&
    next.startColumn! > line.startColumn! &&
    !(line.startColumn === 1 && endOf(line) === colon.startOffset) &&
    /^[a-z_]\w*$/i.test(next.image) &&
    third?.tokenType === t.Colon
  );
}

function opens({ tokenType }: IToken): boolean {
  return tokenType === t.LCurly || tokenType === t.LParen || tokenType === t.LSquare;
}

function closes({ tokenType }: IToken): boolean {
  return tokenType === t.RCurly || tokenType === t.RParen || tokenType === t.RSquare;
}

function as(token: IToken, tokenType: TokenType, image: string): IToken {
  return { ...token, image, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx! };
}

function endOf(token: IToken): number {
  return token.endOffset! + 1;
}
