import { defineScalarTag, NOT_RESOLVED, timestampTag } from 'js-yaml';
import { floatOf, integerOf } from './scalar-value.js';

/** What a date without quotes is: its text, or the text of its instant. */
export type DateStyle = 'text' | 'instant';

const digits = [...'0123456789'];

const integerTag = defineScalarTag('tag:yaml.org,2002:int', {
  implicit: true,
  implicitFirstChars: ['-', '+', ...digits],
  resolve: (source) => integerOf(source) ?? NOT_RESOLVED,
  identify: () => false,
});

const floatTag = defineScalarTag('tag:yaml.org,2002:float', {
  implicit: true,
  implicitFirstChars: ['-', '+', '.', ...digits],
  resolve: (source) => {
    const value = floatOf(source);
    return value === undefined ? NOT_RESOLVED : value;
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
