import type { CasePath } from '../case-path.js';
import type { Expectations, HttpExpectation } from './expectations.js';
import type { Finding } from './finding.js';
import { type HttpResponse, httpResponseOf } from './http-response.js';
import { judgeValue } from './judge-value.js';
import { isMatch } from './match.js';
import type { Observed } from './observed.js';
import { nothing, type Pattern, type Received } from './pattern.js';
import { readJsonValue } from './response-value.js';
import { shorten, shownPattern } from './shown-value.js';
import { visibleLine } from './visible-json.js';

/** Status, headers and body of an HTTP response. */
export function judgeHttp({ http }: Expectations, observed: Observed): Finding[] {
  if (http === undefined) return [];
  const response = httpResponseOf(observed);
  if ('problem' in response) {
    const path: CasePath = ['expect', http.statusCode !== undefined ? 'status-code' : http.body ? 'body' : 'headers'];
    return [{ path, message: `The response ${response.problem}.`, expected: 'an HTTP response' }];
  }
  return [...judgeStatusCode(http, response), ...judgeHeaders(http, response), ...judgeBody(http, response)];
}

function judgeStatusCode({ statusCode }: HttpExpectation, response: HttpResponse): Finding[] {
  if (statusCode === undefined) return [];
  return judgeValue(statusCode, response.statusCode, ['status-code']).map(({ diff: _, ...finding }) => finding);
}

function judgeHeaders({ headers }: HttpExpectation, response: HttpResponse): Finding[] {
  if (headers === undefined) return [];
  return [...headers].flatMap(([name, pattern]) => {
    const value = headerValue(pattern, response.headers.get(name.toLowerCase()) ?? []);
    return judgeValue(pattern, value, ['headers', name]).map(({ diff: _, ...finding }) => finding);
  });
}

/** The value of a header that is judged: its only value, else the one that matches, else all of them on one line. */
function headerValue(pattern: Pattern, values: readonly string[]): Received {
  if (pattern.kind === 'list' || pattern.kind === 'unordered') return values;
  if (values.length === 0) return nothing;
  const asType = (value: string): Received => (isOfNumber(pattern) && value.trim() !== '' ? Number(value) : value);
  return values.map(asType).find((value) => isMatch(pattern, value)) ?? asType(values.join(', '));
}

/** A header is a text, but may be expected to be a number. */
function isOfNumber(pattern: Pattern): boolean {
  if (pattern.kind === 'any') return pattern.type === 'number' || pattern.type === 'integer';
  return pattern.kind === 'range' || (pattern.kind === 'scalar' && typeof pattern.value === 'number');
}

function judgeBody({ body: pattern }: HttpExpectation, { body }: HttpResponse): Finding[] {
  if (pattern === undefined) return [];
  const text = body.toString();
  if (isMatch(pattern, text)) return [];
  const read = readJsonValue(body);
  if (isOfText(pattern)) {
    const isJson = 'value' in read && typeof read.value === 'string' && isMatch(pattern, read.value);
    return isJson ? [] : judgeValue(pattern, text, ['body']);
  }
  if ('value' in read) return judgeValue(pattern, read.value, ['body']);
  const expected = shownPattern(pattern);
  const message = `The body ${read.problem}, and ${expected} was expected.`;
  return [{ path: ['expect', 'body'], message, expected, received: shorten(visibleLine(text.slice(0, 1000))) }];
}

/** Whether a text itself is expected, not its value as JSON. */
function isOfText(pattern: Pattern): boolean {
  if (pattern.kind === 'one-of') return pattern.choices.every(isOfText);
  return pattern.kind === 'regex' || (pattern.kind === 'scalar' && typeof pattern.value === 'string');
}
