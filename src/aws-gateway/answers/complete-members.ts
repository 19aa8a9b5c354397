import { createHash } from 'node:crypto';
import type { AwsRequest, Json, Members } from '../aws-call.js';
import { isMembers } from '../protocols/shapes.js';

/**
 * What a stub or a recording answers, with what SDKs check against the request: SQS tells the digests of messages, without
 * which the SDK for JavaScript fails.
 */
export function completeMembers({ service, operation, members: asked }: AwsRequest, members: Members): Members {
  if (service !== 'sqs') return members;
  switch (operation) {
    case 'SendMessage':
      return { ...members, MD5OfMessageBody: md5(asked['MessageBody']) };
    case 'SendMessageBatch': {
      const bodies = new Map(listOf(asked['Entries']).map((entry) => [entry['Id'], entry['MessageBody']]));
      const successful = listOf(members['Successful']).map((entry) => ({
        ...entry,
        MD5OfMessageBody: md5(bodies.get(entry['Id'])),
      }));
      return { ...members, Successful: successful };
    }
    case 'ReceiveMessage': {
      const { Messages: messages } = members;
      if (messages === undefined) return members;
      return {
        ...members,
        Messages: listOf(messages).map((message) => ({ ...message, MD5OfBody: md5(message['Body']) })),
      };
    }
    default:
      return members;
  }
}

function listOf(value: Json | undefined): readonly Members[] {
  return Array.isArray(value) ? value.filter(isMembers) : [];
}

function md5(text: Json | undefined): string {
  return createHash('md5')
    .update(typeof text === 'string' ? text : '')
    .digest('hex');
}
