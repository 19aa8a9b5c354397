import { type Document, LineCounter, parseDocument } from 'yaml';

/** A place in a text, counted from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** A document, or what is wrong with it. */
export interface ParsedYaml {
  readonly document: Document.Parsed;
  /** The line and column of an offset. */
  readonly positionAt: (offset: number) => TextPosition;
  readonly problem?: TextPosition & { readonly reason: string };
}

/** Parses one YAML document, keeping comments and positions. An unknown tag is a mistake. */
export function parseYaml(text: string): ParsedYaml {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { merge: true, prettyErrors: false, logLevel: 'error', lineCounter });
  const positionAt = (offset: number): TextPosition => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const [problem] = [...document.errors, ...document.warnings];
  if (problem === undefined) return { document, positionAt };
  const { code, message, pos } = problem;
  const reason = code === 'MULTIPLE_DOCS' ? 'it holds several documents, where one is expected' : message;
  return { document, positionAt, problem: { reason: reason.replace(/\.$/, ''), ...positionAt(pos[0]) } };
}
