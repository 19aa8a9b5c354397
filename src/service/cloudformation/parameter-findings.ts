import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import { locateNode } from '../document/locate.js';
import type { TemplateStack } from './stack/open-stack.js';
import { isMapping } from './values.js';

/** The parameters of root stacks, and the values that they are given. */
export interface GivenParameters {
  readonly stacks: readonly Pick<TemplateStack, 'value' | 'nodeAt'>[];
  /** All values. */
  readonly values: Readonly<Record<string, string>>;
  /** The names that the caller gives, rather than a file of the project which others may share. */
  readonly named: readonly string[];
}

/**
 * What a deploy would refuse of parameters, and names of the caller's that no template has. Source: CloudFormation user guide,
 * "CloudFormation template Parameters syntax".
 */
export function parameterFindings({ stacks, values, named }: GivenParameters): Diagnostic[] {
  const declared = new Set(stacks.flatMap(({ value }) => Object.keys(parametersOf(value))));
  return [
    ...named.filter((name) => !declared.has(name)).map((name) => unknownParameter(name, [...declared])),
    ...stacks.flatMap((stack) => refusals(stack, values)),
  ];
}

function unknownParameter(name: string, declared: readonly string[]): Diagnostic {
  const nearest = nearestName(name, declared);
  const listed = declared.length === 0 ? 'It declares none.' : `It declares ${declared.join(', ')}.`;
  return {
    severity: 'warning',
    code: 'parameter-unknown',
    message: `The template declares no parameter ${name}: the value that is given changes nothing.`,
    hint: nearest === undefined ? listed : `Did you mean ${nearest}?`,
  };
}

function refusals(
  { value, nodeAt }: GivenParameters['stacks'][number],
  values: GivenParameters['values'],
): Diagnostic[] {
  return Object.entries(parametersOf(value)).flatMap(([name, parameter]): Diagnostic[] => {
    const given = Object.hasOwn(values, name) ? values[name] : parameter['Default'];
    const text = typeof given === 'object' || given === undefined ? undefined : String(given);
    const reason = text === undefined ? undefined : refusal(text, parameter);
    if (reason === undefined) return [];
    const location = locateNode(nodeAt(['Parameters', name]), 'key');
    return [
      {
        severity: 'warning',
        code: 'parameter-refused',
        message: `The parameter ${name} ${isSecret(parameter) ? '' : `is ${JSON.stringify(text)}, and `}${reason}.`,
        hint: 'A deploy would fail: CloudFormation refuses such a value.',
        ...(location === undefined ? {} : { location }),
      },
    ];
  });
}

function isSecret({ NoEcho }: Readonly<Record<string, unknown>>): boolean {
  return NoEcho !== undefined && String(NoEcho) !== 'false';
}

/** Why a deploy refuses a value; it continues a sentence. */
function refusal(text: string, parameter: Readonly<Record<string, unknown>>): string | undefined {
  const type = String(parameter['Type'] ?? 'String');
  // What the Parameter Store has under a name is not known.
  if (type.startsWith('AWS::SSM::')) return undefined;
  const isList = type === 'CommaDelimitedList' || type.startsWith('List<');
  const items = isList ? text.split(',').map((item) => item.trim()) : [text];
  const isNumber = type === 'Number' || type === 'List<Number>';
  if (isNumber && items.some((item) => item === '' || Number.isNaN(Number(item)))) return 'has to be a number';
  const { AllowedValues: allowed, AllowedPattern: pattern } = parameter;
  if (Array.isArray(allowed)) {
    const names = allowed.map(String);
    const isAllowed = (item: string): boolean =>
      names.includes(item) || (isNumber && names.some((name) => Number(name) === Number(item)));
    if (!items.every(isAllowed)) return `has to be one of ${names.join(', ')}`;
  }
  if (typeof pattern === 'string' && items.some((item) => matchesWhole(item, pattern) === false))
    return `has to match ${pattern}`;
  const limit = (name: string): number | undefined => {
    const found = parameter[name];
    return found === undefined || Number.isNaN(Number(found)) ? undefined : Number(found);
  };
  const bounds: readonly (readonly [name: string, isBroken: (limit: number) => boolean, what: string])[] = isNumber
    ? [
        ['MinValue', (least) => items.some((item) => Number(item) < least), 'at least'],
        ['MaxValue', (most) => items.some((item) => Number(item) > most), 'at most'],
      ]
    : [
        ['MinLength', (least) => text.length < least, 'of a length of at least'],
        ['MaxLength', (most) => text.length > most, 'of a length of at most'],
      ];
  for (const [name, isBroken, what] of bounds) {
    const bound = limit(name);
    if (bound !== undefined && isBroken(bound)) return `has to be ${what} ${bound}`;
  }
  return undefined;
}

/** `undefined` for a pattern of Java's that is none of JavaScript's. */
function matchesWhole(text: string, pattern: string): boolean | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`).test(text);
  } catch {
    return undefined;
  }
}

function parametersOf(template: Readonly<Record<string, unknown>>): Record<string, Readonly<Record<string, unknown>>> {
  const parameters = isMapping(template['Parameters']) ? template['Parameters'] : {};
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, parameter]) => (isMapping(parameter) ? [[name, parameter]] : [])),
  );
}
