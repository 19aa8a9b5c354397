import { type Bench, commandOf, conclude, conclusion, environmentFor } from './comparisons.js';
import { interleave, medianMs } from './measure.js';
import { writeService } from './service.js';
import { writeAssembly, writeSamProject } from './template-services.js';

const event = '{"name":"Ada"}';
const functionCount = 50;

/** A hello of a SAM template and of a CDK assembly, against the same of the Serverless Framework. */
export async function compareTemplates(bench: Bench): Promise<void> {
  const { node, rounds } = bench;
  const environment = environmentFor(bench);
  const call = (name: string, cwd: string, fn: string) => ({
    name,
    cwd,
    environment,
    command: commandOf(bench, '-f', fn, '-d', event),
  });
  const [serverless, sam, cdk] = ['serverless.yml', 'SAM template', `CDK assembly of ${functionCount}`] as const;
  const samples = await interleave(
    [
      call(serverless, writeService(node, undefined), 'hello'),
      call(sam, writeSamProject(node), 'Hello'),
      call(cdk, writeAssembly(node, functionCount), `Shop/F${functionCount - 1}`),
    ],
    rounds,
  );
  conclude(
    bench,
    'a hello of a template and of an assembly, to that of the Serverless Framework',
    samples,
    'sam',
    [serverless],
    sam,
  );
  conclusion(bench, samples, 'cdk', medianMs(samples, serverless), cdk);
}
