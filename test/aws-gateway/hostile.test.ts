import { connect } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { openGateway } from './open-gateway.js';

const json = { 'x-amz-target': 'DynamoDB_20120810.GetItem', 'content-type': 'application/x-amz-json-1.0' };

describe('a gateway whose client is hostile', () => {
  test.each([
    ['JSON that is broken', 'dynamodb', { method: 'POST', headers: json, body: '{"a":' }],
    ['JSON nested without end', 'dynamodb', { method: 'POST', headers: json, body: '['.repeat(1_000_000) }],
    [
      'objects nested without end',
      'dynamodb',
      { method: 'POST', headers: json, body: `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}` },
    ],
    ['XML nested without end', 's3', { method: 'PUT', path: '/b?tagging', body: '<a>'.repeat(200_000) }],
    [
      'CBOR that is broken',
      'monitoring',
      {
        method: 'POST',
        path: '/service/GraniteServiceVersion20100801/operation/PutMetricData',
        body: Buffer.from('bfff61', 'hex'),
      },
    ],
    [
      'a form with a field of a thousand parts',
      'sns',
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `Action=Publish&Version=2010-03-31&${'a.'.repeat(1000)}b=1`,
      },
    ],
    [
      'chunks that lie about their size',
      's3',
      {
        method: 'PUT',
        path: '/b/k',
        headers: { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' },
        body: 'ffffff\r\nshort\r\n',
      },
    ],
    [
      'gzip that is none',
      'monitoring',
      {
        method: 'POST',
        headers: { ...json, 'x-amz-target': 'GraniteServiceVersion20100801.PutMetricData', 'content-encoding': 'gzip' },
        body: 'no',
      },
    ],
    ['a path that can not be decoded', 's3', { method: 'GET', path: '/b/%E0%A4%A' }],
    ['a target without a name', 'dynamodb', { method: 'POST', headers: { 'x-amz-target': '' }, body: '{}' }],
    [
      'an operation called __proto__',
      'dynamodb',
      { method: 'POST', headers: { 'x-amz-target': 'DynamoDB_20120810.__proto__' }, body: '{}' },
    ],
    ['a service that nobody knows', 'nothing-at-all', { method: 'GET', path: '/a?b=c' }],
  ])('answers %s with an error, and goes on', async (_, service, request) => {
    await using gateway = await openGateway({ mode: 'none' });
    const { status } = await gateway.send(service, request as Parameters<typeof gateway.send>[1]);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    const { text } = await gateway.dynamo('GetItem', { TableName: 't', Key: {} });
    expect(text).toContain('NotRecorded');
  });

  test('refuses a body that is larger than any service takes', async () => {
    await using gateway = await openGateway({ mode: 'none' });
    const body = Buffer.alloc(65 * 1024 * 1024, ' ');
    const { status } = await gateway
      .send('dynamodb', { method: 'POST', headers: json, body })
      .catch(() => ({ status: 413 }));
    expect(status).toBe(413);
    expect((await gateway.dynamo('GetItem', { TableName: 't', Key: {} })).status).toBe(400);
  });

  test('lets a connection that says nothing, and one that speaks no HTTP, be', async () => {
    await using gateway = await openGateway({ mode: 'none' });
    const { port } = new URL(gateway.url);
    const silent = connect(Number(port), '127.0.0.1');
    const loud = connect(Number(port), '127.0.0.1');
    for (const socket of [silent, loud]) socket.on('error', () => {});
    loud.write('\u0000\u0001 what?\r\n\r\n');
    const answered = await new Promise<string>((resolve) => loud.once('data', (chunk) => resolve(chunk.toString())));
    expect(answered).toMatch(/^HTTP\/1\.1 400/);
    expect((await gateway.dynamo('GetItem', { TableName: 't', Key: {} })).status).toBe(400);
    silent.destroy();
    loud.destroy();
  });

  test('keeps at most so many calls, and says how many there were', async () => {
    await using gateway = await openGateway({ mode: 'none' });
    await Promise.all(Array.from({ length: 50 }, () => gateway.dynamo('GetItem', { TableName: 't', Key: {} })));
    const { calls, omittedCalls, diagnostics } = await gateway.end();
    expect([calls.length, omittedCalls]).toEqual([50, 0]);
    expect(diagnostics).toHaveLength(1);
  });
});
