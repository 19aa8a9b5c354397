import { evaluateIntrinsics } from '../evaluate.js';
import { IntrinsicFailure } from '../intrinsic-failure.js';
import type { TemplateStack } from '../stack/open-stack.js';
import { isMapping } from '../values.js';
import { type Properties, readProperties } from './properties.js';

/** A function as a template declares it. */
export interface DeclaredFunction {
  /** The name that the project has for it: unique among the functions of the service. */
  readonly key: string;
  /** Further names that it goes by, from the most to the least particular. */
  readonly names: readonly string[];
  readonly logicalId: string;
  readonly stack: TemplateStack;
  readonly resource: Readonly<Record<string, unknown>>;
  readonly properties: Properties;
  /** The key of a function of the same template, by its logical id; `undefined` where that is none of the service's functions. */
  readonly keyOf: (logicalId: string) => string | undefined;
}

/** CloudFormation's and SAM's types of functions. */
export const functionTypes: ReadonlySet<unknown> = new Set(['AWS::Lambda::Function', 'AWS::Serverless::Function']);

/** How a format names functions, and what its templates have beside CloudFormation's own. */
export interface FunctionFormat {
  /** The names of a function, the first of which is its key; `undefined` for one that is not the user's own. */
  readonly namesOf: (
    logicalId: string,
    resource: Readonly<Record<string, unknown>>,
    stack: TemplateStack,
  ) => readonly [string, ...string[]] | undefined;
  /** The section of a template with properties that all functions of a type share. */
  readonly sharedProperties?: (type: string) => readonly string[] | undefined;
}

/** The functions of a stack and of the stacks that are nested in it, in the order of the templates. */
export async function declaredFunctions(stack: TemplateStack, format: FunctionFormat): Promise<DeclaredFunction[]> {
  const found: DeclaredFunction[] = [];
  const nested = await stack.nested();
  const resources = await stack.resources();
  const namesOf = (logicalId: string) => {
    const resource = resources.get(logicalId);
    return resource === undefined || !functionTypes.has(resource['Type'])
      ? undefined
      : format.namesOf(logicalId, resource, stack);
  };
  const keyOf = (logicalId: string) => namesOf(logicalId)?.[0];
  for (const [logicalId, resource] of resources) {
    const child = nested.get(logicalId);
    if (child !== undefined) found.push(...(await declaredFunctions(child, format)));
    const type = resource['Type'];
    const names = namesOf(logicalId);
    if (names === undefined || typeof type !== 'string') continue;
    const [key, ...others] = names;
    const shared = format.sharedProperties?.(type);
    const properties = readProperties(stack, ['Resources', logicalId, 'Properties'], shared);
    found.push({ key, names: others, logicalId, stack, resource, properties, keyOf });
  }
  return found;
}

/** The name that the template gives to a function; `undefined` where only a deploy makes one, or it is not known. */
export async function configuredName({ properties, stack }: DeclaredFunction): Promise<string | undefined> {
  const property = properties.get('FunctionName');
  if (property === undefined) return undefined;
  try {
    const name = await evaluateIntrinsics(property.value, stack.evaluation);
    return typeof name === 'string' && name !== '' ? name : undefined;
  } catch (error) {
    if (error instanceof IntrinsicFailure) return undefined;
    throw error;
  }
}

/**
 * The name that a function has in AWS: what the template gives to it, or what the caller answers to a reference to it;
 * `undefined` where only a deploy knows it.
 */
export async function knownName(declared: DeclaredFunction): Promise<string | undefined> {
  const { stack, logicalId } = declared;
  return (await configuredName(declared)) ?? stack.evaluation.lookup.given(`ref:${logicalId}`);
}

/** The name that CloudFormation gave to a function of a stack that is deployed, where it can be asked. */
export async function deployedName({ stack, logicalId }: DeclaredFunction): Promise<string | undefined> {
  try {
    return await stack.evaluation.lookup.physicalId(logicalId);
  } catch (error) {
    if (error instanceof IntrinsicFailure) return undefined;
    throw error;
  }
}

/** A resource's metadata. */
export function metadataOf({ resource }: Pick<DeclaredFunction, 'resource'>): Readonly<Record<string, unknown>> {
  const metadata = resource['Metadata'];
  return isMapping(metadata) ? metadata : {};
}
