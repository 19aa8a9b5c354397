import type { TraceDialect, TraceLine } from './frame.js';

/** `com.example.Handler.handle(Handler.java:12)`, with or without `at`, a class loader and a module before it. */
const frame =
  /^(?:\s*at )?(?:[\w.$@-]*\/)*((?:[\p{L}_$][\p{L}\p{N}_$]*\.)+)[\p{L}\p{N}_$<>-]+\(([\p{L}\p{N}_$-]+\.(?:java|kt|scala|groovy)):(\d+)\)(?: ~?\[.*\])?$/u;

/** The traces of the Java virtual machine, the frame nearest to the error first. A place is below its package's folder. */
export const javaTrace: TraceDialect = { placeOf, innermostLast: false };

function placeOf(text: string): TraceLine['place'] | undefined {
  const match = frame.exec(text);
  if (match === null) return undefined;
  const [, qualified = '', file = '', line] = match;
  const start = text.indexOf(`(${file}:`) + 1;
  const names = qualified.split('.').slice(0, -2);
  return { file: [...names, file].join('/'), line: Number(line), start, end: text.indexOf(')', start) };
}
