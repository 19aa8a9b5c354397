import { dataNode } from '../../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import type { AwsSettings } from './aws-settings.js';
import { callAws, type RemoteInputs } from './remote.js';
import type { Source, SourceCall } from './source.js';

/** `s3:bucket/key`: the text of an object. `s3:s3://bucket/key` and `s3:arn:aws:s3:::bucket/key` are the same. */
export function s3Source(remote: RemoteInputs, settings: AwsSettings = {}): Source {
  return {
    resolve: async (call, access) => {
      const { bucket, key } = placeOf(call, settings);
      const region = regionParam(call) ?? settings.region;
      const { reader, target } = await callAws(remote, access, { ...settings, ...(region ? { region } : {}) });
      const text = await reader.object(bucket, key, target);
      return text === undefined ? undefined : dataNode(text);
    },
    explainMissing: (call) => {
      const { bucket, key } = placeOf(call, settings);
      return {
        reason: `has no value: the bucket ${bucket} has no object ${key}`,
        hint: 'Check the bucket and the key, or give a fallback.',
      };
    },
  };
}

function placeOf({ address = '' }: SourceCall, settings: AwsSettings): { bucket: string; key: string } {
  const path = address.replace(/^(?:s3:\/\/|arn:[\w-]+:s3:::)/, '');
  if (settings.bucketName !== undefined) {
    const key = [settings.objectKey, path].filter(Boolean).join('/');
    if (key !== '') return { bucket: settings.bucketName, key };
  }
  const [, bucket, key] = /^([^/]+)\/(.+)$/s.exec(path) ?? [];
  if (bucket !== undefined && key !== undefined) return { bucket, key };
  throw new SourceFailure('variable-address', 'names no object', 'Write ${s3:bucket/key}.');
}

function regionParam({ params: [region] }: SourceCall): string | undefined {
  return typeof region === 'string' && region !== '' ? region : undefined;
}
