/** A time as it stands in a row: `0.84 ms`, `12.4 ms`, `1.24 s`, `2 min 5 s`. */
export function timeText(ms: number): string {
  if (ms < 10) return `${ms.toFixed(2)} ms`;
  if (ms < 99.95) return `${ms.toFixed(1)} ms`;
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_995) return `${(ms / 1000).toFixed(2)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** A number with its thousands parted. */
export function numberText(value: number): string {
  return value.toLocaleString('en');
}

/** `1 case`, `12 cases`. */
export function casesText(count: number): string {
  return `${numberText(count)} case${count === 1 ? '' : 's'}`;
}

/** A change of a time in percent: `+12 %`, `−3 %`. */
export function changeText(now: number, before: number): string {
  const percent = Math.round((now / before - 1) * 100);
  return percent === 0 ? '±0 %' : `${percent > 0 ? '+' : '−'}${numberText(Math.abs(percent))} %`;
}
