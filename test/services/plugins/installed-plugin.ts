import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '../../paths.js';
import { installedPackages } from '../installed-packages.js';

/** The plugins that are compared, and the versions of them that are installed. */
const versions: Readonly<Record<string, string>> = {
  esbuild: '0.28.2',
  'serverless-esbuild': '1.57.2',
  'serverless-plugin-typescript': '2.1.5',
  'serverless-webpack': '5.16.2',
  typescript: '5.9.3',
  webpack: '5.105.0',
  'serverless-cf-vars': '0.3.5',
  'serverless-cloudformation-sub-variables': '0.2.1',
  'serverless-disable-functions': '1.0.1',
  'serverless-dotenv-plugin': '6.0.0',
  'serverless-functions-base-path': '1.0.33',
  'serverless-iam-roles-per-function': '3.2.0',
  'serverless-middleware': '3.4.0',
  'serverless-plugin-conditional-functions': '1.0.8',
  'serverless-plugin-datadog': '5.134.1',
  'serverless-plugin-git-variables': '5.2.0',
  'serverless-plugin-ifelse': '1.0.7',
  'serverless-pseudo-parameters': '2.6.1',
  'serverless-python-requirements': '6.1.2',
  'serverless-rack': '1.0.6',
  'serverless-sentry': '2.5.3',
  'serverless-wsgi': '3.1.0',
};

/** What a plugin needs of the project: installed beside it, so that no other version above is found. */
const beside: Readonly<Record<string, string>> = { 'serverless-plugin-typescript': 'typescript' };

/** What comes with the repository's own packages, in the same version. */
const own: Readonly<Record<string, string>> = { esbuild: 'esbuild', typescript: 'typescript-5' };

/** A plugin, or a package that one needs, with its version, and those of what is installed with it. */
export function withVersion(name: string): string {
  return packagesOf(name).join('+');
}

function packagesOf(name: string): readonly string[] {
  return [name, ...(beside[name] === undefined ? [] : [beside[name]])].map((each) => `${each}@${versions[each]}`);
}

/** The folder of the cache that a plugin is installed into. */
function folderOfCache(name: string): string {
  return join('serverless-plugins', withVersion(name));
}

/** Installs a plugin into the cache folder from the registry where it is not there yet. */
export async function installPlugin(name: string): Promise<void> {
  if (name in own) return;
  const installed = await installedPackages(folderOfCache(name), packagesOf(name), ['--legacy-peer-deps']);
  if ('unavailable' in installed) throw new Error(`${withVersion(name)} can't be installed: ${installed.unavailable}`);
}

/** Leads from the `node_modules` of a service to where a plugin is, once it is installed. */
export async function linkPlugin(service: string, name: string): Promise<void> {
  const place = join(service, 'node_modules', name);
  await mkdir(dirname(place), { recursive: true });
  const ours = own[name];
  const target = ours === undefined ? ['.cache', folderOfCache(name), 'node_modules', name] : ['node_modules', ours];
  await symlink(join(repositoryRoot, ...target), place, 'junction');
}
