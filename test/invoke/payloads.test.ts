import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { writeOutputs } from '../../src/action/outputs.js';
import { UserError } from '../../src/diagnostics/user-error.js';
import { invoke } from '../../src/invoke/invoke.js';
import type { InvocationResult } from '../../src/invoke/result.js';
import { indentJson } from '../../src/report/indent-json.js';
import { invoked, succeeded } from '../action/results.js';
import { interpreters } from '../runtimes/python/interpreters.js';
import { folderOf } from '../service/open-folder.js';
import { jobFor } from '../services/run-function.js';

const service = `service: payloads
provider: { name: aws, timeout: 30 }
functions:
  node22: { handler: index.echo, runtime: nodejs22.x }
  node24: { handler: index.echo, runtime: nodejs24.x }
  large: { handler: index.large, runtime: nodejs22.x }
  streamed: { handler: index.streamed, runtime: nodejs22.x }
  raw: { handler: app.raw, runtime: python3.13 }
  pythonLarge: { handler: app.large, runtime: python3.13 }
  python11: { handler: app.echo, runtime: python3.11 }
  python13: { handler: app.echo, runtime: python3.13 }
`;

const node = `exports.echo = async (event) => event;
exports.large = async (length) => 'x'.repeat(length);
exports.streamed = awslambda.streamifyResponse(async (length, stream) => {
  const piece = Buffer.alloc(1024 * 1024, 'x');
  for (let left = length; left > 0; left -= piece.length) if (!stream.write(piece.subarray(0, left))) await new Promise((done) => stream.once('drain', done));
  stream.end();
});
`;

const python = `def echo(event, context):
    return event

def large(length, context):
    return "x" * length

def raw(event, context):
    return bytes(event)
`;

let folder = '';
beforeAll(async () => {
  folder = await folderOf({ 'serverless.yml': service, 'index.js': node, 'app.py': python });
});

const python3 = interpreters.at(-1)?.path;

/** The result of a function for an event, which is JSON text. */
function resultOf(name: string, data: string): Promise<InvocationResult> {
  const isPython = name.startsWith('python') || name === 'raw';
  const interpreter = isPython && python3 !== undefined ? { interpreter: python3 } : {};
  const { request, hooks } = jobFor(folder, name, { request: { event: { raw: false, data }, ...interpreter } });
  return invoke(request, hooks);
}

async function echoed(name: string, data: string): Promise<string> {
  const result = await resultOf(name, data);
  return result.status === 'success'
    ? result.response.toString()
    : `${result.status}: ${result.errorType}: ${result.errorMessage}`;
}

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

/** An event, what Node.js makes of it, and what Python makes of it: from 3.12 on, and before where that differs. */
const events: readonly (readonly [
  title: string,
  event: string,
  inNode: string,
  inPython: string,
  inOldPython?: string,
])[] = [
  [
    'text beyond ASCII',
    '"hé 日本 😀"',
    '"hé 日本 😀"',
    '"hé 日本 😀"',
    String.raw`"h\u00e9 \u65e5\u672c \ud83d\ude00"`,
  ],
  [
    'NUL and other control characters',
    String.raw`"a\u0000b\u001f\n"`,
    String.raw`"a\u0000b\u001f\n"`,
    String.raw`"a\u0000b\u001f\n"`,
  ],
  [
    'DEL and the line separators',
    '"\u007f\u2028\u2029"',
    '"\u007f\u2028\u2029"',
    '"\u007f\u2028\u2029"',
    String.raw`"\u007f\u2028\u2029"`,
  ],
  ['escapes that need not be', String.raw`"\/\u0041"`, '"/A"', '"/A"'],
  ['an integer beyond 2^53', '9007199254740993', '9007199254740992', '9007199254740993'],
  ['an integer of 23 digits', '12345678901234567890123', '1.2345678901234568e+22', '12345678901234567890123'],
  ['a float that is whole', '[1.0, -0, 1e2]', '[1,0,100]', '[1.0, 0, 100.0]'],
  ['keys that are given twice', '{"a":1,"a":2}', '{"a":2}', '{"a": 2}'],
  ['a key that JavaScript knows', '{"__proto__":{"a":1}}', '{"__proto__":{"a":1}}', '{"__proto__": {"a": 1}}'],
  ['white space', ' {"a" :\n[ ]} ', '{"a":[]}', '{"a": []}'],
  ['null', 'null', 'null', 'null'],
  ['an empty text', '""', '""', '""'],
  ['500 lists in one another', nested(500), nested(500), nested(500)],
];

describe.each(['node22', 'node24'])('in %s an event comes back as Lambda makes it', (name) => {
  test.each(events)('%s', async (_title, event, inNode) => {
    expect(await echoed(name, event)).toBe(inNode);
  });

  test('a lone surrogate, escaped', async () => {
    expect(await echoed(name, String.raw`"\ud800"`)).toBe(String.raw`"\ud800"`);
  });

  test('more depth than JSON.stringify takes is an error of the function', async () => {
    expect(await echoed(name, nested(100_000))).toMatch(/^error: .*: Unable to stringify response body$/);
  });
});

const withPython = python3 === undefined ? describe.skip : describe;
withPython.each(['python11', 'python13'])('in %s an event comes back as Lambda makes it', (name) => {
  test.each(events)('%s', async (_title, event, _inNode, inPython, inOldPython = inPython) => {
    expect(await echoed(name, event)).toBe(name === 'python11' ? inOldPython : inPython);
  });

  test('more depth than Python takes is an error of the function', async () => {
    expect(await echoed(name, nested(100_000))).toMatch(/^error: Runtime\.UnmarshalError: /);
  });
});

withPython('in Python', () => {
  test('a lone surrogate comes back escaped up to 3.11; after that it has no UTF-8, which ends the runtime', async () => {
    expect(await echoed('python11', String.raw`"\ud800"`)).toBe(String.raw`"\ud800"`);
    expect(await echoed('python13', String.raw`"\ud800"`)).toMatch(/^crash: Runtime\.ExitError/);
  });

  test('bytes that are no JSON, and no UTF-8, come back as they are', async () => {
    const result = await resultOf('raw', '[0, 255, 123, 10, 13]');
    expect(result).toMatchObject({ status: 'success', response: Buffer.from([0, 255, 123, 10, 13]) });
  });
});

describe('limits', () => {
  const limit = 6_291_456;
  const runtimes = python3 === undefined ? ['node22'] : ['node22', 'python13'];

  test.each(runtimes)('C112 an event of 6 MiB reaches %s and comes back, one byte more is refused', async (name) => {
    const text = `"${'x'.repeat(limit - 2)}"`;
    expect(await echoed(name, text)).toBe(text);
    const failure = await echoed(name, `"${'x'.repeat(limit - 1)}"`).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).message).toContain(
      '6291457 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)',
    );
  });

  test.each(python3 === undefined ? ['large'] : ['large', 'pythonLarge'])(
    'C21 a response of 6 MiB and 100 bytes comes back from %s, one byte more does not',
    async (name) => {
      const whole = await resultOf(name, '6291554');
      expect(whole.status === 'success' && whole.response.length).toBe(6_291_556);
      expect(await echoed(name, '6291555')).toBe(
        'error: Function.ResponseSizeTooLarge: Response payload size exceeded maximum allowed payload size (6291556 bytes).',
      );
    },
  );

  test('a streamed response may be larger', async () => {
    const result = await resultOf('streamed', String(20 * 1024 * 1024 + 1));
    expect(result.status === 'success' && result.response.length).toBe(20 * 1024 * 1024 + 1);
  });
});

describe('the faces give a response back as it is', () => {
  const responses = events.map(([title, , response]) => [title, response] as const);

  test.each(responses)('%s', async (_title, response) => {
    const written = await folderOf({});
    const outputs: Record<string, string> = {};
    writeOutputs({
      outcome: invoked(succeeded(response)),
      files: { response: join(written, 'response'), log: join(written, 'log'), calls: join(written, 'calls') },
      secrets: [],
      report: () => {},
      setOutput: (name, value) => {
        outputs[name] = value;
      },
    });
    expect(outputs['output']).toBe(response);
    expect(readFileSync(join(written, 'response'), 'utf8')).toBe(response);
    expect(JSON.parse(indentJson(Buffer.from(response))?.toString() ?? response)).toEqual(JSON.parse(response));
  });
});
