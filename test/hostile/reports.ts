import fc from 'fast-check';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { UserError } from '../../src/diagnostics/user-error.js';
import { type InvocationReport, reportInvocation } from '../../src/report/invocation-report.js';
import type { Outcome } from '../../src/report/outcome.js';
import { failed, invoked, succeeded } from '../action/results.js';
import { hostileBytes, hostileText } from './texts.js';

/** A JSON value of which every text is hostile. */
const hostileJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    hostileText,
    fc.constantFrom<unknown>(null, true, 200, -1, { toString: 1 }, {}, []),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(hostileText, tie('value'), { maxKeys: 3 }),
  ),
})).value;

/** What a proxy integration takes, or nearly. */
const proxyResponse = fc.record(
  {
    statusCode: fc.oneof(fc.constantFrom<unknown>(200, '404', 99, 1000), hostileJson),
    headers: hostileJson,
    multiValueHeaders: hostileJson,
    cookies: hostileJson,
    body: hostileJson,
    isBase64Encoded: fc.boolean(),
  },
  { requiredKeys: ['statusCode'] },
);

const response = fc.oneof(
  hostileBytes,
  fc.oneof(hostileJson, proxyResponse).map((value) => Buffer.from(JSON.stringify(value))),
);

const streamed = fc.record({
  statusCode: fc.constantFrom(200, 302, 599),
  headers: fc.dictionary(hostileText, hostileText, { maxKeys: 3 }),
  cookies: fc.array(hostileText, { maxLength: 2 }),
});

const diagnostic: fc.Arbitrary<Diagnostic> = fc.record(
  {
    severity: fc.constantFrom('error', 'warning', 'notice'),
    code: fc.constant('x'),
    message: hostileText,
    hint: hostileText,
    location: fc.record(
      { file: hostileText, line: fc.integer({ min: 1 }), column: fc.integer({ min: 1 }) },
      { requiredKeys: ['file'] },
    ),
  },
  { requiredKeys: ['severity', 'code', 'message'] },
);

const trace = fc.array(
  fc.oneof(
    hostileText,
    hostileText.map((text) => `    at f (/workspace/${text}.js:1:1)`),
    hostileText.map((text) => `    at ${text} (/workspace/a.js:1:1)`),
    hostileText.map((text) => `  File "/workspace/${text}", line 3, in f\n    ${text}`),
  ),
  { maxLength: 6 },
);

const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  { weight: 4, arbitrary: response.map((bytes) => invoked(succeeded(bytes))) },
  {
    weight: 1,
    arbitrary: fc.tuple(hostileBytes, streamed).map(([bytes, http]) => invoked({ ...succeeded(bytes), http })),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({
        type: hostileText,
        message: hostileText,
        trace,
        error: response,
        status: fc.constantFrom('error', 'timeout', 'crash'),
      })
      .map(({ type, message, error, ...more }) => invoked({ ...failed(type, message, more), error })),
  },
  { weight: 1, arbitrary: diagnostic.map((failure): Outcome => ({ kind: 'refused', error: new UserError(failure) })) },
  { weight: 1, arbitrary: fc.constant<Outcome>({ kind: 'cancelled', signal: 'SIGINT' }) },
  { weight: 1, arbitrary: hostileText.map((text): Outcome => ({ kind: 'defect', error: text })) },
);

/** What a report is made from, of which every text is hostile. */
export const reportFacts = fc.record({
  outcome,
  event: response,
  names: fc.record({ key: hostileText, case: hostileText, interpreter: hostileText }),
  diagnostics: fc.array(diagnostic, { maxLength: 3 }),
  log: hostileText,
});

type Facts = typeof reportFacts extends fc.Arbitrary<infer Value> ? Value : never;

/** The report of such an invocation. */
export function reportFrom({ outcome, event, names, diagnostics, log }: Facts): Promise<InvocationReport> {
  const { key, interpreter } = names;
  const named =
    outcome.kind === 'invoked'
      ? invoked({
          ...outcome.result,
          event,
          interpreter,
          function: { ...outcome.result.function, key, name: key, handler: key },
        })
      : outcome;
  return reportInvocation(named, {
    ...(key === '' ? {} : { function: key }),
    ...(names.case === '' ? {} : { case: names.case }),
    diagnostics,
    log: { text: log, omittedBytes: log.length % 3, file: `/tmp/${key}` },
    startedAt: new Date(0),
    runtimes: '/opt/runtimes',
  });
}
