import type { InvocationReport } from '../../../src/report/invocation-report.js';
import { failed, lambdaLog, place, reportOf, succeeded } from './reports.js';

const order = { orderId: 'A-1042', customer: { name: 'Ana', email: 'ana@example.com' }, items: [] };

const mappedError = {
  errorType: 'TypeError',
  errorMessage: "Cannot read properties of undefined (reading 'price')",
  trace: [
    "|TypeError: Cannot read properties of undefined (reading 'price')",
    '>    at priceOf (src/orders/price.ts:14:23)',
    '    at Array.map (<anonymous>)',
    '>    at totalOf (src/orders/price.ts:8:16)',
    '>    at handler (src/orders.ts:21:17)',
    '    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
  ],
  userPlace: place('src/orders/price.ts', 14, 23),
};

const otherInterpreter = {
  severity: 'warning',
  code: 'interpreter-differs',
  message:
    'The function declares `nodejs22.x`, and Node.js 24.2.0 ran it: no Node.js 22 is on PATH or in the tool cache.',
  hint: 'Add `actions/setup-node` with `node-version: 22` before this step.',
} as const;

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

function twelve(): InvocationReport[] {
  const report = (name: string, key: string, durationMs: number, maxMemoryUsedMiB: number): InvocationReport =>
    succeeded({ ok: true }, { case: name, key, durationMs, maxMemoryUsedMiB, event: { case: name } });
  return [
    succeeded(
      { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"id":"A-1042","total":59.9}' },
      { case: 'a paid order', durationMs: 48.21, initDurationMs: 182.4, maxMemoryUsedMiB: 96, event: order },
    ),
    report('two items', 'orders', 31.02, 97),
    failed(mappedError, {
      case: 'an item without a price',
      durationMs: 9.77,
      maxMemoryUsedMiB: 98,
      event: order,
      log: lambdaLog(['2026-11-22T08:12:01.120Z\tINFO\tpricing 3 items']),
    }),
    report('a refund', 'orders', 27.4, 98),
    succeeded(
      { sent: 3 },
      { case: 'a reminder', key: 'notify', durationMs: 212.9, initDurationMs: 240.11, diagnostics: [otherInterpreter] },
    ),
    failed(
      {
        status: 'timeout',
        errorType: 'Sandbox.Timedout',
        errorMessage: 'RequestId: 8f507cfc-0a2b-4697-b07a-ac58fc914c95 Error: Task timed out after 3.00 seconds',
      },
      { case: 'no answer from the mail server', key: 'notify', durationMs: 3000, timeoutMs: 3000 },
    ),
    report('a small picture', 'thumbnail', 340.5, 412),
    report('a large picture', 'thumbnail', 1240.18, 803),
    report('a broken picture', 'thumbnail', 18.3, 141),
    report('midnight', 'cleanup', 88, 64),
    report('leap day', 'cleanup', 91.3, 64),
    reportOf(
      {
        kind: 'refused',
        diagnostic: {
          severity: 'error',
          code: 'function-unknown',
          message: 'There is no function `exports` in `serverless.yml`.',
          hint: 'Did you mean `export`?',
          location: place('serverless.yml', 12, 3),
        },
      },
      { case: 'a month', function: 'exports' },
    ),
  ];
}

/** Summaries as they are expected, by the names of their files. */
export const cases: Readonly<Record<string, readonly InvocationReport[]>> = {
  'success-plain': [
    succeeded(
      { greeting: 'Hello, Ana!', visits: 3 },
      {
        key: 'hello',
        event: { name: 'Ana' },
        initDurationMs: 80.5,
        maxMemoryUsedMiB: 45,
        log: lambdaLog(['2026-11-22T08:12:01.120Z\tINFO\tGreeting Ana']),
      },
    ),
  ],
  'success-http-json': [
    succeeded(
      {
        statusCode: 201,
        headers: { 'content-type': 'application/json', location: '/orders/A-1042' },
        cookies: ['session=b7c1; HttpOnly'],
        body: '{"id":"A-1042","total":59.90,"items":[{"sku":"mug","count":2}]}',
      },
      { event: { rawPath: '/orders', requestContext: { http: { method: 'POST' } } }, diagnostics: [otherInterpreter] },
    ),
  ],
  'success-http-base64': [
    succeeded(
      {
        statusCode: 200,
        headers: { 'Content-Type': 'text/html; charset=utf-8' },
        body: Buffer.from('<!doctype html>\n<h1>Orders</h1>\n<p>@ana has <b>1</b> order, see #1042 ```\n').toString(
          'base64',
        ),
        isBase64Encoded: true,
      },
      { key: 'page' },
    ),
    succeeded(
      {
        statusCode: 200,
        headers: { 'content-type': 'image/png' },
        body: png.toString('base64'),
        isBase64Encoded: true,
      },
      { key: 'thumbnail' },
    ),
  ],
  'success-http-streamed': [
    succeeded(Buffer.from('event: price\ndata: 59.90\n\nevent: end\ndata:\n\n'), {
      key: 'prices',
      http: { statusCode: 200, headers: { 'content-type': 'text/event-stream' }, cookies: [] },
    }),
  ],
  'error-node-mapped': [
    failed(mappedError, {
      event: order,
      durationMs: 9.77,
      initDurationMs: 164.02,
      maxMemoryUsedMiB: 98,
      log: lambdaLog([
        '2026-11-22T08:12:01.120Z\t8f507cfc-0a2b-4697-b07a-ac58fc914c95\tINFO\tpricing 3 items',
        '\u001b[33mno price for "mug"\u001b[0m',
      ]),
    }),
  ],
  'error-python': [
    failed(
      {
        errorType: 'KeyError',
        errorMessage: "'items'",
        trace: [
          '>  File "src/report.py", line 12, in handler',
          '|    total = sum(price(item) for item in event["items"])',
          '  File "/usr/lib/python3.12/functools.py", line 909, in wrapper',
          '|    return dispatch(args[0].__class__)(*args, **kw)',
        ],
        userPlace: place('src/report.py', 12),
      },
      {
        key: 'report',
        runtime: 'python3.12',
        interpreter: 'python 3.12.3',
        event: { month: 11 },
        initDurationMs: 41.2,
      },
    ),
  ],
  timeout: [
    failed(
      {
        status: 'timeout',
        errorType: 'Sandbox.Timedout',
        errorMessage: 'RequestId: 8f507cfc-0a2b-4697-b07a-ac58fc914c95 Error: Task timed out after 3.00 seconds',
      },
      {
        key: 'notify',
        durationMs: 3000,
        timeoutMs: 3000,
        event: { to: 'ana@example.com' },
        log: lambdaLog(['connecting to smtp.example.com:25 …'], 'Duration: 3000.00 ms\tStatus: timeout\t'),
        diagnostics: [
          {
            severity: 'notice',
            code: 'hint-timeout',
            message: 'The handler was still running after 3 s, which is its `timeout`.',
            hint: 'Raise `timeout` of the function, or await less.',
            location: place('serverless.yml', 18, 5),
          },
        ],
      },
    ),
  ],
  crash: [
    failed(
      {
        status: 'crash',
        errorType: 'Runtime.ExitError',
        errorMessage:
          'RequestId: 8f507cfc-0a2b-4697-b07a-ac58fc914c95 Error: Runtime exited with error: signal: killed',
        trace: ['|FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'],
      },
      {
        key: 'thumbnail',
        durationMs: 812.4,
        maxMemoryUsedMiB: 512,
        memorySizeMiB: 512,
        event: { picture: 'huge.png' },
      },
    ),
  ],
  refused: [
    reportOf({
      kind: 'refused',
      diagnostic: {
        severity: 'error',
        code: 'function-unknown',
        message: 'There is no function `ordres` in `serverless.yml`. It has: `orders`, `notify`, `thumbnail`.',
        hint: 'Did you mean `orders`?',
        location: place('service/serverless.yml', 9, 3),
      },
    }),
  ],
  'many-mixed': twelve(),
  'long-values': [
    failed(
      {
        errorType: 'ValidationError',
        errorMessage: `${'the order is wrong: '.repeat(600)}at last`,
        trace: Array.from(
          { length: 400 },
          (_, index) => `${index === 0 ? '>' : ''}    at step${index} (src/steps.ts:${index + 1}:3)`,
        ),
        userPlace: place('src/steps.ts', 1, 3),
      },
      {
        event: { items: Array.from({ length: 900 }, (_, index) => ({ sku: `sku-${index}`, count: index % 7 })) },
        log: lambdaLog(Array.from({ length: 300 }, (_, index) => `step ${index} done ${'.'.repeat(index % 90)}`)),
      },
    ),
  ],
};
