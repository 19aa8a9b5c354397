import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @returns {string} the folder of a package of the registry, which is installed there where it is not yet. */
export function installPackage(cache, name, version) {
  const folder = join(cache, `${name}-${version}`);
  const installed = join(folder, 'node_modules', name);
  if (existsSync(join(installed, 'package.json'))) return installed;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', `${name}@${version}`], { cwd: folder });
  return installed;
}

/** A service for which the framework collects its schema. */
export const service = { service: 'svc', provider: { name: 'aws' }, functions: { f: { handler: 'f.handler' } } };

/** @returns the schema that an installed framework of version 3, or an osls, has for a service of AWS */
export async function schemaOfPackage(folder) {
  const Serverless = createRequire(join(folder, 'package.json'))('./lib/serverless.js');
  const serverless = new Serverless({
    configuration: structuredClone(service),
    serviceDir: mkdtempSync(join(tmpdir(), 'framework-schema-')),
    configurationFilename: 'serverless.yml',
    commands: ['print'],
    options: {},
  });
  await serverless.init();
  return JSON.parse(JSON.stringify(serverless.configSchemaHandler.schema));
}
