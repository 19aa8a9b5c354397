import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** One answer of the Runtime API. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a request is sent with. */
export interface ApiRequest {
  readonly body?: string | Buffer;
  /** Sent in these pieces with chunked transfer encoding. */
  readonly pieces?: readonly (string | Buffer)[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly trailers?: Readonly<Record<string, string>>;
  /** Drops the connection after the pieces. */
  readonly abort?: boolean;
}

/** A real HTTP client for the Runtime API at `address`, as any runtime's. */
export function apiClient(address: string) {
  const agent = new Agent({ keepAlive: true });
  const send = (method: string, path: string, options: ApiRequest = {}): Promise<ApiAnswer> =>
    new Promise((resolve, reject) => {
      const outgoing = request(
        `http://${address}${path}`,
        { method, agent, headers: { ...options.headers } },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('end', () =>
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          );
        },
      );
      outgoing.on('error', reject);
      for (const piece of options.pieces ?? []) outgoing.write(piece);
      if (options.trailers !== undefined) outgoing.addTrailers(options.trailers);
      if (options.abort === true) setTimeout(() => outgoing.destroy(new Error('aborted by the test')), 20);
      else outgoing.end(options.body);
    });
  const runtime = '/2018-06-01/runtime';
  return {
    send,
    next: () => send('GET', `${runtime}/invocation/next`),
    respond: (id: string, options: ApiRequest = {}) => send('POST', `${runtime}/invocation/${id}/response`, options),
    fail: (id: string, options: ApiRequest = {}) => send('POST', `${runtime}/invocation/${id}/error`, options),
    failInit: (options: ApiRequest = {}) => send('POST', `${runtime}/init/error`, options),
    close: () => agent.destroy(),
  };
}
