import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Console } from '../../src/cli/print.js';
import { progressText, startProgress } from '../../src/cli/progress.js';

const moment = { name: 'hello', elapsedMs: 3200, turn: 0 };

describe('the line', () => {
  test('has the time that went by and the time that is left', () => {
    expect(progressText({ ...moment, timeoutMs: 6000 }, true)).toBe('⠋ hello 3.2 s, 2.8 s left of 6 s');
    expect(progressText({ ...moment, timeoutMs: 6000, turn: 13 }, false)).toBe('/ hello 3.2 s, 2.8 s left of 6 s');
  });

  test('has no time left before the function has its event, and never less than none', () => {
    expect(progressText(moment, true)).toBe('⠋ hello 3.2 s, starting');
    expect(progressText({ ...moment, timeoutMs: 3000 }, true)).toBe('⠋ hello 3.2 s, 0.0 s left of 3 s');
  });
});

describe('the progress of an invocation', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const drawn = (columns = 80): { readonly lines: string[]; readonly columns: number; overlay(text: string): void } => {
    const lines: string[] = [];
    return { lines, columns, overlay: (text) => void lines.push(text) };
  };

  test('is not drawn in its first second', () => {
    const screen = drawn();
    {
      using _progress = startProgress(screen, { name: 'hello', timeoutMs: 6000 });
      jest.advanceTimersByTime(999);
    }
    jest.advanceTimersByTime(5000);
    expect(screen.lines).toEqual(['']);
  });

  test('is drawn ten times a second from then on, cut to the width, and taken away in the end', () => {
    const screen = drawn(12);
    {
      using progress = startProgress(screen, { name: 'hello', timeoutMs: 6000 });
      progress.dispatched();
      jest.advanceTimersByTime(1300);
    }
    jest.advanceTimersByTime(5000);
    expect(screen.lines.map((line) => line.slice(1))).toEqual([
      ' hello 1.0',
      ' hello 1.1',
      ' hello 1.2',
      ' hello 1.3',
      '',
    ]);
    expect(screen.lines.every((line) => line.length <= 11)).toBe(true);
  });
});

describe('a console', () => {
  function printed(print: (stderr: Console) => void, hasColour = false): string {
    let text = '';
    const stream = new Writable({
      write(chunk, _encoding, done) {
        text += chunk;
        done();
      },
    });
    print(new Console(stream, { quiet: false, hasColour, isTerminal: hasColour }));
    return text;
  }

  test('takes the line away before anything is printed, and draws none over a line that has not ended', () => {
    const text = printed((stderr) => {
      stderr.overlay('one');
      stderr.write(Buffer.from('out'), 'stdout');
      stderr.overlay('two');
      stderr.write(Buffer.from('put\n'), 'stdout');
      stderr.overlay('three');
      stderr.overlay('');
      stderr.overlay('');
    });
    expect(text).toBe('\r\u001b[Kone\r\u001b[Koutput\n\r\u001b[Kthree\r\u001b[K');
  });

  test('has the severity of a finding in its colour', () => {
    const print = (stderr: Console) => stderr.report({ severity: 'warning', code: 'x', message: 'What.' });
    expect(printed(print)).toBe('warning: What.\n');
    expect(printed(print, true)).toBe('\u001b[33mwarning:\u001b[39m What.\n');
  });
});
