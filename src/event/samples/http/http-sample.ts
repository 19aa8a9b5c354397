import { type Members, type Sample, type SamplePlace, setMembers } from '../sample.js';
import { type HttpRequest, readRequest, requestMembers } from './http-request.js';

export const requestId = '8e2c2f5b-7a54-4a3e-9d0e-1c6c2f7b9a10';
export const apiId = 'a1b2c3d4e5';
export const sourceIp = '192.0.2.1';
export const userAgent = 'curl/8.5.0';
export const time = '01/Jan/2026:12:00:00 +0000';
export const timeEpoch = 1_767_268_800_000;

/** How an HTTP event is made of a request. */
export interface HttpTemplate {
  readonly name: string;
  readonly title: string;
  readonly event: (request: HttpRequest, place: SamplePlace, given: { readonly stage: string }) => Members;
  readonly defaultStage: string;
  readonly optional: readonly string[];
}

/** A sample of a source that sends HTTP requests. */
export function httpSample({ name, title, event: template, defaultStage, optional }: HttpTemplate): Sample {
  return {
    name,
    title,
    members: [...requestMembers, 'stage'],
    make: (given, place) => {
      const { stage, ...members } = given;
      const { request, rest } = readRequest(members);
      const event = template(request, place, { stage: typeof stage === 'string' ? stage : defaultStage });
      setMembers(event, rest, { name, place, optional, others: [...requestMembers, 'stage'] });
      return event;
    },
  };
}

/** The ARN of a method of an API, for which authorizers are asked. */
export function methodArn({ method, path }: HttpRequest, { region, accountId }: SamplePlace, stage: string): string {
  return `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stage}/${method}${path}`;
}
