import { resolve } from 'node:path';
import type { InvocationReport } from '../../src/report/invocation-report.js';
import { failed } from '../action/results.js';

const place = { file: resolve('/workspace/services/shop/src/price.ts'), line: 12, column: 9 };
const message = 'the order has no items';
const frame = '    at total (services/shop/src/price.ts:12:9)';
const result = failed('TypeError', message, { trace: [`TypeError: ${message}`, frame] });
const requestId = '3f0e2a9c-5f0b-4c0e-9d4e-0a1b2c3d4e5f';
const line = (label: string, more: string) => `${label} RequestId: ${requestId}${more}\n`;
/** The report of the failure that the documentation shows. */
export const documented: InvocationReport = {
  function: 'price',
  serviceFolder: resolve('/workspace/services/shop'),
  outcome: {
    kind: 'failed',
    result: {
      ...result,
      function: { ...result.function, key: 'price', name: 'shop-dev-price', handler: 'src/price.handler' },
      requestId,
      interpreter: 'node 22.11.0',
    },
    failure: {
      errorType: 'TypeError',
      errorMessage: message,
      trace: [
        { text: `TypeError: ${message}`, kind: 'text' },
        { text: frame, kind: 'user', place },
      ],
      userPlace: place,
    },
  },
  diagnostics: [],
  log: {
    text: `${line('START', ' Version: $LATEST')}${line('END', '')}${line('REPORT', '\tDuration: 12.35 ms')}`,
    omittedBytes: 0,
  },
  startedAt: new Date('2026-01-02T03:04:05.678Z'),
};
