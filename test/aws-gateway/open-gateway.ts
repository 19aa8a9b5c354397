import type { FindWaitingLine } from '../../src/aws-gateway/aws-call.js';
import type { CallsOutcome } from '../../src/aws-gateway/run/calls-outcome.js';
import { EventCalls } from '../../src/aws-gateway/run/event-calls.js';
import type { AwsPlan } from '../../src/aws-gateway/run/plan.js';
import { type GatewayOptions, SandboxGateway } from '../../src/aws-gateway/run/sandbox-gateway.js';

/** The account of the calls. */
export const account = '111122223333';

/** The answer to a call: its status, and its body as text. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** A gateway that a test calls by itself. */
export interface OpenGateway extends AsyncDisposable {
  readonly url: string;
  /** Sends a request that is signed in appearance. */
  readonly send: (service: string, request: RequestInit & { readonly path?: string }) => Promise<Answer>;
  /** Calls an operation of DynamoDB. */
  readonly dynamo: (operation: string, members: object) => Promise<Answer>;
  readonly end: () => Promise<CallsOutcome>;
}

/** Opens a gateway for one event. */
export async function openGateway(
  plan: Partial<AwsPlan>,
  environment: Readonly<Record<string, string>> = {},
  lines: Pick<GatewayOptions, 'isNotable' | 'locate'> & { readonly findLine?: FindWaitingLine } = {},
): Promise<OpenGateway> {
  const whole: AwsPlan = {
    mode: 'none',
    cassette: '/nowhere.aws.yml',
    stubs: [],
    match: {},
    redact: [],
    strict: false,
    siblings: true,
    ...plan,
  };
  const { findLine, ...more } = lines;
  const gateway = await SandboxGateway.open({
    ...more,
    environment,
    isOffline: whole.mode === 'none' || whole.mode === 'replay',
    account,
    region: 'eu-west-1',
    redact: (text) => text.replaceAll('known-secret', '***'),
  });
  gateway.findLine = findLine;
  const event = new EventCalls(whole);
  gateway.begin(event);
  const url = gateway.environment['AWS_ENDPOINT_URL'] ?? '';
  const send: OpenGateway['send'] = async (service, { path = '/', headers, ...request }) => {
    const credential = `AKIDEXAMPLE/20260101/eu-west-1/${service}/aws4_request`;
    const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host, Signature=00`;
    const response = await fetch(url + path, { ...request, headers: { authorization, ...headers } });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return {
    url,
    send,
    dynamo: (operation, members) =>
      send('dynamodb', {
        method: 'POST',
        headers: { 'x-amz-target': `DynamoDB_20120810.${operation}`, 'content-type': 'application/x-amz-json-1.0' },
        body: JSON.stringify(members),
      }),
    end: async () => ({ ...(await gateway.end()), diagnostics: await event.end() }),
    [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose](),
  };
}
