import { nearestName } from '../../../diagnostics/nearest-name.js';
import { UserError } from '../../../diagnostics/user-error.js';
import { TimeLimitError, withTimeLimit } from '../../../process/time-limit.js';
import { dataNode } from '../../document/config-node.js';
import type { ServerlessService } from '../serverless-service.js';
import { SourceFailure } from '../variables/problem.js';
import { answered, callAws, type RemoteInputs } from '../variables/sources/remote.js';
import type { Source } from '../variables/sources/source.js';

/** How long the configuration of another service may take until it says which its stack is, in ms. */
const timeoutMs = 30_000;

/** What outputs of services are looked up by. */
export interface OutputInputs extends RemoteInputs {
  readonly names: readonly string[];
  /** Opens a service of the composition. */
  readonly open: (name: string) => Promise<ServerlessService>;
}

/** The stack of a service, and what it puts out. */
interface Stack {
  readonly name: string;
  readonly region: string;
  /** `undefined` where there is no such stack. */
  readonly outputs: ReadonlyMap<string, string> | undefined;
}

/** `${service.Output}` in a composition: an output of the stack of another service, as CloudFormation has it. */
export function outputSource(inputs: OutputInputs): Source {
  const stacks = new Map<string, Stack>();
  const source: Source = {
    resolve: async ({ address = '' }, access) => {
      const { service, output } = placeOf(address);
      if (!inputs.names.includes(service)) throw unknown(service, inputs.names);
      const { name, region } = await stackOf(service, inputs);
      const { reader, target } = await callAws(inputs, access, { region });
      const outputs = await reader.stackOutputs(name, target);
      stacks.set(service, { name, region, outputs });
      const value = outputs?.get(output);
      return value === undefined ? undefined : dataNode(value);
    },
    explainMissing: ({ address = '' }) => {
      const { service, output } = placeOf(address);
      const { name, region, outputs } = stacks.get(service) ?? {};
      const where = `the stack ${name} of ${region}`;
      if (outputs === undefined) {
        return { reason: `has no value: ${where} does not exist`, hint: `Deploy the service ${service} first.` };
      }
      const nearest = nearestName(output, outputs.keys());
      return {
        reason: `has no value: ${where} has no output ${output}; it has ${[...outputs.keys()].join(', ') || 'none'}`,
        ...(nearest === undefined ? {} : { hint: `Did you mean \${${service}.${nearest}}?` }),
      };
    },
  };
  return answered(undefined, inputs.answers, source);
}

function placeOf(address: string): { readonly service: string; readonly output: string } {
  const dot = address.indexOf('.');
  return { service: address.slice(0, dot), output: address.slice(dot + 1) };
}

/** @throws SourceFailure where the service's configuration does not say. */
async function stackOf(
  service: string,
  { open, signal }: OutputInputs,
): Promise<{ readonly name: string; readonly region: string }> {
  try {
    return await withTimeLimit(timeoutMs, signal, async () => {
      const opened = await open(service);
      return { name: await opened.stackName(), region: opened.region };
    });
  } catch (error) {
    const reason = (why: string): string => `has no answer: the stack of the service ${service} is not known. ${why}`;
    if (error instanceof TimeLimitError) {
      throw new SourceFailure('composition-timeout', reason(`It took more than ${timeoutMs / 1000} s to find out`));
    }
    if (!(error instanceof UserError)) throw error;
    const { code, message, hint } = error.diagnostic;
    throw new SourceFailure(code, reason(message.replace(/\.$/, '')), hint);
  }
}

function unknown(service: string, names: readonly string[]): SourceFailure {
  const nearest = nearestName(service, names);
  return new SourceFailure(
    'variable-address',
    `names the service ${service}, which the composition does not have; it has ${names.join(', ')}`,
    nearest === undefined ? undefined : `Did you mean ${nearest}?`,
  );
}
