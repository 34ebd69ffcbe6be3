import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { proxyFor } from '../../../src/sources/proxy-agent.ts';

const NAMES = ['http_proxy', 'https_proxy', 'all_proxy', 'no_proxy'].flatMap((name) => [
  name,
  name.toUpperCase(),
]);

let before: (string | undefined)[];

beforeEach(() => {
  before = NAMES.map((name) => process.env[name]);
  for (const name of NAMES) delete process.env[name];
});

afterEach(() => {
  NAMES.forEach((name, index) => {
    const value = before[index];
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  });
});

const proxyOf = (address: string) => proxyFor(new URL(address))?.href;

describe('the proxy for an address', () => {
  test.each<[string, Record<string, string>, string | undefined]>([
    ['nothing is set', {}, undefined],
    ['HTTPS_PROXY is', { HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128/'],
    ['https_proxy is', { https_proxy: 'http://proxy:3128' }, 'http://proxy:3128/'],
    ['ALL_PROXY is', { ALL_PROXY: 'http://proxy:3128' }, 'http://proxy:3128/'],
    ['only HTTP_PROXY is', { HTTP_PROXY: 'http://proxy:3128' }, undefined],
    ['NO_PROXY has the host', { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: 'a, models.test' }, undefined],
    ['NO_PROXY has the domain', { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '.test' }, undefined],
    ['NO_PROXY has all', { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '*' }, undefined],
    ['NO_PROXY has another port', { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'models.test:8443' }, 'http://p:1/'],
  ])('is what the environment says where %s', (_, environment, expected) => {
    Object.assign(process.env, environment);
    expect(proxyOf('https://models.test/a.pt')).toBe(expected);
  });

  test.each(['socks5://user:hunter2@proxy:1080', 'http://', 'ftp://proxy'])(
    'that is none is refused: %s',
    (address) => {
      process.env['HTTPS_PROXY'] = address;
      const refused = expect.objectContaining({ name: 'ConfigError', code: 'BAD_PROXY' });
      expect(() => proxyOf('https://models.test/')).toThrow(refused);
      expect(() => proxyOf('https://models.test/')).not.toThrow(/hunter2/);
    },
  );
});
