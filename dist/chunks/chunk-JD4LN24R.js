import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  Agent,
  HttpProxyAgent,
  HttpsProxyAgent
} from "./chunk-PZUHZT72.js";
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";

// src/sources/proxy-agent.ts
import http from "node:http";
import https from "node:https";

// node_modules/proxy-from-env/index.js
var DEFAULT_PORTS = {
  ftp: 21,
  gopher: 70,
  http: 80,
  https: 443,
  ws: 80,
  wss: 443
};
function parseUrl(urlString) {
  try {
    return new URL(urlString);
  } catch {
    return null;
  }
}
function getProxyForUrl(url) {
  var parsedUrl = (typeof url === "string" ? parseUrl(url) : url) || {};
  var proto = parsedUrl.protocol;
  var hostname = parsedUrl.host;
  var port = parsedUrl.port;
  if (typeof hostname !== "string" || !hostname || typeof proto !== "string") {
    return "";
  }
  proto = proto.split(":", 1)[0];
  hostname = hostname.replace(/:\d*$/, "");
  port = parseInt(port) || DEFAULT_PORTS[proto] || 0;
  if (!shouldProxy(hostname, port)) {
    return "";
  }
  var proxy = getEnv(proto + "_proxy") || getEnv("all_proxy");
  if (proxy && proxy.indexOf("://") === -1) {
    proxy = proto + "://" + proxy;
  }
  return proxy;
}
function shouldProxy(hostname, port) {
  var NO_PROXY = getEnv("no_proxy").toLowerCase();
  if (!NO_PROXY) {
    return true;
  }
  if (NO_PROXY === "*") {
    return false;
  }
  return NO_PROXY.split(/[,\s]/).every(function(proxy) {
    if (!proxy) {
      return true;
    }
    var parsedProxy = proxy.match(/^(.+):(\d+)$/);
    var parsedProxyHostname = parsedProxy ? parsedProxy[1] : proxy;
    var parsedProxyPort = parsedProxy ? parseInt(parsedProxy[2]) : 0;
    if (parsedProxyPort && parsedProxyPort !== port) {
      return true;
    }
    if (!/^[.*]/.test(parsedProxyHostname)) {
      return hostname !== parsedProxyHostname;
    }
    if (parsedProxyHostname.charAt(0) === "*") {
      parsedProxyHostname = parsedProxyHostname.slice(1);
    }
    return !hostname.endsWith(parsedProxyHostname);
  });
}
function getEnv(key) {
  return process.env[key.toLowerCase()] || process.env[key.toUpperCase()] || "";
}

// src/sources/proxy-agent.ts
var ProxyAgent = class extends Agent {
  #directOptions;
  #agents = /* @__PURE__ */ new Map();
  /** @param directOptions of connections that go through no proxy, such as a `lookup` of their own. */
  constructor(directOptions = {}) {
    super({ keepAlive: true });
    this.#directOptions = { ...directOptions, keepAlive: true };
  }
  /** @throws ConfigError `BAD_PROXY` */
  connect(_request, options) {
    const scheme = options.secureEndpoint ? "https" : "http";
    const proxy = proxyFor(new URL(`${scheme}://${bracketed(options.host ?? "localhost")}:${options.port}`));
    const key = `${scheme} ${proxy?.href ?? ""}`;
    const agent = this.#agents.get(key) ?? this.#create(scheme, proxy);
    this.#agents.set(key, agent);
    return agent;
  }
  destroy() {
    for (const agent of this.#agents.values()) agent.destroy();
    super.destroy();
  }
  #create(scheme, proxy) {
    if (proxy === void 0)
      return scheme === "https" ? new https.Agent(this.#directOptions) : new http.Agent(this.#directOptions);
    if (scheme === "https") return new HttpsProxyAgent(proxy, { keepAlive: true });
    return new HttpProxyAgent(proxy, { keepAlive: false });
  }
};
function proxyFor(url) {
  const address = getProxyForUrl(url);
  if (address === "") return void 0;
  const proxy = URL.canParse(address) ? new URL(address) : void 0;
  if (proxy !== void 0 && ["http:", "https:"].includes(proxy.protocol)) return proxy;
  throw new ConfigError({
    code: "BAD_PROXY",
    subject: `the proxy for ${url.protocol}//`,
    problem: "is not an http:// or https:// address",
    cure: "Write it as in http://proxy.example.com:3128, in HTTPS_PROXY or HTTP_PROXY"
  });
}
function bracketed(host) {
  return host.includes(":") ? `[${host}]` : host;
}

export {
  ProxyAgent,
  proxyFor
};
