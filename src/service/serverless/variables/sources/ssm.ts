import type { Parameter } from '../../../../aws/parameter-store.js';
import { dataNode } from '../../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import type { AwsSettings } from './aws-settings.js';
import { callAws, type ReadAnswer, type RemoteInputs, structuredAnswer } from './remote.js';
import type { Source, SourceCall } from './source.js';

/** A variable's question to the Parameter Store. */
interface ParameterQuestion {
  readonly name: string;
  readonly region?: string;
  /** Whether the value is the plain text, whatever the parameter's type. */
  readonly isRaw: boolean;
  readonly isDecrypted: boolean;
  /** Version 1 of the framework requests a list by a suffix of the name. */
  readonly isList: boolean;
}

/**
 * `ssm(region, raw):name`: a parameter of Systems Manager, decrypted. A StringList becomes a list, and a SecureString with a
 * JSON object becomes that object; with `raw` both are text. The name `/aws/reference/secretsmanager/<secret>` reads from
 * Secrets Manager. The suffixes of version 1 (`~true`, `~split`) are supported.
 */
export function ssmSource(remote: RemoteInputs, settings: AwsSettings = {}): Source {
  return {
    resolve: async (call, access) => {
      const question = questionOf(call, settings);
      const region = question.region ?? settings.region;
      const { reader, target } = await callAws(remote, access, { ...settings, ...(region ? { region } : {}) });
      const parameter = await reader.parameter(question.name, question.isDecrypted, target);
      return parameter && dataNode(parameterValue(parameter, question));
    },
    explainMissing: (call) => ({
      reason: `has no value: the Parameter Store has no parameter ${questionOf(call, settings).name}${inRegion(call)}`,
      hint: 'Check the name, the region and the account, or give a fallback.',
    }),
  };
}

/** Reads a given answer like a parameter's value: a JSON object or list is parsed, unless the plain text is requested. */
export const readParameterAnswer: ReadAnswer = (answer, call) => {
  const { isRaw, isDecrypted, isList } = questionOf(call);
  if (isRaw || !isDecrypted) return answer.text;
  const value = structuredAnswer(answer);
  return isList && typeof value === 'string' ? value.split(',') : value;
};

function questionOf({ params, address }: SourceCall, { rawOrDecrypt }: AwsSettings = {}): ParameterQuestion {
  const [, name = '', suffix] = /^(.*?)(~(?:true|false|split))?$/s.exec(address ?? '') ?? [];
  if (name === '') throw new SourceFailure('variable-address', 'names no parameter', 'Write ${ssm:/path/name}.');
  const words = [...params.map((param) => String(param).trim()), ...(rawOrDecrypt === undefined ? [] : [rawOrDecrypt])];
  const region = words.find((word) => !['raw', 'noDecrypt', 'decrypt', ''].includes(word));
  return {
    name,
    ...(region === undefined ? {} : { region }),
    isRaw: words.includes('raw'),
    isDecrypted: !words.includes('noDecrypt'),
    isList: suffix === '~split',
  };
}

function parameterValue({ type, value }: Parameter, { isRaw, isDecrypted, isList }: ParameterQuestion): unknown {
  if (isRaw || !isDecrypted) return value;
  if (type === 'StringList' || isList) return value.split(',');
  if (type !== 'SecureString' || !value.startsWith('{')) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function inRegion({ params }: SourceCall): string {
  const region = params.map(String).find((param) => !['raw', 'noDecrypt'].includes(param));
  return region === undefined ? '' : ` in ${region}`;
}
