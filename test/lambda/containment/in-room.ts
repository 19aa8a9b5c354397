// Runs shell scripts in a room, one after the other, and prints as JSON what each printed and how it ended. Both streams of a
// script are one, so that what it printed stays in its order. It is run as different users. Its argument is a RoomErrand.
import type { Socket } from 'node:net';
import { Room } from '../../../src/lambda/containment/room.js';
import type { EnclosedEnd } from '../../../src/process/enclosure.js';
import type { RoomAnswer, RoomErrand } from './errand.js';

const { settings, scripts, isShared, ports, files = [] } = JSON.parse(process.argv[2] ?? '') as RoomErrand;
const servers = ports?.map((port) => ({
  port,
  accept: (socket: Socket) => void socket.on('error', () => {}).end(`port ${port}`),
}));
const room = Room.of({ ...settings, ...(servers === undefined ? {} : { servers }) });
if (isShared) room.open();
const answers: RoomAnswer[] = [];
for (const script of scripts) answers.push(await run(script));
await room.end();
console.log(JSON.stringify(answers));

async function run(script: string): Promise<RoomAnswer> {
  const [command = '', ...args] = files.length > 0 ? files : ['/bin/sh', '-c', `exec 2>&1; ${script}`];
  const program = room.start(
    {
      command,
      args,
      environment: { PATH: '/usr/bin:/bin', SECRET: 'of-the-function' },
      workingDirectory: '/var/task',
      passed: [],
    },
    ['ignore', 'pipe', 'pipe'],
  );
  const pieces: Buffer[] = [];
  for (const stream of [program.child.stdout, program.child.stderr]) stream?.on('data', (chunk) => pieces.push(chunk));
  const closed = new Promise((resolve) => program.child.once('close', resolve));
  const end: EnclosedEnd = await program.ended;
  await closed;
  return { printed: Buffer.concat(pieces).toString(), end };
}
