import { bodyBase64 } from '../encode-body.js';
import { isObject } from '../merge-members.js';
import { type Members, type Sample, setMembers } from '../sample.js';

type EventType = 'viewer-request' | 'origin-request' | 'viewer-response' | 'origin-response';

/** Converts a mapping of header names and values to CloudFront's form. Headers in that form already stay unchanged. */
function headersOf(value: unknown): Members {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const values = [member].flat();
      const isReady = values.every((item) => isObject(item) && 'value' in item);
      return [key.toLowerCase(), isReady ? values : values.map((item) => ({ key, value: String(item) }))];
    }),
  );
}

/** "Lambda@Edge event structure". */
function edgeSample(eventType: EventType, title: string): Sample {
  const isResponse = eventType.endsWith('response');
  const name = `cloudfront-${eventType}`;
  const members = ['method', 'uri', 'path', 'querystring', 'headers', 'body', ...(isResponse ? ['status'] : [])];
  return {
    name,
    title: `CloudFront (Lambda@Edge), ${title}`,
    members,
    make: (given, place) => {
      const {
        method = 'GET',
        path = '/',
        uri = path,
        querystring = '',
        headers,
        body,
        status = '200',
        ...rest
      } = given;
      const described = {
        clientIp: '192.0.2.1',
        method,
        uri,
        querystring,
        headers: {
          host: [{ key: 'Host', value: 'd111111abcdef8.cloudfront.net' }],
          'user-agent': [{ key: 'User-Agent', value: 'curl/8.5.0' }],
          ...(isResponse ? {} : headersOf(headers)),
        },
        ...(body === undefined || isResponse
          ? {}
          : { body: { action: 'read-only', data: bodyBase64(body), encoding: 'base64', inputTruncated: false } }),
        ...(eventType.startsWith('origin') ? { origin } : {}),
      };
      const response = {
        status: String(status),
        statusDescription: 'OK',
        headers: { 'content-type': [{ key: 'Content-Type', value: 'text/html' }], ...headersOf(headers) },
      };
      const cf = {
        config: {
          distributionDomainName: 'd111111abcdef8.cloudfront.net',
          distributionId: 'EDFDVBD6EXAMPLE',
          eventType,
          requestId: '4TyzHTaYWb1GX1qTfsHhEqV6HUDd_BzoBZnwfnvQc_1oF26ClkoUSEQ==',
        },
        request: described,
        ...(isResponse ? { response } : {}),
      };
      setMembers(cf, rest, { name, place, others: members });
      return { Records: [{ cf }] };
    },
  };
}

const origin = {
  custom: {
    customHeaders: {},
    domainName: 'example.org',
    keepaliveTimeout: 5,
    path: '',
    port: 443,
    protocol: 'https',
    readTimeout: 30,
    sslProtocols: ['TLSv1.2'],
  },
};

export const cloudFrontSamples: readonly Sample[] = [
  edgeSample('viewer-request', 'viewer request'),
  edgeSample('origin-request', 'origin request'),
  edgeSample('origin-response', 'origin response'),
  edgeSample('viewer-response', 'viewer response'),
];
