import type { AwsAccess } from './access.js';
import { getSigned } from './signed-get.js';

/** Where the content of a version of a layer can be got for the next minutes, and how to know that it is that. */
export interface LayerVersion {
  readonly location: string;
  /** The SHA-256 of the zip file, in base64. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Whether the content may come by plain HTTP: another endpoint than AWS's own has answered. */
  readonly mayBePlain: boolean;
}

/**
 * Asks Lambda for a version of a layer, of this account or of another one that shares it (`GetLayerVersionByArn`). Only the
 * request is signed here: a client of the SDK for it would be larger than all the others together.
 * @param arn with its version
 * @throws an Error whose name is Lambda's error type, or the error of the network
 */
export async function layerVersion(access: AwsAccess, arn: string, signal: AbortSignal): Promise<LayerVersion> {
  const body = await getSigned(access, '/2018-10-31/layers', { find: 'LayerVersion', Arn: arn }, signal);
  return { ...readAnswer(body), mayBePlain: access.endpoint !== undefined };
}

function readAnswer(body: string): Omit<LayerVersion, 'mayBePlain'> {
  const { Content: { Location, CodeSha256, CodeSize } = {} as Record<string, unknown> } = JSON.parse(body);
  if (typeof Location !== 'string' || typeof CodeSha256 !== 'string') throw new Error('the answer names no content');
  return { location: Location, sha256: CodeSha256, sizeBytes: Number(CodeSize) };
}
