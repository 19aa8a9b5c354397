import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import type { AwsRequest } from '../aws-call.js';
import type { IncomingCall } from './incoming-call.js';
import type { FindCallLine } from './session.js';

/** The user's line of a call whose request does not say it: asked for once, and only if somebody wants it. */
export class AskedLine {
  /** The request, with the means to ask. */
  readonly request: AwsRequest;
  #asked: Promise<SourceLocation | undefined> | undefined;

  constructor({ request, recognised }: IncomingCall, findLine: FindCallLine | undefined) {
    if (findLine === undefined || request.trace !== undefined || request.isDelivery === true) {
      this.request = request;
      return;
    }
    const { serviceId } = recognised.model;
    const askLine = (): Promise<SourceLocation | undefined> => {
      this.#asked ??= findLine({ serviceId, operation: recognised.operationName });
      return this.#asked;
    };
    this.request = { ...request, askLine };
  }

  /** What came of asking, as a member of the call. */
  get found(): Promise<{ readonly location?: SourceLocation }> {
    return (this.#asked ?? Promise.resolve(undefined)).then((location) => (location === undefined ? {} : { location }));
  }
}
