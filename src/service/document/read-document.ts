import { extname } from 'node:path';

import type { ConfigDocument } from './config-node.js';
import { readJson } from './read-json.js';
import { readText } from './read-text.js';
import { readYaml } from './read-yaml.js';
import type { DateStyle } from './yaml-scalars.js';

/**
 * Reads a file of the project as configuration, by its extension: YAML, JSON, or else text. Scripts are not read: they
 * are run.
 * @param dates what a date in YAML is
 * @returns `undefined` where there is no such file.
 * @throws UserError where it does not parse.
 */
export async function readDocument(path: string, dates?: DateStyle): Promise<ConfigDocument | undefined> {
  const text = await readText(path);
  if (text === undefined) return undefined;
  const extension = extensionOf(path, text);
  if (extension === '.yml' || extension === '.yaml') {
    return { file: { path, format: 'yaml', text }, value: readYaml(text, path, dates) };
  }
  if (extension === '.json' || extension === '.tfstate') {
    return { file: { path, format: 'json', text }, value: readJson(text, path) };
  }
  return { file: { path, format: 'text', text }, value: text };
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
  const documents = new Map<string, Promise<ConfigDocument | undefined>>();
  const read: DocumentReader = async (path) => {
    const document = await readDocument(path, dates);
    if (document !== undefined) onRead(document);
    return document;
  };
  return (path) => {
    const document = documents.get(path) ?? read(path);
    documents.set(path, document);
    return document;
  };
}
