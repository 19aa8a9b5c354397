import { Document, stringify } from 'yaml';
import type { AwsCall } from '../aws-call.js';
import { inputOf, outputOf } from '../protocols/shapes.js';
import type { RecognisedRequest } from '../recognise/recognise.js';
import { type Cleaning, cleaned } from './cleaned.js';
import { significantRequest, significantResponse } from './insignificant.js';
import { toWritten, type Written } from './written-values.js';

/** A call, and what is known of its operation. */
export interface RecordedCall {
  readonly call: AwsCall;
  readonly recognised: RecognisedRequest;
}

const head =
  '# The calls to AWS of this invocation, in their order. `aws: record` writes them anew, `aws: replay` answers with them.\n';

/** The text of a cassette: a document a call. */
export function writeEntries(calls: readonly RecordedCall[], cleaning: Cleaning): string {
  return head + calls.map((recorded) => documentOf(recorded, cleaning)).join('---\n');
}

function documentOf({ call, recognised }: RecordedCall, cleaning: Cleaning): string {
  const { model, operation, operationName } = recognised;
  const input = inputOf(model, operation);
  const request = cleaned(model, operationName, input, significantRequest(model, input, call.members), cleaning);
  const document: Record<string, Written> = { service: call.service, operation: call.operation };
  if (Object.keys(request).length > 0) document['request'] = toWritten(model, input, request);
  const { response } = call;
  if ('error' in response) {
    const { code, message, members } = response.error;
    document['error'] = {
      code,
      status: response.status,
      ...(message === '' ? {} : { message: cleaning.redact(message) }),
      ...(members === undefined ? {} : { members: toWritten(model, { type: 'structure', members: {} }, members) }),
    };
  } else {
    if (response.status !== (operation.status ?? 200)) document['status'] = response.status;
    const output = outputOf(model, operation);
    const kept = significantResponse(model, operationName, response.members);
    const members = toWritten(model, output, cleaned(model, operationName, output, kept, cleaning));
    document['response'] = members;
  }
  const yaml = new Document(document, { customTags: ['binary'], aliasDuplicateObjects: false });
  return stringify(yaml, { lineWidth: 0 });
}
