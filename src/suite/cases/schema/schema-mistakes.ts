import type { ErrorObject, ValidateFunction } from 'ajv';
import { nearestName } from '../../../diagnostics/nearest-name.js';
import { type ExactJson, plainJson } from '../../../json/exact-number.js';
import type { CasePath } from '../../case-path.js';
import { pathText } from '../../expectations/case-path.js';
import type { CaseMistake } from '../case-mistakes.js';
import * as compiled from './compiled.js';

/** What a text is read as. */
export type CaseSchema = 'suite' | 'case' | 'expect';

const validators: Readonly<Record<CaseSchema, ValidateFunction>> = {
  suite: compiled.validateSuite as unknown as ValidateFunction,
  case: compiled.validateCase as unknown as ValidateFunction,
  expect: compiled.validateExpect as unknown as ValidateFunction,
};

/**
 * The mistakes of a value by the schema of case files; none if it is valid.
 * @param isOpen whether a value is not known yet, and any type is fine
 */
export function schemaMistakes(
  schema: CaseSchema,
  value: ExactJson,
  isOpen: (value: unknown) => boolean = () => false,
): CaseMistake[] {
  const validate = validators[schema];
  const plain = plainJson(value);
  if (validate(plain)) return [];
  const mistakes = (validate.errors ?? [])
    .filter(({ data, keyword }) => !isOpen(data) || keyword === 'additionalProperties')
    .map((error) => mistakeOf(error, plain));
  return [...new Map(mistakes.map((mistake) => [`${pathText(mistake.path)}\n${mistake.message}`, mistake])).values()];
}

function mistakeOf({ instancePath, keyword, params, parentSchema, data }: ErrorObject, root: unknown): CaseMistake {
  const path = pathOf(instancePath, root);
  const name = path.length === 0 ? 'The file' : `\`${pathText(path)}\``;
  switch (keyword) {
    case 'additionalProperties':
      return unknownKey(path, params['additionalProperty'] as string, Object.keys(parentSchema?.['properties'] ?? {}));
    case 'type':
      return { path, message: `${name} must be ${typesText(params['type'])}, and is ${kindOf(data)}` };
    case 'enum':
      return notAllowed(path, data, params['allowedValues'] as readonly string[]);
    case 'required':
      return { path, message: `${name} needs \`${params['missingProperty']}\`` };
    case 'minLength':
    case 'minItems':
    case 'minProperties':
      return { path, message: `${name} must not be empty` };
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
      return { path, message: `${name} must be ${bounds[keyword]} ${params['limit']}, and is ${data}` };
    default:
      return { path, message: `${name} is not valid (${keyword})` };
  }
}

const bounds = { minimum: 'at least', maximum: 'at most', exclusiveMinimum: 'greater than' } as const;

function unknownKey(path: CasePath, key: string, known: readonly string[]): CaseMistake {
  const nearest = nearestName(key, known);
  const holder = path.length === 0 ? 'the file' : `\`${pathText(path)}\``;
  return {
    path: [...path, key],
    message: `${holder} has the unknown key \`${key}\``,
    hint: nearest === undefined ? `The keys are ${known.join(', ')}.` : `Did you mean \`${nearest}\`?`,
  };
}

function notAllowed(path: CasePath, data: unknown, allowed: readonly string[]): CaseMistake {
  const nearest = typeof data === 'string' ? nearestName(data, allowed) : undefined;
  return {
    path,
    message: `\`${pathText(path)}\` must be one of ${allowed.join(', ')}, and is ${JSON.stringify(data)}`,
    ...(nearest === undefined ? {} : { hint: `Did you mean \`${nearest}\`?` }),
  };
}

/** A JSON pointer as a path, with numbers for indexes. */
function pathOf(pointer: string, root: unknown): CasePath {
  const steps = pointer.split('/').slice(1);
  let holder: unknown = root;
  return steps.map((step) => {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const isItem = Array.isArray(holder);
    holder = typeof holder === 'object' && holder !== null ? Reflect.get(holder, key) : undefined;
    return isItem ? Number(key) : key;
  });
}

const typeNames: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
  null: 'empty',
};

function typesText(types: string | readonly string[]): string {
  const names = (typeof types === 'string' ? types.split(',') : types).map((type) => typeNames[type] ?? type);
  return names.join(' or ');
}

/** The kind of a value, in a person's words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 60))}`;
  return typeof value === 'number' ? `the number ${value}` : `\`${value}\``;
}
