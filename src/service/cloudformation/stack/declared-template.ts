import type { Template, TemplateResource } from '../template.js';
import { isMapping } from '../values.js';

/** What a template's text alone does not say. */
export interface TemplateSurroundings {
  /** The value that a parameter is given; `undefined` where its default holds. */
  readonly given?: (parameter: string) => Promise<unknown> | undefined;
  /** How a parameter without a value is given one: a sentence. */
  readonly parameterHint?: (parameter: string) => string;
  /** The type of a resource that a transform adds to the template. */
  readonly generated?: (logicalId: string) => string | undefined;
  /** An output of a nested stack. */
  readonly nestedOutput?: (logicalId: string, output: string) => Promise<unknown>;
}

/** The template that a text declares. */
export function declaredTemplate(
  value: Readonly<Record<string, unknown>>,
  { given, parameterHint, generated, nestedOutput }: TemplateSurroundings = {},
): Template {
  const member = (...path: readonly string[]): unknown => {
    let current: unknown = value;
    for (const key of path) current = isMapping(current) && Object.hasOwn(current, key) ? current[key] : undefined;
    return current;
  };
  const keys = (section: string): string[] => {
    const found = member(section);
    return isMapping(found) ? Object.keys(found) : [];
  };
  return {
    resource: async (logicalId): Promise<TemplateResource | undefined> => {
      const declared = member('Resources', logicalId, 'Type');
      const type = typeof declared === 'string' ? declared : generated?.(logicalId);
      return type === undefined
        ? undefined
        : { type, property: async (name) => member('Resources', logicalId, 'Properties', name) };
    },
    names: async () => [...keys('Resources'), ...keys('Parameters')],
    condition: async (name) => member('Conditions', name),
    parameter: async (name) => {
      const declared = member('Parameters', name);
      if (!isMapping(declared)) return undefined;
      const { Type: type, Default: fallback } = declared;
      return {
        type: typeof type === 'string' ? type : undefined,
        default: (await given?.(name)) ?? fallback,
      };
    },
    mapping: async (name, top, second) => member('Mappings', name, top, second),
    ...(parameterHint === undefined ? {} : { parameterHint }),
    ...(nestedOutput === undefined ? {} : { nestedOutput }),
  };
}
