import type { ExactJson } from '../../json/exact-number.js';
import { httpResponseOf } from '../expectations/http-response.js';
import type { Observed } from '../expectations/observed.js';
import { readJsonValue, readValue } from '../expectations/response-value.js';

/** What is recorded of an invocation, or why nothing can be recorded, worded to follow `The response`. */
export type SnapshotSubject = { readonly value: ExactJson } | { readonly problem: string };

/**
 * What is recorded of an invocation: the response; of an HTTP response its status, headers and body, which is JSON where it can
 * be; of a failure its type and message.
 */
export function snapshotSubject(observed: Observed): SnapshotSubject {
  const { error, response } = observed;
  if (error !== undefined) return { value: { errorType: error.type, errorMessage: error.message } };
  const http = httpResponseOf(observed);
  if ('problem' in http) return anyValue(response);
  const { statusCode, headers, body } = http;
  const json = readJsonValue(body);
  const read = 'value' in json ? json : anyValue(body);
  if ('problem' in read) return read;
  const written = [...headers].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    value: {
      statusCode,
      headers: Object.fromEntries(
        written.map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
      ),
      body: read.value,
    },
  };
}

function anyValue(bytes: Buffer): SnapshotSubject {
  const read = readValue(bytes);
  if ('value' in read || !read.problem.includes('UTF-8')) return read;
  return { value: { base64: bytes.toString('base64') } };
}
