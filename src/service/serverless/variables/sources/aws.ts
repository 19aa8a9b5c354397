import { partitionOf } from '../../../../aws/partition.js';
import { dataNode } from '../../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import type { AwsSettings } from './aws-settings.js';
import { cfSource } from './cf.js';
import { callAws, type RemoteInputs } from './remote.js';
import { s3Source } from './s3.js';
import type { Source, SourceCall } from './source.js';
import { ssmSource } from './ssm.js';

/** The sources that version 4 of the framework has after `aws:`. */
export const awsServices: Readonly<
  Record<string, ((remote: RemoteInputs, settings?: AwsSettings) => Source) | undefined>
> = { ssm: ssmSource, s3: s3Source, cf: cfSource };

/**
 * `aws:accountId`, `aws:region`, `aws:partition`; and as version 4 writes them `aws:ssm:name`, `aws:s3:bucket/key`,
 * `aws:cf:stack.Output` and `aws:/name`, a parameter.
 */
export function awsSource(remote: RemoteInputs, settings: AwsSettings = {}): Source {
  return {
    resolve: async (call, access) => {
      const { address = '' } = call;
      if (address === 'region') return dataNode(settings.region ?? (await remote.regionOf(access)));
      if (address === 'partition') {
        return dataNode(partitionOf(settings.region ?? (await remote.regionOf(access))));
      }
      if (address === 'accountId') {
        const { reader, target } = await callAws(remote, access, settings);
        return dataNode(await reader.accountId(target));
      }
      const inner = innerCall(call);
      if (inner !== undefined) return inner.source(remote, settings).resolve(inner.call, access);
      throw new SourceFailure(
        'variable-address',
        `asks for \`${address}\`, which the source aws does not have`,
        'It has ${aws:accountId}, ${aws:region}, ${aws:partition}, ${aws:ssm:/name}, ${aws:s3:bucket/key} and ${aws:cf:stack.Output}.',
      );
    },
    explainMissing: (call) => {
      const inner = innerCall(call);
      if (inner !== undefined) return inner.source(remote, settings).explainMissing(inner.call);
      return { reason: 'has no value' };
    },
  };
}

/** Parses what follows `aws:`, such as `ssm:/name`, `ssm(region):/name` or `/name`, as a call of that source. */
export function innerCall({ params, address = '' }: SourceCall) {
  if (address.startsWith('/')) return { source: ssmSource, call: { params, address } };
  const [, type = '', list, rest] = /^([a-z0-9]+)(?:\(([^)]*)\))?:(.*)$/s.exec(address) ?? [];
  const source = Object.hasOwn(awsServices, type) ? awsServices[type] : undefined;
  if (source === undefined) return undefined;
  const inner = list === undefined ? params : [...params, ...list.split(',').map((param) => param.trim())];
  return { source, call: { params: inner, address: rest } };
}
