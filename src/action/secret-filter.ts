const REPLACEMENT = '***';

/** Takes secrets out of a stream of bytes, wherever the stream is cut into chunks. */
export interface SecretFilter {
  /** Takes the next chunk; gives what is safe to pass on. A tail that may be the start of a secret is held back. */
  push(chunk: Buffer): Buffer;
  /** Ends the stream; gives what was held back. */
  flush(): Buffer;
}

/** A secret as it is, as it stands in a URL (a presigned one has the session token in it), and in JSON. */
function spellings(secrets: readonly string[]): string[] {
  const all = secrets.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  const bytes = all.map((text) => Buffer.from(text).toString('latin1'));
  return [...new Set(bytes)].filter((text) => text !== '').sort((a, b) => b.length - a.length);
}

function anyOf(texts: readonly string[]): RegExp {
  return new RegExp(texts.map((text) => text.replaceAll(/[$()*+./?[\\\]^{|}-]/g, '\\$&')).join('|'), 'g');
}

/** The length of the longest end of `text` that a secret could go on from. */
function openEnd(text: string, secrets: readonly string[]): number {
  const longest = Math.min(text.length, (secrets[0]?.length ?? 1) - 1);
  for (let length = longest; length > 0; length--) {
    const end = text.slice(-length);
    if (secrets.some((secret) => secret.length > length && secret.startsWith(end))) return length;
  }
  return 0;
}

/**
 * A filter for one stream.
 * @param secrets read anew whenever it has grown, so that secrets may become known while the stream runs.
 */
export function createSecretFilter(secrets: readonly string[]): SecretFilter {
  let known = 0;
  let wanted: string[] = [];
  let pattern = /(?!)/g;
  let held = '';

  const refresh = (): void => {
    if (secrets.length === known) return;
    known = secrets.length;
    wanted = spellings(secrets);
    pattern = anyOf(wanted);
  };

  return {
    push(chunk) {
      refresh();
      if (wanted.length === 0) return chunk;
      // Latin-1 keeps each byte as one character, so that no character is torn by the edge of a chunk.
      const text = held + chunk.toString('latin1');
      let end = 0;
      let clean = '';
      for (const match of text.matchAll(pattern)) {
        clean += text.slice(end, match.index) + REPLACEMENT;
        end = match.index + match[0].length;
      }
      const rest = text.slice(end);
      const open = openEnd(rest, wanted);
      held = rest.slice(rest.length - open);
      return Buffer.from(clean + rest.slice(0, rest.length - open), 'latin1');
    },
    flush() {
      const rest = Buffer.from(held, 'latin1');
      held = '';
      return rest;
    },
  };
}
