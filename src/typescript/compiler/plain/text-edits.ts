import { encode, type SourceMapSegment } from '@jridgewell/sourcemap-codec';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text after its edits, and the mappings of a source map that lead back. */
export interface EditedText {
  readonly text: string;
  readonly mappings: string;
}

/** Edits of a text that leave each of its lines where it is. */
export class TextEdits {
  readonly #source: string;
  readonly #edits: Edit[] = [];
  readonly #marks: number[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  /** Puts a text of one line in the place of a part, whose line breaks follow it. */
  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text: text + lineBreaks(this.#source.slice(start, end)) });
  }

  /** Takes a part away; what is around it stays apart. */
  erase(start: number, end: number): void {
    if (end > start) this.replace(start, end, ' ');
  }

  /** Takes a part away, and puts a text behind its line breaks. */
  eraseBefore(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text: lineBreaks(this.#source.slice(start, end)) + text });
  }

  insert(at: number, text: string): void {
    this.#edits.push({ start: at, end: at, text });
  }

  /** Has the source map lead to an offset of the source. */
  mark(at: number): void {
    this.#marks.push(at);
  }

  /** The edited text. Of two edits of the same part, the one that was made first, which is the outer one, is used. */
  apply(): EditedText {
    const source = this.#source;
    const marks = Uint32Array.from(this.#marks).sort();
    // What is inserted comes before what is replaced from there on.
    const edits = this.#edits.sort((one, other) => one.start - other.start || insertion(other) - insertion(one));
    const lines: SourceMapSegment[][] = [[]];
    let line = lines[0] ?? [];
    let lineNumber = 0;
    let lineStart = 0;
    /** How much further to the right a place of the line is than in the source. */
    let shift = 0;
    let next = 0;
    let lastMark = -1;
    const newLine = (start: number): void => {
      line = [];
      lines.push(line);
      lineNumber++;
      lineStart = start;
      shift = 0;
    };
    /** Passes through a part of the source: `keeps` tells whether its text is still there. */
    const pass = (from: number, to: number, keeps: boolean): void => {
      let at = from;
      for (;;) {
        const lineEnd = source.indexOf('\n', at);
        const end = lineEnd === -1 || lineEnd >= to ? to : lineEnd;
        for (let mark = marks[next]; mark !== undefined && mark <= end && mark < to; mark = marks[++next]) {
          if (mark === lastMark || !keeps) continue;
          lastMark = mark;
          line.push([mark - lineStart + shift, 0, lineNumber, mark - lineStart]);
        }
        if (end === to) return;
        at = end + 1;
        newLine(at);
      }
    };
    let text = '';
    let done = 0;
    for (const edit of edits) {
      if (edit.start < done) continue;
      text += source.slice(done, edit.start) + edit.text;
      pass(done, edit.start, true);
      if (edit.text !== '' && edit.end > edit.start) {
        line.push([edit.start - lineStart + shift, 0, lineNumber, edit.start - lineStart]);
      }
      pass(edit.start, edit.end, false);
      const lastBreak = edit.text.lastIndexOf('\n');
      if (lastBreak === -1) shift += edit.text.length - (edit.end - edit.start);
      else shift = edit.text.length - lastBreak - 1 - (edit.end - lineStart);
      done = edit.end;
    }
    text += source.slice(done);
    pass(done, source.length, true);
    return { text, mappings: encode(lines) };
  }
}

function insertion({ start, end }: Edit): number {
  return start === end ? 1 : 0;
}

function lineBreaks(text: string): string {
  return text.includes('\n') ? text.replace(/[^\n]+/g, '') : '';
}
