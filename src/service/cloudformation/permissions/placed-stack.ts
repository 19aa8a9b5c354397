import type { SourceLocation } from '../../../diagnostics/diagnostic.js';
import type { TemplateStack } from '../stack/open-stack.js';
import { placedIn } from './placed-value.js';
import type { PlacedResource, PlacedTemplate } from './read-role.js';

/**
 * The resources of a template, with their places.
 * @param placeOf where a program makes a resource, if one makes the template
 */
export function placedStack(
  stack: TemplateStack,
  placeOf?: (logicalId: string) => SourceLocation | undefined,
): PlacedTemplate {
  const read = (logicalId: string, { Type: type }: Readonly<Record<string, unknown>>): PlacedResource => ({
    logicalId,
    type: String(type),
    properties: placedIn(stack, ['Resources', logicalId, 'Properties'], placeOf?.(logicalId)),
  });
  return {
    resource: async (logicalId) => {
      const declared = (await stack.resources()).get(logicalId);
      return declared && read(logicalId, declared);
    },
    ofTypes: async (types) =>
      [...(await stack.resources())].flatMap(([logicalId, declared]) =>
        types.has(String(declared['Type'])) ? [read(logicalId, declared)] : [],
      ),
  };
}
