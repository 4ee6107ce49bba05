import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { GatheringSocket } from './gathering-socket';

const server = createServer();
const socket = new GatheringSocket();
let peer: Socket | undefined;

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const accepted: Promise<Socket[]> = once(server, 'connection');
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  [peer] = await accepted;
});

afterAll(() => {
  socket.destroy();
  peer?.destroy();
  server.close();
});

it('holds what is written in one go, and sends it as one', async () => {
  socket.write('begin ');
  socket.write('select ');
  expect(socket.writableLength).toBe('begin select '.length);

  const [received]: Buffer[] = await once(peer ?? server, 'data');
  expect(received?.toString()).toBe('begin select ');
  expect(socket.writableLength).toBe(0);
});
