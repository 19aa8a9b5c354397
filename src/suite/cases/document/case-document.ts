import type { SourceLocation } from '../../../diagnostics/diagnostic.js';
import { UserError } from '../../../diagnostics/user-error.js';
import { describeJsonError, excerptAt } from '../../../json/describe-error.js';
import { findDuplicateKey } from '../../../json/duplicate-key.js';
import { type ExactJson, parseExactJson } from '../../../json/exact-number.js';
import { JsonPlaces } from '../../../json/places.js';
import type { CasePath } from '../../case-path.js';
import { findNode } from './find-node.js';
import { ImpossibleValue, nodeValue } from './node-value.js';
import { parseYaml, type TextPosition } from './parse-yaml.js';
import { readPlainYaml } from './plain-yaml.js';

/** A parsed text in YAML or JSON, with the places of its values. */
export interface CaseDocument {
  readonly value: ExactJson;
  /** How messages name it: `The case file a.yml`. */
  readonly name: string;
  /**
   * The place of a value's key, or of a list's item; for a value that is not in the text, of the nearest one above it. None
   * in a text that was given inline.
   */
  locate(path: CasePath): SourceLocation | undefined;
  /** The same within the text, counted from 1. */
  position(path: CasePath): TextPosition;
  /** A newline, the line of a key, and a mark under it, for a message. */
  excerpt(path: CasePath): string;
}

/** The text to read, and its name in messages. */
export interface DocumentSource {
  readonly text: string;
  /** Absolute; absent for a text that was given inline. */
  readonly file?: string;
  /** `The case file a.yml`. */
  readonly name: string;
}

/**
 * Reads YAML 1.2 with merge keys, or JSON where the file's name says so. Numbers keep their digits.
 * @throws UserError with line and column if it does not parse, or contains something that JSON can't express
 */
export function readCaseDocument(source: DocumentSource): CaseDocument {
  const { text, name } = source;
  const isJson = source.file?.toLowerCase().endsWith('.json') ?? false;
  const value = isJson ? readJson(source) : readYaml(source);
  let places: Places | undefined;
  // The nodes of YAML take thirty times the memory of the text, so they are made only if something is wrong.
  const position = (path: CasePath): TextPosition => {
    places ??= isJson ? new JsonPlaces(text) : yamlPlaces(text);
    return places.positionOf(path);
  };
  return {
    value,
    name,
    position,
    locate: (path) => (source.file === undefined ? undefined : { file: source.file, ...position(path) }),
    excerpt: (path) => {
      const { line, column } = position(path);
      return `\n${excerptAt(text, line, column)}`;
    },
  };
}

interface Places {
  positionOf(path: CasePath): TextPosition;
}

function yamlPlaces(text: string): Places {
  const { document, positionAt } = parseYaml(text);
  return { positionOf: (path) => positionAt(findNode(document, path)?.range?.[0] ?? 0) };
}

function readJson(source: DocumentSource): ExactJson {
  const { text } = source;
  const bytes = Buffer.from(text);
  try {
    const value = parseExactJson(text);
    const duplicate = findDuplicateKey(bytes);
    if (duplicate === -1) return value;
    const before = bytes.toString('utf8', 0, duplicate).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    throw invalid(source, 'has a key twice', { line: before.length, column });
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    if (text.trim() === '') throw invalid(source, 'is empty');
    const { line, column, reason } = describeJsonError(text);
    throw invalid(source, `is not valid JSON: ${reason}`, { line, column });
  }
}

function readYaml(source: DocumentSource): ExactJson {
  const plain = readPlainYaml(source.text);
  if (plain !== undefined) return plain;
  const { document, positionAt, problem } = parseYaml(source.text);
  if (problem !== undefined) throw invalid(source, `is not valid YAML: ${problem.reason}`, problem);
  if (document.contents === null) throw invalid(source, 'is empty');
  try {
    return nodeValue(document);
  } catch (error) {
    if (!(error instanceof ImpossibleValue)) throw error;
    const offset = error.node?.range?.[0];
    throw invalid(source, error.message, offset === undefined ? undefined : positionAt(offset));
  }
}

function invalid({ text, file, name }: DocumentSource, what: string, position?: TextPosition): UserError {
  const place = position === undefined ? '' : ` at line ${position.line}, column ${position.column}`;
  const excerpt = position === undefined ? '' : `\n${excerptAt(text, position.line, position.column)}`;
  return new UserError({
    code: 'case-file-invalid',
    message: `${name} ${what}${place}.${excerpt}`,
    location: file === undefined ? undefined : { file, ...position },
  });
}
