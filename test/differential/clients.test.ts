import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { otherNode } from '../runtimes/node/session.js';
import { findNodeClient, findPythonClient, type HandlerLaunch, modernLaunch, pythonLaunch } from './aws-clients.js';
import { installingTimeoutMs, type Unavailable } from './installed.js';
import { observedSession } from './observe.js';

/** A client as its package starts it, and a function for it. */
interface Attached {
  readonly title: string;
  readonly client: string | Unavailable;
  readonly runtime: string;
  readonly launch: (client: string) => HandlerLaunch;
  readonly file: string;
  readonly source: string;
  /** Another function, which streams its response, where the client can. */
  readonly streaming?: string;
}

const nodeSource = `let count = 0;
exports.handler = async (event) => {
  if (event.fail) throw new TypeError('as asked');
  return { event, count: ++count };
};
`;
const nodeStreaming = `exports.handler = awslambda.streamifyResponse(async (event, stream) => {
  stream.write('one ');
  stream.end('two');
});
`;
const pythonSource = `count = 0


def handler(event, context):
    global count
    if event.get("fail"):
        raise TypeError("as asked")
    count += 1
    return {"event": event, "count": count}
`;

const node = { file: 'index.js', source: nodeSource, streaming: nodeStreaming };
const [classic, modern, python] = await Promise.all([
  findNodeClient('classic'),
  findNodeClient('modern'),
  findPythonClient(),
]);

const clients: readonly Attached[] = [
  {
    ...node,
    title: 'aws-lambda-ric 3 on the Node.js of the tests',
    client: classic,
    runtime: 'nodejs20.x',
    launch: (client) => (handler) => ({
      command: process.execPath,
      args: [join(client, 'bin', 'index.mjs'), handler],
    }),
  },
  ...([22, 24] as const).map((major): Attached => {
    const program = otherNode(major);
    return {
      ...node,
      title: `aws-lambda-ric 4 on Node.js ${major}`,
      client: program === undefined ? { unavailable: `there is no Node.js ${major}` } : modern,
      runtime: `nodejs${major}.x`,
      launch: (client) => modernLaunch(program ?? process.execPath, client),
    };
  }),
  {
    title: 'awslambdaric',
    client: python,
    runtime: 'python3.13',
    launch: pythonLaunch,
    file: 'index.py',
    source: pythonSource,
  },
];

describe.each(clients)('$title, attached to our Runtime API,', ({ client, runtime, launch, file, ...functions }) => {
  if (typeof client !== 'string') {
    console.warn(`AWS's client for ${runtime} is not attached: ${client.unavailable}`);
    test.skip('C113 is not there', () => {});
    return;
  }
  const attach = async (source: string) => {
    const taskRoot = await mkdtemp(join(tmpdir(), 'invoke-local-attached-'));
    await writeFile(join(taskRoot, file), source);
    const handler = 'index.handler';
    const session = await observedSession({ launch: launch(client)(handler, taskRoot), taskRoot, handler, runtime });
    return {
      invoke: session.invoke,
      [Symbol.asyncDispose]: async () => {
        await session[Symbol.asyncDispose]();
        await rm(taskRoot, { recursive: true, force: true });
      },
    };
  };

  test(
    'C113 echoes an event, reports an error, and survives both warm',
    async () => {
      await using session = await attach(functions.source);
      const responses = async (event: object) => (await session.invoke(JSON.stringify(event))).answer;
      expect(parsed(await responses({ a: 'é' }))).toEqual({
        status: 'success',
        value: { event: { a: 'é' }, count: 1 },
      });
      expect(parsed(await responses({ fail: true }))).toMatchObject({
        status: 'error',
        value: { errorType: 'TypeError', errorMessage: 'as asked' },
      });
      expect(parsed(await responses({}))).toEqual({ status: 'success', value: { event: {}, count: 2 } });
    },
    installingTimeoutMs,
  );

  const { streaming } = functions;
  if (streaming === undefined) return;
  test(
    'C113 streams, and streams again',
    async () => {
      await using session = await attach(streaming);
      for (let round = 0; round < 2; round++) {
        expect((await session.invoke('{}')).answer).toMatchObject({ status: 'success', response: 'one two' });
      }
    },
    installingTimeoutMs,
  );
});

function parsed(answer: unknown): { readonly status: string; readonly value: unknown } {
  const { status, response, error } = answer as { status: string; response?: string; error?: string };
  return { status, value: JSON.parse(response ?? error ?? 'null') };
}
