import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runFunction } from '../../services/run-function.js';

/** A service whose function has no name until it is deployed. */
function service(): string {
  const folder = mkdtempSync(join(tmpdir(), 'unnamed-'));
  writeFileSync(
    join(folder, 'template.yaml'),
    `Transform: AWS::Serverless-2016-10-31
Globals: { Function: { Runtime: nodejs22.x, CodeUri: ., Timeout: 20 } }
Resources:
  Front:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.front
      Environment: { Variables: { BACK: !Ref Back, BACK_ARN: !GetAtt Back.Arn } }
  Back: { Type: AWS::Serverless::Function, Properties: { Handler: index.back } }
  Fails:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: fails
      Handler: index.fails
      EventInvokeConfig:
        MaximumRetryAttempts: 1
        DestinationConfig: { OnFailure: { Type: Lambda, Destination: !GetAtt Told.Arn } }
  Told: { Type: AWS::Serverless::Function, Properties: { FunctionName: told, Handler: index.told } }
  FailsToo: { Type: AWS::Serverless::Function, Properties: { FunctionName: fails-too, Handler: index.fails } }
  Config:
    Type: AWS::Lambda::EventInvokeConfig
    Properties: { FunctionName: !Ref FailsToo, Qualifier: $LATEST, MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination: !Sub 'arn:aws:sqs:\${AWS::Region}:1:q' } } }
  FailsThree:
    Type: AWS::Serverless::Function
    Properties:
      FunctionName: fails-three
      Handler: index.fails
      EventInvokeConfig:
        MaximumRetryAttempts: 0
        DestinationConfig: { OnFailure: { Type: Lambda, Destination: !GetAtt Unnamed.Arn } }
  Unnamed: { Type: AWS::Serverless::Function, Properties: { Handler: index.told } }
  Starts: { Type: AWS::Serverless::Function, Properties: { Handler: index.starts } }
`,
  );
  writeFileSync(
    join(folder, 'index.js'),
    `exports.back = async () => process.env.AWS_LAMBDA_FUNCTION_NAME;
exports.fails = async () => { throw new Error('always'); };
exports.told = async ({ requestContext }) => requestContext.condition;
exports.starts = async () => Promise.all(['fails', 'fails-too', 'fails-three'].map((name) =>
  fetch(process.env.AWS_ENDPOINT_URL + '/2015-03-31/functions/' + name + '/invocations', {
    method: 'POST', body: '{}', headers: { 'x-amz-invocation-type': 'Event' },
  }).then(({ status }) => status)));
exports.front = async () => {
  const names = [process.env.BACK, process.env.BACK_ARN, 'Back'];
  const answers = names.map((name) =>
    fetch(process.env.AWS_ENDPOINT_URL + '/2015-03-31/functions/' + encodeURIComponent(name) + '/invocations', { method: 'POST', body: '{}' })
      .then((response) => response.json()));
  return Promise.all(answers);
};
`,
  );
  return folder;
}

test('a function that only a deploy gives a name to is run by the name that is answered for it', async () => {
  const folder = service();
  const { answer } = await runFunction(folder, 'Front', {
    variables: { 'ref:Back': 'app-Back-1A2B3C4D5E6F' },
    request: { aws: { aws: 'none', folder, named: (name) => name } },
  });
  expect(answer).toEqual([
    'app-Back-1A2B3C4D5E6F',
    'app-Back-1A2B3C4D5E6F',
    expect.objectContaining({ message: expect.stringContaining('no answer to lambda:Invoke') }),
  ]);
}, 60_000);

test('an event that nobody waits for is tried again as often as the template says, and its destination is told', async () => {
  const folder = service();
  const { answer, result, diagnostics } = await runFunction(folder, 'Starts', {
    request: { aws: { aws: 'none', folder, named: (name) => name } },
  });
  expect(answer).toEqual([202, 202, 202]);
  const attempts = (key: string) => result.siblings?.filter((sibling) => sibling.function === key).length;
  expect(['Fails', 'FailsToo', 'Told', 'FailsThree', 'Unnamed'].map(attempts)).toEqual([2, 1, 1, 1, 1]);
  const failed = diagnostics.filter(({ code }) => code === 'async-invocation-failed');
  expect(failed.map(({ hint }) => hint).toSorted()).toEqual([
    'Its record went to the function Told, its destination for failures.',
    'Its record went to the function Unnamed, its destination for failures.',
    'The configuration sends the event to arn:aws:sqs:us-east-1:1:q, its destination for failures; here nothing took it.',
  ]);
}, 60_000);

/** The same of an assembly, whose functions go by the paths of their constructs. */
function assembly(): string {
  const folder = mkdtempSync(join(tmpdir(), 'unnamed-assembly-'));
  const fn = (id: string, properties: object = {}) => ({
    Type: 'AWS::Lambda::Function',
    Properties: { Handler: `index.${id}`, Runtime: 'nodejs22.x', Timeout: 20, ...properties },
    Metadata: {
      'aws:cdk:path': `App/${id[0]?.toUpperCase()}${id.slice(1)}/Resource`,
      'aws:asset:path': 'asset.code',
      'aws:asset:property': 'Code',
    },
  });
  const stack = { templateFile: 'App.template.json', stackName: 'app' };
  const files = {
    'cdk.json': { app: 'node bin.js' },
    'cdk.out/manifest.json': {
      version: '48.0.0',
      artifacts: {
        App: {
          type: 'aws:cloudformation:stack',
          environment: 'aws://unknown-account/unknown-region',
          properties: stack,
        },
      },
    },
    'cdk.out/App.template.json': {
      Resources: {
        Starts1: fn('starts'),
        Fails1: fn('fails', { FunctionName: 'fails' }),
        Told1: fn('told'),
        Config: {
          Type: 'AWS::Lambda::EventInvokeConfig',
          Properties: {
            FunctionName: { Ref: 'Fails1' },
            Qualifier: '$LATEST',
            MaximumRetryAttempts: 0,
            DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Told1', 'Arn'] } } },
          },
        },
      },
    },
  };
  mkdirSync(join(folder, 'cdk.out', 'asset.code'), { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
  writeFileSync(
    join(folder, 'cdk.out', 'asset.code', 'index.js'),
    `exports.fails = async () => { throw new Error('always'); };
exports.told = async ({ requestContext }) => requestContext.condition;
exports.starts = async () => (await fetch(process.env.AWS_ENDPOINT_URL + '/2015-03-31/functions/fails/invocations', {
  method: 'POST', body: '{}', headers: { 'x-amz-invocation-type': 'Event' },
})).status;
`,
  );
  return folder;
}

test('a destination of an assembly that has no name is told, whose key is the path of a construct', async () => {
  const folder = assembly();
  const { answer, result, diagnostics } = await runFunction(folder, 'App/Starts', {
    request: { aws: { aws: 'none', folder, named: (name) => name } },
  });
  expect(answer).toBe(202);
  expect(result.siblings?.map((sibling) => sibling.function)).toEqual(['App/Fails', 'App/Told']);
  expect(diagnostics.find(({ code }) => code === 'async-invocation-failed')?.hint).toBe(
    'Its record went to the function App/Told, its destination for failures.',
  );
}, 60_000);
