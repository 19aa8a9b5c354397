import { CORE_SCHEMA, load, mergeTag, YAMLException } from 'js-yaml';

import { parseWithLooseFlow } from '../../json/flow-in-yaml.js';
import { cloudFormationTags } from './cloudformation-tags.js';
import type { ConfigDocument } from './config-node.js';
import { readPlainYaml } from './plain-yaml.js';
import { syntaxError } from './syntax-error.js';
import { checkSize } from './value-size.js';
import { type DateStyle, instantTag, numberTags } from './yaml-scalars.js';

/**
 * The framework's dialect: YAML 1.2's core types (`017` is 17, `yes` and `12:30` are strings), merge keys, and the short
 * tags of CloudFormation.
 */
const schema = CORE_SCHEMA.withTags(mergeTag, cloudFormationTags, numberTags);
const schemas: Readonly<Record<DateStyle, typeof schema>> = {
  text: schema,
  instant: schema.withTags(instantTag),
};

/** Each merge key counts as a step. The parser's default limit of 10,000 steps is too low for a large service. */
const maxTotalMergeKeys = 1_000_000;

/**
 * Reads a YAML document.
 * @throws UserError with file, line and column where it does not parse, is empty, or grows out of bounds.
 */
export function readYaml(text: string, path: string, dates: DateStyle = 'text'): unknown {
  let value: unknown;
  try {
    value = parseYaml(text, dates);
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw syntaxError({ text, path, language: 'YAML', ...explain(text, error) });
  }
  if (text.includes('&')) checkSize(value, path);
  return value;
}

/**
 * Reads a YAML document, its dates being texts, without the parser as far as it is plain.
 * @returns `undefined` where it is not, or is wrong
 */
export function readPlainDocument(text: string, path: string): ConfigDocument | undefined {
  const value = readPlainYaml(text, (part) => load(part, { schema, maxTotalMergeKeys }));
  if (value === undefined) return undefined;
  if (text.includes('&')) checkSize(value, path);
  return { file: { path, format: 'yaml', text, isPlain: true }, value };
}

/** A document of which a key may stand twice in a mapping. */
export interface LooselyRead {
  readonly value: unknown;
  /** The offset of the first key that stands twice. */
  readonly repeatedKey?: number;
}

/**
 * Reads a YAML document as SAM and CloudFormation read templates: of a key that stands twice in a mapping, the last one counts.
 * @throws UserError as `readYaml`
 */
export function readTemplateYaml(text: string, path: string, dates: DateStyle): LooselyRead {
  try {
    return { value: readYaml(text, path, dates) };
  } catch (error) {
    let repeatedKey: number | undefined;
    try {
      parseYaml(text, dates);
    } catch (cause) {
      if (cause instanceof YAMLException && cause.reason === 'duplicated mapping key')
        repeatedKey = cause.mark?.position;
    }
    if (repeatedKey === undefined) throw error;
    const { value } = parseWithLooseFlow(text, (each) =>
      load(each, { schema: schemas[dates], maxTotalMergeKeys, json: true }),
    );
    if (text.includes('&')) checkSize(value, path);
    return { value, repeatedKey };
  }
}

/** The value of a YAML document. @throws YAMLException where it does not parse. */
export function parseYaml(text: string, dates: DateStyle = 'text'): unknown {
  return parseWithLooseFlow(text, (each) => load(each, { schema: schemas[dates], maxTotalMergeKeys })).value;
}

function explain(text: string, error: YAMLException): { reason: string; offset: number | undefined } {
  const content = text.search(/^[ \t]*(?!#|---\s*$)\S/m);
  if (content === -1) return { reason: 'it is empty', offset: undefined };
  if (error.mark === undefined && error.reason.includes('single document')) {
    const separator = /^---(?=\s|$)/gm;
    separator.lastIndex = content;
    return { reason: 'it holds several documents, where one is expected', offset: separator.exec(text)?.index };
  }
  return { reason: error.reason, offset: error.mark?.position };
}
