import * as http from 'node:http';
import * as https from 'node:https';
import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from '../network/sha256.js';
import type { AwsAccess } from './access.js';
import { endpointDomainOf } from './partition.js';

/** What Lambda answers at most here, in bytes. */
const maxAnswerBytes = 1024 * 1024;

/**
 * Gets something from Lambda, signed.
 * @param path from the root, percent-encoded
 * @throws an Error whose name is Lambda's error type, or the error of the network
 */
export async function getSigned(
  access: AwsAccess,
  path: string,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<string> {
  const endpoint = access.endpoint ?? `https://lambda.${access.region}.${endpointDomainOf(access.region)}`;
  const url = new URL(`${endpoint.replace(/\/$/, '')}${path}`);
  const { accessKeyId, secretAccessKey, sessionToken } = access.keys;
  const signer = new SignatureV4({
    service: 'lambda',
    region: access.region,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) },
    sha256: Sha256,
  });
  const { headers } = await signer.sign({
    method: 'GET',
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: { ...query },
    headers: { host: url.host },
  });
  url.search = new URLSearchParams(query).toString();
  const { status, body, errorType } = await get(url, { headers, signal, agent: access.agent });
  if (status !== 200) throw Object.assign(new Error(messageIn(body)), { name: errorType || `Status${status}` });
  return body;
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
