import { AwsReadError } from '../../aws/aws-read-error.js';
import type { AwsReader } from '../../aws/aws-reader.js';
import { nearestName } from '../../diagnostics/nearest-name.js';
import type { OfflineAnswers } from '../answers/offline-answers.js';
import { IntrinsicFailure } from './intrinsic-failure.js';
import type { StackLookup } from './template.js';

/** Where answers come from that are not in the template. */
export interface StackSources {
  readonly answers: OfflineAnswers | undefined;
  /** `undefined` if AWS may not be asked. */
  readonly aws: AwsReader | undefined;
  readonly region: string;
  /** The name of the service's stack. */
  readonly stackName: () => Promise<string>;
}

/** Looks in the caller's answers first, then asks CloudFormation. */
export function stackLookup({ answers, aws, region, stackName }: StackSources): StackLookup {
  return {
    given: (question) => answers?.find(question)?.text,
    physicalId: async (logicalId) => {
      if (aws === undefined) return undefined;
      const stack = await stackName();
      const ids = await asked(aws.stackResources(stack, { region }), `ref:${logicalId}`, `refers to ${logicalId}`);
      return ids?.get(logicalId);
    },
    storedParameter: async (name) => {
      const work = aws?.parameter(name, false, { region });
      return work && (await asked(work, `ssm:${name}`, `needs the parameter ${name}`))?.value;
    },
    // The Parameter Store hands secrets on under this path (Systems Manager user guide, "Referencing Secrets Manager secrets").
    secret: async (name) => {
      const work = aws?.parameter(`/aws/reference/secretsmanager/${name}`, true, { region });
      const question = `resolve:secretsmanager:${name}`;
      return work && (await asked(work, question, `has a dynamic reference to the secret ${name}`))?.value;
    },
    exportValue: async (name) => {
      if (aws === undefined) return undefined;
      const exports = await asked(aws.exports({ region }), `import:${name}`, `imports ${name}`);
      const value = exports.get(name);
      if (value !== undefined) return value;
      const nearest = nearestName(name, exports.keys());
      throw new IntrinsicFailure(`imports ${name}, which no stack of the account exports in ${region}`, {
        question: `import:${name}`,
        hint: nearest === undefined ? undefined : `Did you mean ${nearest}?`,
      });
    },
  };
}

async function asked<Answer>(work: Promise<Answer>, question: string, asking: string): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof AwsReadError)) throw error;
    throw new IntrinsicFailure(`${asking}, which ${error.message}`, { question, hint: error.hint });
  }
}
