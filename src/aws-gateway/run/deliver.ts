import { request } from 'node:http';
import { deliveryHeader, deliveryMark, tokenHeader } from '../server/caller-trace.js';

/** A request that Lambda makes with a function's role, once the function is done. */
export interface Delivery {
  readonly signingName: string;
  readonly region: string;
  /** By default the root. */
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The status of a delivery that nobody took: no call leaves, and no stub is for it. No service answers so. */
export const untakenStatus = 203;

/** Those of one that was taken: 202 is Lambda's, where it does not wait for the function. */
const takenStatuses: ReadonlySet<number | undefined> = new Set([200, 202]);

/** How long the answer to a delivery may take. */
const deliveryTimeoutMs = 10_000;

/**
 * Has a gateway answer a delivery as it answers the function's own calls.
 * @returns whether somebody took it
 */
export async function deliver(
  { signingName, region, path = '/', headers, body }: Delivery,
  { port, token, accessKeyId }: { readonly port: number; readonly token: string; readonly accessKeyId: string },
): Promise<boolean> {
  const scope = `${accessKeyId}/${new Date().toISOString().slice(0, 10).replaceAll('-', '')}/${region}/${signingName}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`;
  return await new Promise<boolean>((resolve) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method: 'POST',
        path,
        agent: false,
        headers: { ...headers, authorization, [tokenHeader]: token, [deliveryHeader]: deliveryMark },
        signal: AbortSignal.timeout(deliveryTimeoutMs),
      },
      (answer) => {
        answer.resume();
        answer.once('error', () => resolve(false));
        answer.once('end', () => resolve(takenStatuses.has(answer.statusCode)));
      },
    );
    sent.once('error', () => resolve(false));
    sent.end(body);
  });
}
