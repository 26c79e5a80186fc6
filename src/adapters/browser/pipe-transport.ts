import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core';

/**
 * The DevTools protocol over the pipes of `--remote-debugging-pipe`: JSON messages that end with a zero byte. No port
 * is opened, so no other user of the machine can reach the browser.
 */
export function pipeTransport(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  const pending: Buffer[] = [];
  const transport: ConnectionTransport = {
    send: (message) => void toBrowser.write(`${message}\0`),
    close: () => toBrowser.destroy(),
  };
  fromBrowser.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, from)) {
      const message = Buffer.concat([...pending.splice(0), chunk.subarray(from, end)]).toString('utf8');
      from = end + 1;
      // Not in this turn: a handler may wait for another message of the same chunk.
      setImmediate(() => transport.onmessage?.(message));
    }
    if (from < chunk.length) pending.push(chunk.subarray(from));
  });
  fromBrowser.on('close', () => transport.onclose?.());
  // A browser that is gone is noticed by its end, which says more than a broken pipe.
  toBrowser.on('error', () => undefined);
  fromBrowser.on('error', () => undefined);
  return transport;
}
