import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOf, liveServer, loopback } from '../../src/commands/live-server.js';

const folder = mkdtempSync(join(tmpdir(), 'catholith-page-'));
writeFileSync(join(folder, 'index.html'), '<p>page</p>');
writeFileSync(join(folder, 'page.js'), 'export {};');
writeFileSync(join(folder, 'secret.key'), 'secret');
const server = liveServer(filesOf(folder));
let port = 0;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, loopback, resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

/** Sends bytes as they are; what comes back until the other side has done, or is silent. */
const send = (bytes: string | Uint8Array): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(port, loopback);
    let heard = '';
    const end = (): void => {
      socket.destroy();
      resolve(heard);
    };
    socket.on('data', (piece: Buffer) => heard += piece.toString('latin1')).on('close', end).on('error', end);
    socket.setTimeout(300, end);
    socket.end(bytes);
  });
const get = (path: string, head = `Host: ${loopback}`, method = 'GET'): Promise<string> =>
  send(`${method} ${path} HTTP/1.1\r\n${head}\r\nConnection: close\r\n\r\n`);
const status = (answer: string): number => Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);

describe('the server of the page', () => {
  it('listens on this machine alone', () => expect((server.address() as AddressInfo).address).toBe('127.0.0.1'));

  it('serves its list, under a strict content policy', async () => {
    const index = await get('/');
    expect(status(index)).toBe(200);
    expect(index).toContain('<p>page</p>');
    expect(index).toMatch(/Content-Security-Policy: default-src 'none'; script-src 'self';/);
    expect(index).not.toContain('unsafe');
    expect(status(await get('/page.js?v=1'))).toBe(200);
  });

  it('serves nothing else', async () => {
    const paths = ['/secret.key', '/../package.json', '/..%2f..%2fetc/passwd', '//etc/passwd', '/%2e%2e/page.js',
      '/page.js/', '/PAGE.JS', '*', 'http://example.org/', '/page.js%00', '/./page.js', `/${'a'.repeat(3000)}`];
    for (const path of paths) {
      const found = await get(path);
      expect(status(found), path).toBeGreaterThanOrEqual(400);
      expect(found).not.toContain('secret');
    }
  });

  it('answers GET alone, without a body, to its own name alone', async () => {
    for (const method of ['POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE', 'TRACE']) {
      expect(status(await get('/', `Host: ${loopback}`, method))).toBe(405);
    }
    expect(status(await send(`GET / HTTP/1.1\r\nHost: ${loopback}\r\nContent-Length: 3\r\n\r\nabc`))).toBe(413);
    expect(status(await send(`GET / HTTP/1.1\r\nHost: ${loopback}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)))
      .toBe(413);
    expect(status(await get('/', 'Host: example.org'))).toBe(403);
    expect(status(await get('/', 'Host: localhost:80'))).toBe(200);
    expect(status(await get('/', `Host: ${loopback}\r\nX: ${'a'.repeat(20_000)}`))).toBeGreaterThanOrEqual(400);
  });

  it('survives any stream of requests', async () => {
    const request = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ maxLength: 200 }).map((text) => `GET ${text} HTTP/1.1\r\nHost: ${loopback}\r\n\r\n`),
      fc.tuple(fc.constantFrom('GET', 'POST', 'get', ''), fc.webPath(), fc.constantFrom('1.1', '1.0', '2', 'x'),
        fc.string({ maxLength: 60 }))
        .map(([method, path, version, head]) =>
          `${method} ${path} HTTP/${version}\r\nHost: ${loopback}\r\n${head}\r\n\r\n`
        ),
    );
    await fc.assert(fc.asyncProperty(request, async (bytes) => {
      expect(await send(bytes)).not.toContain('secret');
    }), { numRuns: 150 });
    expect(status(await get('/'))).toBe(200);
  });
});
