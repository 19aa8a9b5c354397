import { displayPath } from '../../diagnostics/display-path.js';
import { UserError } from '../../diagnostics/user-error.js';
import { readText } from '../document/read-text.js';
import { positionAt } from '../document/text-position.js';
import { canonicalName } from './offline-answers.js';

/**
 * Reads a file of answers to variables, which is written like a `.env` file: lines of `NAME=VALUE`, whose names are
 * variables without `${}`. A `#` at the start of a line, or after a blank behind a value, begins a comment. A value in
 * quotes (`'`, `"` or a backtick) is literal and may have several lines; `"` allows the escapes `\n`, `\r`, `\t`, `\"` and
 * `\\`. A value that starts with `{` or `[` goes to the end of its line. No value is expanded.
 * @param path absolute
 * @throws UserError if the file does not exist; with line and column if something in it is wrong
 */
export async function readAnswersFile(path: string): Promise<Record<string, string>> {
  const text = await readText(path);
  if (text !== undefined) return parseAnswers(text, path);
  throw new UserError({
    code: 'answers-file-missing',
    message: `The file of answers ${displayPath(path)} does not exist.`,
    hint: 'Its path is relative to the folder that the command runs in (in a workflow the workspace), or absolute.',
  });
}

/** The beginning of a variable's text: its source, or the service of a composition. */
const variableText = /^(?:\$\{)?\s*[A-Za-z_][\w-]*(?:[\w.-]*\s*[(:]|\.[\w-])/;
const line = /[^\S\r\n]*(?:#[^\r\n]*)?(?:\r\n?|\n|$)/y;
const blanks = /[^\S\r\n]*/y;
const toLineEnd = /[^\r\n]*/y;
const quotes: Readonly<Record<string, RegExp | undefined>> = {
  "'": /'([^']*)'/y,
  '"': /"([^"\\]*(?:\\.[^"\\]*)*)"/sy,
  '`': /`([^`]*)`/y,
};

/** Parses the text of such a file; its path is for messages. */
export function parseAnswers(text: string, path: string): Record<string, string> {
  const answers = new Map<string, { readonly name: string; readonly value: string; readonly line: number }>();
  const wrong = (offset: number, what: string, hint?: string): UserError => {
    const position = positionAt(text, offset);
    return new UserError({
      code: 'answers-file-malformed',
      message: `Line ${position.line} of the file of answers ${displayPath(path)} ${what}.`,
      hint:
        hint ??
        'Write one NAME=VALUE per line, where each name is a variable without ${}, such as ssm:/app/db-url=postgres://localhost/app.',
      location: { file: path, ...position },
    });
  };
  let at = 0;
  while (at < text.length) {
    const rest = match(line, text, at);
    if (rest !== undefined) {
      at += Math.max(rest[0].length, 1);
      continue;
    }
    const start = at + (match(blanks, text, at)?.[0].length ?? 0);
    const written = match(toLineEnd, text, start)?.[0] ?? '';
    const equals = written.indexOf('=');
    const name = written.slice(0, equals).trim();
    if (equals === -1) throw wrong(start, 'has no `=`');
    if (name === '') throw wrong(start, 'has no name before the `=`');
    if (!variableText.test(name)) {
      throw wrong(
        start,
        `answers \`${name}\`, which is no variable: its source is missing`,
        `Write it as the configuration has it, without \${}: such as ssm:${name}=…. A variable of the handler's environment belongs to \`env\` (--env).`,
      );
    }
    const key = canonicalName(name);
    const earlier = answers.get(key);
    if (earlier !== undefined)
      throw wrong(start, `answers \`${name}\` again: line ${earlier.line} does so first`, 'Remove one of the two.');
    const valueStart = start + equals + 1 + (match(blanks, text, start + equals + 1)?.[0].length ?? 0);
    const { value, end } = readValue(text, valueStart, wrong);
    answers.set(key, { name, value, line: positionAt(text, start).line });
    at = end;
  }
  return Object.fromEntries([...answers.values()].map(({ name, value }) => [name, value]));
}

/** Reads the value at an offset, and returns where the next line starts. */
function readValue(
  text: string,
  start: number,
  wrong: (offset: number, what: string, hint?: string) => UserError,
): { readonly value: string; readonly end: number } {
  const mark = text[start] ?? '';
  const pattern = quotes[mark];
  if (pattern === undefined) {
    const written = match(toLineEnd, text, start)?.[0] ?? '';
    const isStructured = mark === '{' || mark === '[';
    const value = (isStructured ? written : written.replace(/(?:^|\s)#.*$/, '')).trimEnd();
    return { value, end: start + written.length };
  }
  const quoted = match(pattern, text, start);
  if (quoted === undefined)
    throw wrong(start, `opens a value with ${mark}, which is never closed`, `Close it with ${mark}.`);
  const end = start + quoted[0].length;
  if (match(line, text, end) === undefined) {
    throw wrong(end, 'has text behind the quote that closes its value', 'Put the whole value into other quotes.');
  }
  const inner = quoted[1] ?? '';
  return {
    value: mark === '"' ? inner.replaceAll(/\\([nrt"\\])/g, (_, letter: string) => escapes[letter] ?? letter) : inner,
    end,
  };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
