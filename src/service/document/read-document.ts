import { extname } from 'node:path';

import type { ReportDiagnostic, SourceLocation } from '../../diagnostics/diagnostic.js';
import { type ConfigDocument, isMapping } from './config-node.js';
import { readJson } from './read-json.js';
import { readText } from './read-text.js';
import { readPlainDocument, readTemplateYaml, readYaml } from './read-yaml.js';
import { positionAt } from './text-position.js';
import type { DateStyle } from './yaml-scalars.js';

/**
 * Reads a file of the project as configuration, by its extension: YAML, JSON, or else text. Scripts are not read: they
 * are run.
 * @param dates what a date in YAML is
 * @returns `undefined` where there is no such file.
 * @throws UserError where it does not parse.
 */
export async function readDocument(path: string, dates: DateStyle = 'text'): Promise<ConfigDocument | undefined> {
  const text = await readText(path);
  if (text === undefined) return undefined;
  const extension = extensionOf(path, text);
  if (extension === '.yml' || extension === '.yaml') {
    const plain = dates === 'text' ? readPlainDocument(text, path) : undefined;
    return plain ?? { file: { path, format: 'yaml', text }, value: readYaml(text, path, dates) };
  }
  if (extension === '.json' || extension === '.tfstate') {
    return { file: { path, format: 'json', text }, value: readJson(text, path) };
  }
  return { file: { path, format: 'text', text }, value: text };
}

/**
 * Reads a file as {@link readDocument} does, and as SAM and CloudFormation read templates: a key that stands twice in a mapping is no
 * error, and the last one counts.
 * @param onRepeated takes the place of the first such key of a template
 */
export async function readTemplateDocument(
  path: string,
  onRepeated: (place: SourceLocation) => void,
): Promise<ConfigDocument | undefined> {
  const text = await readText(path);
  if (text === undefined || !/^\.ya?ml$/.test(extensionOf(path, text))) return readDocument(path, 'text');
  const plain = readPlainDocument(text, path);
  if (plain !== undefined) return plain;
  const { value, repeatedKey } = readTemplateYaml(text, path, 'text');
  if (repeatedKey !== undefined && isMapping(value) && 'Resources' in value) {
    onRepeated({ file: path, ...positionAt(text, repeatedKey) });
  }
  return { file: { path, format: 'yaml', text }, value };
}

/** That of a file's name; a `.template` of CloudFormation is JSON or YAML. */
function extensionOf(path: string, text: string): string {
  const extension = extname(path).toLowerCase();
  if (extension !== '.template') return extension;
  return text.trimStart().startsWith('{') ? '.json' : '.yaml';
}

/** Reads a file as `readDocument` does. */
export type DocumentReader = (path: string) => Promise<ConfigDocument | undefined>;

/** A configuration file, and what has read it already. */
export interface OpenedFile {
  /** Absolute. */
  readonly file: string;
  readonly readDocument: DocumentReader;
}

/**
 * A reader that reads each file once.
 * @param onRead takes each document, once it is read
 */
export function createDocumentReader(
  dates: DateStyle,
  onRead: (document: ConfigDocument) => void = () => {},
): DocumentReader {
  return readOnce(async (path) => {
    const document = await readDocument(path, dates);
    if (document !== undefined) onRead(document);
    return document;
  });
}

/** A reader of templates that reads each file once. A key that stands twice is a warning. */
export function createTemplateReader(report: ReportDiagnostic): DocumentReader {
  return readOnce((path) =>
    readTemplateDocument(path, (location) =>
      report({
        severity: 'warning',
        code: 'config-repeated-key',
        message: 'A key stands twice in a mapping of the template: the last one counts.',
        location,
      }),
    ),
  );
}

function readOnce(read: DocumentReader): DocumentReader {
  const documents = new Map<string, Promise<ConfigDocument | undefined>>();
  return (path) => {
    const document = documents.get(path) ?? read(path);
    documents.set(path, document);
    return document;
  };
}
