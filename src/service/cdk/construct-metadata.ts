import { existsSync } from 'node:fs';
import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import { type ConfigDocument, isMapping } from '../document/config-node.js';
import type { AssemblyStack } from './manifest.js';

/** What an assembly says of the constructs of a stack. */
export interface ConstructMetadata {
  /** The path of the construct that a resource belongs to, without slash at its start. */
  pathOf(logicalId: string): string | undefined;
  /** Where the user's code makes a construct, if the assembly has its stack. */
  creationOf(path: string): SourceLocation | undefined;
}

/**
 * Reads the metadata of a stack's constructs: from the file that the manifest names, else from the manifest. Source: AWS CDK,
 * `cloud-assembly-schema`, `ArtifactMetadataEntryType`.
 */
export async function readConstructMetadata(
  { metadata, metadataFile }: AssemblyStack,
  readDocument: (path: string) => Promise<ConfigDocument | undefined>,
): Promise<ConstructMetadata> {
  const inFile = metadataFile === undefined ? undefined : (await readDocument(metadataFile))?.value;
  const entries = isMapping(inFile) ? inFile : isMapping(metadata) ? metadata : {};
  const paths = new Map<string, string>();
  for (const [path, list] of Object.entries(entries)) {
    for (const entry of Array.isArray(list) ? list : []) {
      if (isMapping(entry) && entry['type'] === 'aws:cdk:logicalId' && typeof entry['data'] === 'string') {
        paths.set(entry['data'], path.replace(/^\//, ''));
      }
    }
  }
  return {
    pathOf: (logicalId) => paths.get(logicalId),
    creationOf: (path) => creationIn(entries[`/${path}`] ?? entries[`/${path}/Resource`]),
  };
}

function creationIn(list: unknown): SourceLocation | undefined {
  for (const entry of Array.isArray(list) ? list : []) {
    if (!isMapping(entry)) continue;
    const frames = entry['type'] === 'aws:cdk:creationStack' ? entry['data'] : entry['trace'];
    const found = Array.isArray(frames) ? frames.map(userFrame).find((frame) => frame !== undefined) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A frame of the user's own code, `name (file:line:column)`: a file that is here, outside of packages. */
function userFrame(frame: unknown): SourceLocation | undefined {
  const [, file, line, column] =
    /^(?:.*\()?((?:\/|[A-Za-z]:[\\/])[^()]*):(\d+):(\d+)\)?$/.exec(String(frame).trim()) ?? [];
  if (file === undefined || /[\\/]node_modules[\\/]/.test(file) || !existsSync(file)) return undefined;
  return { file, line: Number(line), column: Number(column) };
}
