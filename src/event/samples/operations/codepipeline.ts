import { bodyText } from '../encode-body.js';
import { mergeMembers } from '../merge-members.js';
import { eventSample } from '../sample.js';

/** "Invoke an AWS Lambda function in a pipeline in CodePipeline". */
export const codePipeline = eventSample({
  name: 'codepipeline',
  title: 'CodePipeline, a job',
  event: ({ accountId, region }) => ({
    'CodePipeline.job': {
      id: '11111111-abcd-1111-abcd-111111abcdef',
      accountId,
      data: {
        actionConfiguration: { configuration: { FunctionName: 'function', UserParameters: '{}' } },
        inputArtifacts: [
          {
            name: 'artifact',
            revision: null,
            location: {
              type: 'S3',
              s3Location: { bucketName: `codepipeline-${region}-1234567890`, objectKey: 'pipeline/artifact.zip' },
            },
          },
        ],
        outputArtifacts: [],
        artifactCredentials: {
          accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
          secretAccessKey: 'EXAMPLE',
          sessionToken: 'EXAMPLE',
        },
      },
    },
  }),
  setters: {
    userParameters: (event, value) => {
      const configuration = { UserParameters: bodyText(value) };
      event['CodePipeline.job'] = mergeMembers(event['CodePipeline.job'], {
        data: { actionConfiguration: { configuration } },
      });
    },
    job: (event, value) => {
      event['CodePipeline.job'] = mergeMembers(event['CodePipeline.job'], value);
    },
  },
});
