import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

/** Where a plugin is installed, or why it is not. */
export type Installed = { readonly folder: string } | { readonly unavailable: string };

/** Finds a plugin in the cache folder, into which it is installed from the registry where it is not there yet. */
export async function installedPlugin(name: string): Promise<Installed> {
  const version = versions[name] ?? 'latest';
  const companion = beside[name];
  const packages = [name, ...(companion === undefined ? [] : [companion])].map(
    (each) => `${each}@${versions[each] ?? version}`,
  );
  const folder = join('serverless-plugins', packages.join('+'));
  const installed = await installedPackages(folder, packages, ['--legacy-peer-deps']);
  if ('unavailable' in installed) return { unavailable: `${name}@${version}: ${installed.unavailable}` };
  return { folder: join(installed.folder, 'node_modules', name) };
}

/** Puts an installed plugin into the `node_modules` of a service. */
export async function linkPlugin(service: string, name: string, folder: string): Promise<void> {
  const place = join(service, 'node_modules', name);
  await mkdir(dirname(place), { recursive: true });
  await symlink(folder, place, 'junction');
}
