import type { ApiResponse } from './exchange.js';
import type { PendingInvocation } from './invocation.js';

/**
 * Hands an invocation to the runtime: the answer to `GET /runtime/invocation/next`. A header that has no value is absent.
 * `Content-Type` is exactly `application/json`: AWS's Python client compares it for equality.
 */
export function renderInvocation(response: ApiResponse, invocation: PendingInvocation): void {
  const headers: Record<string, string | number> = {
    'Content-Type': 'application/json',
    'Content-Length': invocation.event.length,
    'Lambda-Runtime-Aws-Request-Id': invocation.requestId,
    'Lambda-Runtime-Deadline-Ms': String(Math.round(invocation.deadlineMs)),
    'Lambda-Runtime-Invoked-Function-Arn': invocation.functionArn,
  };
  const optional = {
    'Lambda-Runtime-Trace-Id': invocation.traceId,
    'Lambda-Runtime-Client-Context': invocation.clientContext,
    'Lambda-Runtime-Cognito-Identity': invocation.cognitoIdentity,
    'Lambda-Runtime-Aws-Tenant-Id': invocation.tenantId,
    'Invoke-Local-Context': invocation.contextMembers,
  };
  for (const [name, value] of Object.entries(optional)) {
    if (value !== undefined) headers[name] = asciiJson(value);
  }
  response.writeHead(200, headers);
  response.end(invocation.event);
}

/** JSON text as a header can carry it: everything beyond printable ASCII as `\u` escapes. */
export function asciiJson(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (unit) =>
    unit === '\n' || unit === '\r' || unit === '\t' ? ' ' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
