import { describe, expect, test } from '@jest/globals';
import { dialectOf, placeIn } from '../../../src/report/trace/dialect.js';
import type { TraceDialect } from '../../../src/report/trace/frame.js';
import { goTrace } from '../../../src/report/trace/go-trace.js';
import { javaTrace } from '../../../src/report/trace/java-trace.js';
import { nodeTrace } from '../../../src/report/trace/node-trace.js';
import { pythonTrace } from '../../../src/report/trace/python-trace.js';
import { rubyTrace } from '../../../src/report/trace/ruby-trace.js';
import { cpuMs } from '../../cpu-time.js';

/** The place in a line as `file|line|column`, and the text that it stands in. */
function place(dialect: TraceDialect, text: string): string | undefined {
  const found = dialect.placeOf(text);
  if (found === undefined) return undefined;
  expect(text.slice(found.start, found.end)).toContain(String(found.line));
  return [found.file, found.line, found.column].join('|');
}

describe('a line of a Node.js trace', () => {
  test.each([
    ['    at handler (/srv/app/a.js:3:9)', '/srv/app/a.js|3|9'],
    ['    at /srv/app/a.js:3:9', '/srv/app/a.js|3|9'],
    ['    at file:///srv/my%20app/a.mjs:3:9', 'file:///srv/my%20app/a.mjs|3|9'],
    ['    at async Object.f [as g] (/srv/a.js:1:2)', '/srv/a.js|1|2'],
    ['    at async file:///srv/a.mjs:1:2', 'file:///srv/a.mjs|1|2'],
    ['    at new Thing (/srv/a.js:1:2)', '/srv/a.js|1|2'],
    ['    at Object.<anonymous> (/srv/a (copy)/b.js:1:2)', '/srv/a (copy)/b.js|1|2'],
    ['    at eval (eval at handler (/srv/a.js:4:5), <anonymous>:1:7)', '/srv/a.js|4|5'],
    ['    at eval (eval at f (eval at g (/srv/a.js:4:5), <anonymous>:9:9), <anonymous>:1:7)', '/srv/a.js|4|5'],
    ['    at handler (C:\\work\\app\\a.js:3:9)', 'C:\\work\\app\\a.js|3|9'],
    ['    at file:///C:/work/app/a.mjs:3:9', 'file:///C:/work/app/a.mjs|3|9'],
    ['    at eval (eval at f (/srv/a (copy)/b.js:4:5), <anonymous>:1:7)', '/srv/a (copy)/b.js|4|5'],
    ['    at f (webpack-internal:///./src/a.ts:3:9)', 'webpack-internal:///./src/a.ts|3|9'],
    ['    at f (webpack://svc/./src/a.ts:3:9)', 'webpack://svc/./src/a.ts|3|9'],
    ['    at Module._compile (node:internal/modules/cjs/loader:1521:14)', 'node:internal/modules/cjs/loader|1521|14'],
    ['/srv/app/a.js:4', '/srv/app/a.js|4|'],
    ['file:///srv/app/a.mjs:4', 'file:///srv/app/a.mjs|4|'],
    ['C:\\work\\a.js:4', 'C:\\work\\a.js|4|'],
    ['    at new Promise (<anonymous>)', undefined],
    ['    at async Promise.all (index 0)', undefined],
    ['    at JSON.parse (<anonymous>)', undefined],
    ['Error: see http://a/b:3:4 (x:1:2)', undefined],
    ['TypeError: nothing at /srv/a.js:3:4 is right', undefined],
    ['    at native', undefined],
    ['', undefined],
  ])('%j', (text, expected) => {
    expect(place(nodeTrace, text)).toBe(expected);
  });
});

describe('a line of a Python trace', () => {
  test.each([
    ['  File "/srv/app.py", line 3, in handler', '/srv/app.py|3|'],
    ['  File "/srv/app.py" Line 3', '/srv/app.py|3|'],
    ['  File "C:\\app\\a b.py", line 30, in <module>', 'C:\\app\\a b.py|30|'],
    ['  File "<frozen importlib._bootstrap>", line 1, in _x', '<frozen importlib._bootstrap>|1|'],
    ['  File "/srv/app.py", line 3', '/srv/app.py|3|'],
    ['    |   File "/srv/app.py", line 3, in f', '/srv/app.py|3|'],
    ['    return File("/a"), line', undefined],
  ])('%j', (text, expected) => {
    expect(place(pythonTrace, text)).toBe(expected);
  });
});

describe('a line of a Ruby trace', () => {
  test.each([
    ["/srv/app.rb:3:in `handler'", '/srv/app.rb|3|'],
    ["/srv/app.rb:3:in 'Orders::Handler.call'", '/srv/app.rb|3|'],
    ["\tfrom /srv/lib/x.rb:12:in `block in f'", '/srv/lib/x.rb|12|'],
    ["C:/srv/app.rb:3:in `handler'", 'C:/srv/app.rb|3|'],
    ['/srv/app.rb:3: syntax error, unexpected end', '/srv/app.rb|3|'],
    ['app.rb:7:in `x`', 'app.rb|7|'],
    ['undefined method x:3', undefined],
  ])('%j', (text, expected) => {
    expect(place(rubyTrace, text)).toBe(expected);
  });
});

describe('a line of a Go trace', () => {
  test.each([
    ['    at handle (app/main.go:42)', 'app/main.go|42|'],
    ['    at (*Server).serve (/srv/app/main.go:42)', '/srv/app/main.go|42|'],
    ['    at handle (main.go)', undefined],
  ])('%j', (text, expected) => {
    expect(place(goTrace, text)).toBe(expected);
  });
});

describe('a line of a Java trace', () => {
  test.each([
    ['com.example.Handler.handleRequest(Handler.java:12)', 'com/example/Handler.java|12|'],
    ['\tat com.example.Handler.handleRequest(Handler.java:12)', 'com/example/Handler.java|12|'],
    ['com.example.Handler$Inner.<init>(Handler.java:5)', 'com/example/Handler.java|5|'],
    ['com.example.Handler.lambda$main$0(Handler.java:5)', 'com/example/Handler.java|5|'],
    ['\tat app//com.example.Handler.handle(Handler.kt:9)', 'com/example/Handler.kt|9|'],
    ['java.base/java.util.HashMap.get(HashMap.java:556)', 'java/util/HashMap.java|556|'],
    ['java.base/jdk.internal.reflect.NativeMethodAccessorImpl.invoke0(Native Method)', undefined],
    ['com.example.Handler.handleRequest(Unknown Source)', undefined],
    ['Handler.main(Handler.java:3)', 'Handler.java|3|'],
    ['\tat java.base@17.0.1/java.util.HashMap.get(HashMap.java:556)', 'java/util/HashMap.java|556|'],
    ['\tat com.example.Handler.handle(Handler.java:12) ~[app.jar:1.0]', 'com/example/Handler.java|12|'],
    ['com.example.HandlerKt.handle(Handler.kt:7)', 'com/example/Handler.kt|7|'],
  ])('%j', (text, expected) => {
    expect(place(javaTrace, text)).toBe(expected);
  });
});

describe('a line of any language', () => {
  test.each([
    '    at f (/srv/app/a.js:0:9)',
    '    at f (/srv/app/a.js:3:0)',
    `    at f (/srv/app/a.js:${'9'.repeat(400)}:1)`,
    `    at f (/srv/${'a'.repeat(3000)}.js:1:1)`,
  ])('that names no place which a file can have names none: %.60j', (text) => {
    expect(placeIn(text, nodeTrace)).toBeUndefined();
  });

  test.each([
    ['slashes', '/'],
    ['parentheses', ' ('],
    ['frames', '    at f (/a.js:1:1)'],
    ['evaluated frames', '    at eval (eval at f ('],
    ['numbers', ':1'],
    ['packages', 'a.'],
    ['blanks', ' '],
  ])('is read in no time, also where it is full of %s', (_what, repeated) => {
    const lines = ['', 'at ', '/', 'x'].map((start) => `${start}${repeated.repeat(1900 / repeated.length)}(A.java:1)`);
    const startedAt = cpuMs();
    dialectOf(Array.from({ length: 400 }, (_, index) => lines[index % lines.length] ?? ''));
    expect(cpuMs() - startedAt).toBeLessThan(2000);
  });
});
