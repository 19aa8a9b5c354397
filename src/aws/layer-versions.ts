import * as http from 'node:http';
import * as https from 'node:https';
import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from '../network/sha256.js';
import type { AwsAccess } from './access.js';
import { endpointDomainOf } from './partition.js';

/** Where the content of a version of a layer can be got for the next minutes, and how to know that it is that. */
export interface LayerVersion {
  readonly location: string;
  /** The SHA-256 of the zip file, in base64. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Whether the content may come by plain HTTP: another endpoint than AWS's own has answered. */
  readonly mayBePlain: boolean;
}

/** What Lambda answers at most here, in bytes. */
const maxAnswerBytes = 1024 * 1024;

/**
 * Asks Lambda for a version of a layer, of this account or of another one that shares it (`GetLayerVersionByArn`). Only the
 * request is signed here: a client of the SDK for it would be larger than all the others together.
 * @param arn with its version
 * @throws an Error whose name is Lambda's error type, or the error of the network
 */
export async function layerVersion(access: AwsAccess, arn: string, signal: AbortSignal): Promise<LayerVersion> {
  const endpoint = access.endpoint ?? `https://lambda.${access.region}.${endpointDomainOf(access.region)}`;
  const url = new URL(`${endpoint.replace(/\/$/, '')}/2018-10-31/layers`);
  const signer = new SignatureV4({
    service: 'lambda',
    region: access.region,
    credentials: {
      accessKeyId: access.keys.accessKeyId,
      secretAccessKey: access.keys.secretAccessKey,
      ...(access.keys.sessionToken ? { sessionToken: access.keys.sessionToken } : {}),
    },
    sha256: Sha256,
  });
  const { headers } = await signer.sign({
    method: 'GET',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: { find: 'LayerVersion', Arn: arn },
    headers: { host: url.host },
  });
  url.search = `?${new URLSearchParams({ find: 'LayerVersion', Arn: arn })}`;
  const { status, body, errorType } = await get(url, { headers, signal, agent: access.agent });
  if (status !== 200) throw Object.assign(new Error(messageIn(body)), { name: errorType || `Status${status}` });
  return { ...readAnswer(body), mayBePlain: access.endpoint !== undefined };
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly errorType: string;
}

function get(url: URL, options: https.RequestOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const take = (response: http.IncomingMessage): void => {
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        parts.push(part);
        bytes += part.length;
        if (bytes > maxAnswerBytes) response.destroy(new Error('the answer is too long'));
      });
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(parts).toString(),
          errorType: String(response.headers['x-amzn-errortype'] ?? '').split(':')[0] ?? '',
        }),
      );
    };
    const sent = url.protocol === 'https:' ? https.request(url, options, take) : http.request(url, options, take);
    sent.on('error', reject);
    sent.end();
  });
}

function messageIn(body: string): string {
  try {
    const { message, Message } = JSON.parse(body);
    return String(message ?? Message ?? body);
  } catch {
    return body.slice(0, 300);
  }
}

function readAnswer(body: string): Omit<LayerVersion, 'mayBePlain'> {
  const { Content: { Location, CodeSha256, CodeSize } = {} as Record<string, unknown> } = JSON.parse(body);
  if (typeof Location !== 'string' || typeof CodeSha256 !== 'string') throw new Error('the answer names no content');
  return { location: Location, sha256: CodeSha256, sizeBytes: Number(CodeSize) };
}
