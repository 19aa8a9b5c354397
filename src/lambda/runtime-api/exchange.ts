import type { IncomingHttpHeaders } from 'node:http';

/** What the Runtime API needs of a request: a part of what an `IncomingMessage` has. */
export interface ApiRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly trailers: NodeJS.Dict<string>;
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  on(event: 'end' | 'error' | 'close', listener: () => void): unknown;
  /** Drops the body. */
  resume(): unknown;
}

/** What the Runtime API needs of a response: a part of what a `ServerResponse` has. */
export interface ApiResponse {
  readonly req: Pick<ApiRequest, 'resume'>;
  writeHead(status: number, headers: Readonly<Record<string, string | number>>): unknown;
  end(body: string | Buffer): unknown;
  on(event: 'close', listener: () => void): unknown;
  destroy(): unknown;
}
