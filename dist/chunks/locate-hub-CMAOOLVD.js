import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  parseJson,
  readText
} from "./chunk-FUPZABJY.js";
import {
  parseServerAddress
} from "./chunk-7BKRKR5Z.js";
import {
  WebFile
} from "./chunk-BCGY7WOO.js";
import {
  WebClient,
  badReply,
  changed,
  statusError
} from "./chunk-74OEHJRM.js";
import "./chunk-JD4LN24R.js";
import "./chunk-PZUHZT72.js";
import "./chunk-QMMMBYL2.js";
import {
  selectWithin
} from "./chunk-OWMJVC3D.js";
import {
  siblingIn
} from "./chunk-UEJXIGCQ.js";
import {
  describeNames
} from "./chunk-ABIR6PBA.js";
import "./chunk-TUQPTYWI.js";
import "./chunk-CN75QAP5.js";
import {
  hubName
} from "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import {
  MAX_FILES,
  MAX_HUB_REPLY_BYTES,
  MAX_LIST_PAGES
} from "./chunk-JXTWGQ7Y.js";
import {
  SourceError
} from "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/sources/hub/hub-api.ts
var HubApi = class {
  #client;
  #endpoint;
  #reference;
  #name;
  #signal;
  /** @param endpoint without a final slash. */
  constructor(client, endpoint, reference, signal) {
    this.#client = client;
    this.#endpoint = endpoint;
    this.#reference = reference;
    this.#name = hubName(reference);
    this.#signal = signal;
  }
  /** The commit that the revision stands for now: whatever is pushed from here on is not read. */
  async commit() {
    const { repository, revision } = this.#reference;
    const { value } = await this.#getJson(
      `${this.#endpoint}/api/models/${repository}/revision/${encodeURIComponent(revision)}`
    );
    const { sha } = value ?? {};
    if (typeof sha === "string" && /^[0-9a-f]{40,64}$/.test(sha)) return sha;
    throw badReply(this.#name, "the hub does not say which commit this revision is");
  }
  /** All files of a commit. */
  async files(commit) {
    const files = [];
    let url = `${this.#endpoint}/api/models/${this.#reference.repository}/tree/${commit}?recursive=true`;
    for (let page = 0; url !== void 0; page++) {
      const { value, next } = await this.#getJson(url);
      if (!Array.isArray(value))
        throw badReply(this.#name, "the hub does not list the files of this revision");
      files.push(...value.flatMap(toFile));
      if (files.length > MAX_FILES || page >= MAX_LIST_PAGES) throw tooMany(this.#name);
      url = next;
    }
    return files;
  }
  addressOf(commit, path) {
    const encoded = path.split("/").map(encodeURIComponent).join("/");
    return new URL(`${this.#endpoint}/${this.#reference.repository}/resolve/${commit}/${encoded}`);
  }
  async #getJson(address) {
    const url = new URL(address);
    const reply = await this.#client.get(url, { signal: this.#signal });
    if (reply.status !== 200) {
      reply.body.destroy();
      throw this.#refusal(reply);
    }
    const value = parseJson(await readText(reply.body, MAX_HUB_REPLY_BYTES));
    return { value, next: nextPage(reply, url.origin) };
  }
  /** A hub without a token says of private repositories that they are not there, or asks for a login. */
  #refusal({ status, headers, url }) {
    const { repository, revision } = this.#reference;
    const error = (code, problem, cure) => new SourceError({ code, subject: this.#name, problem, cure, details: { status } });
    switch (headers["x-error-code"]) {
      case "GatedRepo":
        return error(
          "HUB_GATED",
          `the owner of ${repository} lets only those in who asked for access`,
          "Ask for it on the page of the repository, and set hf-token"
        );
      case "RevisionNotFound":
        return error(
          "HUB_NO_REVISION",
          `${repository} has no revision ${revision}`,
          "Check branch, tag or commit"
        );
    }
    if ([401, 403, 404].includes(status))
      return error(
        "HUB_NO_REPOSITORY",
        `there is no repository ${repository}, or it is private`,
        "Check the name; for a private one set hf-token"
      );
    return statusError(status, this.#client.describe(url));
  }
};
function toFile(item) {
  const { type, path, size, oid, lfs } = item ?? {};
  const isFile = type === "file" && typeof path === "string" && Number.isSafeInteger(size) && Number(size) >= 0;
  if (!isFile) return [];
  const sha256 = lfs?.oid;
  return [
    {
      path,
      sizeBytes: Number(size),
      identity: typeof sha256 === "string" ? `sha256:${sha256}` : `git:${oid}`
    }
  ];
}
function nextPage({ headers }, origin) {
  const links = [headers["link"] ?? ""].flat().join(", ");
  const next = /<(?<url>[^>]+)>;\s*rel="?next"?/.exec(links)?.groups?.["url"];
  if (next === void 0 || !URL.canParse(next, origin)) return void 0;
  const url = new URL(next, origin);
  return url.origin === origin ? url.href : void 0;
}
function tooMany(subject) {
  return new SourceError({
    code: "TOO_MANY_FILES",
    subject,
    problem: `holds more than ${MAX_FILES} files`,
    cure: "Name a repository of one model"
  });
}

// src/sources/hub/locate-hub.ts
var HUGGING_FACE = "https://huggingface.co";
var SAFETENSORS = /\.safetensors(\.index\.json)?$/;
async function locateHub(reference, options) {
  const { hubEndpoint, hubToken, silenceMs, signal } = options;
  const endpoint = parseServerAddress(hubEndpoint || HUGGING_FACE, {
    code: "BAD_HUB_ENDPOINT",
    subject: "the address of the hub",
    cure: "Write it as in https://hub.example.com, in hf-endpoint or HF_ENDPOINT"
  });
  signal?.throwIfAborted();
  const name = hubName(reference, reference.path);
  const connection = {
    allowPrivateAddresses: endpoint !== HUGGING_FACE,
    silenceMs,
    authorization: hubToken ? { origin: new URL(endpoint).origin, value: `Bearer ${hubToken}` } : void 0
  };
  const api = new HubApi(new WebClient({ name, ...connection }), endpoint, reference, signal);
  const commit = await api.commit();
  const tree = /* @__PURE__ */ new Map();
  for (const file of await api.files(commit)) {
    const address = api.addressOf(commit, file.path);
    tree.set(file.path, hubEntry(hubName(reference, file.path), file, address, connection, tree));
  }
  const files = [...tree.values()].sort((a, b) => a.path < b.path ? -1 : 1);
  const found = reference.path === "" ? modelAmong(files) : selectWithin(files, reference.path);
  if (found === void 0) throw nothingFound(name, reference.path, files);
  return { reference: name, ...found };
}
function modelAmong(files) {
  const weights = files.filter(({ path }) => SAFETENSORS.test(path));
  const chosen = weights.length > 0 ? weights : files;
  return chosen.length === 0 ? void 0 : { kind: "folder", files: chosen };
}
function hubEntry(name, { path, sizeBytes, identity }, address, connection, tree) {
  const client = new WebClient({ name, ...connection });
  const file = new WebFile({ name, client, resolve: async () => address, identity });
  return {
    name,
    path,
    sizeBytes,
    async open(options) {
      const source = await file.open(options);
      if (source.sizeBytes === sizeBytes) return source;
      await source.close();
      throw changed(name);
    },
    sibling: async (fileName) => siblingIn(tree, path, fileName)
  };
}
function nothingFound(subject, wanted, files) {
  return new SourceError({
    code: "NOTHING_FOUND",
    subject,
    problem: files.length === 0 ? "the repository is empty" : "the repository holds no such file",
    cure: files.length === 0 ? "Name another revision" : `Check the path: it holds ${describeNames(
      wanted,
      files.map(({ path }) => path)
    )}`
  });
}
export {
  locateHub
};
