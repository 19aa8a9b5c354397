import { describe, expect, test } from '@jest/globals';
import { caseless, environmentOf } from '../../src/host/environment.js';

describe('an environment of several sources', () => {
  test('has what is set, and of two values the later one', () => {
    expect(environmentOf({ A: '1', B: '2', C: undefined }, { B: '3' })).toEqual({ A: '1', B: '3' });
  });

  test('has a variable of any name', () => {
    expect(Object.hasOwn(environmentOf({ constructor: '1' }), 'constructor')).toBe(true);
    expect(Object.hasOwn(environmentOf({}), 'constructor')).toBe(false);
  });
});

describe('an environment in which the case of a name means nothing', () => {
  test('is read in any case', () => {
    const environment = caseless();
    environment['Path'] = 'C:\\Windows';
    expect([environment['PATH'], 'path' in environment, Object.hasOwn(environment, 'pATH')]).toEqual([
      'C:\\Windows',
      true,
      true,
    ]);
    expect(environment['PATHEXT']).toBeUndefined();
  });

  test('has one value for all spellings, under the name that was written last', () => {
    const environment = caseless();
    environment['Path'] = 'first';
    Object.assign(environment, { PATH: 'second', other: 'x' });
    environment['PATH'] = 'third';
    expect({ ...environment }).toEqual({ PATH: 'third', other: 'x' });
    expect(Object.keys(environment)).toEqual(['PATH', 'other']);
  });

  test('loses a variable by any spelling of its name, and can get it again', () => {
    const environment = caseless();
    environment['Path'] = 'first';
    delete environment['PATH'];
    expect(Object.keys(environment)).toEqual([]);
    environment['path'] = 'second';
    expect({ ...environment }).toEqual({ path: 'second' });
  });
});
