import { isMapping } from '../values.js';

/**
 * The local file or folder behind a property of a resource, where the template's metadata names one; relative to the
 * template's folder, or absolute. Source: AWS CDK, `cx-api`, `ASSET_RESOURCE_METADATA_PATH_KEY` and its siblings.
 */
export function assetPath(resource: unknown, property: string): string | undefined {
  const metadata = isMapping(resource) ? resource['Metadata'] : undefined;
  if (!isMapping(metadata) || metadata['aws:asset:property'] !== property) return undefined;
  const path = metadata['aws:asset:path'];
  return typeof path === 'string' ? path : undefined;
}
