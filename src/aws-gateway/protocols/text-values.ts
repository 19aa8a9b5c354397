import type { Json } from '../aws-call.js';
import type { Member, ScalarShape, TimestampFormat } from '../models/service-model.js';
import { readTime, writeTime } from './times.js';

/** A scalar that is written as text: in a form, in XML, in a header or in a path. */
export function readText(shape: ScalarShape, text: string): Json {
  switch (shape.type) {
    case 'boolean':
      return text.trim() === 'true';
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
    case 'bigdecimal': {
      const number = Number(text);
      return text.trim() !== '' && Number.isFinite(number) ? number : text;
    }
    case 'timestamp':
      return readTime(text.trim());
    default:
      return text;
  }
}

/** The reverse of {@link readText}. */
export function writeText(shape: ScalarShape, member: Member, value: Json, format: TimestampFormat): string {
  if (shape.type === 'timestamp' && typeof value === 'string') {
    return String(writeTime(value, member.timestampFormat ?? shape.timestampFormat ?? format));
  }
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
}
