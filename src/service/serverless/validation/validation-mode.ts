import { childNode } from '../../document/config-node.js';
import type { Resolver } from '../variables/resolver.js';
import { frameworkVersions } from './framework-versions.js';

/** What the framework does where a configuration is not valid: it ends, it warns, or it does not look. */
export type ValidationMode = 'error' | 'warn' | 'off';

/**
 * The `configValidationMode` of a service. Where it is not set, osls 4 ends and all others warn.
 * @param folder the service's root. Absolute
 */
export async function validationModeOf({ root, value }: Resolver, folder: string): Promise<ValidationMode> {
  const node = childNode(root, 'configValidationMode');
  const mode = node && (await value(node));
  if (mode === 'error' || mode === 'off' || mode === 'warn') return mode;
  const versions = frameworkVersions(childNode(root, 'frameworkVersion')?.value, folder);
  return versions.every((version) => version === 'osls4') ? 'error' : 'warn';
}
