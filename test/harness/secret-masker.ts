/** Replaces the job's secrets in what goes to the log and to the summary. */
export interface SecretMasker {
  /** Has a value masked, and each of its lines, and the forms that it takes in JSON, in a URL and in base64. */
  add(value: string): void;
  mask(text: string): string;
  /** Whether the text holds a secret: a job output that does is dropped. */
  hasSecret(text: string): boolean;
}

/** The characters of a base64 text that stay the same whatever stands before and after the value. */
function base64Forms(value: string): string[] {
  return [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), Buffer.from(value)]).toString('base64');
    return encoded.replace(/=+$/, '').slice(shift === 0 ? 0 : shift + 1, -1);
  });
}

/** A masker that knows no secret yet. */
export function createSecretMasker(): SecretMasker {
  const secrets = new Set<string>();
  let longestFirst: readonly string[] = [];
  return {
    add(value) {
      // It comes as UTF-8, which has no halves of characters.
      const told = Buffer.from(value).toString();
      for (const part of [told, ...told.split(/\r?\n/)].map((text) => text.trim())) {
        if (part === '') continue;
        const forms = [part, JSON.stringify(part).slice(1, -1), encodeURIComponent(part), ...base64Forms(part)];
        for (const form of forms) if (form.length > 3 || form === part) secrets.add(form);
      }
      longestFirst = [...secrets].sort((a, b) => b.length - a.length);
    },
    mask: (text) => longestFirst.reduce((masked, secret) => masked.replaceAll(secret, '***'), text),
    hasSecret: (text) => [...secrets].some((secret) => text.includes(secret)),
  };
}
