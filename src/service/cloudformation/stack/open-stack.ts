import { dirname, join, resolve } from 'node:path';
import { displayPath } from '../../../diagnostics/display-path.js';
import { UserError } from '../../../diagnostics/user-error.js';
import { type ConfigDocument, type ConfigNode, isMapping, kindOf } from '../../document/config-node.js';
import { evaluateIntrinsics } from '../evaluate.js';
import type { EvaluationInputs } from '../evaluation.js';
import { IntrinsicFailure } from '../intrinsic-failure.js';
import { assetPath } from './asset-metadata.js';
import { declaredTemplate } from './declared-template.js';
import { expandTemplate } from './expand-template.js';

/** A value of another stack's template, evaluated there. */
export interface ForeignValue {
  readonly stack: TemplateStack;
  readonly value: unknown;
}

/** A template that is read, as the stack that a deploy makes of it. */
export interface TemplateStack {
  /** The logical ids of the nested stacks on the way from the root. */
  readonly way: readonly string[];
  readonly stackName: string;
  /** The template's file, and its folder, from which paths start. Absolute. */
  readonly file: string;
  readonly folder: string;
  /** The whole template, its loops and includes written out. */
  readonly value: Readonly<Record<string, unknown>>;
  nodeAt(path: readonly string[]): ConfigNode;
  readonly evaluation: EvaluationInputs;
  /** The resources whose condition holds, or is not known. */
  resources(): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>>;
  /** The stack's nested stacks whose templates are here, by their logical ids. */
  nested(): Promise<ReadonlyMap<string, TemplateStack>>;
  /** What the parent gives to a parameter; `undefined` for a parameter of a root stack. */
  parameter(name: string): ForeignValue | undefined;
}

/** What is needed to open a stack. */
export interface StackInputs {
  readonly file: string;
  readonly stackName: string;
  readonly region: string;
  readonly accountId: string;
  /** Values of the parameters of the root stack. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly lookup: EvaluationInputs['lookup'];
  readonly readDocument: (path: string) => Promise<ConfigDocument | undefined>;
  /** The type of a resource that a transform adds to a template. */
  readonly generated?: (logicalId: string, template: Readonly<Record<string, unknown>>) => string | undefined;
}

const nestedTypes: Readonly<Record<string, string>> = {
  'AWS::CloudFormation::Stack': 'TemplateURL',
  'AWS::Serverless::Application': 'Location',
};

/** @throws UserError where the template is not there, or malformed */
export function openStack(inputs: StackInputs): Promise<TemplateStack> {
  return open(inputs, [], new Map());
}

async function open(
  inputs: StackInputs,
  way: readonly string[],
  given: ReadonlyMap<string, ForeignValue>,
): Promise<TemplateStack> {
  const { file, region, accountId, stackName, lookup, readDocument } = inputs;
  const document = await readTemplate(file, readDocument);
  const { value: raw } = document;
  const facts = { region, stackName, accountId };
  const ownValue = (name: string): Promise<unknown> | undefined => {
    const foreign = given.get(name);
    if (foreign !== undefined) return evaluateIntrinsics(foreign.value, foreign.stack.evaluation);
    const text = way.length === 0 && Object.hasOwn(inputs.parameters, name) ? inputs.parameters[name] : undefined;
    return text === undefined ? undefined : Promise.resolve(text);
  };
  const stack = async (): Promise<typeof facts> => facts;
  const parameterHint = (name: string): string =>
    way.length === 0
      ? `Give it by \`param\` (or --param ${name}=VALUE).`
      : `Give it in the Parameters of ${way.join('/')}.`;
  const early = declaredTemplate(isMapping(raw) ? raw : {}, { given: ownValue, parameterHint });
  const expanded = await expandTemplate({
    document,
    readDocument,
    evaluate: (value) => evaluateIntrinsics(value, { template: early, lookup, stack }),
  });
  const generated = inputs.generated;
  const template = declaredTemplate(expanded.value, {
    given: ownValue,
    parameterHint,
    nestedOutput: (logicalId, output) => nestedOutput(logicalId, output),
    ...(generated === undefined ? {} : { generated: (id) => generated(id, expanded.value) }),
  });
  const evaluation: EvaluationInputs = { template, lookup, stack };
  const resources = once(() => existing(expanded.value, evaluation));
  const nested = once(() => openNested(opened, inputs));
  const nestedOutput = async (logicalId: string, output: string): Promise<unknown> => {
    const child = (await nested()).get(logicalId);
    const outputs = child?.value['Outputs'];
    const declared = isMapping(outputs) ? outputs[output] : undefined;
    return child && isMapping(declared) ? evaluateIntrinsics(declared['Value'], child.evaluation) : undefined;
  };
  const opened: TemplateStack = {
    way,
    stackName,
    file,
    folder: dirname(file),
    value: expanded.value,
    nodeAt: expanded.nodeAt,
    evaluation,
    resources,
    nested,
    parameter: (name) => given.get(name),
  };
  return opened;
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function readTemplate(
  file: string,
  readDocument: StackInputs['readDocument'],
): Promise<ConfigDocument & { readonly value: unknown }> {
  const document = await readDocument(file);
  if (document === undefined) {
    throw new UserError({ code: 'config-missing', message: `The template ${displayPath(file)} does not exist.` });
  }
  if (!isMapping(document.value)) {
    throw new UserError({
      code: 'config-invalid',
      message: `The template ${displayPath(file)} must be a mapping, and is ${kindOf(document.value)}.`,
      location: { file },
    });
  }
  return document;
}

async function existing(
  template: Readonly<Record<string, unknown>>,
  evaluation: EvaluationInputs,
): Promise<Map<string, Readonly<Record<string, unknown>>>> {
  const declared = isMapping(template['Resources']) ? Object.entries(template['Resources']) : [];
  const found = await Promise.all(
    declared.map(async ([logicalId, resource]) => {
      if (!isMapping(resource)) return [];
      const { Condition: condition } = resource;
      const exists =
        typeof condition !== 'string' ||
        (await evaluateIntrinsics({ 'Fn::If': [condition, true, false] }, evaluation).catch(unknown));
      return exists === false ? [] : [[logicalId, resource] as const];
    }),
  );
  return new Map(found.flat());
}

/** A resource whose condition is not known is taken as one that exists. */
function unknown(error: unknown): true {
  if (error instanceof IntrinsicFailure) return true;
  throw error;
}

async function openNested(parent: TemplateStack, inputs: StackInputs): Promise<Map<string, TemplateStack>> {
  const children = new Map<string, TemplateStack>();
  for (const [logicalId, resource] of await parent.resources()) {
    const property = typeof resource['Type'] === 'string' ? nestedTypes[resource['Type']] : undefined;
    const properties = isMapping(resource['Properties']) ? resource['Properties'] : {};
    const written = property === undefined ? undefined : (assetPath(resource, property) ?? properties[property]);
    if (typeof written !== 'string' || /^[a-z0-9]+:\/\//i.test(written)) continue;
    const file = resolve(parent.folder, written);
    const parameters = isMapping(properties['Parameters']) ? properties['Parameters'] : {};
    const given = new Map(Object.entries(parameters).map(([name, value]) => [name, { stack: parent, value }]));
    const way = [...parent.way, logicalId];
    checkDepth(parent, way, file);
    const child = { ...inputs, file, stackName: `${parent.stackName}-${logicalId}`, parameters: {} };
    children.set(logicalId, await open(child, way, given));
  }
  return children;
}

/** The most stacks within each other. A template that nests itself has no end. */
const maxDepth = 20;

function checkDepth(parent: TemplateStack, way: readonly string[], file: string): void {
  if (way.length <= maxDepth) return;
  throw new UserError({
    code: 'template-nesting',
    message: `The template ${displayPath(file)} is nested more than ${maxDepth} stacks deep: ${join(...way.slice(0, 3))}…`,
    hint: 'Look for a nested stack whose template is that of a stack around it.',
    location: { file: parent.file },
  });
}
