import { describe, expect, test } from '@jest/globals';

import { createPace } from '../../src/aws/paced.js';

const { signal } = new AbortController();

function named(name: string): Error {
  return Object.assign(new Error(name), { name });
}

describe('the pace of questions', () => {
  test('is ten at a time, and all are put, also where some fail', async () => {
    const pace = createPace();
    let running = 0;
    let most = 0;
    const put = (index: number) => async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      if (index % 7 === 0) throw named('AccessDenied');
      return index;
    };
    const results = await Promise.allSettled(Array.from({ length: 60 }, (_, index) => pace(put(index), signal)));
    expect(most).toBe(10);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(51);
    expect(await pace(async () => 'after', signal)).toBe('after');
  });

  test('waits where the service asks for patience, and gives up in the end', async () => {
    let asked = 0;
    const answer = await createPace()(async () => {
      asked += 1;
      if (asked < 3) throw named('ThrottlingException');
      return asked;
    }, signal);
    expect(answer).toBe(3);
  });

  test('does not put a refused question again', async () => {
    let asked = 0;
    const refused = createPace()(async () => {
      asked += 1;
      throw named('AccessDeniedException');
    }, signal);
    await expect(refused).rejects.toThrow('AccessDeniedException');
    expect(asked).toBe(1);
  });

  test('ends with the run', async () => {
    const run = new AbortController();
    const asked = createPace()(async () => {
      throw named('ThrottlingException');
    }, run.signal);
    run.abort(new Error('cancelled'));
    await expect(asked).rejects.toThrow(/abort/i);
  });
});
