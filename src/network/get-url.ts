import * as http from 'node:http';
import * as https from 'node:https';

import { environmentAgent } from './environment-agent.js';

/** How to get a URL. */
export interface GetOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Whether redirects to plain HTTP are not followed. */
  readonly isSecure?: boolean;
}

/** The answer to a request. Its body is read by whoever takes it, or destroyed. */
export type Answer = http.IncomingMessage & { readonly statusCode: number };

const maxRedirects = 5;

/**
 * Gets a URL of HTTP or HTTPS, through the proxies that the environment names, and follows redirects. `Authorization` does
 * not go to another origin.
 * @throws the error of Node or of the proxy if there is no answer
 */
export async function getUrl(url: string, { headers, signal, isSecure = false }: GetOptions): Promise<Answer> {
  const agent = await environmentAgent();
  let current = new URL(url);
  let sent = headers;
  for (let redirects = 0; ; redirects++) {
    const answer = await get(current, { headers: sent, signal, ...(agent === undefined ? {} : { agent }) });
    const { location } = answer.headers;
    const isRedirect = [301, 302, 303, 307, 308].includes(answer.statusCode) && location !== undefined;
    const next = isRedirect && URL.canParse(location, current.href) ? new URL(location, current) : undefined;
    if (
      next === undefined ||
      !(isSecure ? ['https:'] : ['https:', 'http:']).includes(next.protocol) ||
      redirects === maxRedirects
    )
      return answer;
    answer.destroy();
    if (next.origin !== current.origin) {
      sent = Object.fromEntries(Object.entries(sent).filter(([name]) => name.toLowerCase() !== 'authorization'));
    }
    current = next;
  }
}

function get(url: URL, options: https.RequestOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const take = (answer: http.IncomingMessage): void => resolve(answer as Answer);
    const sent = url.protocol === 'https:' ? https.request(url, options, take) : http.request(url, options, take);
    sent.on('error', reject);
    sent.end();
  });
}
