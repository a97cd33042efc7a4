import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Everything a browser tried to reach by the network, host by host, and what says where to send it. */
export interface Border {
  /** Address of the proxy that the browser is to use. */
  readonly address: string;
  /** Hosts asked for so far, in order; nobody of them was reached. */
  readonly crossings: string[];
  close(): Promise<void>;
}

/** A proxy that lets nothing through and keeps account of what asked. */
export async function openBorder(): Promise<Border> {
  const crossings: string[] = [];
  const server: Server = createServer((request, response) => {
    crossings.push(new URL(request.url ?? '/', 'http://unknown').host);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    crossings.push(request.url ?? '');
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    crossings,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
