import { type KnownDifference, knownDifferences } from './known-differences.js';

/** The rows of docs/fidelity.md on the known differences from AWS's clients. */
export function fidelityTable(): string {
  return [
    "| | AWS's client | here | why |",
    '| --- | --- | --- | --- |',
    ...knownDifferences.map(
      ({ about, theirs, ours, reason }) => `| ${[about, theirs, ours, reason].map(cell).join(' | ')} |`,
    ),
  ].join('\n');
}

function cell(text: KnownDifference['about']): string {
  const escaped = text.replaceAll('|', '\\|');
  return escaped.charAt(0).toUpperCase() + escaped.slice(1);
}
