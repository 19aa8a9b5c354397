import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isMapping } from '../../document/config-node.js';
import { highestMajor, lowestMajor } from '../root/dialect.js';
import type { SchemaVersion } from './schema/schema-node.js';

/**
 * The versions of the framework that may deploy a service: those that its `frameworkVersion` admits, and of these the one
 * that the nearest package.json with a framework names.
 */
export function frameworkVersions(frameworkVersion: unknown, root: string): SchemaVersion[] {
  const admitted = ofRange(typeof frameworkVersion === 'number' ? String(frameworkVersion) : frameworkVersion);
  const installed = ofPackage(root)?.filter((version) => admitted.includes(version)) ?? [];
  return installed.length > 0 ? installed : admitted;
}

function ofRange(range: unknown): SchemaVersion[] {
  if (typeof range !== 'string') return ['version3', 'version4', 'osls4'];
  const alternatives = range.split('||');
  const admits3 = alternatives.some((each) => lowestMajor(each) <= 3);
  const admits4 = alternatives.some((each) => highestMajor(each) >= 4);
  return [...(admits3 || !admits4 ? ['version3' as const] : []), ...(admits4 ? (['version4', 'osls4'] as const) : [])];
}

/** The first package.json above a folder that depends on a framework. */
function ofPackage(root: string): SchemaVersion[] | undefined {
  for (let folder = root; ; folder = dirname(folder)) {
    const { osls, serverless } = dependencies(join(folder, 'package.json'));
    if (osls !== undefined) return ofRange(osls).filter((version) => version !== 'version4');
    if (serverless !== undefined) return ofRange(serverless).filter((version) => version !== 'osls4');
    if (dirname(folder) === folder) return undefined;
  }
}

function dependencies(file: string): Readonly<Record<string, unknown>> {
  let content: unknown;
  // Mostly there is none, and an error takes long to make.
  if (!existsSync(file)) return {};
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
  if (!isMapping(content)) return {};
  const { dependencies: ofRun, devDependencies: ofDevelopment } = content;
  return { ...(isMapping(ofRun) ? ofRun : {}), ...(isMapping(ofDevelopment) ? ofDevelopment : {}) };
}
