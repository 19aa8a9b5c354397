import { expect, test } from '@jest/globals';
import { readFunctionReference } from '../../../src/lambda/invoke-api/function-reference.js';

test.each([
  ['greet', { name: 'greet' }],
  ['greet:live', { name: 'greet', qualifier: 'live' }],
  ['greet:$LATEST', { name: 'greet', qualifier: '$LATEST' }],
  ['function:greet', { name: 'greet' }],
  ['111122223333:greet', { account: '111122223333', name: 'greet' }],
  ['111122223333:function:greet:7', { account: '111122223333', name: 'greet', qualifier: '7' }],
  [
    'arn:aws:lambda:eu-west-1:111122223333:function:greet',
    { region: 'eu-west-1', account: '111122223333', name: 'greet' },
  ],
  [
    'arn:aws-us-gov:lambda:us-gov-west-1:111122223333:function:greet:live',
    { region: 'us-gov-west-1', account: '111122223333', name: 'greet', qualifier: 'live' },
  ],
  ['', undefined],
  ['gre et', undefined],
  ['arn:aws:sqs:eu-west-1:111122223333:queue', undefined],
  ['greet:live:more:yet', undefined],
])('%j names %j', (text, expected) => {
  expect(readFunctionReference(text)).toEqual(expected);
});
