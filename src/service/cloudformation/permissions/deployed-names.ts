import { unknownName } from '../../../lambda/function/function-permissions.js';
import { evaluateIntrinsics } from '../evaluate.js';
import type { EvaluationInputs } from '../evaluation.js';
import { IntrinsicFailure } from '../intrinsic-failure.js';
import { nameInPhysicalId, resourceType } from '../resource-types.js';
import type { Template } from '../template.js';
import { intrinsicIn, isMapping } from '../values.js';

/** Evaluates values in which names that only a deploy knows may stay open. */
export interface DeployedNames {
  /**
   * A value with its intrinsic functions evaluated, with deployed names such as `${Table}` for what only a deploy knows.
   * `null` stands for `AWS::NoValue`.
   * @param onUnknown takes why a part has not even a name
   */
  evaluate(value: unknown, onUnknown?: (reason: string) => void): Promise<unknown>;
}

/** How often a value is evaluated anew, each time with one more name. */
const maxNames = 100;

/** Evaluates values of a template before its deploy. Neither AWS nor anybody else is asked. */
export function deployedNames(inputs: EvaluationInputs): DeployedNames {
  const names = new Map<string, string>();
  const open: EvaluationInputs = {
    ...inputs,
    template: namedTemplate(inputs),
    lookup: {
      given: (question) => inputs.lookup.given(question) ?? names.get(question),
      physicalId: async () => undefined,
      storedParameter: async () => undefined,
      exportValue: async (name) => {
        const found = await inputs.lookup.localExport?.(name);
        if (found === undefined) return undefined;
        const value = await deployedNames(found.evaluation).evaluate(found.value);
        return typeof value === 'string' ? value : undefined;
      },
    },
  };
  const named = async (value: unknown, onUnknown: (reason: string) => void): Promise<unknown> => {
    for (let round = 0; round < maxNames; round++) {
      try {
        return await evaluateIntrinsics(value, open);
      } catch (error) {
        if (!(error instanceof IntrinsicFailure)) throw error;
        const added = await nameFor(error.question, names, inputs.template);
        if (!added) {
          onUnknown(error.reason);
          return unknownName;
        }
      }
    }
    onUnknown('holds too many names that only a deploy knows');
    return unknownName;
  };
  const evaluate = async (value: unknown, onUnknown: (reason: string) => void): Promise<unknown> => {
    if (intrinsicIn(value) !== undefined) return named(value, onUnknown);
    if (Array.isArray(value)) {
      const items = await Promise.all(value.map((item) => evaluate(item, onUnknown)));
      return items.filter((item) => item !== null && item !== undefined);
    }
    if (!isMapping(value)) return value;
    const members = await Promise.all(
      Object.entries(value).map(async ([key, member]) => [key, await evaluate(member, onUnknown)] as const),
    );
    return Object.fromEntries(members.filter(([, member]) => member !== null && member !== undefined));
  };
  return { evaluate: (value, onUnknown = () => {}) => evaluate(value, onUnknown) };
}

/** The template with a name for each resource that has none: the one that the caller knows, else that of its logical id. */
function namedTemplate({ template, lookup }: EvaluationInputs): Template {
  return {
    ...template,
    resource: async (logicalId) => {
      const resource = await template.resource(logicalId);
      const type = resource && resourceType(resource.type);
      if (resource === undefined || type?.nameProperty === undefined) return resource;
      const { nameProperty } = type;
      const given = lookup.given(`ref:${logicalId}`);
      const name = given === undefined ? `\${${logicalId}}` : nameInPhysicalId(type, given);
      return {
        type: resource.type,
        property: async (property) =>
          (await resource.property(property)) ?? (property === nameProperty ? name : undefined),
      };
    },
  };
}

/** Answers a question with a name. `false` where it was answered before, or asks for something that has no name. */
async function nameFor(question: string | undefined, names: Map<string, string>, template: Template): Promise<boolean> {
  const [, kind, rest] = /^(ref|getatt|import|ssm):(.+)$/s.exec(question ?? '') ?? [];
  if (question === undefined || rest === undefined || names.has(question)) return false;
  const logicalId = rest.split('.', 1)[0] ?? rest;
  // An attribute is made of the resource's id, if its type is known.
  if (kind === 'getatt' && !names.has(`ref:${logicalId}`)) {
    const resource = await template.resource(logicalId);
    if (resource !== undefined && resourceType(resource.type)?.attributes !== undefined) {
      names.set(`ref:${logicalId}`, `\${${logicalId}}`);
      return true;
    }
  }
  names.set(question, kind === 'ref' || kind === 'getatt' ? `\${${rest}}` : `\${${kind} ${rest}}`);
  return true;
}
