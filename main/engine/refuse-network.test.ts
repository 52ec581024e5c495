import dgram from 'node:dgram';
import dns from 'node:dns';
import { once } from 'node:events';
import http from 'node:http';
import http2 from 'node:http2';
import net, { type AddressInfo } from 'node:net';
import tls from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { refuseNetwork } from './refuse-network';

test('no way of Node reaches the network once it is refused, not even this machine', async () => {
  let reached = 0;
  const server = http.createServer((_request, response) => response.end('reached'));
  server.on('connection', () => {
    reached += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}/`;
  expect(await (await fetch(address)).text()).toBe('reached');
  server.closeAllConnections();
  const before = reached;

  refuseNetwork();
  const attempts: Readonly<Record<string, () => unknown>> = {
    fetch: () => fetch(address),
    'an HTTP request': () => http.get(address),
    HTTP2: () => http2.connect(address),
    'a socket': () => net.connect(port, '127.0.0.1'),
    'a local socket': () => net.connect('any.sock'),
    TLS: () => tls.connect(port, '127.0.0.1'),
    listening: () => net.createServer().listen(0),
    'a datagram': () => dgram.createSocket('udp4').send('x', port, '127.0.0.1'),
    'looking up a name': () => dns.lookup('example.org', () => {}),
    'looking up a name, promised': () => dns.promises.lookup('example.org'),
    'asking a name server': () => new dns.promises.Resolver().resolve4('example.org'),
  };
  const outcomes: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(attempts)) {
    outcomes[name] = await Promise.resolve()
      .then(attempt)
      .then(
        () => 'got through',
        (error: Error) => `${error.message} ${String((error.cause as Error | undefined)?.message ?? '')}`,
      );
  }
  expect(
    Object.entries(outcomes).filter(([, outcome]) => !outcome.includes('opens no network connection')),
  ).toEqual([]);
  expect(reached).toBe(before);
});
