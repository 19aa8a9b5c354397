import { packaging } from './deploys-only/packaging.js';
import { pluginNamed } from './register.js';

/** Plugins of that family that only look at packages. */
const onlyLook: ReadonlySet<string> = new Set(['serverless-plugin-package-size']);

/** Plugins that pack packages of a language by rules of their own. */
const packing: ReadonlySet<string> = new Set(['serverless-rack', 'serverless-wsgi', 'serverless-import-config-plugin']);

/**
 * The first of a service's plugins that may change what is packed in a way that is not known here.
 * @param names those that the service lists
 */
export function packagingPlugin(names: readonly string[]): string | undefined {
  const changing = new Set(packaging.plugins.map(({ name }) => name).filter((name) => !onlyLook.has(name)));
  const packsAlone = (name: string): boolean =>
    packing.has(name) && !(name === 'serverless-wsgi' && names.includes('serverless-python-requirements'));
  return names.find((name) => changing.has(name) || packsAlone(name) || pluginNamed(name) === undefined);
}
