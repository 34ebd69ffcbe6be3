import http, { type AgentOptions, type ClientRequest } from 'node:http';
import https from 'node:https';
import { Agent, type AgentConnectOpts } from 'agent-base';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import { ConfigError } from '../errors.ts';

/**
 * Connections as the environment wants them, decided for each request: through the proxy that HTTPS_PROXY or
 * HTTP_PROXY name, or, where there is none or NO_PROXY has the host, directly. They are kept and used again.
 */
export class ProxyAgent extends Agent {
  readonly #directOptions: AgentOptions;
  readonly #agents = new Map<string, http.Agent>();

  /** @param directOptions of connections that go through no proxy, such as a `lookup` of their own. */
  constructor(directOptions: AgentOptions = {}) {
    super({ keepAlive: true });
    this.#directOptions = { ...directOptions, keepAlive: true };
  }

  /** @throws ConfigError `BAD_PROXY` */
  override connect(_request: ClientRequest, options: AgentConnectOpts): http.Agent {
    const scheme = options.secureEndpoint ? 'https' : 'http';
    const proxy = proxyFor(new URL(`${scheme}://${bracketed(options.host ?? 'localhost')}:${options.port}`));
    const key = `${scheme} ${proxy?.href ?? ''}`;
    const agent = this.#agents.get(key) ?? this.#create(scheme, proxy);
    this.#agents.set(key, agent);
    return agent;
  }

  override destroy(): void {
    for (const agent of this.#agents.values()) agent.destroy();
    super.destroy();
  }

  #create(scheme: 'http' | 'https', proxy: URL | undefined): http.Agent {
    if (proxy === undefined)
      return scheme === 'https' ? new https.Agent(this.#directOptions) : new http.Agent(this.#directOptions);
    if (scheme === 'https') return new HttpsProxyAgent(proxy, { keepAlive: true });
    // It rewrites a request for the proxy only where it makes the connection, not where it uses one again.
    return new HttpProxyAgent(proxy, { keepAlive: false });
  }
}

/**
 * The proxy that the environment names for an address; undefined for a direct connection.
 *
 * @throws ConfigError `BAD_PROXY`
 */
export function proxyFor(url: URL): URL | undefined {
  const address = getProxyForUrl(url);
  if (address === '') return undefined;
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  if (proxy !== undefined && ['http:', 'https:'].includes(proxy.protocol)) return proxy;
  throw new ConfigError({
    code: 'BAD_PROXY',
    subject: `the proxy for ${url.protocol}//`,
    problem: 'is not an http:// or https:// address',
    cure: 'Write it as in http://proxy.example.com:3128, in HTTPS_PROXY or HTTP_PROXY',
  });
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
