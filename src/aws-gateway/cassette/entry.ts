import type { SourceLocation } from '../../diagnostics/diagnostic.js';
import type { AwsError, Members } from '../aws-call.js';
import type { Operation, ServiceModel } from '../models/service-model.js';

/** An answer that was recorded, or written by hand. */
export interface EntryAnswer {
  readonly status?: number;
  readonly content: { readonly members: Members } | { readonly error: AwsError };
  readonly latencyMs?: number;
}

/** A call in a cassette or a file of stubs. */
export interface Entry {
  readonly model: ServiceModel;
  readonly operationName: string;
  readonly operation: Operation;
  /** As it is written: for stubs it may have patterns. Absent where any request is meant. */
  readonly request: unknown;
  /** At least one. */
  readonly answers: readonly EntryAnswer[];
  /** Where it is written. */
  readonly location: SourceLocation;
}

/** How a call is named: `dynamodb:GetItem`. */
export function callName({ model, operationName }: Pick<Entry, 'model' | 'operationName'>): string {
  return `${model.name}:${operationName}`;
}
