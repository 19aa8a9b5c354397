import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AwsRequest } from '../aws-gateway/aws-call.js';
import { answerCall } from '../aws-gateway/server/answer-call.js';
import { HeldBytes } from '../aws-gateway/server/held-bytes.js';
import { maxConnections, maxHeadBytes, maxHeldBytes } from '../aws-gateway/server/limits.js';
import type { GatewaySession } from '../aws-gateway/server/session.js';
import { UserError } from '../diagnostics/user-error.js';
import { functionArn } from '../invoke/function-arn.js';
import { functionNotFound } from '../lambda/invoke-api/errors.js';
import { mockedAccountId } from '../lambda/limits.js';
import { answerUrl } from './function-url/answer-url.js';
import type { ServedFunctions } from './served-functions.js';

/** Where a server listens, and what it says of itself. */
export interface ServerOptions {
  readonly functions: ServedFunctions;
  /** 0 for a free one. */
  readonly port: number;
  readonly region: string;
  readonly accountId: string | undefined;
  /** The keys of the functions. */
  readonly names: readonly string[];
}

/** The Invoke API and the URLs of functions, on 127.0.0.1. */
export class InvokeServer implements AsyncDisposable {
  readonly #server: Server;
  readonly #options: ServerOptions;
  readonly #session: GatewaySession;
  readonly #held = new HeldBytes(maxHeldBytes);

  private constructor(options: ServerOptions) {
    this.#options = options;
    const { functions, region, accountId = mockedAccountId } = options;
    this.#session = {
      account: accountId,
      region,
      sources: [functions.answer],
      last: { kind: 'refuse', explain: (request) => notServed(request, accountId) },
      onCall: () => {},
    };
    this.#server = createServer({ maxHeaderSize: maxHeadBytes, keepAliveTimeout: 0 }, (message, response) => {
      this.#answer(message, response).catch((error: unknown) => breakOff(response, error));
    });
    this.#server.maxConnections = maxConnections;
  }

  /** @throws UserError where the port can't be had */
  static async listen(options: ServerOptions): Promise<InvokeServer> {
    const { port } = options;
    const server = new InvokeServer(options);
    await new Promise<void>((resolve, reject) => {
      server.#server.once('error', (error) => reject(portTaken(port, error)));
      server.#server.listen({ port, host: '127.0.0.1' }, resolve);
    });
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What it serves, for whom asks. */
  get description(): { readonly url: string; readonly port: number; readonly functions: readonly string[] } {
    return { url: this.url, port: this.port, functions: this.#options.names };
  }

  /** Ends all connections. */
  async [Symbol.asyncDispose](): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { url = '/', headers } = message;
    const [path = '', query = ''] = splitOnce(url, '?');
    const host = hostOf(headers.host);
    if (!isLoopback(host)) return sendJson(response, 403, { message: `The host ${host} is none of this machine's.` });
    const [, named] = /^(.+)\.localhost$/.exec(host) ?? [];
    if (named !== undefined) return this.#answerUrl(message, response, decoded(named), path, query);
    const [, key, below] = /^\/url\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    if (key !== undefined) return this.#answerUrl(message, response, decoded(key), below ?? '/', query);
    if (path === '/') return sendJson(response, 200, this.description);
    await answerCall(message, response, this.#session, this.#held);
  }

  async #answerUrl(
    message: IncomingMessage,
    response: ServerResponse,
    name: string,
    path: string,
    query: string,
  ): Promise<void> {
    const { functions, names } = this.#options;
    // Names of hosts know no upper case.
    const key = names.find((each) => each === name) ?? names.find((each) => each.toLowerCase() === name) ?? name;
    try {
      const fn = await functions.find(key);
      if (fn !== undefined) return await answerUrl(message, response, { fn, path, query }, functions);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return sendJson(response, 502, { message: `invoke-local can't run the function ${key}: ${error.message}` });
    }
    sendJson(response, 404, { message: `There is no function ${name}. There are ${names.join(', ')}.` });
  }
}

/** What is said of a request that no function answers. */
function notServed(request: AwsRequest, accountId: string): { readonly code: string; readonly message: string } {
  const { service, operation, members, region } = request;
  const { FunctionName: name } = members;
  const invokes = service === 'lambda' && /^Invoke/.test(operation);
  if (invokes && typeof name === 'string') {
    const arn = name.startsWith('arn:') ? name : functionArn(name, region, accountId);
    return functionNotFound(arn);
  }
  return {
    code: 'InvalidAction',
    message: `invoke-local serve answers Invoke, InvokeAsync and InvokeWithResponseStream of Lambda, and was asked for ${service}:${operation}.`,
  };
}

function hostOf(header = ''): string {
  return header.replace(/:\d+$/, '').toLowerCase();
}

/** Whether a name is this machine's own: pages of the web that lead a name of theirs here are refused. */
function isLoopback(host: string): boolean {
  return host === '' || /^(?:127(?:\.\d+){3}|\[::1\]|(?:.+\.)?localhost)$/.test(host);
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(`${JSON.stringify(value)}\n`);
}

function breakOff(response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) response.destroy();
  else sendJson(response, 500, { message: `A defect of invoke-local: ${(error as Error).stack ?? String(error)}` });
}

function portTaken(port: number, { message }: Error): UserError {
  return new UserError({
    code: 'port-taken',
    message: `The server can't listen on port ${port} of 127.0.0.1: ${message}.`,
    hint: 'Choose another port by --port, or leave it out for a free one.',
  });
}
