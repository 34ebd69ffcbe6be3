import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isPublicAddress } from '../../../../src/sources/web/addresses.ts';
import { WebClient } from '../../../../src/sources/web/web-client.ts';
import { startWebServer, type WebServer } from '../../../support/web-server.ts';

describe('an address', () => {
  test.each(['8.8.8.8', '1.1.1.1', '172.15.0.1', '172.32.0.1', '2606:4700::1111', '2a00:1450::200e'])(
    'of the internet is public: %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  test.each([
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fd00::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('of a machine’s own network, or that is none, is not: %j', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('a host of this machine’s own network', () => {
  let server: WebServer;

  beforeAll(async () => {
    server = await startWebServer();
    server.files.set('/a.pt', new Uint8Array(3));
  });

  afterAll(() => server.stop());

  const get = (host: string, allowPrivateAddresses: boolean) =>
    new WebClient({ name: 'a model', allowPrivateAddresses }).get(
      new URL(`http://${host}:${new URL(server.origin).port}/a.pt`),
    );

  test.each(['127.0.0.1', '127.1', '0x7f000001', '2130706433', '[::1]', '[::ffff:127.0.0.1]', 'localhost'])(
    'is not even connected to, however it is written: %s',
    async (host) => {
      await expect(get(host, false)).rejects.toMatchObject({ name: 'SourceError', code: 'PRIVATE_ADDRESS' });
      expect(server.requests).toEqual([]);
    },
  );

  test.each(['127.0.0.1', 'localhost'])('is asked where the user allows it: %s', async (host) => {
    const { status, body } = await get(host, true);
    body.destroy();
    expect(status).toBe(200);
    server.requests.length = 0;
  });
});
