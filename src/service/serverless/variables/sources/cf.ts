import { dataNode } from '../../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import type { AwsSettings } from './aws-settings.js';
import { callAws, type RemoteInputs } from './remote.js';
import type { Source, SourceCall } from './source.js';

/** `cf(region):stack.Output`: an output of a stack of CloudFormation. */
export function cfSource(remote: RemoteInputs, settings: AwsSettings = {}): Source {
  return {
    resolve: async (call, access) => {
      const { stack, output, region = settings.region } = placeOf(call);
      const { reader, target } = await callAws(remote, access, { ...settings, ...(region ? { region } : {}) });
      const outputs = await reader.stackOutputs(stack, target);
      const value = outputs?.get(output);
      return value === undefined ? undefined : dataNode(value);
    },
    explainMissing: (call) => {
      const { stack, output, region } = placeOf(call);
      return {
        reason: `has no value: the stack ${stack}${region === undefined ? '' : ` of ${region}`} does not exist, or has no output ${output}`,
        hint: 'Check the names, the region and the account, or give a fallback.',
      };
    },
  };
}

function placeOf({ params: [region], address = '' }: SourceCall): { stack: string; output: string; region?: string } {
  const [, stack, output] = /^([^.]+)\.(.+)$/s.exec(address) ?? [];
  if (stack === undefined || output === undefined) {
    throw new SourceFailure('variable-address', 'names no output of a stack', 'Write ${cf:stack.Output}.');
  }
  return { stack, output, ...(typeof region === 'string' && region !== '' ? { region } : {}) };
}
