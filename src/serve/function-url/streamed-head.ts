import { type HttpPrelude, splitHttpResponse } from '../../lambda/http-integration.js';
import { isFinal } from './buffered-response.js';

/** The longest prelude of a streamed response, in bytes. */
const longestPrelude = 1024 * 1024;

/** What a streamed response begins with. */
export interface StreamedHead {
  readonly statusCode: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The part of the body that came with it. */
  readonly body: Buffer;
}

/** Reads the head of a streamed response, which may come in parts. */
export class StreamedHeadReader {
  #read = Buffer.alloc(0);

  /**
   * Takes the next part.
   * @returns the head once it is whole; `undefined` until then
   * @throws RangeError where there is none
   */
  push(chunk: Buffer, contentType: string | undefined): StreamedHead | undefined {
    this.#read = Buffer.concat([this.#read, chunk]);
    const split = splitHttpResponse(this.#read, contentType);
    if (split !== undefined) return { ...headOf(split.prelude), body: split.body };
    const isPlain =
      contentType?.split(';')[0]?.trim().toLowerCase() !== 'application/vnd.awslambda.http-integration-response';
    if (isPlain) {
      const type = contentType ?? 'application/octet-stream';
      return { statusCode: 200, headers: [['content-type', type]], body: this.#read };
    }
    if (this.#read.length > longestPrelude || this.#read.includes(Buffer.alloc(8))) {
      throw new RangeError('the response has no head');
    }
    return undefined;
  }
}

function headOf({ statusCode, headers, cookies }: HttpPrelude): Omit<StreamedHead, 'body'> {
  if (!isFinal(statusCode)) throw new RangeError('the status is none of a response');
  const type = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
    ? []
    : [['content-type', 'application/octet-stream'] as const];
  return {
    statusCode,
    headers: [...type, ...Object.entries(headers), ...cookies.map((cookie) => ['set-cookie', cookie] as const)],
  };
}
