import { type ConfigNode, childNode, dataNode, isMapping } from '../../../document/config-node.js';
import { SourceFailure } from '../problem.js';
import type { ResolverKind, ResolverQuestion } from './resolver-kind.js';
import { textOf } from './resolver-kind.js';
import { readCloudOutputs } from './terraform-cloud.js';
import { readHttpState } from './terraform-http.js';
import { outputValues, type TerraformOutputs } from './terraform-state.js';

/**
 * `terraform:outputs:name.path`: an output of a state of Terraform. The setting `backend` says where the state is: `s3`
 * (`bucket`, `key`, `region`), `remote` or `cloud` (see `terraform-cloud.ts`), `http` (see `terraform-http.ts`).
 */
export const terraform: ResolverKind = {
  resolve: async (question) => {
    const outputs = await readOutputs(question);
    let node: ConfigNode | undefined = outputs && dataNode(outputs);
    for (const step of pathOf(question.key)) node = node && childNode(node, step);
    return node && dataNode(node.value);
  },
  explainMissing: (key) => ({
    reason: `has no value: the state of Terraform does not exist, or has no output ${pathOf(key).join('.')}`,
    hint: 'Check the backend and the name, or give a fallback.',
  }),
};

function pathOf(key: string): string[] {
  const path = key.replace(/^outputs:/, '');
  if (path === '' || path.includes(':')) {
    throw new SourceFailure('variable-address', 'names no output', 'Write ${terraform:outputs:name}.');
  }
  return path.split('.');
}

async function readOutputs(question: ResolverQuestion): Promise<TerraformOutputs | undefined> {
  const { settings } = question;
  const [backend, own] = backendOf(settings);
  const asked = { ...question, settings: own };
  switch (backend) {
    case 's3':
      return readS3State(asked);
    case 'remote':
    case 'cloud':
      return readCloudOutputs(asked);
    case 'http':
      return readHttpState(asked);
    default:
      throw new SourceFailure(
        'terraform-backend',
        backend === undefined
          ? 'needs to know where the state of Terraform is'
          : `needs the backend \`${backend}\` of Terraform, which is not supported`,
        'Set stages.default.resolvers.terraform: {type: terraform, backend: s3, bucket: …, key: …, region: …}; there are also the backends remote, cloud and http.',
      );
  }
}

/** The backend's kind and settings. The settings are in the resolver itself, or below the kind. */
function backendOf(settings: ResolverQuestion['settings']): [string | undefined, ResolverQuestion['settings']] {
  const { backend } = settings;
  if (!isMapping(backend)) return [textOf(settings, 'backend'), settings];
  const [[kind, own] = []] = Object.entries(backend);
  return [kind, isMapping(own) ? own : {}];
}

async function readS3State({ settings, aws, onSecret }: ResolverQuestion): Promise<TerraformOutputs | undefined> {
  const bucket = textOf(settings, 'bucket');
  const key = textOf(settings, 'key');
  if (bucket === undefined || key === undefined) {
    throw new SourceFailure('terraform-backend', 'needs the `bucket` and the `key` of its s3 backend');
  }
  const { reader, target } = await aws(textOf(settings, 'region'));
  const text = await reader.object(bucket, key, target);
  return text === undefined ? undefined : outputsOf(text, `s3://${bucket}/${key}`, onSecret);
}

/** The outputs in a state file's text. @throws SourceFailure where it is none. */
function outputsOf(text: string, where: string, onSecret: (secret: unknown) => void): TerraformOutputs {
  try {
    return outputValues(JSON.parse(text), onSecret);
  } catch {
    throw new SourceFailure('terraform-state', `has no answer: ${where} is no state of Terraform`);
  }
}
