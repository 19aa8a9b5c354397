import type { PluginFamily } from '../plugin.js';

/** They change the services in front of functions: API Gateway, AppSync, CloudFront, domains and certificates, firewalls. */
export const api: PluginFamily = {
  about: 'APIs, domains, documentation',
  plugins: [
    { name: 'serverless-add-api-key' },
    { name: 'serverless-api-compression' },
    { name: 'serverless-api-gateway-caching', adds: { events: ['http.caching'] } },
    { name: 'serverless-api-gateway-throttling', adds: { events: ['http.throttling', 'httpApi.throttling'] } },
    { name: 'serverless-apigateway-log-retention' },
    { name: 'serverless-apigateway-service-proxy' },
    { name: 'serverless-apigw-binary', otherNames: ['serverless-apigwy-binary', 'serverless-plugin-custom-binary'] },
    { name: 'serverless-appsync-plugin', adds: { service: ['appSync'] } },
    { name: 'serverless-associate-waf' },
    { name: 'serverless-auto-swagger', adds: { events: ['http.swagger', 'httpApi.swagger'] } },
    { name: 'serverless-aws-documentation', adds: { events: ['http.documentation'] } },
    { name: 'serverless-binary-cors' },
    { name: 'serverless-certificate-creator' },
    { name: 'serverless-cloudfront-invalidate', otherNames: ['serverless-cf-invalidate-proxy'] },
    { name: 'serverless-content-encoding' },
    { name: 'serverless-domain-manager' },
    { name: 'serverless-finch' },
    { name: 'serverless-lambda-edge-pre-existing-cloudfront', adds: { events: ['preExistingCloudFront'] } },
    {
      name: 'serverless-openapi-documenter',
      otherNames: [
        'serverless-openapi-documentation',
        'serverless-openapi-documentation-v2',
        '@conqa/serverless-openapi-documentation',
      ],
      adds: { function: ['summary', 'servers'], events: ['http.documentation', 'httpApi.documentation'] },
    },
    { name: 'serverless-plugin-stage-variables' },
    { name: 'serverless-reqvalidator-plugin', adds: { events: ['http.reqValidatorName'] } },
    { name: 'serverless-single-page-app-plugin' },
    { name: 'serverless-whitelisting' },
  ],
};
