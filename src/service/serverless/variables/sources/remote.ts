import { AwsReadError, noCredentials } from '../../../../aws/aws-read-error.js';
import type { AwsReader, AwsTarget } from '../../../../aws/aws-reader.js';
import { answerLine, type OfflineAnswer, type OfflineAnswers } from '../../../answers/offline-answers.js';
import { dataNode } from '../../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import type { Source, SourceAccess, SourceCall } from './source.js';

/** What remote sources need. */
export interface RemoteInputs {
  readonly answers: OfflineAnswers;
  /** Reads from AWS; absent without credentials. */
  readonly aws: AwsReader | undefined;
  /** The region of the service, on behalf of a variable. */
  readonly regionOf: (access: SourceAccess) => Promise<string>;
  /** Whether stage, region and profile are settled. Nothing remote is used before that. */
  readonly isOpen: () => boolean;
  /** The values for `${env:}`, from which resolvers take their addresses and tokens. */
  readonly environment: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Called with each secret before it is returned to anybody. */
  readonly onSecret: (secret: unknown) => void;
}

/** The means to ask AWS: the reader, the identity and the region. */
export interface AwsCall {
  readonly reader: AwsReader;
  readonly target: AwsTarget;
}

/**
 * The means to ask AWS: by default with the credentials of the run, in the service's region.
 * @throws SourceFailure if AWS can't be asked
 */
export async function callAws(
  remote: RemoteInputs,
  access: SourceAccess,
  { region, identity }: Partial<AwsTarget>,
): Promise<AwsCall> {
  requireOpen(remote);
  if (remote.aws === undefined) throw noCredentials({ service: 'AWS' });
  return { reader: remote.aws, target: { region: region ?? (await remote.regionOf(access)), identity } };
}

/** @throws SourceFailure while the stage, the region or the profile is being settled. */
export function requireOpen({ isOpen }: RemoteInputs): void {
  if (isOpen()) return;
  throw new SourceFailure(
    'variable-too-early',
    'asks a remote service, and the stage, the region and the profile must be known before one is asked',
    'Take what these need from `env`, `opt`, `param`, `self` or `file`.',
  );
}

/** Turns a given answer into the value that the source itself would give. */
export type ReadAnswer = (answer: OfflineAnswer, call: SourceCall) => unknown;

/**
 * A source that is used only if the caller has given no answer. Its failures say how to give one.
 * @param type the name that its variables begin with, `undefined` if they consist of their address alone
 */
export function answered(
  type: string | undefined,
  answers: OfflineAnswers,
  source: Source,
  read: ReadAnswer = ({ text }) => text,
): Source {
  return {
    resolve: async (call, access) => {
      const name = nameOf(type, call);
      const answer = answers.find(name);
      if (answer !== undefined) return dataNode(read(answer, call));
      try {
        return await source.resolve(call, access);
      } catch (error) {
        if (!(error instanceof SourceFailure) && !(error instanceof AwsReadError)) throw error;
        const isMalformed = error.code === 'variable-address';
        const hint = isMalformed ? error.hint : withOfflineHint(error.hint, name, answers);
        throw new SourceFailure(error.code, error.message, hint, isMalformed ? undefined : name);
      }
    },
    explainMissing: (call) => {
      const { reason, hint } = source.explainMissing(call);
      const question = nameOf(type, call);
      return { reason, hint: withOfflineHint(hint, question, answers), question };
    },
  };
}

/** Parses an answer that may be a JSON object or list; any other text is the value itself. */
export function structuredAnswer({ text, isRaw }: OfflineAnswer): unknown {
  if (isRaw || !/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A variable's text without `${}`, with inner variables resolved. */
export function nameOf(type: string | undefined, { params, address }: SourceCall): string {
  if (type === undefined) return address ?? '';
  const list = params.length === 0 ? '' : `(${params.map(String).join(', ')})`;
  return `${type}${list}${address === undefined ? '' : `:${address}`}`;
}

/** Adds to a hint how to give the answer. */
export function withOfflineHint(hint: string | undefined, name: string, answers: OfflineAnswers): string {
  const given = answers.nearMiss(name);
  return [
    ...(hint === undefined ? [] : [hint]),
    `To answer it here, add this line to \`variables\` (or give it as --variable): ${answerLine(name)}`,
    ...(given === undefined ? [] : [`(There is an answer to \`${given}\`: was it meant for this?)`]),
  ].join(' ');
}
