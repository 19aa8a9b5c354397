import { setTimeout as delay } from 'node:timers/promises';
import { getUrl } from '../network/get-url.js';
import { withTimeLimit } from '../process/time-limit.js';
import { answerTimeoutMs } from './limits.js';

/** Where the runner gives tokens of the workflow's identity, and what it wants to see for one. */
export interface RunnerTokens {
  readonly url: string;
  readonly bearer: string;
}

/**
 * The runner's tokens, where the job has the permission `id-token: write`. Source: GitHub's documentation, "OpenID Connect
 * reference", "Methods for requesting the OIDC token".
 */
export function runnerTokens(environment: Readonly<Record<string, string | undefined>>): RunnerTokens | undefined {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = environment;
  return url && bearer ? { url, bearer } : undefined;
}

/** How often the runner's service is asked, and how long it is left alone in between, in ms. */
const attempts = 3;
const pauseMs = 500;

/**
 * Gets a token of the workflow's identity for an audience.
 * @throws an Error that says what was answered, without the token
 */
export async function requestRunnerToken(
  { url, bearer }: RunnerTokens,
  audience: string,
  signal: AbortSignal,
): Promise<string> {
  const asked = `${url}${url.includes('?') ? '&' : '?'}audience=${encodeURIComponent(audience)}`;
  const headers = { authorization: `Bearer ${bearer}`, accept: 'application/json; api-version=2.0' };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withTimeLimit(answerTimeoutMs, signal, (end) => ask(asked, headers, end));
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof Refusal || attempt === attempts) throw error;
      await delay(pauseMs * attempt, undefined, { signal });
    }
  }
}

/** An answer that another attempt does not change. */
class Refusal extends Error {}

async function ask(url: string, headers: Readonly<Record<string, string>>, signal: AbortSignal): Promise<string> {
  const answer = await getUrl(url, { headers, signal });
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  const { statusCode } = answer;
  if (statusCode >= 500) throw new Error(`it answered with the status ${statusCode}`);
  if (statusCode !== 200) throw new Refusal(`it answered with the status ${statusCode}`);
  const value = tokenIn(Buffer.concat(parts).toString());
  if (value === undefined) throw new Refusal('its answer has no token');
  return value;
}

function tokenIn(body: string): string | undefined {
  try {
    const { value } = JSON.parse(body) as { value?: unknown };
    return typeof value === 'string' && value !== '' ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The subject of a token, such as `repo:octo/shop:ref:refs/heads/main`, which is no secret. It is not verified. */
export function subjectOf(token: string): string | undefined {
  try {
    const { sub } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub?: unknown };
    return typeof sub === 'string' ? sub : undefined;
  } catch {
    return undefined;
  }
}
