import type { SuccessfulResult } from '../../invoke/result.js';
import { httpResponseOf } from '../http-response.js';
import { sizeText } from '../text/amounts.js';
import type { RenderContext } from './render-context.js';
import { codeSpan } from './text/inline.js';
import { readBytes } from './text/readable-bytes.js';
import { valueBlock } from './value-block.js';

/** A function's response; an HTTP response is shown as its status, headers and body, as the caller gets them. */
export function responseBlocks(result: Pick<SuccessfulResult, 'http' | 'response'>, context: RenderContext): string[] {
  const http = httpResponseOf(result);
  if (http === undefined) return [bytesBlock('Response', result.response, '', context)];
  const { statusCode, headers, body, contentType } = http;
  const status = `HTTP status ${codeSpan(String(statusCode))}`;
  const text = headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return [
    headers.length === 0
      ? `**Response** ${status}, no headers\n`
      : valueBlock({ name: 'Response', remark: status, text, whole: context.whereabouts.response }, context),
    body === undefined ? '**Body** none\n' : bytesBlock('Body', body, contentType, context),
  ];
}

/** A payload under its name: its text, or a description if it is not text. */
export function bytesBlock(name: string, bytes: Buffer, contentType: string, context: RenderContext): string {
  const whole = name === 'Event' ? context.whereabouts.event : context.whereabouts.response;
  const type = codeSpan(context.literal(contentType));
  if (bytes.length === 0) return `**${name}** empty\n`;
  const readable = readBytes(bytes, contentType);
  if (readable.kind === 'text')
    return valueBlock({ name, text: readable.text, language: readable.language, whole }, context);
  const facts = [readable.reason === 'binary' ? 'not text' : 'too large to be shown', type, sizeText(bytes.length)];
  const place = whole === undefined ? '' : `; the whole is ${whole}`;
  return `**${name}** ${facts.filter(Boolean).join(', ')}${place}\n`;
}
