/** A time as people read it: `12.35 ms`, `1.24 s`, `2 min 5 s`. Rounded, so that the unit fits the rounded number. */
export function durationText(ms: number): string {
  if (ms < 999.995) return `${ms.toFixed(2)} ms`;
  if (ms < 59_995) return `${(ms / 1000).toFixed(2)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A size as people read it: `512 bytes`, `1.5 KB`, `5.72 MB` (multiples of 1024, as Lambda's limits are). */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(2)} MB`;
}

/** A number of things: `1 invocation`, `12 invocations`. */
export function countText(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`;
}
