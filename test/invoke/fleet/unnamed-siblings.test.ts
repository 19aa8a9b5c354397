import { mkdtempSync, writeFileSync } from 'node:fs';
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
    'In Lambda the event would go to arn:aws:sqs:us-east-1:1:q, its destination for failures.',
    'Its record went to the function Told, its destination for failures.',
    'Its record went to the function Unnamed, its destination for failures.',
  ]);
}, 60_000);
