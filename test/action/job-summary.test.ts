import { describe, expect, test } from '@jest/globals';
import { renderJobSummary } from '../../src/action/job-summary.js';
import { UserError } from '../../src/diagnostics/user-error.js';
import { failed, invoked, succeeded } from './results.js';

test('a success is a verdict and a row of facts', () => {
  expect(renderJobSummary(invoked(succeeded('1')))).toBe(`### ✅ <code>hello</code>: success

| Function | Status | Duration | Init | Memory |
| --- | --- | ---: | ---: | ---: |
| <code>hello</code> | success | 12.35 ms | 80.50 ms | 45 of 1024 MB |

`);
});

test.each([
  ['a Node trace, which says the message itself', 'no', ['TypeError: no', '    at handler (/x.js:1:1)'], ''],
  ['one whose message has two lines', 'no\nand', ['TypeError: no', 'and', '    at handler (/x.js:1:1)'], ''],
  ['a Python trace, which does not', 'no', ['  File "/no.py", line 1, in handler\n    no()\n'], 'TypeError: no\n'],
])('a failure shows %s once', (_, message, trace, head) => {
  const summary = renderJobSummary(invoked(failed('TypeError', message, { trace, status: 'crash' })));
  expect(summary).toContain('### 💥 <code>hello</code>: crash');
  expect(summary).toContain(`\`\`\`text\n${head}${trace.join('\n')}\n\`\`\`\n`);
});

test('a wrong request says what was wrong, and what to do', () => {
  const error = new UserError({ code: 'x', message: 'There is no function `x`.', hint: 'Did you mean `y`?' });
  expect(renderJobSummary({ kind: 'refused', error })).toBe(
    '### ❌ Nothing was invoked\n\n```text\nInvokeLocal.InvalidRequest: There is no function `x`.\nDid you mean `y`?\n```\n\n',
  );
});

describe("nothing of the handler's", () => {
  test('ends the block that it is in', () => {
    const summary = renderJobSummary(invoked(failed('Error', 'a\n```\n````\n<img src=x> @octocat')));
    expect(summary).toContain('`````text\nError: a\n```\n````\n<img src=x> @octocat\n`````\n');
  });

  test('colours or controls the page', () => {
    const summary = renderJobSummary(invoked(failed('Error', '\u001b[31mred\u001b[0m\u0000\rx')));
    expect(summary).toContain('Error: red\ufffd\ufffdx\n');
  });

  test('makes the page too large to be kept', () => {
    const summary = renderJobSummary(invoked(failed('Error', '😀'.repeat(2_000_000))));
    expect(Buffer.byteLength(summary)).toBeLessThan(100_000);
  });

  test('has a meaning in a cell of the table', () => {
    const result = { ...succeeded('1') };
    const hostile = { ...result, function: { ...result.function, key: 'a|b<i>*@c*`\n' } };
    expect(renderJobSummary(invoked(hostile))).toContain(
      '| <code>a&#124;b&#60;i&#62;&#42;&#64;c&#42;&#96; </code> | success |',
    );
  });
});
