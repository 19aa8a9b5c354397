import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { folderOf } from '../../service/open-folder.js';
import { openTemplate, samTemplate } from '../../service/templates/open-template.js';
import { granted } from '../granted.js';
import { loadTranslated, translated } from './sam-translator.js';

const fn = 'CodeUri: ., Handler: a.b, Runtime: nodejs22.x';

const template = samTemplate(
  `Table: {Type: AWS::Serverless::SimpleTable}
Bucket: {Type: AWS::S3::Bucket}
Topic: {Type: AWS::SNS::Topic}
Queue: {Type: AWS::SQS::Queue, Properties: {QueueName: jobs}}
Key: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {}}}
Machine: {Type: AWS::Serverless::StateMachine, Properties: {Name: flow, Role: 'arn:aws:iam::123456789012:role/flow', DefinitionUri: {Bucket: b, Key: k}}}
Limit: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: '*', Resource: '*'}]}}}
Policies:
  Type: AWS::Serverless::Function
  Connectors:
    Read: {Properties: {Destination: [{Id: Table}, {Id: Bucket}], Permissions: [Read]}}
  Properties:
    ${fn.replaceAll(', ', '\n    ')}
    Tracing: Active
    PermissionsBoundary: !Ref Limit
    Policies:
      - AmazonS3ReadOnlyAccess
      - arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess
      - S3CrudPolicy: {BucketName: !Ref Bucket}
      - DynamoDBReadPolicy: {TableName: !Ref Table}
      - SSMParameterReadPolicy: {ParameterName: shop/key}
      - KMSDecryptPolicy: {KeyId: !Ref Key}
      - LambdaInvokePolicy: {FunctionName: other}
      - AWSSecretsManagerGetSecretValuePolicy: {SecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:s'}
      - StepFunctionsExecutionPolicy: {StateMachineName: !GetAtt Machine.Name}
      - EventBridgePutEventsPolicy: {EventBusName: default}
      - SNSPublishMessagePolicy: {TopicName: !GetAtt Topic.TopicName}
      - Version: '2012-10-17'
        Statement:
          - {Effect: Allow, Action: ['sqs:*'], Resource: !GetAtt Queue.Arn}
          - {Effect: Deny, Action: 'sqs:PurgeQueue', Resource: '*', Condition: {Bool: {'aws:SecureTransport': 'false'}}}
Events:
  Type: AWS::Serverless::Function
  Properties:
    ${fn.replaceAll(', ', '\n    ')}
    DeadLetterQueue: {Type: SNS, TargetArn: !Ref Topic}
    EventInvokeConfig:
      DestinationConfig:
        OnSuccess: {Type: EventBridge, Destination: 'arn:aws:events:us-east-1:123456789012:event-bus/default'}
        OnFailure: {Type: SQS, Destination: !GetAtt Queue.Arn}
    VpcConfig: {SecurityGroupIds: [sg-1], SubnetIds: [subnet-1]}
    Events:
      Q: {Type: SQS, Properties: {Queue: !GetAtt Queue.Arn}}
      K: {Type: Kinesis, Properties: {Stream: 'arn:aws:kinesis:us-east-1:123456789012:stream/k', StartingPosition: LATEST, DestinationConfig: {OnFailure: {Type: S3, Destination: 'arn:aws:s3:::failed'}}}}
      D: {Type: DynamoDB, Properties: {Stream: 'arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/1', StartingPosition: LATEST}}
      M: {Type: MQ, Properties: {Broker: 'arn:aws:mq:us-east-1:123456789012:broker:b:b-1', Queues: [q], SourceAccessConfigurations: [{Type: BASIC_AUTH, URI: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:mq'}]}}
      S: {Type: SelfManagedKafka, Properties: {KafkaBootstrapServers: ['a:9092'], Topics: [t], SourceAccessConfigurations: [{Type: SASL_SCRAM_512_AUTH, URI: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:kafka'}, {Type: VPC_SUBNET, URI: 'subnet:subnet-1'}, {Type: VPC_SECURITY_GROUP, URI: 'security_group:sg-1'}]}}
      C: {Type: DocumentDB, Properties: {Cluster: 'arn:aws:rds:us-east-1:123456789012:cluster:c', DatabaseName: d, StartingPosition: LATEST, SourceAccessConfigurations: [{Type: BASIC_AUTH, URI: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:doc'}]}}
Given: {Type: AWS::Serverless::Function, Properties: {${fn}, Role: !GetAtt Role.Arn}}
Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: {}, Policies: [{PolicyName: p, PolicyDocument: {Version: '2012-10-17', Statement: [{Effect: Allow, Action: 's3:*', Resource: !Sub '\${Bucket.Arn}/*'}]}}]}}
Publishes: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: Given}, Destination: {Id: Topic}, Permissions: [Write]}}
Starts: {Type: AWS::Serverless::Connector, Properties: {Source: {Id: Events}, Destination: {Id: Machine}, Permissions: [Read, Write]}}`,
);

describe("SAM's own transform makes the roles that are read here", () => {
  test('of policies, policy templates, events, destinations and connectors', async () => {
    const folder = await folderOf({ 'template.yaml': template });
    const parts = await folderOf({ 'template.json': await translated('roles', join(folder, 'template.yaml'), {}) });
    const options = { params: {}, region: 'us-east-1' };
    const { service } = await openTemplate({}, { ...options, config: join(folder, 'template.yaml') });
    for (const key of ['Policies', 'Events', 'Given']) {
      const own = await (await service.load(key, 'all')).permissions?.();
      const deployed = await (await loadTranslated(parts, key, options, 'all')).permissions?.();
      if (own === undefined || deployed === undefined) throw new Error(`${key} has no permissions`);
      expect({ key, ...withoutCase(granted(own)) }).toEqual({ key, ...withoutCase(granted(deployed)) });
      expect(own.gaps).toEqual([]);
    }
  }, 120_000);
});

/** The transform writes `sns:publish`: IAM does not tell cases of actions apart. */
function withoutCase({ granted: lines, ...others }: ReturnType<typeof granted>) {
  return { ...others, granted: lines.map((line) => line.replace(/^(\w+) (\S+)/, (all) => all.toLowerCase())).sort() };
}
