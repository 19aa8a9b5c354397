import { TimeLimitError, withTimeLimit } from '../../../../process/time-limit.js';
import { SourceFailure } from '../problem.js';

/** How long an answer may take, in ms. */
const timeoutMs = 10_000;
/** The largest answer, in bytes. A larger configuration value is a mistake. */
const maxBytes = 16 * 1024 * 1024;
const maxAttempts = 2;

/** A request to a service that answers in JSON. */
export interface HttpQuestion {
  /** The service's name in messages. */
  readonly service: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** What to do if the service refuses the token. */
  readonly refusedHint: string;
}

/** A service's answer. */
export interface HttpAnswer {
  readonly status: number;
  /** The body's JSON; `undefined` if there is no body. */
  readonly body: unknown;
}

/**
 * Gets a JSON document. If the server can't be reached or fails, a second attempt is made.
 * @returns the answer if its status is 2xx or 404
 * @throws SourceFailure for every other status, and if there is no answer, or it is not JSON
 */
export async function getJson(question: HttpQuestion): Promise<HttpAnswer> {
  const { service, url, refusedHint } = question;
  const { status, text } = await fetchText(question);
  const body = parsed(text);
  if (status === 401 || status === 403) {
    throw new SourceFailure(
      'remote-refused',
      `is refused by ${service} (status ${status}${saidIn(body)})`,
      refusedHint,
    );
  }
  if (status !== 404 && (status < 200 || status > 299)) {
    throw new SourceFailure('remote-failed', `has no answer: ${service} failed (status ${status}${saidIn(body)})`);
  }
  if (body === undefined && text.trim() !== '' && status !== 404) {
    throw new SourceFailure('remote-failed', `has no answer: ${service} at ${originOf(url)} does not answer in JSON`);
  }
  return { status, body };
}

async function fetchText(question: HttpQuestion): Promise<{ status: number; text: string }> {
  try {
    return await withTimeLimit(timeoutMs, question.signal, (end) => attempts(question, end));
  } catch (error) {
    question.signal.throwIfAborted();
    throw error instanceof SourceFailure ? error : noAnswer(question, error);
  }
}

async function attempts({ service, url, headers }: HttpQuestion, signal: AbortSignal) {
  for (let attempt = 1; ; attempt++) {
    try {
      // It loads Node's clients for HTTP and HTTPS, and most configurations that get here ask for `aws:region`.
      const { getUrl } = await import('../../../../network/get-url.js');
      const answer = await getUrl(url, { headers, signal });
      if (answer.statusCode >= 500 && attempt < maxAttempts) {
        answer.destroy();
        continue;
      }
      return { status: answer.statusCode, text: await boundedText(answer, service) };
    } catch (error) {
      if (signal.aborted || error instanceof SourceFailure || attempt >= maxAttempts) throw error;
    }
  }
}

async function boundedText(answer: AsyncIterable<Uint8Array>, service: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new SourceFailure('remote-failed', `has an answer of more than 16 MiB from ${service}`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function noAnswer({ service, url }: HttpQuestion, error: unknown): SourceFailure {
  const where = `${service} at ${originOf(url)}`;
  if (error instanceof TimeLimitError) {
    return new SourceFailure('remote-timeout', `has no answer: ${where} did not give one within ${timeoutMs / 1000} s`);
  }
  const { message, code } = error as Error & { code?: string };
  const why = message || code;
  return new SourceFailure('remote-unreachable', `has no answer: ${where} can't be reached (${why})`);
}

/** The scheme, host and port of a URL, without its path and user, which may contain secrets. */
function originOf(url: string): string {
  return new URL(url).origin;
}

/** The error message in a service's answer, from the members that services use for it. */
function saidIn(body: unknown): string {
  const { errors, message, messages } = (body ?? {}) as { errors?: unknown; message?: unknown; messages?: unknown };
  const [first] = [errors, messages].flatMap((list) => (Array.isArray(list) ? list : []));
  const said = typeof first === 'object' && first !== null ? (first as { title?: unknown }).title : (first ?? message);
  return typeof said === 'string' && said !== '' ? `: ${said.replaceAll(/\s+/g, ' ').slice(0, 300)}` : '';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
