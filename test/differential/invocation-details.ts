/** All that an invocation may have beside its event. */
export const details = {
  traceId: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0',
  clientContext: '{"client":{"app_title":"app"},"custom":{"a":"é"},"env":{}}',
  cognitoIdentity: '{"cognitoIdentityId":"id","cognitoIdentityPoolId":"pool"}',
  tenantId: 'tenant-1',
};
