import { bodyGzip, bodyText } from './encode-body.js';
import { isObject, mergeMembers } from './merge-members.js';
import { eventSample, type Members, type Sample } from './sample.js';

/** "EventBridge event structure". */
const eventBridge = eventSample({
  name: 'eventbridge',
  title: 'EventBridge',
  event: ({ region, accountId }) => ({
    version: '0',
    id: '17793124-05d4-b198-2fde-7ededc63b103',
    'detail-type': 'detail type',
    source: 'com.example',
    account: accountId,
    time: '2026-01-01T12:00:00Z',
    region,
    resources: [],
    detail: {},
  }),
  optional: ['replay-name'],
  setters: {
    detail: (event, value) => {
      event['detail'] = value;
    },
    detailType: (event, value) => {
      event['detail-type'] = value;
    },
  },
});

/** A rule of EventBridge with a schedule ("Creating an Amazon EventBridge rule that runs on a schedule"). */
const schedule = eventSample({
  name: 'schedule',
  title: 'Schedule',
  event: ({ region, accountId }) => ({
    version: '0',
    id: '53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa',
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: accountId,
    time: '2026-01-01T12:00:00Z',
    region,
    resources: [`arn:aws:events:${region}:${accountId}:rule/rule`],
    detail: {},
  }),
  setters: {
    rule: (event, value) => {
      const { account, region } = event as { account: string; region: string };
      event['resources'] = [`arn:aws:events:${region}:${account}:rule/${String(value)}`];
    },
  },
});

/** The compressed part of an event of CloudWatch Logs ("Using CloudWatch Logs subscription filters"). */
const logs: Sample = {
  name: 'cloudwatch-logs',
  title: 'CloudWatch Logs',
  members: ['message', 'messages', 'logGroup', 'logStream', 'logEvents', 'subscriptionFilters', 'owner', 'messageType'],
  make: ({ message, messages, ...given }, place) => {
    const written = messages ?? (message === undefined ? undefined : [message]);
    const texts = Array.isArray(written) ? written : ['a line of the log'];
    const { make } = eventSample({
      name: 'cloudwatch-logs',
      title: '',
      event: ({ accountId }) => ({
        messageType: 'DATA_MESSAGE',
        owner: accountId,
        logGroup: '/aws/lambda/function',
        logStream: '2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef',
        subscriptionFilters: ['filter'],
        logEvents: texts.map((text, index) => ({
          id: `3119501921690317642312169642180564206706${String(index).padStart(16, '0')}`,
          timestamp: 1_767_268_800_000 + index,
          message: bodyText(text),
        })),
      }),
    });
    return { awslogs: { data: bodyGzip(make(given, place)) } };
  },
};

/** A rule of AWS IoT sends what its SQL selects: the message of a device, or any part of it. */
const iot = anyObject('iot', 'IoT rule', () => ({ temperature: 21.5, deviceId: 'device-1' }));

/** A state of Step Functions can send anything, made from its input. */
const stepFunctions = anyObject('step-functions', 'Step Functions', ({ region, accountId }) => ({
  input: {},
  execution: `arn:aws:states:${region}:${accountId}:execution:machine:2f5a1b7c-6c1e-4d0b-9a53-1f0d7a6b2c11`,
  taskToken: 'AAAAKgAAAAIAAAAAAAAAAQ',
}));

/** A sample of a source that can send any object. Any given members are merged into it. */
function anyObject(name: string, title: string, event: Parameters<typeof eventSample>[0]['event']): Sample {
  return {
    name,
    title,
    members: [],
    make: (given, place) => mergeMembers(event(place), given),
  };
}

/** "Amazon SES: Lambda function action", of a mail that is received. */
const ses = eventSample({
  name: 'ses',
  title: 'SES, a mail that is received',
  event: ({ region, accountId }) => ({
    Records: [
      {
        eventSource: 'aws:ses',
        eventVersion: '1.0',
        ses: {
          mail: {
            timestamp: '2026-01-01T12:00:00.000Z',
            source: 'janedoe@example.com',
            messageId: 'o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1',
            destination: ['johndoe@example.com'],
            headersTruncated: false,
            headers: [
              { name: 'From', value: 'Jane Doe <janedoe@example.com>' },
              { name: 'To', value: 'johndoe@example.com' },
              { name: 'Subject', value: 'Test Subject' },
            ],
            commonHeaders: {
              returnPath: 'janedoe@example.com',
              from: ['Jane Doe <janedoe@example.com>'],
              date: 'Thu, 1 Jan 2026 12:00:00 +0000',
              to: ['johndoe@example.com'],
              messageId: '<0123456789example.com>',
              subject: 'Test Subject',
            },
          },
          receipt: {
            timestamp: '2026-01-01T12:00:00.000Z',
            processingTimeMillis: 574,
            recipients: ['johndoe@example.com'],
            spamVerdict: { status: 'PASS' },
            virusVerdict: { status: 'PASS' },
            spfVerdict: { status: 'PASS' },
            dkimVerdict: { status: 'PASS' },
            dmarcVerdict: { status: 'PASS' },
            action: {
              type: 'Lambda',
              functionArn: `arn:aws:lambda:${region}:${accountId}:function:function`,
              invocationType: 'Event',
            },
          },
        },
      },
    ],
  }),
  setters: {
    mail: sesMember('mail'),
    receipt: sesMember('receipt'),
    subject: (event, value) => sesMember('mail')(event, { commonHeaders: { subject: String(value) } }),
    from: (event, value) =>
      sesMember('mail')(event, { source: String(value), commonHeaders: { from: [String(value)] } }),
    to: (event, value) => {
      const recipients = [value].flat().map(String);
      sesMember('mail')(event, { destination: recipients, commonHeaders: { to: recipients } });
      sesMember('receipt')(event, { recipients });
    },
  },
});

function sesMember(name: 'mail' | 'receipt') {
  return (event: Members, value: unknown): void => {
    const [record] = event['Records'] as [Members];
    record['ses'] = mergeMembers(record['ses'], { [name]: value });
  };
}

/** "Invoke an AWS Lambda function in a pipeline in CodePipeline". */
const codePipeline = eventSample({
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

const changedItem = {
  invokingEvent: {
    configurationItem: {
      configurationItemCaptureTime: '2026-01-01T12:00:00.000Z',
      awsAccountId: '123456789012',
      configurationItemStatus: 'OK',
      resourceId: 'i-00000000',
      ARN: 'arn:aws:ec2:us-east-1:123456789012:instance/i-00000000',
      awsRegion: 'us-east-1',
      availabilityZone: 'us-east-1a',
      resourceType: 'AWS::EC2::Instance',
      tags: {},
      relationships: [],
      configuration: {},
    },
    messageType: 'ConfigurationItemChangeNotification',
  },
  ruleParameters: {},
};

/** "Example events for AWS Config rules": two members of it are JSON in a string. */
const config = eventSample({
  name: 'config',
  title: 'Config rule',
  event: ({ region, accountId }) => ({
    version: '1.0',
    invokingEvent: JSON.stringify(changedItem.invokingEvent),
    ruleParameters: JSON.stringify(changedItem.ruleParameters),
    resultToken: 'token',
    eventLeftScope: false,
    executionRoleArn: `arn:aws:iam::${accountId}:role/config-role`,
    configRuleArn: `arn:aws:config:${region}:${accountId}:config-rule/config-rule-0123456`,
    configRuleName: 'rule',
    configRuleId: 'config-rule-0123456',
    accountId,
  }),
  setters: {
    invokingEvent: (event, value) => {
      event['invokingEvent'] = isObject(value) ? JSON.stringify(mergeMembers(changedItem.invokingEvent, value)) : value;
    },
    ruleParameters: (event, value) => {
      event['ruleParameters'] = bodyText(value);
    },
  },
});

/** "Lambda function actions" of a rotation in AWS Secrets Manager. */
const rotation = eventSample({
  name: 'secretsmanager-rotation',
  title: 'Secrets Manager, rotation',
  event: ({ region, accountId }) => ({
    Step: 'createSecret',
    SecretId: `arn:aws:secretsmanager:${region}:${accountId}:secret:secret-a1b2c3`,
    ClientRequestToken: '01234567-89ab-cdef-0123-456789abcdef',
  }),
});

/** "Custom resource request objects" of CloudFormation. */
const customResource = eventSample({
  name: 'cloudformation',
  title: 'CloudFormation, custom resource',
  event: ({ region, accountId }) => ({
    RequestType: 'Create',
    ServiceToken: `arn:aws:lambda:${region}:${accountId}:function:function`,
    ResponseURL: 'https://cloudformation-custom-resource-response.example.com/response',
    StackId: `arn:aws:cloudformation:${region}:${accountId}:stack/stack/51af3dc0-da77-11e4-872e-1234567db123`,
    RequestId: '5478077c-d5a5-47d8-9d0e-1c6c2f7b9a10',
    LogicalResourceId: 'Resource',
    ResourceType: 'Custom::Resource',
    ResourceProperties: { ServiceToken: `arn:aws:lambda:${region}:${accountId}:function:function` },
  }),
  optional: ['PhysicalResourceId', 'OldResourceProperties'],
});

export const eventSamples: readonly Sample[] = [
  eventBridge,
  schedule,
  logs,
  iot,
  stepFunctions,
  ses,
  codePipeline,
  config,
  rotation,
  customResource,
];
