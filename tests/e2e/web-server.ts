import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** A web server on this machine that stands for every host of the web. */
export interface Web {
  /** What makes Chromium take it for the web. */
  args: string[];
  close(): void;
}

/** Starts a server with a throw-away certificate, which answers every address with a small page. */
export async function serveWeb(): Promise<Web> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  const server = createServer({ key, cert }, (request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>${request.headers.host}</title><p>A page.`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // what listening on a port gives
  return {
    args: [`--host-resolver-rules=MAP * 127.0.0.1:${port}`, '--ignore-certificate-errors'],
    close: () => server.close(),
  };
}
