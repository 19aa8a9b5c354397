import { lowerCase, singleValue } from './http-request.js';
import { httpSample, sourceIp, userAgent } from './http-sample.js';

export const alb = httpSample({
  name: 'alb',
  title: 'Application Load Balancer',
  defaultStage: '',
  optional: ['multiValueHeaders', 'multiValueQueryStringParameters'],
  event: ({ method, path, query, headers, body, isBase64Encoded }, { region, accountId }) => ({
    requestContext: {
      elb: {
        targetGroupArn: `arn:aws:elasticloadbalancing:${region}:${accountId}:targetgroup/shop/73e2d6bc24d8a067`,
      },
    },
    httpMethod: method,
    path,
    queryStringParameters: singleValue(query) ?? {},
    headers: {
      accept: '*/*',
      host: `shop-1234567890.${region}.elb.amazonaws.com`,
      'user-agent': userAgent,
      'x-forwarded-for': sourceIp,
      'x-forwarded-port': '443',
      'x-forwarded-proto': 'https',
      ...lowerCase(headers),
    },
    body: body ?? '',
    isBase64Encoded,
  }),
});
