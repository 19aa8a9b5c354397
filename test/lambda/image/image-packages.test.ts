import { expect, test } from '@jest/globals';

import { isImagePackage } from '../../../src/lambda/image/image-packages.js';
import { nodeProvision, nodeSdk } from '../../../src/lambda/image/node-image.js';
import { pythonRequirements } from '../../../src/lambda/image/python-image.js';

test.each([
  ['nodejs22.x', '@aws-sdk/client-s3', true],
  ['nodejs18.x', '@aws-sdk/lib-dynamodb', true],
  ['nodejs22.x', '@smithy/core', true],
  ['nodejs22.x', '@aws-sdk/signature-v4-crt', false],
  ['nodejs22.x', '@aws-sdk/node-http-handler', false],
  ['nodejs18.x', '@aws-sdk/signature-v4', false],
  ['nodejs22.x', '@aws-sdk/util-dynamodb', true],
  ['nodejs22.x', 'aws-sdk', false],
  ['nodejs22.x', 'uuid', false],
  ['nodejs16.x', 'aws-sdk', true],
  ['nodejs16.x', '@aws-sdk/client-s3', false],
  ['python3.12', 'boto3', true],
  ['python3.12', 'dateutil', true],
  ['python3.12', 'python_dateutil', true],
  ['python3.9', 'simplejson', true],
  ['python3.12', 'requests', false],
  ['python3.12', 'constructor', false],
  ['ruby3.3', 'aws-sdk-s3', true],
  ['ruby3.3', 'aws-sigv4', true],
  ['ruby3.3', 'rack', false],
  ['java21', 'aws-sdk', false],
  ['provided.al2023', 'boto3', false],
])('the image of %s and %s: %p', (runtime, name, isThere) => {
  expect(isImagePackage(runtime, name)).toBe(isThere);
});

test('a version of Node.js that the table lacks has the SDK of the nearest older one, or of the oldest', () => {
  expect(nodeSdk('24')).toEqual(nodeSdk('22'));
  expect(nodeSdk('10')).toEqual(nodeSdk('12'));
  expect(nodeProvision('@aws-sdk/client-s3', '26')).toBe('provided');
});

test('the parts of the SDK for Python are installed together, in versions that belong together', () => {
  expect(pythonRequirements('boto3', '3.12')).toEqual([
    'boto3==1.42.97',
    'botocore==1.42.97',
    'jmespath==1.0.1',
    'python-dateutil==2.9.0.post0',
    'urllib3==1.26.19',
  ]);
  expect(pythonRequirements('botocore', '3.12')).toEqual(pythonRequirements('boto3', '3.12'));
  expect(pythonRequirements('urllib3', '3.12')).toEqual(['urllib3==1.26.19']);
  expect(pythonRequirements('six', '3.12')).toEqual(['six']);
});
