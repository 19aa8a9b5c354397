import { defineScalarTag, NOT_RESOLVED, timestampTag } from 'js-yaml';

/** What a date without quotes is: its text, or the text of its instant. */
export type DateStyle = 'text' | 'instant';

const digits = [...'0123456789'];

/**
 * Numbers as version 4 of the parser reads them, which the framework uses: a sign is allowed before every base, and so is
 * `0b11`.
 */
const integerTag = defineScalarTag('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: ['-', '+', ...digits],
  resolve: (source) => {
    if (!/^[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)$/.test(source)) return NOT_RESOLVED;
    const value = Number(source.replace(/^[-+]/, ''));
    if (!Number.isFinite(value)) return NOT_RESOLVED;
    return source.startsWith('-') ? -value : value;
  },
  identify: () => false,
});

/** For that version, `-.5` is text. Infinity, which JSON does not have, becomes `null`, as in the framework. */
const floatTag = defineScalarTag('tag:yaml.org,2002:float', {
  implicit: true,
  implicitFirstChars: ['-', '+', '.', ...digits],
  resolve: (source) => {
    if (/^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/.test(source)) return null;
    if (!/^(?:[-+]?[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(source)) return NOT_RESOLVED;
    const value = Number(source);
    return Number.isFinite(value) ? value : NOT_RESOLVED;
  },
  identify: () => false,
});

/** The numbers of the framework's dialect of YAML. */
export const numberTags = [integerTag, floatTag];

/** A date without quotes, as the text of its instant: `2024-05-06` is `2024-05-06T00:00:00.000Z`. */
export const instantTag = defineScalarTag('tag:yaml.org,2002:timestamp', {
  implicit: true,
  implicitFirstChars: digits,
  resolve: (source, isExplicit, tag) => {
    const value = timestampTag.resolve(source, isExplicit, tag);
    return value instanceof Date ? value.toISOString() : NOT_RESOLVED;
  },
  identify: () => false,
});
