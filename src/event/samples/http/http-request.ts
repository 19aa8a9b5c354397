import { UserError } from '../../../diagnostics/user-error.js';
import { bodyText } from '../encode-body.js';
import { isObject } from '../merge-members.js';
import type { Members } from '../sample.js';

/** A request as the given members describe it, before a source makes an event of it. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  /** The path as the API declares it: `/orders/{id}`. */
  readonly route: string;
  /** By names as they are given. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: string | undefined;
  readonly isBase64Encoded: boolean;
}

/** The parts of a request that can be given, whatever their names in the source's event. */
export const requestMembers = [
  'method',
  'path',
  'route',
  'headers',
  'query',
  'pathParameters',
  'cookies',
  'body',
  'isBase64Encoded',
] as const;

/**
 * Splits the given members into the request and the others. A body that is not a text becomes JSON, with its content type.
 */
export function readRequest(given: Readonly<Members>): { request: HttpRequest; rest: Members } {
  const { method, path, route, headers, query, pathParameters, cookies, body, isBase64Encoded, ...rest } = given;
  const declared = typeof route === 'string' ? route : undefined;
  const parameters = texts(pathParameters, 'pathParameters');
  const actual = typeof path === 'string' ? path : fillRoute(declared ?? '/', parameters);
  const isEncoded = isBase64Encoded === true;
  const text = body === undefined || body === null ? undefined : bodyText(body);
  const given_ = texts(headers, 'headers');
  const isJson = text !== undefined && typeof body !== 'string' && !hasHeader(given_, 'content-type');
  return {
    request: {
      method: typeof method === 'string' ? method.toUpperCase() : text === undefined ? 'GET' : 'POST',
      path: actual,
      route: declared ?? actual,
      headers: { ...given_, ...(isJson ? { 'content-type': 'application/json' } : {}) },
      query: lists(query),
      pathParameters: { ...matchRoute(declared ?? '', actual), ...parameters },
      cookies: Array.isArray(cookies) ? cookies.map(String) : [],
      body: isEncoded && text !== undefined ? Buffer.from(text).toString('base64') : text,
      isBase64Encoded: isEncoded,
    },
    rest,
  };
}

function hasHeader(headers: Readonly<Record<string, string>>, name: string): boolean {
  return Object.keys(headers).some((key) => key.toLowerCase() === name);
}

function texts(value: unknown, name: string): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (!isObject(value))
    throw new UserError({ code: 'sample-member-invalid', message: `\`${name}\` of a sample is a mapping.` });
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, String(member)]));
}

function lists(value: unknown): Record<string, string[]> {
  if (value === undefined || value === null) return {};
  if (!isObject(value))
    throw new UserError({ code: 'sample-member-invalid', message: '`query` of a sample is a mapping.' });
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, (Array.isArray(member) ? member : [member]).map(String)]),
  );
}

/** The name of a path parameter, and whether it takes several segments: `{id}`, `{proxy+}`. */
const parameter = /\{([^}+]+)(\+?)\}/g;

/** The value of a path parameter that is not given. */
const someValue = '1';

/** A path that matches a route, with the values of its parameters. */
function fillRoute(route: string, parameters: Readonly<Record<string, string>>): string {
  return route.replaceAll(parameter, (_, name: string) => encodeURI(parameters[name] ?? someValue));
}

/** The path parameters of a path, by its route; none if the path does not match the route. */
function matchRoute(route: string, path: string): Record<string, string> {
  const names: string[] = [];
  const source = route
    .replaceAll(/[.*?^$()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(parameter, (_, name: string, greedy: string) => {
      names.push(name);
      return greedy === '' ? '([^/]+)' : '(.+)';
    });
  const [, ...values] = new RegExp(`^${source}$`).exec(path) ?? [];
  return Object.fromEntries(values.map((value, index) => [names[index] ?? '', decoded(value)]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Headers with names in lower case. */
export function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** Every value of each name, as lists; `null` if there are none. */
export function multiValue(
  values: Readonly<Record<string, string | readonly string[]>>,
): Record<string, string[]> | null {
  const entries = Object.entries(values).map(([name, value]) => [name, [value].flat()] as const);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/** The last value of each name; `null` if there are none. */
export function singleValue(values: Readonly<Record<string, readonly string[]>>): Record<string, string> | null {
  const entries = Object.entries(values).map(([name, several]) => [name, several.at(-1) ?? ''] as const);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/** A query as written in a URL. */
export function queryText(query: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(query)
    .flatMap(([name, values]) => values.map((value) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`))
    .join('&');
}
