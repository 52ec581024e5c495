import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

/**
 * Offline, and not only by intention: whatever code of this thread tries to reach the network, to look up a name or to
 * listen throws or is rejected. Called first by every process and worker thread of the product; HTTP, TLS, HTTP/2,
 * WebSockets and `fetch` all connect through the sockets that are closed here.
 */
export function refuseNetwork(): void {
  const refuse = (): never => {
    throw new Error('Whereabouts opens no network connection.');
  };
  Object.assign(net.Socket.prototype, { connect: refuse });
  Object.assign(net.Server.prototype, { listen: refuse });
  Object.assign(dgram.Socket.prototype, { bind: refuse, connect: refuse, send: refuse });
  for (const resolver of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const name of Object.getOwnPropertyNames(resolver)) {
      if (/^(?:lookup|resolve|reverse)/.test(name)) Object.assign(resolver, { [name]: refuse });
    }
  }
}
