import type { ServiceModel, StructureShape } from '../models/service-model.js';

/** The shape of a service's error by its code, or by the shape's own name. */
export function errorShape(model: ServiceModel, code: string): [string, StructureShape] | undefined {
  for (const [name, shape] of Object.entries(model.shapes)) {
    if (shape.type !== 'structure' || !shape.exception) continue;
    if (name === code || shape.error?.code === code) return [name, shape];
  }
  return undefined;
}

/** The codes that errors of SQS had when it was asked by forms, and that SDKs still show (its model's `awsQueryError`). */
const formCodes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'BatchEntryIdsNotDistinct',
      'BatchRequestTooLong',
      'EmptyBatchRequest',
      'InvalidBatchEntryId',
      'MessageNotInflight',
      'PurgeQueueInProgress',
      'QueueDeletedRecently',
      'TooManyEntriesInBatchRequest',
      'UnsupportedOperation',
    ].map((name) => [name, `AWS.SimpleQueueService.${name}`]),
  ),
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  QueueNameExists: 'QueueAlreadyExists',
};

/** The code of an error of a service that was once asked by forms. */
export function formCode(code: string): string {
  return formCodes[code] ?? code;
}

/** Errors that every service may answer, with their statuses ("Common error types" of each API reference). */
const common: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  AccessDeniedException: 403,
  ExpiredToken: 403,
  ExpiredTokenException: 403,
  InternalFailure: 500,
  InternalServerError: 500,
  InternalError: 500,
  InvalidClientTokenId: 403,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  NotFound: 404,
  PreconditionFailed: 412,
  ProvisionedThroughputExceededException: 400,
  RequestTimeout: 400,
  ServiceUnavailable: 503,
  SlowDown: 503,
  TooManyRequestsException: 429,
  UnrecognizedClientException: 403,
};

/** The status of an error of which only the code is known: what the model says, else what is usual for it, else 400. */
export function statusOfError(model: ServiceModel, code: string): number {
  const [, shape] = errorShape(model, code) ?? [];
  return shape?.error?.httpStatusCode ?? common[code] ?? 400;
}
