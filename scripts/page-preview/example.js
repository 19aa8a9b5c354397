/** A suite for the picture: cases of every kind, and one that failed with something to see. `make` has the makers of the tests. */
export function exampleSuite({ manyCases, reportedCase, suiteReport }) {
  const others = manyCases(183, 6, 71);
  const at = others.findIndex(({ worker, startedAtMs }) => worker === 2 && startedAtMs > others[90].startedAtMs);
  const place = others[at];
  const failed = reportedCase({
    ...place,
    id: 'tests/orders.suite.yml::free shipping from 50 on',
    name: 'an order of 90 is shipped for free',
    function: 'createOrder',
    file: 'tests/orders.suite.yml',
    line: 41,
    column: 5,
    tags: ['smoke', 'orders'],
    status: 'failed',
    isCold: false,
    initDurationMs: undefined,
    durationMs: 38.42,
    maxMemoryUsedMiB: 71,
    findings: [
      {
        path: '/expect/output/shipping',
        message: 'output.shipping.amount is 4.9, and 0 was expected.',
        file: 'tests/orders.suite.yml',
        line: 52,
        column: 9,
        diff: [
          '  {',
          '    "order": "o-1042",',
          '    "total": 90,',
          '    "shipping": {',
          '-     "amount": 0,',
          '-     "reason": "free from 50 on"',
          '+     "amount": 4.9',
          '    }',
          '  }',
        ].join('\n'),
      },
    ],
    texts: async () => ({
      event: JSON.stringify({
        version: '2.0',
        routeKey: 'POST /orders',
        body: '{"items":[{"sku":"lamp","quantity":2}]}',
      }),
      response: JSON.stringify({ order: 'o-1042', total: 90, shipping: { amount: 4.9 } }),
      log: [
        'START RequestId: 7467a36b-d8ed-485b-b46c-113b81c0fb7a Version: $LATEST',
        '2026-01-02T03:04:05.678Z\t7467a36b-d8ed-485b-b46c-113b81c0fb7a\tINFO\tpriced 2 × lamp at 45.00',
        '2026-01-02T03:04:05.702Z\t7467a36b-d8ed-485b-b46c-113b81c0fb7a\tWARN\tno rule for country "", using the flat rate',
        'END RequestId: 7467a36b-d8ed-485b-b46c-113b81c0fb7a',
        'REPORT RequestId: 7467a36b-d8ed-485b-b46c-113b81c0fb7a\tDuration: 38.42 ms\tMemory Size: 1024 MB\tMax Memory Used: 71 MB',
      ].join('\n'),
    }),
  });
  const messages = [
    'The log has no line that matches /resized to 320/.',
    'status is 200, and 400 was expected.',
    'output.items has 2 items, and 3 were expected.',
  ];
  const cases = [
    failed,
    ...others
      .filter((_, index) => index !== at)
      .map((each) => ({
        ...each,
        name: each.name.replace(/, \d+$/, ''),
        findings: each.findings.map((finding) => ({ ...finding, message: messages.shift() ?? finding.message })),
      })),
  ];
  return suiteReport(cases, { durationMs: 1312, concurrency: 6 });
}
