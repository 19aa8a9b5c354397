import { mergeMembers } from '../merge-members.js';
import { eventSample } from '../sample.js';

/** "Resolver mapping template context reference" of AWS AppSync, as a direct Lambda resolver gets it. */
export const appSync = eventSample({
  name: 'appsync',
  title: 'AppSync, resolver',
  event: () => ({
    arguments: {},
    identity: null,
    source: null,
    request: { headers: { host: 'example.appsync-api.us-east-1.amazonaws.com' }, domainName: null },
    prev: null,
    info: {
      selectionSetList: ['id'],
      selectionSetGraphQL: '{\n  id\n}',
      parentTypeName: 'Query',
      fieldName: 'field',
      variables: {},
    },
    stash: {},
  }),
  setters: {
    fieldName: (event, value) => {
      event['info'] = mergeMembers(event['info'], { fieldName: value });
    },
    typeName: (event, value) => {
      event['info'] = mergeMembers(event['info'], { parentTypeName: value });
    },
  },
});

/** "AWS Lambda authorization" of AWS AppSync. */
export const appSyncAuthorizer = eventSample({
  name: 'appsync-authorizer',
  title: 'AppSync, Lambda authorizer',
  event: ({ accountId }) => ({
    authorizationToken: 'token',
    requestContext: {
      apiId: 'aaaaaa123123123example123',
      accountId,
      requestId: 'f4081827-1111-4444-5555-5cf4695f339f',
      queryString: 'query { field }',
      operationName: 'field',
      variables: {},
    },
    requestHeaders: {},
  }),
});
