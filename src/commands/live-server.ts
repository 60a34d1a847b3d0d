import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Serves the files of one folder to this machine alone. They are read once, before the first request: what is asked for is looked up in that list, so
 * no path leads anywhere else. Nothing is taken: GET without a body, small heads, few connections, none of them for long.
 */

interface Served {
  readonly type: string;
  readonly bytes: Buffer;
  readonly packed: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

/** The page runs its own scripts in its own threads and asks its own host; nothing else. */
const policy =
  'default-src \'none\'; script-src \'self\'; worker-src \'self\'; style-src \'self\'; img-src \'self\' data:; '
  + 'connect-src \'self\'; base-uri \'none\'; form-action \'none\'; frame-ancestors \'none\'';

const always = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
} as const;

/** More than a browser opens or sends; bytes, milliseconds. */
const limits = { head: 8192, address: 2048, connections: 32, time: 10_000 } as const;

export const loopback = '127.0.0.1';

/** The files of a folder by the path that asks for them. */
export function filesOf(folder: string): ReadonlyMap<string, Served> {
  const names = readdirSync(folder).filter((name) => extname(name) in types);
  const files = new Map(names.map((name): [string, Served] => {
    const bytes = readFileSync(join(folder, name));
    return [`/${name}`, { type: types[extname(name)], bytes, packed: gzipSync(bytes) }];
  }));
  const index = files.get('/index.html');
  return index ? files.set('/', index) : files;
}

export function liveServer(files: ReadonlyMap<string, Served>): Server {
  const server = createServer({ maxHeaderSize: limits.head, requestTimeout: limits.time, headersTimeout: limits.time,
    keepAliveTimeout: limits.time }, (request, response) => answer(files, request, response));
  server.maxConnections = limits.connections;
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });
  return server;
}

function answer(files: ReadonlyMap<string, Served>, request: IncomingMessage, response: ServerResponse): void {
  const { method, url = '', headers } = request;
  if (!isOwnHost(headers.host)) return refuse(request, response, 403);
  if (method !== 'GET') return refuse(request, response, 405);
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0)
    return refuse(request, response, 413);
  if (url.length > limits.address) return refuse(request, response, 414);
  const file = files.get(url.replace(/\?.*$/s, ''));
  if (!file) return refuse(request, response, 404);
  const isPacked = /\bgzip\b/.test(String(headers['accept-encoding'] ?? ''));
  const body = isPacked ? file.packed : file.bytes;
  response.writeHead(200, { ...always, 'Content-Type': file.type, 'Content-Length': body.length,
    Vary: 'Accept-Encoding', ...(isPacked && { 'Content-Encoding': 'gzip' }) }).end(body);
}

/** A page of another host that a name leads here for is none of ours. */
const isOwnHost = (host: string | undefined): boolean =>
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i.test(host ?? '');

/** Refuses, and reads nothing more of this connection. */
function refuse(request: IncomingMessage, response: ServerResponse, status: number): void {
  response.writeHead(status, { ...always, 'Content-Type': 'text/plain', Connection: 'close',
    ...(status === 405 && { Allow: 'GET' }) }).end(`${status}\n`);
  request.resume();
}
