import { execFile } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { samples } from '../../src/event/samples/samples.js';
import { entry } from './command.js';

/** Runs `invoke-local event`. */
function event(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [entry, 'event', ...args], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

describe('invoke-local event', () => {
  test('lists the samples, a line each', async () => {
    const { code, stdout, stderr } = await event();
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(samples.map(({ name }) => name));
    expect(lines[1]).toBe('apigateway-http                  API Gateway, HTTP API (payload 2.0)');
    expect([code, stderr]).toEqual([0, '']);
  });

  test('prints one, with members set', async () => {
    const { code, stdout } = await event('sqs', '--with', '{"body":{"id":1}}', '--region', 'eu-west-1');
    expect(JSON.parse(stdout)).toMatchObject({ Records: [{ body: '{"id":1}', awsRegion: 'eu-west-1' }] });
    expect(stdout).toMatch(/^\{\n {2}"Records": \[\n/);
    expect(code).toBe(0);
  });

  test('says what can be set', async () => {
    const { code, stdout } = await event('sqs', '--help');
    expect(stdout).toContain('Beside the members of the event, --with sets body, queue, records.');
    expect(code).toBe(0);
  });

  test.each([
    [['sqz'], 'There is no sample event sqz.'],
    [['sqs', 'sns'], 'One kind of event is printed at a time, and "sns" follows.'],
    [['sqs', '--with', '{'], 'The option --with takes JSON: '],
    [['sqs', '--with', '[]'], 'The option --with takes a JSON object, such as {"body":{"id":1}}.'],
    [['sqs', '--with', '{"bdoy":1}'], 'The sample sqs has no member `bdoy`.'],
    [['--nonsense'], "Unknown option '--nonsense'"],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await event(...args);
    expect(stderr).toContain(`error: ${message}`);
    expect([code, stdout]).toEqual([2, '']);
  });
});
