import type { Socket } from 'node:net';
import type { FindWaitingLine } from '../aws-call.js';
import { endpointVariable } from '../forward/endpoints.js';
import { KnownCredentials, type SigningKeys } from '../forward/known-credentials.js';
import { servicesMetadata } from '../models/load-model.js';
import { AwsGateway } from '../server/gateway.js';
import type { AnswerSource } from '../server/session.js';
import { CallSession, type CallSurroundings } from './call-session.js';
import type { CallsOutcome } from './calls-outcome.js';
import { type Delivery, deliver } from './deliver.js';
import type { EventCalls } from './event-calls.js';

/** What the gateway of a sandbox needs to know of it. */
export interface GatewayOptions extends Omit<CallSurroundings, 'upstream' | 'findLine'> {
  /** The handler's environment as it would be without a gateway. */
  readonly environment: Readonly<Record<string, string>>;
  /** Whether no call leaves: the handler then gets no credentials that are good for anything. */
  readonly isOffline: boolean;
}

/** The keys of AWS's own documentation, which no account has. */
const exampleKeys = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/** What recordings have in place of the gateway's address, which is another one in each run. */
const ownAddress = 'http://aws-endpoint-url';

const noCalls: CallsOutcome = {
  calls: [],
  omittedCalls: 0,
  diagnostics: [],
  lines: () => '',
  mistakeIn: () => undefined,
  membersFor: () => ({}),
};

/** The gateway of one sandbox, for one event after the other. */
export class SandboxGateway implements AsyncDisposable {
  readonly #gateway: AwsGateway;
  readonly #options: GatewayOptions;
  readonly #surroundings: CallSurroundings;
  #current: CallSession | undefined;
  /** Finds the user's line that waits for an answer, where that can be known. */
  findLine: FindWaitingLine | undefined;

  private constructor(gateway: AwsGateway, options: GatewayOptions, surroundings: CallSurroundings) {
    this.#gateway = gateway;
    this.#options = options;
    this.#surroundings = surroundings;
  }

  static async open(options: GatewayOptions): Promise<SandboxGateway> {
    const { environment, account, region } = options;
    const upstream = {
      endpoints: endpointsIn(environment),
      credentials: new KnownCredentials(keysIn(environment)),
    };
    const beforeEvents = {
      kind: 'refuse',
      explain: () => ({ code: 'NotRecorded', message: 'No event is running.' }),
    } as const;
    const gateway = await AwsGateway.listen({ account, region, sources: [], last: beforeEvents, onCall: () => {} });
    const { redact, judge, isNotable, locate, ofFunction } = options;
    return new SandboxGateway(gateway, options, {
      account,
      region,
      upstream,
      redact: (text) => redact(withoutKeys(text.replaceAll(gateway.url, ownAddress), environment)),
      ...(judge === undefined ? {} : { judge }),
      ...(isNotable === undefined ? {} : { isNotable }),
      ...(locate === undefined ? {} : { locate }),
      ofFunction,
    });
  }

  /** The handler's environment with the gateway as its endpoint of AWS. */
  get environment(): Record<string, string> {
    const { environment, isOffline } = this.#options;
    const { url } = this.#gateway;
    const { AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: _ignored, AWS_SESSION_TOKEN: token, ...own } = environment;
    const needsKeys = isOffline || !environment['AWS_ACCESS_KEY_ID'];
    return {
      ...own,
      ...(token === undefined || needsKeys ? {} : { AWS_SESSION_TOKEN: token }),
      ...(needsKeys ? exampleKeys : {}),
      ...Object.fromEntries(Object.keys(endpointsIn(environment)).map((name) => [name, url])),
      AWS_ENDPOINT_URL: url,
    };
  }

  /** The gateway's URL, the token for it, and the hosts of the endpoints that it stands for. */
  get route(): { readonly url: string; readonly token: string; readonly hosts: readonly string[] } {
    const hosts = Object.values(endpointsIn(this.#options.environment)).map((url) => new URL(url).host);
    return { url: this.#gateway.url, token: this.#gateway.token, hosts: [...new Set(hosts)] };
  }

  /** By which a sandbox without a network reaches it. */
  get server(): AwsGateway {
    return this.#gateway;
  }

  /** Whether whoever has connected may make calls. */
  set admits(admits: (socket: Socket) => boolean) {
    this.#gateway.admits = admits;
  }

  /**
   * Begins an invocation for an event.
   * @param siblings answers invocations of the service's other functions, where these are run here
   */
  begin(event: EventCalls, siblings?: AnswerSource): void {
    const { findLine } = this;
    const surroundings = { ...this.#surroundings, ...(findLine === undefined ? {} : { findLine }) };
    this.#current = new CallSession(event, surroundings, siblings);
    this.#gateway.use(this.#current.session);
  }

  /** Makes a request of Lambda's for the function, whose invocation has not ended. @returns whether somebody took it */
  deliver(delivery: Delivery): Promise<boolean> {
    const { port, token } = this.#gateway;
    return deliver(delivery, { port, token, accessKeyId: this.environment['AWS_ACCESS_KEY_ID'] ?? '' });
  }

  /** Ends the invocation. What comes later is answered in the same way, and not kept. */
  async end(): Promise<CallsOutcome> {
    return (await this.#current?.end()) ?? noCalls;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#gateway[Symbol.asyncDispose]();
  }
}

/** The endpoints that the handler's environment configures. */
function endpointsIn(environment: Readonly<Record<string, string>>): Record<string, string> {
  if (environment['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true') return {};
  const known = new Set(Object.values(servicesMetadata()).map(({ serviceId }) => endpointVariable(serviceId)));
  return Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => {
      const [, service] = /^AWS_ENDPOINT_URL(?:_(.+))?$/.exec(name) ?? [];
      const isEndpoint =
        name === 'AWS_ENDPOINT_URL' || (service !== undefined && (known.has(service) || /^[A-Z]/.test(service)));
      return isEndpoint && URL.canParse(value);
    }),
  );
}

function keysIn(environment: Readonly<Record<string, string>>): SigningKeys | undefined {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN: token,
  } = environment;
  if (!accessKeyId || !secretAccessKey) return undefined;
  return { accessKeyId, secretAccessKey, ...(token === undefined ? {} : { sessionToken: token }) };
}

/** A text without the handler's own credentials. */
function withoutKeys(text: string, environment: Readonly<Record<string, string>>): string {
  return ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']
    .flatMap((name) => environment[name] ?? [])
    .reduce((left, secret) => (secret.length < 8 ? left : left.replaceAll(secret, '***')), text);
}
