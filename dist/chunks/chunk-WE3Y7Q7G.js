import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  addUserAgentMiddleware,
  count,
  getBooleanFromEnv,
  getNumberFromEnv,
  getStringFromEnv,
  getType,
  isIntegerNumber,
  isNullOrUndefined,
  isNumber,
  isRecord,
  isSdkClient,
  isStrictEqual,
  isString,
  isTimeout,
  isTruthy,
  logger,
  objectFacts,
  putText,
  runFile
} from "./chunk-KYAPFQ2X.js";
import {
  showOnCommit
} from "./chunk-NZ5IAXRY.js";
import {
  commentOnPullRequest
} from "./chunk-PZXKFEJJ.js";
import {
  findPullRequest,
  hasHead,
  parseRepository,
  readPullRequest
} from "./chunk-HKKCZVCL.js";
import {
  renderMarkdown
} from "./chunk-VCFUFMY4.js";
import {
  parseJson
} from "./chunk-FUPZABJY.js";
import {
  defaultProvider
} from "./chunk-N2XP66CH.js";
import {
  AwsJson1_0Protocol,
  AwsJson1_1Protocol,
  AwsSdkSigV4Signer,
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
  resolveAwsSdkSigV4Config
} from "./chunk-T2MO56AV.js";
import {
  Sha256Node
} from "./chunk-QUXJR2CA.js";
import {
  NodeHttpHandler
} from "./chunk-BKUSOC3V.js";
import {
  BinaryDecisionDiagram,
  Client,
  DEFAULT_RETRY_MODE,
  DefaultIdentityProviderConfig,
  EndpointCache,
  NODE_APP_ID_CONFIG_OPTIONS,
  NODE_MAX_ATTEMPT_CONFIG_OPTIONS,
  NODE_RETRY_MODE_CONFIG_OPTIONS,
  NoOpLogger,
  Retry,
  ServiceException,
  awsEndpointFunctions,
  createDefaultUserAgentProvider,
  customEndpointFunctions,
  decideEndpoint,
  emitWarningIfUnsupportedVersion,
  emitWarningIfUnsupportedVersion2,
  getAwsRegionExtensionConfiguration,
  getDefaultExtensionConfiguration,
  getDefaultSocketTimeout,
  getEndpointPlugin,
  getHostHeaderPlugin,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
  getLoggerPlugin,
  getRecursionDetectionPlugin,
  getRetryPlugin,
  getUserAgentPlugin,
  loadConfigsForDefaultMode,
  makeBuilder,
  resolveAwsRegionExtensionConfiguration,
  resolveDefaultRuntimeConfig,
  resolveEndpointConfig,
  resolveHostHeaderConfig,
  resolveRetryConfig,
  resolveUserAgentConfig
} from "./chunk-476TMGWT.js";
import {
  JsonCodec2,
  JsonShapeDeserializer2,
  JsonShapeSerializer2,
  NODE_REGION_CONFIG_FILE_OPTIONS,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  getContentLengthPlugin,
  getHttpHandlerExtensionConfiguration,
  loadConfig,
  resolveDefaultsModeConfig,
  resolveHttpHandlerRuntimeConfig,
  resolveRegionConfig
} from "./chunk-HH6ICRID.js";
import {
  NormalizedSchema,
  TypeRegistry,
  calculateBodyLength,
  fromBase64,
  fromUtf8,
  getSchemaSerdePlugin,
  getSmithyContext,
  normalizeProvider,
  parseUrl,
  streamCollector,
  toBase64,
  toUtf8
} from "./chunk-JH6BF3KG.js";
import {
  EXIT,
  worstExitCode
} from "./chunk-AYGXQNTL.js";
import {
  renderJson
} from "./chunk-IZLUWDFI.js";
import {
  reportsOf
} from "./chunk-7Q3HDJ4U.js";
import {
  int,
  object,
  string,
  union
} from "./chunk-56UKHU64.js";
import {
  AlphagateError,
  ConfigError,
  SourceError
} from "./chunk-LSZFXY6A.js";
import {
  __commonJS,
  __toESM
} from "./chunk-4MUT4G64.js";

// node_modules/obliterator/iterator.js
var require_iterator = __commonJS({
  "node_modules/obliterator/iterator.js"(exports, module) {
    function Iterator(next) {
      Object.defineProperty(this, "_next", {
        writable: false,
        enumerable: false,
        value: next
      });
      this.done = false;
    }
    Iterator.prototype.next = function() {
      if (this.done)
        return { done: true };
      var step = this._next();
      if (step.done)
        this.done = true;
      return step;
    };
    if (typeof Symbol !== "undefined")
      Iterator.prototype[Symbol.iterator] = function() {
        return this;
      };
    Iterator.of = function() {
      var args = arguments, l3 = args.length, i3 = 0;
      return new Iterator(function() {
        if (i3 >= l3)
          return { done: true };
        return { done: false, value: args[i3++] };
      });
    };
    Iterator.empty = function() {
      var iterator = new Iterator(null);
      iterator.done = true;
      return iterator;
    };
    Iterator.is = function(value) {
      if (value instanceof Iterator)
        return true;
      return typeof value === "object" && value !== null && typeof value.next === "function";
    };
    module.exports = Iterator;
  }
});

// node_modules/obliterator/foreach.js
var require_foreach = __commonJS({
  "node_modules/obliterator/foreach.js"(exports, module) {
    var ARRAY_BUFFER_SUPPORT = typeof ArrayBuffer !== "undefined";
    var SYMBOL_SUPPORT = typeof Symbol !== "undefined";
    function forEach(iterable, callback) {
      var iterator, k3, i3, l3, s2;
      if (!iterable)
        throw new Error("obliterator/forEach: invalid iterable.");
      if (typeof callback !== "function")
        throw new Error("obliterator/forEach: expecting a callback.");
      if (Array.isArray(iterable) || ARRAY_BUFFER_SUPPORT && ArrayBuffer.isView(iterable) || typeof iterable === "string" || iterable.toString() === "[object Arguments]") {
        for (i3 = 0, l3 = iterable.length; i3 < l3; i3++)
          callback(iterable[i3], i3);
        return;
      }
      if (typeof iterable.forEach === "function") {
        iterable.forEach(callback);
        return;
      }
      if (SYMBOL_SUPPORT && Symbol.iterator in iterable && typeof iterable.next !== "function") {
        iterable = iterable[Symbol.iterator]();
      }
      if (typeof iterable.next === "function") {
        iterator = iterable;
        i3 = 0;
        while (s2 = iterator.next(), s2.done !== true) {
          callback(s2.value, i3);
          i3++;
        }
        return;
      }
      for (k3 in iterable) {
        if (iterable.hasOwnProperty(k3)) {
          callback(iterable[k3], k3);
        }
      }
      return;
    }
    forEach.forEachWithNullKeys = function(iterable, callback) {
      var iterator, k3, i3, l3, s2;
      if (!iterable)
        throw new Error("obliterator/forEachWithNullKeys: invalid iterable.");
      if (typeof callback !== "function")
        throw new Error("obliterator/forEachWithNullKeys: expecting a callback.");
      if (Array.isArray(iterable) || ARRAY_BUFFER_SUPPORT && ArrayBuffer.isView(iterable) || typeof iterable === "string" || iterable.toString() === "[object Arguments]") {
        for (i3 = 0, l3 = iterable.length; i3 < l3; i3++)
          callback(iterable[i3], null);
        return;
      }
      if (iterable instanceof Set) {
        iterable.forEach(function(value) {
          callback(value, null);
        });
        return;
      }
      if (typeof iterable.forEach === "function") {
        iterable.forEach(callback);
        return;
      }
      if (SYMBOL_SUPPORT && Symbol.iterator in iterable && typeof iterable.next !== "function") {
        iterable = iterable[Symbol.iterator]();
      }
      if (typeof iterable.next === "function") {
        iterator = iterable;
        i3 = 0;
        while (s2 = iterator.next(), s2.done !== true) {
          callback(s2.value, null);
          i3++;
        }
        return;
      }
      for (k3 in iterable) {
        if (iterable.hasOwnProperty(k3)) {
          callback(iterable[k3], k3);
        }
      }
      return;
    };
    module.exports = forEach;
  }
});

// node_modules/mnemonist/utils/typed-arrays.js
var require_typed_arrays = __commonJS({
  "node_modules/mnemonist/utils/typed-arrays.js"(exports) {
    var MAX_8BIT_INTEGER = Math.pow(2, 8) - 1;
    var MAX_16BIT_INTEGER = Math.pow(2, 16) - 1;
    var MAX_32BIT_INTEGER = Math.pow(2, 32) - 1;
    var MAX_SIGNED_8BIT_INTEGER = Math.pow(2, 7) - 1;
    var MAX_SIGNED_16BIT_INTEGER = Math.pow(2, 15) - 1;
    var MAX_SIGNED_32BIT_INTEGER = Math.pow(2, 31) - 1;
    exports.getPointerArray = function(size) {
      var maxIndex = size - 1;
      if (maxIndex <= MAX_8BIT_INTEGER)
        return Uint8Array;
      if (maxIndex <= MAX_16BIT_INTEGER)
        return Uint16Array;
      if (maxIndex <= MAX_32BIT_INTEGER)
        return Uint32Array;
      return Float64Array;
    };
    exports.getSignedPointerArray = function(size) {
      var maxIndex = size - 1;
      if (maxIndex <= MAX_SIGNED_8BIT_INTEGER)
        return Int8Array;
      if (maxIndex <= MAX_SIGNED_16BIT_INTEGER)
        return Int16Array;
      if (maxIndex <= MAX_SIGNED_32BIT_INTEGER)
        return Int32Array;
      return Float64Array;
    };
    exports.getNumberType = function(value) {
      if (value === (value | 0)) {
        if (Math.sign(value) === -1) {
          if (value <= 127 && value >= -128)
            return Int8Array;
          if (value <= 32767 && value >= -32768)
            return Int16Array;
          return Int32Array;
        } else {
          if (value <= 255)
            return Uint8Array;
          if (value <= 65535)
            return Uint16Array;
          return Uint32Array;
        }
      }
      return Float64Array;
    };
    var TYPE_PRIORITY = {
      Uint8Array: 1,
      Int8Array: 2,
      Uint16Array: 3,
      Int16Array: 4,
      Uint32Array: 5,
      Int32Array: 6,
      Float32Array: 7,
      Float64Array: 8
    };
    exports.getMinimalRepresentation = function(array, getter) {
      var maxType = null, maxPriority = 0, p2, t2, v2, i3, l3;
      for (i3 = 0, l3 = array.length; i3 < l3; i3++) {
        v2 = getter ? getter(array[i3]) : array[i3];
        t2 = exports.getNumberType(v2);
        p2 = TYPE_PRIORITY[t2.name];
        if (p2 > maxPriority) {
          maxPriority = p2;
          maxType = t2;
        }
      }
      return maxType;
    };
    exports.isTypedArray = function(value) {
      return typeof ArrayBuffer !== "undefined" && ArrayBuffer.isView(value);
    };
    exports.concat = function() {
      var length = 0, i3, o2, l3;
      for (i3 = 0, l3 = arguments.length; i3 < l3; i3++)
        length += arguments[i3].length;
      var array = new arguments[0].constructor(length);
      for (i3 = 0, o2 = 0; i3 < l3; i3++) {
        array.set(arguments[i3], o2);
        o2 += arguments[i3].length;
      }
      return array;
    };
    exports.indices = function(length) {
      var PointerArray = exports.getPointerArray(length);
      var array = new PointerArray(length);
      for (var i3 = 0; i3 < length; i3++)
        array[i3] = i3;
      return array;
    };
  }
});

// node_modules/mnemonist/utils/iterables.js
var require_iterables = __commonJS({
  "node_modules/mnemonist/utils/iterables.js"(exports) {
    var forEach = require_foreach();
    var typed = require_typed_arrays();
    function isArrayLike(target) {
      return Array.isArray(target) || typed.isTypedArray(target);
    }
    function guessLength(target) {
      if (typeof target.length === "number")
        return target.length;
      if (typeof target.size === "number")
        return target.size;
      return;
    }
    function toArray(target) {
      var l3 = guessLength(target);
      var array = typeof l3 === "number" ? new Array(l3) : [];
      var i3 = 0;
      forEach(target, function(value) {
        array[i3++] = value;
      });
      return array;
    }
    function toArrayWithIndices(target) {
      var l3 = guessLength(target);
      var IndexArray = typeof l3 === "number" ? typed.getPointerArray(l3) : Array;
      var array = typeof l3 === "number" ? new Array(l3) : [];
      var indices = typeof l3 === "number" ? new IndexArray(l3) : [];
      var i3 = 0;
      forEach(target, function(value) {
        array[i3] = value;
        indices[i3] = i3++;
      });
      return [array, indices];
    }
    exports.isArrayLike = isArrayLike;
    exports.guessLength = guessLength;
    exports.toArray = toArray;
    exports.toArrayWithIndices = toArrayWithIndices;
  }
});

// node_modules/mnemonist/lru-cache.js
var require_lru_cache = __commonJS({
  "node_modules/mnemonist/lru-cache.js"(exports, module) {
    var Iterator = require_iterator();
    var forEach = require_foreach();
    var typed = require_typed_arrays();
    var iterables = require_iterables();
    function LRUCache3(Keys, Values, capacity) {
      if (arguments.length < 2) {
        capacity = Keys;
        Keys = null;
        Values = null;
      }
      this.capacity = capacity;
      if (typeof this.capacity !== "number" || this.capacity <= 0)
        throw new Error("mnemonist/lru-cache: capacity should be positive number.");
      var PointerArray = typed.getPointerArray(capacity);
      this.forward = new PointerArray(capacity);
      this.backward = new PointerArray(capacity);
      this.K = typeof Keys === "function" ? new Keys(capacity) : new Array(capacity);
      this.V = typeof Values === "function" ? new Values(capacity) : new Array(capacity);
      this.size = 0;
      this.head = 0;
      this.tail = 0;
      this.items = {};
    }
    LRUCache3.prototype.clear = function() {
      this.size = 0;
      this.head = 0;
      this.tail = 0;
      this.items = {};
    };
    LRUCache3.prototype.splayOnTop = function(pointer) {
      var oldHead = this.head;
      if (this.head === pointer)
        return this;
      var previous = this.backward[pointer], next = this.forward[pointer];
      if (this.tail === pointer) {
        this.tail = previous;
      } else {
        this.backward[next] = previous;
      }
      this.forward[previous] = next;
      this.backward[oldHead] = pointer;
      this.head = pointer;
      this.forward[pointer] = oldHead;
      return this;
    };
    LRUCache3.prototype.set = function(key, value) {
      var pointer = this.items[key];
      if (typeof pointer !== "undefined") {
        this.splayOnTop(pointer);
        this.V[pointer] = value;
        return;
      }
      if (this.size < this.capacity) {
        pointer = this.size++;
      } else {
        pointer = this.tail;
        this.tail = this.backward[pointer];
        delete this.items[this.K[pointer]];
      }
      this.items[key] = pointer;
      this.K[pointer] = key;
      this.V[pointer] = value;
      this.forward[pointer] = this.head;
      this.backward[this.head] = pointer;
      this.head = pointer;
    };
    LRUCache3.prototype.setpop = function(key, value) {
      var oldValue = null;
      var oldKey = null;
      var pointer = this.items[key];
      if (typeof pointer !== "undefined") {
        this.splayOnTop(pointer);
        oldValue = this.V[pointer];
        this.V[pointer] = value;
        return { evicted: false, key, value: oldValue };
      }
      if (this.size < this.capacity) {
        pointer = this.size++;
      } else {
        pointer = this.tail;
        this.tail = this.backward[pointer];
        oldValue = this.V[pointer];
        oldKey = this.K[pointer];
        delete this.items[this.K[pointer]];
      }
      this.items[key] = pointer;
      this.K[pointer] = key;
      this.V[pointer] = value;
      this.forward[pointer] = this.head;
      this.backward[this.head] = pointer;
      this.head = pointer;
      if (oldKey) {
        return { evicted: true, key: oldKey, value: oldValue };
      } else {
        return null;
      }
    };
    LRUCache3.prototype.has = function(key) {
      return key in this.items;
    };
    LRUCache3.prototype.get = function(key) {
      var pointer = this.items[key];
      if (typeof pointer === "undefined")
        return;
      this.splayOnTop(pointer);
      return this.V[pointer];
    };
    LRUCache3.prototype.peek = function(key) {
      var pointer = this.items[key];
      if (typeof pointer === "undefined")
        return;
      return this.V[pointer];
    };
    LRUCache3.prototype.forEach = function(callback, scope) {
      scope = arguments.length > 1 ? scope : this;
      var i3 = 0, l3 = this.size;
      var pointer = this.head, keys = this.K, values = this.V, forward = this.forward;
      while (i3 < l3) {
        callback.call(scope, values[pointer], keys[pointer], this);
        pointer = forward[pointer];
        i3++;
      }
    };
    LRUCache3.prototype.keys = function() {
      var i3 = 0, l3 = this.size;
      var pointer = this.head, keys = this.K, forward = this.forward;
      return new Iterator(function() {
        if (i3 >= l3)
          return { done: true };
        var key = keys[pointer];
        i3++;
        if (i3 < l3)
          pointer = forward[pointer];
        return {
          done: false,
          value: key
        };
      });
    };
    LRUCache3.prototype.values = function() {
      var i3 = 0, l3 = this.size;
      var pointer = this.head, values = this.V, forward = this.forward;
      return new Iterator(function() {
        if (i3 >= l3)
          return { done: true };
        var value = values[pointer];
        i3++;
        if (i3 < l3)
          pointer = forward[pointer];
        return {
          done: false,
          value
        };
      });
    };
    LRUCache3.prototype.entries = function() {
      var i3 = 0, l3 = this.size;
      var pointer = this.head, keys = this.K, values = this.V, forward = this.forward;
      return new Iterator(function() {
        if (i3 >= l3)
          return { done: true };
        var key = keys[pointer], value = values[pointer];
        i3++;
        if (i3 < l3)
          pointer = forward[pointer];
        return {
          done: false,
          value: [key, value]
        };
      });
    };
    if (typeof Symbol !== "undefined")
      LRUCache3.prototype[Symbol.iterator] = LRUCache3.prototype.entries;
    LRUCache3.prototype.inspect = function() {
      var proxy = /* @__PURE__ */ new Map();
      var iterator = this.entries(), step;
      while (step = iterator.next(), !step.done)
        proxy.set(step.value[0], step.value[1]);
      Object.defineProperty(proxy, "constructor", {
        value: LRUCache3,
        enumerable: false
      });
      return proxy;
    };
    if (typeof Symbol !== "undefined")
      LRUCache3.prototype[/* @__PURE__ */ Symbol.for("nodejs.util.inspect.custom")] = LRUCache3.prototype.inspect;
    LRUCache3.from = function(iterable, Keys, Values, capacity) {
      if (arguments.length < 2) {
        capacity = iterables.guessLength(iterable);
        if (typeof capacity !== "number")
          throw new Error("mnemonist/lru-cache.from: could not guess iterable length. Please provide desired capacity as last argument.");
      } else if (arguments.length === 2) {
        capacity = Keys;
        Keys = null;
        Values = null;
      }
      var cache3 = new LRUCache3(Keys, Values, capacity);
      forEach(iterable, function(value, key) {
        cache3.set(key, value);
      });
      return cache3;
    };
    module.exports = LRUCache3;
  }
});

// node_modules/@aws-sdk/client-secrets-manager/dist-es/auth/httpAuthSchemeProvider.js
var defaultSecretsManagerHttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: getSmithyContext(context).operation,
    region: await normalizeProvider(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "secretsmanager",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultSecretsManagerHttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig = (config) => {
  const config_0 = resolveAwsSdkSigV4Config(config);
  return Object.assign(config_0, {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "secretsmanager"
  });
};
var commonParams = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-secrets-manager/package.json
var package_default = {
  name: "@aws-sdk/client-secrets-manager",
  version: "3.1164.0",
  description: "AWS SDK for JavaScript Secrets Manager Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-secrets-manager",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-secrets-manager"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: false,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    test: "yarn g:vitest run --passWithNoTests",
    "test:watch": "yarn g:vitest watch --passWithNoTests",
    "test:integration": "yarn g:vitest run --passWithNoTests -c vitest.config.integ.mts",
    "test:integration:watch": "yarn g:vitest watch --passWithNoTests -c vitest.config.integ.mts",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.980.1",
    "@aws-sdk/credential-provider-node": "^3.972.94",
    "@aws-sdk/types": "^3.975.0",
    "@smithy/core": "^3.38.0",
    "@smithy/fetch-http-handler": "^5.8.0",
    "@smithy/node-http-handler": "^4.14.0",
    "@smithy/types": "^4.19.0",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@smithy/snapshot-testing": "^2.4.0",
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2",
    vitest: "^4.0.17"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/endpoint/bdd.js
var m = "ref";
var a = -1;
var b = true;
var c = "isSet";
var d = "PartitionResult";
var e = "booleanEquals";
var f = "getAttr";
var g = "stringEquals";
var h = { [m]: "Endpoint" };
var i = { [m]: d };
var j = { "fn": f, "argv": [i, "name"] };
var k = {};
var l = [{ [m]: "Region" }];
var _data = {
  conditions: [
    [c, [h]],
    [c, l],
    ["aws.partition", l, d],
    [e, [{ [m]: "UseFIPS" }, b]],
    [e, [{ [m]: "UseDualStack" }, b]],
    [e, [{ fn: f, argv: [i, "supportsDualStack"] }, b]],
    [e, [{ fn: f, argv: [i, "supportsFIPS"] }, b]],
    [g, [j, "aws"]],
    [g, [j, "aws-cn"]],
    [g, [j, "aws-us-gov"]]
  ],
  results: [
    [a],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [h, k],
    ["https://secretsmanager-fips.{Region}.amazonaws.com", k],
    ["https://secretsmanager-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://secretsmanager-fips.{Region}.{PartitionResult#dnsSuffix}", k],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://secretsmanager.{Region}.amazonaws.com", k],
    ["https://secretsmanager.{Region}.amazonaws.com.cn", k],
    ["https://secretsmanager.{Region}.{PartitionResult#dualStackDnsSuffix}", k],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    ["https://secretsmanager.{Region}.{PartitionResult#dnsSuffix}", k],
    [a, "Invalid Configuration: Missing Region"]
  ]
};
var root = 2;
var r = 1e8;
var nodes = new Int32Array([
  -1,
  1,
  -1,
  0,
  17,
  3,
  1,
  4,
  r + 14,
  2,
  5,
  r + 14,
  3,
  11,
  6,
  4,
  7,
  r + 13,
  5,
  8,
  r + 12,
  7,
  r + 9,
  9,
  8,
  r + 10,
  10,
  9,
  r + 9,
  r + 11,
  4,
  13,
  12,
  6,
  r + 7,
  r + 8,
  5,
  14,
  r + 6,
  6,
  15,
  r + 6,
  7,
  r + 4,
  16,
  9,
  r + 4,
  r + 5,
  3,
  r + 1,
  18,
  4,
  r + 2,
  r + 3
]);
var bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-secrets-manager/dist-es/endpoint/endpointResolver.js
var cache = new EndpointCache({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS"]
});
var defaultEndpointResolver = (endpointParams, context = {}) => {
  return cache.get(endpointParams, () => decideEndpoint(bdd, {
    endpointParams,
    logger: context.logger
  }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-secrets-manager/dist-es/models/SecretsManagerServiceException.js
var SecretsManagerServiceException = class _SecretsManagerServiceException extends ServiceException {
  static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.secretsmanager#SecretsManagerServiceException";
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _SecretsManagerServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/models/errors.js
var DecryptionFailure = class _DecryptionFailure extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#DecryptionFailure";
  name = "DecryptionFailure";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "DecryptionFailure",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DecryptionFailure.prototype);
    this.Message = opts.Message;
  }
};
var InternalServiceError = class _InternalServiceError extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#InternalServiceError";
  name = "InternalServiceError";
  $fault = "server";
  Message;
  constructor(opts) {
    super({
      name: "InternalServiceError",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _InternalServiceError.prototype);
    this.Message = opts.Message;
  }
};
var InvalidNextTokenException = class _InvalidNextTokenException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#InvalidNextTokenException";
  name = "InvalidNextTokenException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidNextTokenException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidNextTokenException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidParameterException = class _InvalidParameterException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#InvalidParameterException";
  name = "InvalidParameterException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidParameterException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidParameterException.prototype);
    this.Message = opts.Message;
  }
};
var InvalidRequestException = class _InvalidRequestException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#InvalidRequestException";
  name = "InvalidRequestException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidRequestException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidRequestException.prototype);
    this.Message = opts.Message;
  }
};
var ResourceNotFoundException = class _ResourceNotFoundException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#ResourceNotFoundException";
  name = "ResourceNotFoundException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResourceNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFoundException.prototype);
    this.Message = opts.Message;
  }
};
var EncryptionFailure = class _EncryptionFailure extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#EncryptionFailure";
  name = "EncryptionFailure";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "EncryptionFailure",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _EncryptionFailure.prototype);
    this.Message = opts.Message;
  }
};
var LimitExceededException = class _LimitExceededException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#LimitExceededException";
  name = "LimitExceededException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "LimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _LimitExceededException.prototype);
    this.Message = opts.Message;
  }
};
var MalformedPolicyDocumentException = class _MalformedPolicyDocumentException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#MalformedPolicyDocumentException";
  name = "MalformedPolicyDocumentException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "MalformedPolicyDocumentException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _MalformedPolicyDocumentException.prototype);
    this.Message = opts.Message;
  }
};
var PreconditionNotMetException = class _PreconditionNotMetException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#PreconditionNotMetException";
  name = "PreconditionNotMetException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "PreconditionNotMetException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PreconditionNotMetException.prototype);
    this.Message = opts.Message;
  }
};
var ResourceExistsException = class _ResourceExistsException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#ResourceExistsException";
  name = "ResourceExistsException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "ResourceExistsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceExistsException.prototype);
    this.Message = opts.Message;
  }
};
var PublicPolicyException = class _PublicPolicyException extends SecretsManagerServiceException {
  static shapeId = "com.amazonaws.secretsmanager#PublicPolicyException";
  name = "PublicPolicyException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "PublicPolicyException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PublicPolicyException.prototype);
    this.Message = opts.Message;
  }
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/schemas/schemas_0.js
var _AAD = "AutomaticallyAfterDays";
var _ARN = "ARN";
var _BGSVR = "BatchGetSecretValueRequest";
var _CD = "CreatedDate";
var _CRT = "ClientRequestToken";
var _D = "Description";
var _DDe = "DeletedDate";
var _DF = "DecryptionFailure";
var _DSResc = "DescribeSecretResponse";
var _Du = "Duration";
var _EF = "EncryptionFailure";
var _ESRM = "ExternalSecretRotationMetadata";
var _ESRMI = "ExternalSecretRotationMetadataItem";
var _ESRMT = "ExternalSecretRotationMetadataType";
var _ESRRA = "ExternalSecretRotationRoleArn";
var _F = "Filters";
var _FLT = "FiltersListType";
var _Fi = "Filter";
var _GSV = "GetSecretValue";
var _GSVR = "GetSecretValueRequest";
var _GSVRe = "GetSecretValueResponse";
var _INTE = "InvalidNextTokenException";
var _IPE = "InvalidParameterException";
var _IRE = "InvalidRequestException";
var _ISE = "InternalServiceError";
var _K = "Key";
var _KKI = "KmsKeyId";
var _KKIm = "KmsKeyIds";
var _LAD = "LastAccessedDate";
var _LCD = "LastChangedDate";
var _LEE = "LimitExceededException";
var _LRD = "LastRotatedDate";
var _M = "Message";
var _MPDE = "MalformedPolicyDocumentException";
var _MR = "MaxResults";
var _N = "Name";
var _NRD = "NextRotationDate";
var _NT = "NextToken";
var _OS = "OwningService";
var _PNME = "PreconditionNotMetException";
var _PPE = "PublicPolicyException";
var _PR = "PrimaryRegion";
var _PSVR = "PutSecretValueRequest";
var _PSVRu = "PutSecretValueResponse";
var _R = "Region";
var _RE = "RotationEnabled";
var _REE = "ResourceExistsException";
var _RLARN = "RotationLambdaARN";
var _RNFE = "ResourceNotFoundException";
var _RR = "RotationRules";
var _RRFRR = "RemoveRegionsFromReplicationRequest";
var _RRR = "RemoveReplicaRegions";
var _RRTo = "RotationRulesType";
var _RS = "ReplicationStatus";
var _RSLT = "ReplicationStatusListType";
var _RST = "ReplicationStatusType";
var _RT = "RotationToken";
var _RTT = "RotationTokenType";
var _S = "Status";
var _SB = "SecretBinary";
var _SBT = "SecretBinaryType";
var _SE = "ScheduleExpression";
var _SI = "SecretId";
var _SIL = "SecretIdList";
var _SLE = "SecretListEntry";
var _SM = "StatusMessage";
var _SS = "SecretString";
var _SST = "SecretStringType";
var _SVE = "SecretValueEntry";
var _SVLE = "SecretVersionsListEntry";
var _SVTS = "SecretVersionsToStages";
var _SVTSMT = "SecretVersionsToStagesMapType";
var _T = "Tags";
var _TK = "TagKeys";
var _TLT = "TagListType";
var _Ta = "Tag";
var _Ty = "Type";
var _URR = "UntagResourceRequest";
var _V = "Value";
var _VI = "VersionId";
var _VITS = "VersionIdsToStages";
var _VS = "VersionStage";
var _VSe = "VersionStages";
var _Va = "Values";
var _c = "client";
var _e = "error";
var _s = "smithy.ts.sdk.synthetic.com.amazonaws.secretsmanager";
var _se = "server";
var n0 = "com.amazonaws.secretsmanager";
var _s_registry = new TypeRegistry(_s);
var SecretsManagerServiceException$ = [-3, _s, "SecretsManagerServiceException", 0, [], []];
_s_registry.registerError(SecretsManagerServiceException$, SecretsManagerServiceException);
var n0_registry = new TypeRegistry(n0);
var DecryptionFailure$ = [
  -3,
  n0,
  _DF,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(DecryptionFailure$, DecryptionFailure);
var EncryptionFailure$ = [
  -3,
  n0,
  _EF,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(EncryptionFailure$, EncryptionFailure);
var InternalServiceError$ = [
  -3,
  n0,
  _ISE,
  { [_e]: _se },
  [_M],
  [0]
];
n0_registry.registerError(InternalServiceError$, InternalServiceError);
var InvalidNextTokenException$ = [
  -3,
  n0,
  _INTE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(InvalidNextTokenException$, InvalidNextTokenException);
var InvalidParameterException$ = [
  -3,
  n0,
  _IPE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(InvalidParameterException$, InvalidParameterException);
var InvalidRequestException$ = [
  -3,
  n0,
  _IRE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(InvalidRequestException$, InvalidRequestException);
var LimitExceededException$ = [
  -3,
  n0,
  _LEE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(LimitExceededException$, LimitExceededException);
var MalformedPolicyDocumentException$ = [
  -3,
  n0,
  _MPDE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(MalformedPolicyDocumentException$, MalformedPolicyDocumentException);
var PreconditionNotMetException$ = [
  -3,
  n0,
  _PNME,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(PreconditionNotMetException$, PreconditionNotMetException);
var PublicPolicyException$ = [
  -3,
  n0,
  _PPE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(PublicPolicyException$, PublicPolicyException);
var ResourceExistsException$ = [
  -3,
  n0,
  _REE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(ResourceExistsException$, ResourceExistsException);
var ResourceNotFoundException$ = [
  -3,
  n0,
  _RNFE,
  { [_e]: _c },
  [_M],
  [0]
];
n0_registry.registerError(ResourceNotFoundException$, ResourceNotFoundException);
var errorTypeRegistries = [
  _s_registry,
  n0_registry
];
var RotationTokenType = [0, n0, _RTT, 8, 0];
var SecretBinaryType = [0, n0, _SBT, 8, 21];
var SecretStringType = [0, n0, _SST, 8, 0];
var BatchGetSecretValueRequest$ = [
  3,
  n0,
  _BGSVR,
  0,
  [_SIL, _F, _MR, _NT],
  [64 | 0, () => FiltersListType, 1, 0]
];
var DescribeSecretResponse$ = [
  3,
  n0,
  _DSResc,
  0,
  [_ARN, _N, _Ty, _D, _KKI, _RE, _RLARN, _RR, _ESRM, _ESRRA, _LRD, _LCD, _LAD, _DDe, _NRD, _T, _VITS, _OS, _CD, _PR, _RS],
  [0, 0, 0, 0, 0, 2, 0, () => RotationRulesType$, () => ExternalSecretRotationMetadataType, 0, 4, 4, 4, 4, 4, () => TagListType, [2, n0, _SVTSMT, 0, 0, 64 | 0], 0, 4, 0, () => ReplicationStatusListType]
];
var ExternalSecretRotationMetadataItem$ = [
  3,
  n0,
  _ESRMI,
  0,
  [_K, _V],
  [0, 0]
];
var Filter$ = [
  3,
  n0,
  _Fi,
  0,
  [_K, _Va],
  [0, 64 | 0]
];
var GetSecretValueRequest$ = [
  3,
  n0,
  _GSVR,
  0,
  [_SI, _VI, _VS],
  [0, 0, 0],
  1
];
var GetSecretValueResponse$ = [
  3,
  n0,
  _GSVRe,
  0,
  [_ARN, _N, _VI, _SB, _SS, _VSe, _CD],
  [0, 0, 0, [() => SecretBinaryType, 0], [() => SecretStringType, 0], 64 | 0, 4]
];
var PutSecretValueRequest$ = [
  3,
  n0,
  _PSVR,
  0,
  [_SI, _CRT, _SB, _SS, _VSe, _RT],
  [0, [0, 4], [() => SecretBinaryType, 0], [() => SecretStringType, 0], 64 | 0, [() => RotationTokenType, 0]],
  1
];
var PutSecretValueResponse$ = [
  3,
  n0,
  _PSVRu,
  0,
  [_ARN, _N, _VI, _VSe],
  [0, 0, 0, 64 | 0]
];
var RemoveRegionsFromReplicationRequest$ = [
  3,
  n0,
  _RRFRR,
  0,
  [_SI, _RRR],
  [0, 64 | 0],
  2
];
var ReplicationStatusType$ = [
  3,
  n0,
  _RST,
  0,
  [_R, _KKI, _S, _SM, _LAD],
  [0, 0, 0, 0, 4]
];
var RotationRulesType$ = [
  3,
  n0,
  _RRTo,
  0,
  [_AAD, _Du, _SE],
  [1, 0, 0]
];
var SecretListEntry$ = [
  3,
  n0,
  _SLE,
  0,
  [_ARN, _N, _Ty, _D, _KKI, _RE, _RLARN, _RR, _ESRM, _ESRRA, _LRD, _LCD, _LAD, _DDe, _NRD, _T, _SVTS, _OS, _CD, _PR],
  [0, 0, 0, 0, 0, 2, 0, () => RotationRulesType$, () => ExternalSecretRotationMetadataType, 0, 4, 4, 4, 4, 4, () => TagListType, [2, n0, _SVTSMT, 0, 0, 64 | 0], 0, 4, 0]
];
var SecretValueEntry$ = [
  3,
  n0,
  _SVE,
  0,
  [_ARN, _N, _VI, _SB, _SS, _VSe, _CD],
  [0, 0, 0, [() => SecretBinaryType, 0], [() => SecretStringType, 0], 64 | 0, 4]
];
var SecretVersionsListEntry$ = [
  3,
  n0,
  _SVLE,
  0,
  [_VI, _VSe, _LAD, _CD, _KKIm],
  [0, 64 | 0, 4, 4, 64 | 0]
];
var Tag$ = [
  3,
  n0,
  _Ta,
  0,
  [_K, _V],
  [0, 0]
];
var UntagResourceRequest$ = [
  3,
  n0,
  _URR,
  0,
  [_SI, _TK],
  [0, 64 | 0],
  2
];
var ExternalSecretRotationMetadataType = [
  1,
  n0,
  _ESRMT,
  0,
  () => ExternalSecretRotationMetadataItem$
];
var FiltersListType = [
  1,
  n0,
  _FLT,
  0,
  () => Filter$
];
var FilterValuesStringList = 64 | 0;
var KmsKeyIdListType = 64 | 0;
var RemoveReplicaRegionListType = 64 | 0;
var ReplicationStatusListType = [
  1,
  n0,
  _RSLT,
  0,
  () => ReplicationStatusType$
];
var SecretIdListType = 64 | 0;
var SecretVersionStagesType = 64 | 0;
var TagKeyListType = 64 | 0;
var TagListType = [
  1,
  n0,
  _TLT,
  0,
  () => Tag$
];
var SecretVersionsToStagesMapType = [
  2,
  n0,
  _SVTSMT,
  0,
  0,
  64 | 0
];
var GetSecretValue$ = [
  9,
  n0,
  _GSV,
  0,
  () => GetSecretValueRequest$,
  () => GetSecretValueResponse$
];

// node_modules/@aws-sdk/client-secrets-manager/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => {
  return {
    apiVersion: "2017-10-17",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultSecretsManagerHttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsJson1_1Protocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.secretsmanager",
      errorTypeRegistries,
      version: "2017-10-17",
      serviceTarget: "secretsmanager"
    },
    serviceId: config?.serviceId ?? "Secrets Manager",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/runtimeConfig.js
var getRuntimeConfig2 = (config) => {
  emitWarningIfUnsupportedVersion2(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getRuntimeConfig(config);
  emitWarningIfUnsupportedVersion(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
    defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 3e5),
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default.version }),
    maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
    requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? loadConfig({
      ...NODE_RETRY_MODE_CONFIG_OPTIONS,
      default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
    }, config),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index2 = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index2 === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index2, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials2) {
      _credentials = credentials2;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/SecretsManagerClient.js
var SecretsManagerClient = class extends Client {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig2(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters(_config_0);
    const _config_2 = resolveUserAgentConfig(_config_1);
    const _config_3 = resolveRetryConfig(_config_2);
    const _config_4 = resolveRegionConfig(_config_3);
    const _config_5 = resolveHostHeaderConfig(_config_4);
    const _config_6 = resolveEndpointConfig(_config_5);
    const _config_7 = resolveHttpAuthSchemeConfig(_config_6);
    const _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
    this.config = _config_8;
    this.middlewareStack.use(getSchemaSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultSecretsManagerHttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use(getHttpSigningPlugin(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-secrets-manager/dist-es/commandBuilder.js
var command = makeBuilder(commonParams, "secretsmanager", "SecretsManagerClient", getEndpointPlugin);
var _ep0 = {};
var _mw0 = (Command, cs, config, o2) => [];

// node_modules/@aws-sdk/client-secrets-manager/dist-es/commands/GetSecretValueCommand.js
var GetSecretValueCommand = class extends command(_ep0, _mw0, "GetSecretValue", GetSecretValue$) {
};

// node_modules/@aws-lambda-powertools/parameters/lib/esm/errors.js
var GetParameterError = class extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = "GetParameterError";
  }
};
var ParameterNotFoundError = class extends GetParameterError {
  constructor(message, options) {
    super(message, options);
    this.name = "ParameterNotFoundError";
  }
};
var TransformParameterError = class extends Error {
  constructor(transform, message) {
    super(message);
    this.name = "TransformParameterError";
    this.message = `Unable to transform value using '${transform}' transform: ${message}`;
  }
};

// node_modules/@aws-lambda-powertools/parameters/lib/esm/base/ExpirableValue.js
var ExpirableValue = class {
  ttl;
  value;
  /**
   *
   * @param value - Value to be cached
   * @param maxAge - Maximum age in seconds for the value to be cached
   */
  constructor(value, maxAge) {
    this.value = value;
    const timeNow = /* @__PURE__ */ new Date();
    this.ttl = timeNow.setSeconds(timeNow.getSeconds() + maxAge);
  }
  /**
   * Check if the value has expired.
   *
   * @returns {boolean} - True if the value has expired, false otherwise
   */
  isExpired() {
    return this.ttl < Date.now();
  }
};

// node_modules/@aws-lambda-powertools/parameters/lib/esm/constants.js
var DEFAULT_MAX_AGE_SECS = 5;
var TRANSFORM_METHOD_JSON = "json";
var TRANSFORM_METHOD_BINARY = "binary";
var APPCONFIG_TOKEN_EXPIRATION = 23 * 60 * 60 * 1e3 + 45 * 60 * 1e3;

// node_modules/@aws-lambda-powertools/parameters/lib/esm/base/GetOptions.js
var GetOptions = class {
  forceFetch = false;
  maxAge;
  sdkOptions;
  throwOnMissing = false;
  transform;
  constructor(options = {}) {
    Object.assign(this, options);
    if (options.maxAge === void 0) {
      this.maxAge = getNumberFromEnv({
        key: "POWERTOOLS_PARAMETERS_MAX_AGE",
        defaultValue: DEFAULT_MAX_AGE_SECS
      });
    }
  }
};

// node_modules/@aws-lambda-powertools/parameters/lib/esm/base/GetMultipleOptions.js
var GetMultipleOptions = class extends GetOptions {
  throwOnTransformError = false;
  constructor(options = {}) {
    super(options);
    if (options.throwOnTransformError !== void 0) {
      this.throwOnTransformError = options.throwOnTransformError;
    }
  }
};

// node_modules/@aws-lambda-powertools/commons/lib/esm/fromBase64.js
var BASE64_REGEX = /^[A-Za-z0-9+/]*={0,2}$/;
var fromBase642 = (input, encoding) => {
  if (input.length * 3 % 4 !== 0) {
    throw new TypeError("Incorrect padding on base64 string.");
  }
  if (!BASE64_REGEX.exec(input)) {
    throw new TypeError("Invalid base64 string.");
  }
  const buffer = encoding ? Buffer.from(input, encoding) : Buffer.from(input);
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
};

// node_modules/@aws-lambda-powertools/parameters/lib/esm/base/transformValue.js
var transformValue = (value, transform, throwOnTransformError, key) => {
  const normalizedTransform = transform.toLowerCase();
  const isAutoTransform = normalizedTransform === "auto";
  const isAutoJsonTransform = isAutoTransform && key.toLowerCase().endsWith(`.${TRANSFORM_METHOD_JSON}`);
  const isAutoBinaryTransform = isAutoTransform && key.toLowerCase().endsWith(`.${TRANSFORM_METHOD_BINARY}`);
  const isJsonTransform = normalizedTransform === TRANSFORM_METHOD_JSON;
  const isBinaryTransform = normalizedTransform === TRANSFORM_METHOD_BINARY;
  if (!(value instanceof Uint8Array || isString(value)) || isAutoTransform && !isAutoJsonTransform && !isAutoBinaryTransform) {
    return value;
  }
  try {
    const valueToTransform = value instanceof Uint8Array ? new TextDecoder("utf-8").decode(value) : value;
    if (isJsonTransform || isAutoJsonTransform) {
      return JSON.parse(valueToTransform);
    }
    if (isBinaryTransform || isAutoBinaryTransform) {
      return new TextDecoder("utf-8").decode(fromBase642(valueToTransform, "base64"));
    }
  } catch (error) {
    if (throwOnTransformError)
      throw new TransformParameterError(transform, error.message);
    return;
  }
};

// node_modules/@aws-lambda-powertools/parameters/lib/esm/base/BaseProvider.js
var BaseProvider = class {
  client;
  store;
  constructor({ awsSdkV3Client, clientConfig, awsSdkV3ClientPrototype }) {
    this.store = /* @__PURE__ */ new Map();
    if (awsSdkV3Client) {
      if (!isSdkClient(awsSdkV3Client) && awsSdkV3ClientPrototype) {
        console.warn("awsSdkV3Client is not an AWS SDK v3 client, using default client");
        this.client = new awsSdkV3ClientPrototype(clientConfig ?? {});
      } else {
        this.client = awsSdkV3Client;
      }
    } else if (awsSdkV3ClientPrototype) {
      this.client = new awsSdkV3ClientPrototype(clientConfig ?? {});
    }
    if (isSdkClient(this.client)) {
      addUserAgentMiddleware(this.client, "parameters");
    }
  }
  /**
   * Add a value to the cache.
   *
   * @param {string} key - Key of the cached value
   * @param {string | Uint8Array | Record<string, unknown>} value - Value to be cached
   * @param {number} maxAge - Maximum age in seconds for the value to be cached
   */
  addToCache(key, value, maxAge) {
    if (maxAge <= 0)
      return;
    this.store.set(key, new ExpirableValue(value, maxAge));
  }
  /**
   * Clear the cache.
   */
  clearCache() {
    this.store.clear();
  }
  /**
   * Retrieve a parameter value or return the cached value.
   *
   * @param {string} name - Parameter name
   * @param {GetOptionsInterface} options - Options to configure maximum age, trasformation, AWS SDK options, or force fetch
   */
  async get(name, options) {
    const configs = new GetOptions(options);
    const key = [name, configs.transform].toString();
    if (!configs.forceFetch && !this.hasKeyExpiredInCache(key)) {
      return this.store.get(key).value;
    }
    try {
      let value = await this._get(name, options);
      if (isNullOrUndefined(value)) {
        if (configs.throwOnMissing) {
          throw new ParameterNotFoundError(`Parameter ${name} not found in the store`);
        }
        return void 0;
      }
      if (configs.transform && (isString(value) || value instanceof Uint8Array)) {
        value = transformValue(value, configs.transform, true, name);
      }
      this.addToCache(key, value, configs.maxAge);
      return value;
    } catch (error) {
      if (error instanceof TransformParameterError)
        throw error;
      if (error instanceof ParameterNotFoundError)
        throw error;
      throw new GetParameterError(error.message, {
        cause: error
      });
    }
  }
  /**
   * Retrieve multiple parameter values or return the cached values.
   *
   * @param {string} path - Parameters path
   * @param {GetMultipleOptionsInterface} options - Options to configure maximum age, trasformation, AWS SDK options, or force fetch
   * @returns
   */
  async getMultiple(path, options) {
    const configs = new GetMultipleOptions(options);
    const key = [path, configs.transform].toString();
    if (!configs.forceFetch && !this.hasKeyExpiredInCache(key)) {
      return this.store.get(key).value;
    }
    let values;
    try {
      values = await this._getMultiple(path, options);
      if (!isRecord(values)) {
        throw new GetParameterError(`Expected result to be a Record<string, unknown> but got ${typeof values}`);
      }
    } catch (error) {
      throw new GetParameterError(error.message, {
        cause: error
      });
    }
    if (configs.transform) {
      for (const [entryKey, entryValue] of Object.entries(values)) {
        if (!(isString(entryValue) || entryValue instanceof Uint8Array))
          continue;
        try {
          values[entryKey] = transformValue(entryValue, configs.transform, configs.throwOnTransformError, entryKey);
        } catch (error) {
          if (configs.throwOnTransformError) {
            if (error instanceof TransformParameterError) {
              throw error;
            }
            const wrapped = new TransformParameterError(configs.transform, error.message);
            wrapped.stack = error.stack;
            throw wrapped;
          }
        }
      }
    }
    if (Object.keys(values).length !== 0) {
      this.addToCache(key, values, configs.maxAge);
    }
    return values;
  }
  /**
   * Check whether a key has expired in the cache or not.
   *
   * It returns true if the key is expired or not present in the cache.
   *
   * @param {string} key - Stringified representation of the key to retrieve
   */
  hasKeyExpiredInCache(key) {
    const value = this.store.get(key);
    if (value)
      return value.isExpired();
    return true;
  }
};

// node_modules/@aws-lambda-powertools/parameters/lib/esm/secrets/SecretsProvider.js
var SecretsProvider = class extends BaseProvider {
  constructor(config) {
    super({
      awsSdkV3ClientPrototype: SecretsManagerClient,
      ...config ?? {}
    });
  }
  /**
   * Retrieve a secret from AWS Secrets Manager.
   *
   * @example
   * ```typescript
   * import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
   *
   * const secretsProvider = new SecretsProvider();
   *
   * export const handler = async (): Promise<void> => {
   *   // Retrieve a secret
   *   const secret = await secretsProvider.get('my-secret');
   * };
   * ```
   *
   * @see https://docs.aws.amazon.com/powertools/typescript/latest/features/parameters/
   *
   * @param name - The name of the secret to retrieve
   * @param options - Optional options to configure the provider
   * @param options.maxAge - Optional maximum age of the value in the cache, in seconds (default: `5`)
   * @param options.forceFetch - Optional flag to always fetch a new value from the store regardless if already available in cache (default: `false`)
   * @param options.transform - Optional transform to be applied, can be `json` or `binary`
   * @param options.sdkOptions - Optional additional options to pass to the AWS SDK v3 client, supports all options from {@link GetSecretValueCommandInput | `GetSecretValueCommandInput`} except `SecretId`
   */
  get(name, options) {
    return super.get(name, options);
  }
  /**
   * Retrieving multiple secrets is not supported with AWS Secrets Manager.
   */
  async getMultiple(path, _options) {
    await super.getMultiple(path);
  }
  /**
   * Retrieve a secret from AWS Secrets Manager.
   *
   * @param name - Name of the secret or its ID
   * @param options - SDK options to propagate to the AWS SDK v3 for JavaScript client
   * @param options.sdkOptions - Extra options to pass to the AWS SDK v3 for JavaScript client, accepts the same options as {@link GetSecretValueCommandInput | `GetSecretValueCommandInput`} except `SecretId`.
   */
  async _get(name, options) {
    const sdkOptions = {
      ...options?.sdkOptions || {},
      SecretId: name
    };
    try {
      const result = await this.client.send(new GetSecretValueCommand(sdkOptions));
      if (result.SecretString)
        return result.SecretString;
      return result.SecretBinary;
    } catch (error) {
      if (options?.throwOnMissing && error instanceof ResourceNotFoundException) {
        return void 0;
      }
      throw error;
    }
  }
  /**
   * Retrieving multiple secrets is not supported with AWS Secrets Manager.
   *
   * @throws Not Implemented Error.
   */
  _getMultiple(_path, _options) {
    throw new Error("Method not implemented.");
  }
};

// src/entry/lambda/github-credentials.ts
var SECRET_AGE_SECONDS = 300;
var REQUEST_TIMEOUT_MS = 1e4;
var DEADLINE_MS = 12e4;
var credentials = union([
  object({ token: string().min(1) }),
  object({
    appId: union([string().min(1), int().positive()]),
    installationId: union([string().regex(/^\d+$/), int().positive()]).optional(),
    privateKey: string().min(1)
  })
]);
var secrets = new SecretsProvider();
var appTokens;
function gitHubAccess(secretArn, apiUrl, repository) {
  let read;
  let octokit;
  let isStale = false;
  const readOnce = () => {
    read ??= readSecret(secretArn, isStale);
    return read;
  };
  const open = async () => {
    const found = await readOnce();
    const token = "token" in found ? found.token : await installationToken(found, apiUrl, repository);
    const { connect } = await import("./connect-ITB5RZXN.js");
    return connect(token, apiUrl, { requestMs: REQUEST_TIMEOUT_MS, deadlineMs: DEADLINE_MS });
  };
  return {
    connection: () => {
      octokit ??= open();
      return octokit;
    },
    isApp: async () => "appId" in await readOnce(),
    renew: () => {
      isStale = true;
      read = void 0;
      octokit = void 0;
      appTokens = void 0;
    }
  };
}
async function readSecret(secretArn, isStale) {
  let text;
  try {
    text = await secrets.get(secretArn, { maxAge: SECRET_AGE_SECONDS, forceFetch: isStale });
  } catch (cause) {
    throw new SourceError({
      code: "SECRET_UNREADABLE",
      subject: "the secret with GitHub's credentials",
      problem: `cannot be read: ${firstLine(cause)}`,
      cure: "Allow secretsmanager:GetSecretValue on it, and kms:Decrypt on its key if it has one of its own",
      cause
    });
  }
  const parsed = credentials.safeParse(parseJson(String(text)));
  if (parsed.success) return parsed.data;
  throw new ConfigError({
    code: "BAD_SECRET",
    subject: "the secret with GitHub's credentials",
    problem: "holds neither a token nor the key of an app",
    cure: 'Store {"token": "\u2026"}, or {"appId": \u2026, "privateKey": "\u2026"} of a GitHub App, as JSON'
  });
}
async function installationToken(app, apiUrl, repository) {
  const key = JSON.stringify([app, apiUrl]);
  if (appTokens?.key !== key) appTokens = { key, tokenFor: await tokensOf(app, apiUrl) };
  try {
    return await appTokens.tokenFor(repository);
  } catch (cause) {
    const { status } = cause;
    throw new SourceError({
      code: "APP_REFUSED",
      subject: "GitHub's answer to the app",
      problem: `is no token for ${repository.owner}/${repository.repo}: ${firstLine(cause)}`,
      cure: status === 404 ? "Install the app on the repository" : "Check appId and privateKey in the secret, and that the app may write checks and pull requests",
      cause
    });
  }
}
async function tokensOf({ appId, privateKey, installationId }, apiUrl) {
  const [{ createAppAuth }, { request }] = await Promise.all([
    import("./dist-node-IPZU6J64.js"),
    import("./dist-bundle-E65KXZLT.js")
  ]);
  const ask = request.defaults({
    ...apiUrl !== void 0 && { baseUrl: apiUrl },
    request: {
      fetch: (url, options) => fetch(url, { ...options, signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS) })
    }
  });
  const auth = createAppAuth({ appId, privateKey, request: ask });
  const installations = /* @__PURE__ */ new Map();
  return async ({ owner, repo }) => {
    const name = `${owner}/${repo}`;
    const known = installationId ?? installations.get(name);
    const id = Number(known ?? await findInstallation({ owner, repo }));
    installations.set(name, id);
    const { token } = await auth({ type: "installation", installationId: id });
    return token;
  };
  async function findInstallation(place) {
    const { token } = await auth({ type: "app" });
    const { data } = await ask("GET /repos/{owner}/{repo}/installation", {
      ...place,
      headers: { authorization: `bearer ${token}` }
    });
    return data.id;
  }
}
function firstLine(error) {
  return (error.message ?? String(error)).split("\n")[0].replace(/\.$/, "");
}

// src/entry/lambda/target.ts
function targetOf({ metadata, tags, key }) {
  const told = (name) => metadata[name] ?? tags[name];
  const named = key?.owner !== void 0 && key.repo !== void 0 ? `${key.owner}/${key.repo}` : void 0;
  const repository = told("github-repository") ?? named;
  const sha = told("github-sha") ?? key?.sha;
  const pull = told("github-pr") ?? key?.pr;
  if (repository === void 0 || !/^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(repository))
    return { missing: "github-repository, as in owner/name" };
  if (sha === void 0 || !/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(sha))
    return { missing: "github-sha, the whole hash of a commit" };
  if (pull !== void 0 && !/^[1-9]\d{0,9}$/.test(pull))
    return { missing: "github-pr as the number of a pull request" };
  return { target: { repository, sha, ...pull !== void 0 && { pullRequest: Number(pull) } } };
}
function isComplete(metadata) {
  return metadata["github-repository"] !== void 0 && metadata["github-sha"] !== void 0;
}
function modelName(key, { repository, sha, pullRequest }) {
  const variable = /* @__PURE__ */ new Set([...repository.toLowerCase().split("/"), sha, sha.slice(0, 7)]);
  if (pullRequest !== void 0) for (const prefix of ["", "pr-", "pr"]) variable.add(prefix + pullRequest);
  const parts = key.split("/");
  const last = parts.pop();
  return [...parts.filter((part) => part !== "" && !variable.has(part.toLowerCase())), last].join("/");
}

// src/entry/lambda/deliver-run.ts
var FINAL = /* @__PURE__ */ new Set(["REQUEST_REFUSED", "PULL_REQUEST_UNPROVEN"]);
async function deliverRun(input, outcomes, settings, deployment) {
  await storeReports(input, outcomes, deployment);
  const { target, model } = input;
  const repository = parseRepository(target.repository);
  const access = gitHubAccess(deployment.gitHubSecretArn, deployment.gitHubApiUrl, repository);
  const told = {
    outcomes,
    passed: worstExitCode(outcomes) === EXIT.pass,
    // Uploads are in the order of time, and so are their comments.
    uploadedMs: (await objectFacts(model))?.storedMs ?? 0,
    settings: {
      ...settings,
      reportKey: [settings.reportKey, modelName(model.key, target)].filter(Boolean).join(" / ")
    }
  };
  let published = await tell(input, told, access).catch((error) => {
    if (error instanceof AlphagateError && error.code === "APP_REFUSED") return void 0;
    throw error;
  });
  if (published === void 0 || published.failures.some(({ code }) => code === "TOKEN_REFUSED")) {
    access.renew();
    published = await tell(input, told, access);
  }
  const { comment, failures } = published;
  for (const { code, reason } of failures) logger.error("GitHub has not been told", { code, reason });
  if (failures.length > 0) count("DeliveriesFailed");
  const passing = failures.find(({ code }) => !FINAL.has(code));
  if (passing !== void 0) throw new DeliveryError(target.repository, passing);
  const errors = outcomes.flatMap((outcome) => outcome.kind === "error" ? [outcome.error.code] : []);
  logger.info("Delivered", { comment: comment.status, reason: comment.reason, passed: told.passed, errors });
  return { comment: comment.status, passed: told.passed };
}
var DeliveryError = class extends AlphagateError {
  constructor(repository, { code, reason }) {
    super({ code, subject: repository, problem: `the verdict could not be delivered: ${reason}` });
  }
};
async function storeReports({ run }, outcomes, deployment) {
  const { renderHtml } = await import("./render-html-E2YAFLOC.js");
  const reports = reportsOf(outcomes);
  await putText(
    runFile(deployment, run, "report.md"),
    renderMarkdown(outcomes),
    "text/markdown; charset=utf-8"
  );
  await putText(runFile(deployment, run, "report.html"), renderHtml(outcomes), "text/html; charset=utf-8");
  if (reports.length === outcomes.length)
    await putText(runFile(deployment, run, "report.json"), renderJson(reports), "application/json");
}
async function tell({ target }, { outcomes, passed, uploadedMs, settings }, access) {
  const repository = parseRepository(target.repository);
  const pull = await findPull(target, access);
  const delivery = {
    outcomes,
    passed,
    timedOut: outcomes.some(isTimeout),
    // Nothing that comes with an artifact changes the gate.
    proposed: [],
    subject: {
      repository,
      pull,
      commit: target.sha,
      gateSha: void 0,
      baseSha: pull.pull?.baseSha,
      run: { id: uploadedMs, attempt: 1 },
      source: void 0
    },
    // The history of a model is that of its repository's runs.
    history: { mayWrite: false, facts: { time: new Date(uploadedMs), commit: target.sha } }
  };
  const comment = await commentOnPullRequest(delivery, settings, {}, access.connection);
  const checkRun = await access.isApp();
  const onCommit = await showOnCommit(
    delivery,
    { ...settings, commitStatus: !checkRun || settings.commitStatus, checkRun },
    {},
    access.connection,
    comment.url
  );
  const failures = [
    ...comment.status === "failed" ? [{ code: comment.code ?? "NOT_SHOWN", reason: comment.reason ?? "no reason is known" }] : [],
    ...[onCommit.status, onCommit.checkRun].filter((failure) => failure !== void 0)
  ];
  return { comment, failures };
}
async function findPull({ repository: name, sha, pullRequest }, access) {
  const repository = parseRepository(name);
  const octokit = await access.connection();
  const { explainRequestFailure, LOOKING_UP } = await import("./request-failure-VPQJI5O6.js");
  try {
    const pull = pullRequest === void 0 ? await findPullRequest(octokit, repository, { sha }) : await readPullRequest(octokit, repository, pullRequest);
    if (pull !== void 0 && hasHead(pull, { sha })) return { pull };
    const reason = pullRequest === void 0 ? `no open pull request has the head ${sha.slice(0, 7)}` : `pull request ${pullRequest} is not at ${sha.slice(0, 7)}`;
    return { reason };
  } catch (error) {
    return explainRequestFailure(error, LOOKING_UP);
  }
}

// src/entry/lambda/few-at-a-time.ts
async function fewAtATime(most, items, each) {
  const results = new Array(items.length);
  const queue = [...items.entries()];
  const work = async () => {
    for (let next = queue.shift(); next !== void 0; next = queue.shift())
      results[next[0]] = await each(next[1]);
  };
  await Promise.all(Array.from({ length: most }, work));
  return results;
}

// node_modules/@aws-lambda-powertools/idempotency/lib/esm/constants.js
var MAX_RETRIES = 2;
var IdempotencyRecordStatus = {
  INPROGRESS: "INPROGRESS",
  COMPLETED: "COMPLETED",
  EXPIRED: "EXPIRED"
};
var PERSISTENCE_ATTRIBUTE_KEY_MAPPINGS = {
  statusAttr: "status",
  expiryAttr: "expiration",
  inProgressExpiryAttr: "in_progress_expiration",
  dataAttr: "data",
  validationKeyAttr: "validation"
};

// node_modules/@aws-lambda-powertools/idempotency/lib/esm/errors.js
var IdempotencyUnknownError = class extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = "IdempotencyUnknownError";
  }
};
var IdempotencyItemAlreadyExistsError = class extends IdempotencyUnknownError {
  existingRecord;
  constructor(message, existingRecord, options) {
    super(message, options);
    this.name = "IdempotencyItemAlreadyExistsError";
    this.existingRecord = existingRecord;
  }
};
var IdempotencyItemNotFoundError = class extends IdempotencyUnknownError {
  constructor(message, options) {
    super(message, options);
    this.name = "IdempotencyItemNotFoundError";
  }
};
var IdempotencyAlreadyInProgressError = class extends IdempotencyUnknownError {
  existingRecord;
  constructor(message, existingRecord, options) {
    super(message, options);
    this.name = "IdempotencyAlreadyInProgressError";
    this.existingRecord = existingRecord;
  }
};
var IdempotencyInvalidStatusError = class extends IdempotencyUnknownError {
  constructor(message, options) {
    super(message, options);
    this.name = "IdempotencyInvalidStatusError";
  }
};
var IdempotencyValidationError = class extends IdempotencyUnknownError {
  existingRecord;
  constructor(message, existingRecord, options) {
    super(message, options);
    this.name = "IdempotencyValidationError";
    this.existingRecord = existingRecord;
  }
};
var IdempotencyInconsistentStateError = class extends IdempotencyUnknownError {
  constructor(message, options) {
    super(message, options);
    this.name = "IdempotencyInconsistentStateError";
  }
};
var IdempotencyPersistenceLayerError = class extends IdempotencyUnknownError {
  constructor(message, options) {
    super(message, options);
    this.name = "IdempotencyPersistenceLayerError";
  }
};
var IdempotencyKeyError = class extends IdempotencyUnknownError {
  constructor(message, options) {
    super(message, options);
    this.name = "IdempotencyKeyError";
  }
};

// node_modules/@aws-lambda-powertools/jmespath/lib/esm/PowertoolsFunctions.js
import { gunzipSync } from "node:zlib";

// node_modules/@aws-lambda-powertools/jmespath/lib/esm/errors.js
var JMESPathError = class extends Error {
  /**
   * Expression that was being parsed when the error occurred.
   * Can be set by whatever catches the error.
   */
  expression;
  constructor(message) {
    super(message);
    this.name = "JMESPathError";
    this.message = message;
  }
  /**
   * Set the expression that was being parsed when the error occurred.
   *
   * The separate method allows the expression to be set after the error is
   * thrown. In some instances the expression is not known until after the
   * error is thrown (i.e. the error is thrown down the call stack).
   *
   * @param expression - The expression that was being parsed when the error occurred.
   */
  setExpression(expression) {
    this.expression = expression;
    this.message = `${this.message} in expression: ${this.expression}`;
  }
};
var LexerError = class extends JMESPathError {
  /**
   * Position in the expression where the error occurred.
   */
  lexerPosition;
  /**
   * Token value where the error occurred.
   */
  lexerValue;
  constructor(lexerPosition, lexerValue) {
    super("Bad jmespath expression");
    this.name = "LexerError";
    this.lexerPosition = lexerPosition;
    this.lexerValue = lexerValue;
    this.message = `${this.message}: unknown token "${this.lexerValue}" at column ${this.lexerPosition}`;
  }
};
var ParseError = class extends JMESPathError {
  /**
   * Position in the expression where the error occurred.
   */
  lexPosition;
  /**
   * Additional information about the error.
   */
  reason;
  /**
   * Token type where the error occurred.
   */
  tokenType;
  /**
   * Token value where the error occurred.
   */
  tokenValue;
  constructor(options) {
    super("Invalid jmespath expression");
    this.name = "ParseError";
    this.lexPosition = options.lexPosition;
    this.tokenValue = options.tokenValue;
    this.tokenType = options.tokenType;
    this.reason = options.reason;
    let issue;
    if (this.reason) {
      issue = this.reason;
    } else if (this.tokenType === "eof") {
      issue = "found unexpected end of expression (EOF)";
    } else {
      issue = `found unexpected token "${this.tokenValue}" (${this.tokenType})`;
    }
    this.message = `${this.message}: parse error at column ${this.lexPosition}, ${issue}`;
  }
};
var IncompleteExpressionError = class extends ParseError {
  constructor(options) {
    super(options);
    this.name = "IncompleteExpressionError";
  }
};
var EmptyExpressionError = class extends JMESPathError {
  constructor() {
    super("Invalid JMESPath expression: cannot be empty.");
    this.name = "EmptyExpressionError";
  }
};
var FunctionError = class extends JMESPathError {
  /**
   * Function that was being executed when the error occurred.
   * Can be set by whatever catches the error.
   */
  functionName;
  constructor(message) {
    super(message);
    this.name = "FunctionError";
  }
  /**
   * Set the function that was being validated or executed when the error occurred.
   *
   * The separate method allows the name to be set after the error is
   * thrown. In most cases the error is thrown down the call stack, but we want
   * to show the actual function name used in the expression rather than an internal
   * alias. To avoid passing the function name down the call stack, we set it
   * after the error is thrown.
   *
   * @param functionName - The function that was being validated or executed when the error occurred.
   */
  setEvaluatedFunctionName(functionName) {
    this.message = this.message.replace("for function undefined", `for function ${functionName}()`);
  }
};
var ArityError = class extends FunctionError {
  actualArity;
  expectedArity;
  constructor(options) {
    super("Invalid arity for JMESPath function");
    this.name = "ArityError";
    this.actualArity = options.actualArity;
    this.expectedArity = options.expectedArity;
    const arityParticle = this.actualArity > this.expectedArity ? "at most" : "at least";
    this.message = `Expected ${arityParticle} ${this.expectedArity} ${this.pluralize("argument", this.expectedArity)} for function ${this.functionName}, received ${this.actualArity}`;
  }
  /**
   * Pluralizes a word based on the count.
   *
   * @param word - The word to pluralize
   * @param count - The count to determine if the word should be pluralized
   */
  pluralize(word, count2) {
    return count2 === 1 ? word : `${word}s`;
  }
};
var VariadicArityError = class extends ArityError {
  constructor(options) {
    super(options);
    this.name = "VariadicArityError";
    this.message = `Expected ${this.expectedArity} ${this.pluralize("argument", this.expectedArity)} for function ${this.functionName}, received ${this.actualArity}`;
  }
};
var JMESPathTypeError = class extends FunctionError {
  actualType;
  currentValue;
  expectedTypes;
  constructor(options) {
    super("Invalid type for JMESPath expression");
    this.name = "JMESPathTypeError";
    this.currentValue = options.currentValue;
    this.actualType = options.actualType;
    this.expectedTypes = options.expectedTypes;
    this.message = `Invalid argument type for function ${this.functionName}, expected ${this.serializeExpectedTypes()} but found "${this.actualType}"`;
  }
  /**
   * Serialize the expected types for the error message.
   */
  serializeExpectedTypes() {
    const types = [];
    for (const type of this.expectedTypes) {
      types.push(`"${type}"`);
    }
    return types.length === 1 ? types[0] : `one of ${types.join(", ")}`;
  }
};
var UnknownFunctionError = class extends FunctionError {
  constructor(funcName) {
    super("Unknown function");
    this.name = "UnknownFunctionError";
    this.message = `Unknown function: ${funcName}()`;
  }
};

// node_modules/@aws-lambda-powertools/jmespath/lib/esm/Expression.js
var Expression = class {
  #expression;
  #interpreter;
  constructor(expression, interpreter) {
    this.#expression = expression;
    this.#interpreter = interpreter;
  }
  /**
   * Evaluate the expression against a JSON value.
   *
   * @param value - The JSON value to apply the expression to.
   * @param node - The node to visit.
   */
  visit(value, node) {
    return this.#interpreter.visit(node ?? this.#expression, value);
  }
};

// node_modules/@aws-lambda-powertools/jmespath/lib/esm/utils.js
var isTruthy2 = (value) => {
  if (isNumber(value)) {
    return true;
  }
  return isTruthy(value);
};
var capSliceRange = (arrayLength, value, isStepNegative) => {
  let capValue = value;
  if (capValue < 0) {
    capValue += arrayLength;
    if (capValue < 0) {
      capValue = isStepNegative ? -1 : 0;
    }
  } else if (capValue >= arrayLength) {
    capValue = isStepNegative ? arrayLength - 1 : arrayLength;
  }
  return capValue;
};
var sliceArray = ({ array, start, end, step }) => {
  const isStepNegative = step < 0;
  const length = array.length;
  const defaultStart = isStepNegative ? length - 1 : 0;
  const defaultEnd = isStepNegative ? -1 : length;
  start = isIntegerNumber(start) ? capSliceRange(length, start, isStepNegative) : defaultStart;
  end = isIntegerNumber(end) ? capSliceRange(length, end, isStepNegative) : defaultEnd;
  const result = [];
  if (step > 0) {
    for (let i3 = start; i3 < end; i3 += step) {
      result.push(array[i3]);
    }
  } else {
    for (let i3 = start; i3 > end; i3 += step) {
      result.push(array[i3]);
    }
  }
  return result;
};
var arityCheck = (args, argumentsSpecs, variadic) => {
  if (variadic) {
    if (args.length < argumentsSpecs.length) {
      throw new VariadicArityError({
        expectedArity: argumentsSpecs.length,
        actualArity: args.length
      });
    }
  } else if (args.length !== argumentsSpecs.length) {
    throw new ArityError({
      expectedArity: argumentsSpecs.length,
      actualArity: args.length
    });
  }
};
var typeCheck = (args, argumentsSpecs) => {
  for (const [index2, argumentSpec] of argumentsSpecs.entries()) {
    if (argumentSpec[0] === "any")
      continue;
    typeCheckArgument(args[index2], argumentSpec);
  }
};
var typeCheckArgument = (arg, argumentSpec) => {
  let valid = false;
  for (const [index2, type] of argumentSpec.entries()) {
    if (valid)
      return;
    valid = checkIfArgumentTypeIsValid(arg, type, index2, argumentSpec);
  }
};
var checkIfArgumentTypeIsValid = (arg, type, index2, argumentSpec) => {
  const hasMoreTypesToCheck = index2 < argumentSpec.length - 1;
  if (type.startsWith("array")) {
    if (!Array.isArray(arg)) {
      if (hasMoreTypesToCheck) {
        return false;
      }
      throw new JMESPathTypeError({
        currentValue: arg,
        expectedTypes: argumentSpec,
        actualType: getType(arg)
      });
    }
    checkComplexArrayType(arg, type, hasMoreTypesToCheck);
    return true;
  }
  if (type === "expression") {
    checkExpressionType(arg, argumentSpec, hasMoreTypesToCheck);
    return true;
  }
  if (["string", "number", "boolean"].includes(type)) {
    typeCheckType(arg, type, argumentSpec, hasMoreTypesToCheck);
    if (typeof arg === type)
      return true;
  } else if (type === "object") {
    checkObjectType(arg, argumentSpec, hasMoreTypesToCheck);
    return true;
  }
  return false;
};
var typeCheckType = (arg, type, argumentSpec, hasMoreTypesToCheck) => {
  if (typeof arg !== type && !hasMoreTypesToCheck) {
    throw new JMESPathTypeError({
      currentValue: arg,
      expectedTypes: argumentSpec,
      actualType: getType(arg)
    });
  }
};
var checkComplexArrayType = (arg, type, hasMoreTypesToCheck) => {
  if (!type.includes("-"))
    return;
  const arrayItemsType = type.slice(6);
  let actualType;
  for (const element of arg) {
    try {
      typeCheckArgument(element, [arrayItemsType]);
      actualType = arrayItemsType;
    } catch (error) {
      if (!hasMoreTypesToCheck || actualType !== void 0) {
        throw error;
      }
    }
  }
};
var checkExpressionType = (arg, type, hasMoreTypesToCheck) => {
  if (!(arg instanceof Expression) && !hasMoreTypesToCheck) {
    throw new JMESPathTypeError({
      currentValue: arg,
      expectedTypes: type,
      actualType: getType(arg)
    });
  }
};
var checkObjectType = (arg, type, hasMoreTypesToCheck) => {
  if (!isRecord(arg) && !hasMoreTypesToCheck) {
    throw new JMESPathTypeError({
      currentValue: arg,
      expectedTypes: type,
      actualType: getType(arg)
    });
  }
};

// node_modules/@aws-lambda-powertools/jmespath/lib/esm/Functions.js
var __decorate = function(decorators, target, key, desc) {
  var c3 = arguments.length, r3 = c3 < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d3;
  if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r3 = Reflect.decorate(decorators, target, key, desc);
  else for (var i3 = decorators.length - 1; i3 >= 0; i3--) if (d3 = decorators[i3]) r3 = (c3 < 3 ? d3(r3) : c3 > 3 ? d3(target, key, r3) : d3(target, key)) || r3;
  return c3 > 3 && r3 && Object.defineProperty(target, key, r3), r3;
};
var Functions = class _Functions {
  /**
   * A set of all the custom functions available in this and all child classes.
   */
  methods = /* @__PURE__ */ new Set();
  /**
   * Get the absolute value of the provided number.
   *
   * @param args - The number to get the absolute value of
   */
  funcAbs(args) {
    return Math.abs(args);
  }
  /**
   * Calculate the average of the numbers in the provided array.
   *
   * @param args - The numbers to average
   */
  funcAvg(args) {
    return args.reduce((a3, b3) => a3 + b3, 0) / args.length;
  }
  /**
   * Get the ceiling of the provided number.
   *
   * @param args - The number to get the ceiling of
   */
  funcCeil(args) {
    return Math.ceil(args);
  }
  /**
   * Determine if the given value is contained in the provided array or string.
   *
   * @param haystack - The array or string to check
   * @param needle - The value to check for
   */
  funcContains(haystack, needle) {
    return haystack.includes(needle);
  }
  /**
   * Determines if the provided string ends with the provided suffix.
   *
   * @param str - The string to check
   * @param suffix - The suffix to check for
   */
  funcEndsWith(str, suffix) {
    return str.endsWith(suffix);
  }
  /**
   * Get the floor of the provided number.
   *
   * @param args - The number to get the floor of
   */
  funcFloor(args) {
    return Math.floor(args);
  }
  /**
   * Join the provided array into a single string.
   *
   * @param separator - The separator to use
   * @param items - The array of itmes to join
   */
  funcJoin(separator, items) {
    return items.join(separator);
  }
  /**
   * Get the keys of the provided object.
   *
   * @param arg - The object to get the keys of
   */
  funcKeys(arg) {
    return Object.keys(arg);
  }
  /**
   * Get the number of items in the provided item.
   *
   * @param arg - The array to get the length of
   */
  funcLength(arg) {
    if (isRecord(arg)) {
      return Object.keys(arg).length;
    }
    return arg.length;
  }
  /**
   * Map the provided function over the provided array.
   *
   * @param expression - The expression to map over the array
   * @param args - The array to map the expression over
   */
  funcMap(expression, args) {
    return args.map((arg) => {
      return expression.visit(arg) || null;
    });
  }
  /**
   * Get the maximum value in the provided array.
   *
   * @param arg - The array to get the maximum value of
   */
  funcMax(arg) {
    if (arg.length === 0) {
      return null;
    }
    if (isNumber(arg[0])) {
      return Math.max(...arg);
    }
    return arg.reduce((a3, b3) => a3 > b3 ? a3 : b3);
  }
  /**
   * Get the item in the provided array that has the maximum value when the provided expression is evaluated.
   *
   * @param args - The array of items to get the maximum value of
   * @param expression - The expression to evaluate for each item in the array
   */
  funcMaxBy(args, expression) {
    if (args.length === 0) {
      return null;
    }
    const visitedArgs = args.map((arg) => ({
      arg,
      visited: expression.visit(arg)
    }));
    const max = visitedArgs.reduce((max2, current) => {
      const type = getType(current.visited);
      if (type !== "string" && type !== "number") {
        throw new JMESPathTypeError({
          currentValue: current.visited,
          expectedTypes: ["string"],
          actualType: type
        });
      }
      if (max2.visited === current.visited) {
        return max2;
      }
      return max2.visited > current.visited ? max2 : current;
    }, visitedArgs[0]);
    return max.arg;
  }
  /**
   * Merge the provided objects into a single object.
   *
   * Note that this is a shallow merge and will not merge nested objects.
   *
   * @param args - The objects to merge
   */
  funcMerge(...args) {
    return args.reduce((a3, b3) => ({ ...a3, ...b3 }), {});
  }
  /**
   * Get the minimum value in the provided array.
   *
   * @param arg - The array to get the minimum value of
   */
  funcMin(arg) {
    if (arg.length === 0) {
      return null;
    }
    if (isNumber(arg[0])) {
      return Math.min(...arg);
    }
    return arg.reduce((a3, b3) => a3 < b3 ? a3 : b3);
  }
  /**
   * Get the item in the provided array that has the minimum value when the provided expression is evaluated.
   *
   * @param args - The array of items to get the minimum value of
   * @param expression - The expression to evaluate for each item in the array
   */
  funcMinBy(args, expression) {
    if (args.length === 0) {
      return null;
    }
    const visitedArgs = args.map((arg) => ({
      arg,
      visited: expression.visit(arg)
    }));
    const min = visitedArgs.reduce((min2, current) => {
      const type = getType(current.visited);
      if (type !== "string" && type !== "number") {
        throw new JMESPathTypeError({
          currentValue: current.visited,
          expectedTypes: ["string"],
          actualType: type
        });
      }
      if (min2.visited === current.visited) {
        return min2;
      }
      return min2.visited < current.visited ? min2 : current;
    }, visitedArgs[0]);
    return min.arg;
  }
  /**
   * Get the first argument that does not evaluate to null.
   * If all arguments evaluate to null, then null is returned.
   *
   * @param args - The keys of the items to check
   */
  funcNotNull(...args) {
    return args.find((arg) => !Object.is(arg, null)) || null;
  }
  /**
   * Reverses the provided string or array.
   *
   * @param arg - The string or array to reverse
   */
  funcReverse(arg) {
    return Array.isArray(arg) ? arg.reverse() : arg.split("").reverse().join("");
  }
  /**
   * Sort the provided array.
   *
   * @param arg - The array to sort
   */
  funcSort(arg) {
    return arg.sort((a3, b3) => {
      if (typeof a3 === "string") {
        return a3.localeCompare(b3);
      }
      return a3 - b3;
    });
  }
  /**
   * Sort the provided array by the provided expression.
   *
   * @param args - The array to sort
   * @param expression - The expression to sort by
   */
  funcSortBy(args, expression) {
    return args.map((value, index2) => {
      const visited = expression.visit(value);
      const type = getType(visited);
      if (type !== "string" && type !== "number") {
        throw new JMESPathTypeError({
          currentValue: visited,
          expectedTypes: ["string"],
          actualType: getType(visited)
        });
      }
      return {
        value,
        index: index2,
        visited
      };
    }).sort((a3, b3) => {
      if (a3.visited === b3.visited) {
        return a3.index - b3.index;
      }
      return a3.visited > b3.visited ? 1 : -1;
    }).map(({ value }) => value);
  }
  /**
   * Determines if the provided string starts with the provided prefix.
   *
   * @param str - The string to check
   * @param prefix - The prefix to check for
   */
  funcStartsWith(str, prefix) {
    return str.startsWith(prefix);
  }
  /**
   * Sum the provided numbers.
   *
   * @param args - The numbers to sum
   */
  funcSum(args) {
    return args.reduce((a3, b3) => a3 + b3, 0);
  }
  /**
   * Convert the provided value to an array.
   *
   * If the provided value is an array, then it is returned.
   * Otherwise, the value is wrapped in an array and returned.
   *
   * @param arg - The items to convert to an array
   */
  funcToArray(arg) {
    return Array.isArray(arg) ? arg : [arg];
  }
  /**
   * Convert the provided value to a number.
   *
   * If the provided value is a number, then it is returned.
   * Otherwise, the value is converted to a number and returned.
   *
   * If the value cannot be converted to a number, then null is returned.
   *
   * @param arg - The value to convert to a number
   */
  funcToNumber(arg) {
    if (typeof arg === "number") {
      return arg;
    }
    if (typeof arg === "string") {
      const num = Number(arg);
      return Number.isNaN(num) ? null : num;
    }
    return null;
  }
  /**
   * Convert the provided value to a string.
   *
   * If the provided value is a string, then it is returned.
   * Otherwise, the value is converted to a string and returned.
   *
   * @param arg - The value to convert to a string
   */
  funcToString(arg) {
    return typeof arg === "string" ? arg : JSON.stringify(arg);
  }
  /**
   * Get the type of the provided value.
   *
   * @param arg - The value to check the type of
   */
  funcType(arg) {
    return getType(arg);
  }
  /**
   * Get the values of the provided object.
   *
   * @param arg - The object to get the values of
   */
  funcValues(arg) {
    return Object.values(arg);
  }
  /**
   * Lazily introspects the methods of the class instance and all child classes
   * to get the names of the methods that correspond to JMESPath functions.
   *
   * This method is used to get the names of the custom functions that are available
   * in the class instance and all child classes. The names of the functions are used
   * to create the custom function map that is passed to the JMESPath search function.
   *
   * The method traverses the inheritance chain going from the leaf class to the root class
   * and stops when it reaches the `Functions` class, which is the root class.
   *
   * In doing so, it collects the names of the methods that start with `func` and adds them
   * to the `methods` set. Finally, when the recursion collects back to the current instance,
   * it adds the collected methods to the `this.methods` set so that they can be accessed later.
   *
   * @param scope - The scope of the class instance to introspect
   */
  introspectMethods(scope) {
    const prototype = Object.getPrototypeOf(this);
    const methods = /* @__PURE__ */ new Set();
    if (this instanceof _Functions) {
      for (const method of prototype.introspectMethods(scope)) {
        methods.add(method);
      }
    } else {
      return methods;
    }
    for (const method of Object.getOwnPropertyNames(Object.getPrototypeOf(this))) {
      method !== "constructor" && method.startsWith("func") && methods.add(method);
    }
    if (this.methods) {
      for (const method of methods) {
        this.methods.add(method);
      }
    }
    return methods;
  }
  /**
   * Decorator to enforce the signature of a function at runtime.
   *
   * The signature decorator enforces the arity and types of the arguments
   * passed to a function at runtime. If the arguments do not match the
   * expected arity or types errors are thrown.
   *
   * @example
   * ```typescript
   * import { PowertoolsFunctions } from '@aws-lambda-powertools/jmespath/functions';
   *
   * class MyFunctions extends Functions {
   *   ⁣@Functions.signature({
   *     argumentsSpecs: [['number'], ['number']],
   *     variadic: true,
   *   })
   *   public funcMyMethod(args: Array<number>): unknown {
   *     // ...
   *   }
   * }
   * ```
   *
   * @param options - The options for the signature decorator
   */
  static signature(options) {
    return (_target, _propertyKey, descriptor) => {
      const originalMethod = descriptor.value;
      descriptor.value = function(args) {
        const { variadic, argumentsSpecs } = options;
        arityCheck(args, argumentsSpecs, variadic);
        typeCheck(args, argumentsSpecs);
        return originalMethod.apply(this, args);
      };
      return descriptor;
    };
  }
};
__decorate([
  Functions.signature({ argumentsSpecs: [["number"]] })
], Functions.prototype, "funcAbs", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["array-number"]]
  })
], Functions.prototype, "funcAvg", null);
__decorate([
  Functions.signature({ argumentsSpecs: [["number"]] })
], Functions.prototype, "funcCeil", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["array", "string"], ["any"]]
  })
], Functions.prototype, "funcContains", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["string"], ["string"]]
  })
], Functions.prototype, "funcEndsWith", null);
__decorate([
  Functions.signature({ argumentsSpecs: [["number"]] })
], Functions.prototype, "funcFloor", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["string"], ["array-string"]]
  })
], Functions.prototype, "funcJoin", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["object"]]
  })
], Functions.prototype, "funcKeys", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["array", "string", "object"]]
  })
], Functions.prototype, "funcLength", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["any"], ["array"]]
  })
], Functions.prototype, "funcMap", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["array-number", "array-string"]]
  })
], Functions.prototype, "funcMax", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["array"], ["expression"]]
  })
], Functions.prototype, "funcMaxBy", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["object"]],
    variadic: true
  })
], Functions.prototype, "funcMerge", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["array-number", "array-string"]]
  })
], Functions.prototype, "funcMin", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["array"], ["expression"]]
  })
], Functions.prototype, "funcMinBy", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [[]],
    variadic: true
  })
], Functions.prototype, "funcNotNull", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["string", "array"]]
  })
], Functions.prototype, "funcReverse", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["array-number", "array-string"]]
  })
], Functions.prototype, "funcSort", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["array"], ["expression"]]
  })
], Functions.prototype, "funcSortBy", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["string"], ["string"]]
  })
], Functions.prototype, "funcStartsWith", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["array-number"]]
  })
], Functions.prototype, "funcSum", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["any"]]
  })
], Functions.prototype, "funcToArray", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["any"]]
  })
], Functions.prototype, "funcToNumber", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["any"]]
  })
], Functions.prototype, "funcToString", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["any"]]
  })
], Functions.prototype, "funcType", null);
__decorate([
  Functions.signature({
    argumentsSpecs: [["object"]]
  })
], Functions.prototype, "funcValues", null);

// node_modules/@aws-lambda-powertools/jmespath/lib/esm/PowertoolsFunctions.js
var __decorate2 = function(decorators, target, key, desc) {
  var c3 = arguments.length, r3 = c3 < 3 ? target : desc === null ? desc = Object.getOwnPropertyDescriptor(target, key) : desc, d3;
  if (typeof Reflect === "object" && typeof Reflect.decorate === "function") r3 = Reflect.decorate(decorators, target, key, desc);
  else for (var i3 = decorators.length - 1; i3 >= 0; i3--) if (d3 = decorators[i3]) r3 = (c3 < 3 ? d3(r3) : c3 > 3 ? d3(target, key, r3) : d3(target, key)) || r3;
  return c3 > 3 && r3 && Object.defineProperty(target, key, r3), r3;
};
var decoder = new TextDecoder("utf-8");
var PowertoolsFunctions = class extends Functions {
  funcPowertoolsBase64(value) {
    return decoder.decode(fromBase642(value, "base64"));
  }
  funcPowertoolsBase64Gzip(value) {
    const encoded = fromBase642(value, "base64");
    const uncompressed = gunzipSync(encoded);
    return uncompressed.toString();
  }
  funcPowertoolsJson(value) {
    return JSON.parse(value);
  }
};
__decorate2([
  Functions.signature({
    argumentsSpecs: [["string"]]
  })
], PowertoolsFunctions.prototype, "funcPowertoolsBase64", null);
__decorate2([
  Functions.signature({
    argumentsSpecs: [["string"]]
  })
], PowertoolsFunctions.prototype, "funcPowertoolsBase64Gzip", null);
__decorate2([
  Functions.signature({
    argumentsSpecs: [["string"]]
  })
], PowertoolsFunctions.prototype, "funcPowertoolsJson", null);

// node_modules/@aws-lambda-powertools/idempotency/lib/esm/IdempotencyConfig.js
var IdempotencyConfig = class {
  /**
   * The JMESPath expression used to extract the idempotency key from the event.
   * @default ''
   */
  eventKeyJmesPath;
  /**
   * The number of seconds the idempotency key is valid.
   * @default 3600 (1 hour)
   */
  expiresAfterSeconds;
  /**
   * The hash function used to generate the idempotency key.
   * @see https://nodejs.org/api/crypto.html#crypto_crypto_createhash_algorithm_options
   * @default 'md5'
   */
  hashFunction;
  /**
   * Options for parsing JMESPath expressions.
   *
   * By default, you can use any of the {@link https://jmespath.org/specification.html | JMESPath built-in functions} as well as the
   * {@link https://docs.aws.amazon.com/powertools/typescript/latest/api/classes/_aws-lambda-powertools_jmespath.PowertoolsFunctions.PowertoolsFunctions.html | custom functions provided}
   * by the `@aws-lambda-powertools/jmespath` package.
   */
  jmesPathOptions;
  /**
   * The lambda context object.
   */
  lambdaContext;
  /**
   * The maximum number of items to store in the local cache.
   * @default 1000
   */
  maxLocalCacheSize;
  /**
   * The JMESPath expression used to extract the payload to validate.
   */
  payloadValidationJmesPath;
  /**
   * Throw an error if the idempotency key is not found in the event.
   * In some cases, you may want to allow the request to continue without idempotency.
   * If set to false and idempotency key is not found, the request will continue without idempotency.
   * @default false
   */
  throwOnNoIdempotencyKey;
  /**
   * A hook that runs when an idempotent request is made.
   */
  responseHook;
  /**
   * Use the local cache to store idempotency keys.
   */
  useLocalCache;
  #enabled = true;
  constructor(config) {
    this.eventKeyJmesPath = config.eventKeyJmesPath ?? "";
    this.payloadValidationJmesPath = config.payloadValidationJmesPath;
    this.jmesPathOptions = {
      customFunctions: config.jmesPathOptions ?? new PowertoolsFunctions()
    };
    this.throwOnNoIdempotencyKey = config.throwOnNoIdempotencyKey ?? false;
    this.expiresAfterSeconds = config.expiresAfterSeconds ?? 3600;
    this.useLocalCache = config.useLocalCache ?? false;
    this.maxLocalCacheSize = config.maxLocalCacheSize ?? 1e3;
    this.hashFunction = config.hashFunction ?? "md5";
    this.lambdaContext = config.lambdaContext;
    this.responseHook = config.responseHook;
    this.#enabled = !getBooleanFromEnv({
      key: "POWERTOOLS_IDEMPOTENCY_DISABLED",
      defaultValue: false,
      extendedParsing: true
    });
  }
  /**
   * Determines if the idempotency feature is enabled.
   *
   * @returns {boolean} Returns true if the idempotency feature is enabled.
   */
  isEnabled() {
    return this.#enabled;
  }
  registerLambdaContext(context) {
    this.lambdaContext = context;
  }
};

// node_modules/@aws-lambda-powertools/jmespath/lib/esm/Parser.js
import { randomInt } from "node:crypto";

// node_modules/@aws-lambda-powertools/jmespath/lib/esm/ast.js
var comparator = (name, first, second) => ({
  type: "comparator",
  children: [first, second],
  value: name
});
var currentNode = () => ({
  type: "current",
  children: []
});
var expref = (expression) => ({
  type: "expref",
  children: [expression]
});
var functionExpression = (name, args) => ({
  type: "function_expression",
  children: args,
  value: name
});
var field = (name) => ({
  type: "field",
  children: [],
  value: name
});
var filterProjection = (left, right, comparator2) => ({
  type: "filter_projection",
  children: [left, right, comparator2]
});
var flatten = (node) => ({
  type: "flatten",
  children: [node]
});
var identity = () => ({ type: "identity", children: [] });
var index = (index2) => ({
  type: "index",
  value: index2,
  children: []
});
var indexExpression = (children) => ({
  type: "index_expression",
  children
});
var keyValPair = (keyName, node) => ({
  type: "key_val_pair",
  children: [node],
  value: keyName
});
var literal = (literalValue) => ({
  type: "literal",
  value: literalValue,
  children: []
});
var multiSelectObject = (nodes3) => ({
  type: "multi_select_object",
  children: nodes3
});
var multiSelectList = (nodes3) => ({
  type: "multi_select_list",
  children: nodes3
});
var orExpression = (left, right) => ({
  type: "or_expression",
  children: [left, right]
});
var andExpression = (left, right) => ({
  type: "and_expression",
  children: [left, right]
});
var notExpression = (expr) => ({
  type: "not_expression",
  children: [expr]
});
var pipe = (left, right) => ({
  type: "pipe",
  children: [left, right]
});
var projection = (left, right) => ({
  type: "projection",
  children: [left, right]
});
var subexpression = (children) => ({
  type: "subexpression",
  children
});
var slice = (start, end, step) => ({
  type: "slice",
  children: [start, end, step]
});
var valueProjection = (left, right) => ({
  type: "value_projection",
  children: [left, right]
});

// node_modules/@aws-lambda-powertools/jmespath/lib/esm/constants.js
var BINDING_POWER = {
  eof: 0,
  unquoted_identifier: 0,
  quoted_identifier: 0,
  literal: 0,
  rbracket: 0,
  rparen: 0,
  comma: 0,
  rbrace: 0,
  number: 0,
  current: 0,
  expref: 0,
  colon: 0,
  pipe: 1,
  or: 2,
  and: 3,
  eq: 5,
  gt: 5,
  lt: 5,
  gte: 5,
  lte: 5,
  ne: 5,
  flatten: 9,
  // Everything above stops a projection.
  star: 20,
  filter: 21,
  dot: 40,
  not: 45,
  lbrace: 50,
  lbracket: 55,
  lparen: 60
};
var ASCII_LOWERCASE = "abcdefghijklmnopqrstuvwxyz";
var ASCII_UPPERCASE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
var ASCII_LETTERS = ASCII_LOWERCASE + ASCII_UPPERCASE;
var DIGITS = "0123456789";
var START_IDENTIFIER = new Set(`${ASCII_LETTERS}_`);
var VALID_IDENTIFIER = new Set(`${ASCII_LETTERS}${DIGITS}_`);
var VALID_NUMBER = new Set(DIGITS);
var WHITESPACE = new Set(" 	\n\r");
var SIMPLE_TOKENS = /* @__PURE__ */ new Map([
  [".", "dot"],
  ["*", "star"],
  [":", "colon"],
  ["]", "rbracket"],
  [",", "comma"],
  [":", "colon"],
  ["@", "current"],
  ["(", "lparen"],
  [")", "rparen"],
  ["{", "lbrace"],
  ["}", "rbrace"]
]);

// node_modules/@aws-lambda-powertools/jmespath/lib/esm/Lexer.js
var Lexer = class {
  #position;
  #expression;
  #chars;
  #current;
  #length;
  /**
   * Tokenize a JMESPath expression.
   *
   * This method is a generator that yields tokens for the given expression.
   *
   * @param expression The JMESPath expression to tokenize.
   */
  *tokenize(expression) {
    this.#initializeForExpression(expression);
    while (this.#current !== "" && this.#current !== void 0) {
      if (SIMPLE_TOKENS.has(this.#current)) {
        yield {
          // biome-ignore lint/style/noNonNullAssertion: We know that SIMPLE_TOKENS has this.#current as a key because we checked for that above.
          type: SIMPLE_TOKENS.get(this.#current),
          value: this.#current,
          start: this.#position,
          end: this.#position + 1
        };
        this.#next();
      } else if (START_IDENTIFIER.has(this.#current)) {
        yield this.#consumeIdentifier();
      } else if (WHITESPACE.has(this.#current)) {
        this.#next();
      } else if (this.#current === "[") {
        yield this.#consumeSquareBracket();
      } else if (this.#current === `'`) {
        yield this.#consumeRawStringLiteral();
      } else if (this.#current === "`") {
        yield this.#consumeLiteral();
      } else if (VALID_NUMBER.has(this.#current)) {
        const start = this.#position;
        const buff = this.#consumeNumber();
        yield {
          type: "number",
          value: Number.parseInt(buff, 10),
          start,
          end: start + buff.length
        };
      } else if (this.#current === "-") {
        yield this.#consumeNegativeNumber();
      } else if (this.#current === '"') {
        yield this.#consumeQuotedIdentifier();
      } else if (["<", ">", "!", "=", "|", "&"].includes(this.#current)) {
        yield this.#consumeComparatorSigns(this.#current);
      } else {
        throw new LexerError(this.#position, this.#current);
      }
    }
    yield { type: "eof", value: "", start: this.#length, end: this.#length };
  }
  /**
   * Consume a comparator sign.
   *
   * This method is called when the lexer encounters a comparator sign.
   *
   * @param current The current character
   */
  #consumeComparatorSigns = (current) => {
    switch (current) {
      case "<":
        return this.#matchOrElse("=", "lte", "lt");
      case ">":
        return this.#matchOrElse("=", "gte", "gt");
      case "!":
        return this.#matchOrElse("=", "ne", "not");
      case "|":
        return this.#matchOrElse("|", "or", "pipe");
      case "&":
        return this.#matchOrElse("&", "and", "expref");
      default:
        return this.#consumeEqualSign();
    }
  };
  /**
   * Consume an equal sign.
   *
   * This method is called when the lexer encounters an equal sign.
   * It checks if the next character is also an equal sign and returns
   * the corresponding token.
   */
  #consumeEqualSign() {
    if (this.#next() === "=") {
      this.#next();
      return {
        type: "eq",
        value: "==",
        start: this.#position - 1,
        end: this.#position
      };
    }
    throw new LexerError(this.#position - 1, "=");
  }
  /**
   * Consume an unquoted identifier.
   *
   * This method is called when the lexer encounters a character that is a valid
   * identifier. It advances the lexer until it finds a character that is not a
   * valid identifier and returns the corresponding token.
   */
  #consumeIdentifier() {
    const start = this.#position;
    let buff = this.#current;
    while (VALID_IDENTIFIER.has(this.#next())) {
      buff += this.#current;
    }
    return {
      type: "unquoted_identifier",
      value: buff,
      start,
      end: start + buff.length
    };
  }
  /**
   * Consume a negative number.
   *
   * This method is called when the lexer encounters a negative sign.
   * It checks if the next character is a number and returns the corresponding token.
   */
  #consumeNegativeNumber() {
    const start = this.#position;
    const buff = this.#consumeNumber();
    if (buff.length > 1) {
      return {
        type: "number",
        value: Number.parseInt(buff, 10),
        start,
        end: start + buff.length
      };
    }
    throw new LexerError(start, 'Unknown token after "-"');
  }
  /**
   * Consume a raw string that is a number.
   *
   * It takes the current position and advances
   * the lexer until it finds a character that
   * is not a number.
   */
  #consumeNumber() {
    let buff = this.#current;
    while (VALID_NUMBER.has(this.#next())) {
      buff += this.#current;
    }
    return buff;
  }
  /**
   * Consume a square bracket.
   *
   * This method is called when the lexer encounters a square bracket.
   * It checks if the next character is a question mark or a closing
   * square bracket and returns the corresponding token.
   */
  #consumeSquareBracket() {
    const start = this.#position;
    const nextChar = this.#next();
    if (nextChar === "]") {
      this.#next();
      return { type: "flatten", value: "[]", start, end: start + 2 };
    }
    if (nextChar === "?") {
      this.#next();
      return { type: "filter", value: "[?", start, end: start + 2 };
    }
    return { type: "lbracket", value: "[", start, end: start + 1 };
  }
  /**
   * Initializes the lexer for the given expression.
   *
   * We use a separate method for this instead of the constructor
   * because we want to be able to reuse the same lexer instance
   * and also because we want to be able to expose a public API
   * for tokenizing expressions like `new Lexer().tokenize(expression)`.
   *
   * @param expression The JMESPath expression to tokenize.
   */
  #initializeForExpression(expression) {
    if (typeof expression !== "string") {
      throw new EmptyExpressionError();
    }
    this.#position = 0;
    this.#expression = expression;
    this.#chars = Array.from(expression);
    this.#current = this.#chars[0];
    this.#length = this.#expression.length;
  }
  /**
   * Advance the lexer to the next character in the expression.
   */
  #next() {
    if (this.#position === this.#length - 1) {
      this.#current = "";
    } else {
      this.#position += 1;
      this.#current = this.#chars[this.#position];
    }
    return this.#current;
  }
  /**
   * Consume until the given delimiter is reached allowing
   * for escaping of the delimiter with a backslash (`\`).
   *
   * @param delimiter The delimiter to consume until.
   */
  #consumeUntil(delimiter) {
    const start = this.#position;
    let buff = "";
    this.#next();
    while (this.#current !== delimiter) {
      if (this.#current === "\\") {
        buff += "\\";
        this.#next();
      }
      if (this.#current === "") {
        throw new LexerError(start, this.#expression.substring(start));
      }
      buff += this.#current;
      this.#next();
    }
    this.#next();
    return buff;
  }
  /**
   * Process a literal.
   *
   * A literal is a JSON string that is enclosed in backticks.
   */
  #consumeLiteral() {
    const start = this.#position;
    const lexeme = this.#consumeUntil("`").replace("\\`", "`");
    try {
      const parsedJson = JSON.parse(lexeme);
      return {
        type: "literal",
        value: parsedJson,
        start,
        end: this.#position - start
      };
    } catch {
      throw new LexerError(start, lexeme);
    }
  }
  /**
   * Process a quoted identifier.
   *
   * A quoted identifier is a string that is enclosed in double quotes.
   */
  #consumeQuotedIdentifier() {
    const start = this.#position;
    const lexeme = `"${this.#consumeUntil('"')}"`;
    const tokenLen = this.#position - start;
    return {
      type: "quoted_identifier",
      value: JSON.parse(lexeme),
      start,
      end: tokenLen
    };
  }
  /**
   * Process a raw string literal.
   *
   * A raw string literal is a string that is enclosed in single quotes.
   */
  #consumeRawStringLiteral() {
    const start = this.#position;
    const lexeme = this.#consumeUntil(`'`).replace(`\\'`, `'`);
    const tokenLen = this.#position - start;
    return {
      type: "literal",
      value: lexeme,
      start,
      end: tokenLen
    };
  }
  /**
   * Match the expected character and return the corresponding token type.
   *
   * @param expected The expected character
   * @param matchType The token type to return if the expected character is found
   * @param elseType  The token type to return if the expected character is not found
   */
  #matchOrElse(expected, matchType, elseType) {
    const start = this.#position;
    const current = this.#current;
    const nextChar = this.#next();
    if (nextChar === expected) {
      this.#next();
      return {
        type: matchType,
        value: current + nextChar,
        start,
        end: start + 2
      };
    }
    return {
      type: elseType,
      value: current,
      start,
      end: start
    };
  }
};

// node_modules/@aws-lambda-powertools/jmespath/lib/esm/TreeInterpreter.js
var TreeInterpreter = class {
  #functions;
  /**
   * @param options The options to use for the interpreter.
   */
  constructor(options) {
    if (options?.customFunctions) {
      this.#functions = options.customFunctions;
    } else {
      this.#functions = new Functions();
    }
    this.#functions.introspectMethods();
  }
  /**
   * Visit a node in the AST.
   *
   * The function will call the appropriate method to visit the node based on its type.
   *
   * @param node The node to visit.
   * @param value The current value to visit.
   */
  visit(node, value) {
    const nodeType = node.type;
    const visitMethods = {
      subexpression: this.#visitSubexpressionOrIndexExpressionOrPipe,
      field: this.#visitField,
      comparator: this.#visitComparator,
      current: this.#visitCurrent,
      expref: this.#visitExpref,
      function_expression: this.#visitFunctionExpression,
      filter_projection: this.#visitFilterProjection,
      flatten: this.#visitFlatten,
      identity: this.#visitIdentity,
      index: this.#visitIndex,
      index_expression: this.#visitSubexpressionOrIndexExpressionOrPipe,
      slice: this.#visitSlice,
      key_val_pair: this.#visitKeyValPair,
      literal: this.#visitLiteral,
      multi_select_object: this.#visitMultiSelectObject,
      multi_select_list: this.#visitMultiSelectList,
      or_expression: this.#visitOrExpression,
      and_expression: this.#visitAndExpression,
      not_expression: this.#visitNotExpression,
      pipe: this.#visitSubexpressionOrIndexExpressionOrPipe,
      projection: this.#visitProjection,
      value_projection: this.#visitValueProjection
    };
    const visitMethod = visitMethods[nodeType];
    if (visitMethod) {
      return visitMethod.call(this, node, value);
    }
    throw new JMESPathError(`Not Implemented: Invalid node type: ${node.type}`);
  }
  /**
   * Visit a subexpression, index expression, or pipe node.
   *
   * This method is shared between subexpression, index expression, and pipe
   * since they all behave the same way in the context of an expression.
   *
   * They all visit their children and return the result of the last child.
   *
   * @param node The node to visit.
   * @param value The current value to visit.
   */
  #visitSubexpressionOrIndexExpressionOrPipe(node, value) {
    let result = value;
    for (const child of node.children) {
      result = this.visit(child, result);
    }
    return result;
  }
  /**
   * Visit a field node.
   *
   * @param node The field node to visit.
   * @param value The current value to visit.
   */
  #visitField(node, value) {
    if (!node.value)
      return null;
    if (isRecord(value) && typeof node.value === "string" && node.value in value) {
      return value[node.value];
    }
    return null;
  }
  /**
   * Visit a comparator node.
   *
   * @param node The comparator node to visit.
   * @param value The current value to visit.
   */
  #visitComparator(node, value) {
    const comparator2 = node.value;
    const left = this.visit(node.children[0], value);
    const right = this.visit(node.children[1], value);
    if (typeof comparator2 === "string" && ["eq", "ne", "gt", "gte", "lt", "lte"].includes(comparator2)) {
      if (comparator2 === "eq") {
        return isStrictEqual(left, right);
      }
      if (comparator2 === "ne") {
        return !isStrictEqual(left, right);
      }
      if (typeof left === "number" && typeof right === "number") {
        if (comparator2 === "lt") {
          return left < right;
        }
        if (comparator2 === "lte") {
          return left <= right;
        }
        if (comparator2 === "gt") {
          return left > right;
        }
        return left >= right;
      }
    } else {
      throw new JMESPathError(`Invalid comparator: ${comparator2}`);
    }
  }
  /**
   * Visit a current node.
   *
   * @param node The current node to visit.
   * @param value The current value to visit.
   */
  #visitCurrent(_node, value) {
    return value;
  }
  /**
   * Visit an expref node.
   *
   * @param node The expref node to visit.
   * @param value The current value to visit.
   */
  #visitExpref(node, _value) {
    return new Expression(node.children[0], this);
  }
  /**
   * Visit a function expression node.
   *
   * @param node The function expression node to visit.
   * @param value The current value to visit.
   */
  #visitFunctionExpression(node, value) {
    const args = [];
    for (const child of node.children) {
      args.push(this.visit(child, value));
    }
    if (typeof node.value !== "string") {
      throw new JMESPathError(`Function name must be a string, got ${node.value}`);
    }
    const normalizedFunctionName = node.value.replace(/_([a-z])/g, (g3) => g3[1].toUpperCase());
    const funcName = `func${normalizedFunctionName.charAt(0).toUpperCase() + normalizedFunctionName.slice(1)}`;
    if (!this.#functions.methods.has(funcName)) {
      throw new UnknownFunctionError(node.value);
    }
    try {
      return this.#functions[funcName](args);
    } catch (error) {
      if (error instanceof JMESPathTypeError || error instanceof VariadicArityError || error instanceof ArityError) {
        error.setEvaluatedFunctionName(node.value);
        throw error;
      }
    }
  }
  /**
   * Visit a filter projection node.
   *
   * @param node The filter projection node to visit.
   * @param value The current value to visit.
   */
  #visitFilterProjection(node, value) {
    const base = this.visit(node.children[0], value);
    if (!Array.isArray(base)) {
      return null;
    }
    const comparatorNode = node.children[2];
    const collected = [];
    for (const item of base) {
      if (isTruthy2(this.visit(comparatorNode, item))) {
        const current = this.visit(node.children[1], item);
        if (current !== null) {
          collected.push(current);
        }
      }
    }
    return collected;
  }
  /**
   * Visit a flatten node.
   *
   * @param node The flatten node to visit.
   * @param value The current value to visit.
   */
  #visitFlatten(node, value) {
    const base = this.visit(node.children[0], value);
    if (!Array.isArray(base)) {
      return null;
    }
    const mergedList = [];
    for (const item of base) {
      if (Array.isArray(item)) {
        mergedList.push(...item);
      } else {
        mergedList.push(item);
      }
    }
    return mergedList;
  }
  /**
   * Visit an identity node.
   *
   * @param node The identity node to visit.
   * @param value The current value to visit.
   */
  #visitIdentity(_node, value) {
    return value;
  }
  /**
   * Visit an index node.
   *
   * @param node The index node to visit.
   * @param value The current value to visit.
   */
  #visitIndex(node, value) {
    if (!Array.isArray(value)) {
      return null;
    }
    if (typeof node.value !== "number") {
      throw new JMESPathError(`Invalid index: ${node.value}`);
    }
    const index2 = node.value < 0 ? value.length + node.value : node.value;
    const found = value[index2];
    if (found === void 0) {
      return null;
    }
    return found;
  }
  /**
   * Visit a slice node.
   *
   * @param node The slice node to visit.
   * @param value The current value to visit.
   */
  #visitSlice(node, value) {
    const step = isIntegerNumber(node.children[2]) ? node.children[2] : 1;
    if (step === 0) {
      throw new Error("Invalid slice, step cannot be 0");
    }
    if (!Array.isArray(value)) {
      return null;
    }
    if (value.length === 0) {
      return [];
    }
    return sliceArray({
      array: value,
      start: node.children[0],
      end: node.children[1],
      step
    });
  }
  /**
   * Visit a key-value pair node.
   *
   * @param node The key-value pair node to visit.
   * @param value The current value to visit.
   */
  #visitKeyValPair(node, value) {
    return this.visit(node.children[0], value);
  }
  /**
   * Visit a literal node.
   *
   * @param node The literal node to visit.
   * @param value The current value to visit.
   */
  #visitLiteral(node, _value) {
    return node.value;
  }
  /**
   * Visit a multi-select object node.
   *
   * @param node The multi-select object node to visit.
   * @param value The current value to visit.
   */
  #visitMultiSelectObject(node, value) {
    if (Object.is(value, null)) {
      return null;
    }
    const collected = {};
    for (const child of node.children) {
      if (typeof child.value === "string") {
        collected[child.value] = this.visit(child, value);
      }
    }
    return collected;
  }
  /**
   * Visit a multi-select list node.
   *
   * @param node The multi-select list node to visit.
   * @param value The current value to visit.
   */
  #visitMultiSelectList(node, value) {
    if (Object.is(value, null)) {
      return null;
    }
    const collected = [];
    for (const child of node.children) {
      collected.push(this.visit(child, value));
    }
    return collected;
  }
  /**
   * Visit an or expression node.
   *
   * @param node The or expression node to visit.
   * @param value The current value to visit.
   */
  #visitOrExpression(node, value) {
    const matched = this.visit(node.children[0], value);
    if (!isTruthy2(matched)) {
      return this.visit(node.children[1], value);
    }
    return matched;
  }
  /**
   * Visit an and expression node.
   *
   * @param node The and expression node to visit.
   * @param value The current value to visit.
   */
  #visitAndExpression(node, value) {
    const matched = this.visit(node.children[0], value);
    if (!isTruthy2(matched)) {
      return matched;
    }
    return this.visit(node.children[1], value);
  }
  /**
   * Visit a not expression node.
   *
   * @param node The not expression node to visit.
   * @param value The current value to visit.
   */
  #visitNotExpression(node, value) {
    const originalResult = this.visit(node.children[0], value);
    if (typeof originalResult === "number" && originalResult === 0) {
      return false;
    }
    return !isTruthy2(originalResult);
  }
  /**
   * Visit a projection node.
   *
   * @param node The projection node to visit.
   * @param value The current value to visit.
   */
  #visitProjection(node, value) {
    const base = this.visit(node.children[0], value);
    if (!Array.isArray(base)) {
      return null;
    }
    const collected = [];
    for (const item of base) {
      const current = this.visit(node.children[1], item);
      if (current !== null) {
        collected.push(current);
      }
    }
    return collected;
  }
  /**
   * Visit a value projection node.
   *
   * @param node The value projection node to visit.
   * @param value The current value to visit.
   */
  #visitValueProjection(node, value) {
    const base = this.visit(node.children[0], value);
    if (!isRecord(base)) {
      return null;
    }
    const values = Object.values(base);
    const collected = [];
    for (const item of values) {
      const current = this.visit(node.children[1], item);
      if (current !== null) {
        collected.push(current);
      }
    }
    return collected;
  }
};

// node_modules/@aws-lambda-powertools/jmespath/lib/esm/ParsedResult.js
var ParsedResult = class {
  expression;
  parsed;
  constructor(expression, parsed) {
    this.expression = expression;
    this.parsed = parsed;
  }
  /**
   * Perform a JMESPath search on a JSON value.
   *
   * @param value - The JSON value to search
   * @param options - The parsing options to use
   */
  search(value, options) {
    const interpreter = new TreeInterpreter(options);
    try {
      return interpreter.visit(this.parsed, value);
    } catch (error) {
      if (error instanceof JMESPathTypeError || error instanceof UnknownFunctionError || error instanceof ArityError || error instanceof VariadicArityError) {
        error.setExpression(this.expression);
      }
      throw error;
    }
  }
};

// node_modules/@aws-lambda-powertools/jmespath/lib/esm/Parser.js
var Parser = class {
  /**
   * The maximum binding power for a token
   * that can stop a projection.
   */
  #projectionStop = 10;
  /**
   * Cache object
   */
  #cache = {};
  /**
   * The maximum size of the cache.
   */
  #maxCacheSize = 128;
  #tokenizer;
  #tokens;
  #index = 0;
  constructor(lookahead = 2) {
    this.#tokens = Array.from({ length: lookahead });
  }
  /**
   * Parse a JMESPath expression and return the Abstract Syntax Tree (AST)
   * that represents the expression.
   *
   * The AST is cached, so if you parse the same expression multiple times,
   * the AST will be returned from the cache.
   *
   * @param expression - The JMESPath expression to parse.
   */
  parse(expression) {
    const cached = this.#cache[expression];
    if (cached) {
      return cached;
    }
    const parsedResult = this.#doParse(expression);
    this.#cache[expression] = parsedResult;
    if (Object.keys(this.#cache).length > this.#maxCacheSize) {
      this.#evictCache();
    }
    return parsedResult;
  }
  /**
   * Purge the entire cache.
   */
  purgeCache() {
    this.#cache = {};
  }
  /**
   * Do the actual parsing of the expression.
   *
   * @param expression - The JMESPath expression to parse.
   */
  #doParse(expression) {
    try {
      return this.#parse(expression);
    } catch (error) {
      if (error instanceof LexerError || error instanceof IncompleteExpressionError || error instanceof ParseError) {
        error.setExpression(expression);
        throw error;
      }
      throw error;
    }
  }
  /**
   * Parse a JMESPath expression and return the parsed result.
   */
  #parse(expression) {
    this.#tokenizer = new Lexer();
    this.#tokens = [...this.#tokenizer.tokenize(expression)];
    this.#index = 0;
    const parsed = this.#expression(0);
    if (this.#currentToken() !== "eof") {
      this.#throwParseError();
    }
    return new ParsedResult(expression, parsed);
  }
  /**
   * Process an expression.
   */
  #expression(bindingPower = 0) {
    const leftToken = this.#lookaheadToken(0);
    this.#advance();
    let left = this.#getNudFunction(leftToken);
    let currentToken = this.#currentToken();
    while (bindingPower < BINDING_POWER[currentToken]) {
      this.#advance();
      left = this.#getLedFunction(currentToken, left);
      currentToken = this.#currentToken();
    }
    return left;
  }
  /**
   * Get the nud function for a token. This is the function that
   * is called when a token is found at the beginning of an expression.
   *
   * @param tokenType - The type of token to get the nud function for.
   */
  #getNudFunction(token) {
    const { type: tokenType } = token;
    switch (tokenType) {
      case "literal":
        return literal(token.value);
      case "unquoted_identifier":
        return field(token.value);
      case "quoted_identifier":
        return this.#processQuotedIdentifier(token);
      case "star":
        return this.#processStarToken();
      case "filter":
        return this.#getLedFunction(tokenType, identity());
      case "lbrace":
        return this.#parseMultiSelectHash();
      case "lparen":
        return this.#processLParenTokenNud();
      case "flatten":
        return this.#processFlattenTokenNud();
      case "not":
        return notExpression(this.#expression(BINDING_POWER.not));
      case "lbracket":
        return this.#processLBracketTokenNud();
      case "current":
        return currentNode();
      case "expref":
        return expref(this.#expression(BINDING_POWER.expref));
      default:
        return this.#processDefaultToken(token);
    }
  }
  /**
   * Process a quoted identifier.
   *
   * A quoted identifier is a string that is enclosed in double quotes.
   *
   * @example s."foo"
   *
   * @param token - The token to process
   */
  #processQuotedIdentifier(token) {
    const fieldValue = field(token.value);
    if (this.#currentToken() === "lparen") {
      this.#throwParseError({
        lexPosition: 0,
        reason: "quoted identifiers cannot be used as a function name"
      });
    }
    return fieldValue;
  }
  /**
   * Process a star token.
   *
   * A star token is a syntax that allows you to project all the
   * elements in a list or dictionary.
   *
   * @example foo[*]
   */
  #processStarToken() {
    const left = identity();
    let right;
    if (this.#currentToken() === "rbracket") {
      right = identity();
    } else {
      right = this.#parseProjectionRhs(BINDING_POWER.star);
    }
    return valueProjection(left, right);
  }
  /**
   * Process a left parenthesis token.
   *
   * A left parenthesis token is a syntax that allows you to group
   * expressions together.
   *
   * @example (foo.bar)
   */
  #processLParenTokenNud() {
    const expression = this.#expression();
    this.#match("rparen");
    return expression;
  }
  /**
   * Process a flatten token.
   *
   * A flatten token is a syntax that allows you to flatten the
   * results of a subexpression.
   *
   * @example foo[].bar
   */
  #processFlattenTokenNud() {
    const left = flatten(identity());
    const right = this.#parseProjectionRhs(BINDING_POWER.flatten);
    return projection(left, right);
  }
  /**
   * Process a left bracket token.
   *
   * A left bracket token is a syntax that allows you to access
   * elements in a list or dictionary.
   *
   * @example foo[0]
   */
  #processLBracketTokenNud() {
    if (["number", "colon"].includes(this.#currentToken())) {
      const right = this.#parseIndexExpression();
      return this.#projectIfSlice(identity(), right);
    }
    if (this.#currentToken() === "star" && this.#lookahead(1) === "rbracket") {
      this.#advance();
      this.#advance();
      const right = this.#parseProjectionRhs(BINDING_POWER.star);
      return projection(identity(), right);
    }
    return this.#parseMultiSelectList();
  }
  /**
   * Process a default token.
   *
   * A default token is a syntax that allows you to access
   * elements in a list or dictionary.
   *
   * @param token - The token to process
   */
  #processDefaultToken(token) {
    if (token.type === "eof") {
      throw new IncompleteExpressionError({
        lexPosition: token.start,
        tokenValue: token.value,
        tokenType: token.type
      });
    }
    throw new ParseError({
      lexPosition: token.start,
      tokenValue: token.value,
      tokenType: token.type
    });
  }
  /**
   * Get the led function for a token. This is the function that
   * is called when a token is found in the middle of an expression.
   *
   * @param tokenType - The type of token to get the led function for.
   * @param leftNode - The left hand side of the expression.
   */
  #getLedFunction(tokenType, leftNode) {
    switch (tokenType) {
      case "dot":
        return this.#processDotToken(leftNode);
      case "pipe":
        return this.#processPipeToken(leftNode);
      case "or":
        return this.#processOrToken(leftNode);
      case "and":
        return this.#processAndToken(leftNode);
      case "lparen":
        return this.#processLParenToken(leftNode);
      case "filter":
        return this.#processFilterToken(leftNode);
      case "eq":
      case "ne":
      case "gt":
      case "gte":
      case "lt":
      case "lte":
        return this.#parseComparator(leftNode, tokenType);
      case "flatten":
        return this.#processFlattenToken(leftNode);
      case "lbracket":
        return this.#processLBracketToken(leftNode);
      default:
        return this.#throwParseError();
    }
  }
  /**
   * Process a dot token.
   *
   * A dot token is a syntax that allows you to access
   * fields in a dictionary or elements in a list.
   *
   * @example foo.bar
   *
   * @param leftNode - The left hand side of the expression.
   */
  #processDotToken(leftNode) {
    if (this.#currentToken() !== "star") {
      const right2 = this.#parseDotRhs(BINDING_POWER.dot);
      if (leftNode.type === "subexpression") {
        leftNode.children.push(right2);
        return leftNode;
      }
      return subexpression([leftNode, right2]);
    }
    this.#advance();
    const right = this.#parseProjectionRhs(BINDING_POWER.dot);
    return valueProjection(leftNode, right);
  }
  /**
   * Process a pipe token.
   *
   * A pipe token is a syntax that allows you to combine two
   * expressions using the pipe operator.
   *
   * @example foo | bar
   *
   * @param leftNode - The left hand side of the expression.
   */
  #processPipeToken(leftNode) {
    const right = this.#expression(BINDING_POWER.pipe);
    return pipe(leftNode, right);
  }
  /**
   * Process an or token.
   *
   * An or token is a syntax that allows you to combine two
   * expressions using the logical or operator.
   *
   * @example foo || bar
   *
   * @param leftNode - The left hand side of the expression.
   */
  #processOrToken(leftNode) {
    const right = this.#expression(BINDING_POWER.or);
    return orExpression(leftNode, right);
  }
  /**
   * Process an and token.
   *
   * An and token is a syntax that allows you to combine two
   * expressions using the logical and operator.
   *
   * @example foo && bar
   *
   * @param leftNode - The left hand side of the expression.
   */
  #processAndToken(leftNode) {
    const right = this.#expression(BINDING_POWER.and);
    return andExpression(leftNode, right);
  }
  /**
   * Process a left parenthesis token.
   *
   * @param leftNode - The left hand side of the expression.
   */
  #processLParenToken(leftNode) {
    const name = leftNode.value;
    const args = [];
    while (this.#currentToken() !== "rparen") {
      const expression = this.#expression();
      if (this.#currentToken() === "comma") {
        this.#match("comma");
      }
      args.push(expression);
    }
    this.#match("rparen");
    return functionExpression(name, args);
  }
  /**
   * Process a filter token.
   *
   * @param leftNode - The left hand side of the expression.
   */
  #processFilterToken(leftNode) {
    const condition = this.#expression(0);
    this.#match("rbracket");
    let right;
    if (this.#currentToken() === "flatten") {
      right = identity();
    } else {
      right = this.#parseProjectionRhs(BINDING_POWER.flatten);
    }
    return filterProjection(leftNode, right, condition);
  }
  /**
   * Process a projection right hand side.
   *
   * @param leftNode - The left hand side of the expression.
   */
  #processFlattenToken(leftNode) {
    const left = flatten(leftNode);
    const right = this.#parseProjectionRhs(BINDING_POWER.flatten);
    return projection(left, right);
  }
  /**
   * Process a left bracket token.
   *
   * @param leftNode - The left hand side of the expression.
   */
  #processLBracketToken(leftNode) {
    const token = this.#lookaheadToken(0);
    if (["number", "colon"].includes(token.type)) {
      const right2 = this.#parseIndexExpression();
      if (leftNode.type === "index_expression") {
        leftNode.children.push(right2);
        return leftNode;
      }
      return this.#projectIfSlice(leftNode, right2);
    }
    this.#match("star");
    this.#match("rbracket");
    const right = this.#parseProjectionRhs(BINDING_POWER.star);
    return projection(leftNode, right);
  }
  /**
   * Throw a parse error.
   *
   * This type of error indicates that the parser encountered
   * a syntax error while processing the expression.
   *
   * The error includes the position in the expression where
   * the error occurred, the value of the token that caused
   * the error, the type of the token, and an optional reason.
   *
   * @param options - The options to use when throwing the error.
   */
  #throwParseError(options) {
    const token = this.#lookaheadToken(0);
    throw new ParseError({
      lexPosition: options?.lexPosition ?? token.start,
      tokenValue: options?.tokenValue ?? token.value,
      tokenType: options?.tokenType ?? token.type,
      reason: options?.reason
    });
  }
  /**
   * Process an index expression.
   *
   * An index expression is a syntax that allows you to
   * access elements in a list or dictionary. For example
   * `foo[0]` accesses the first element in the list `foo`.
   */
  #parseIndexExpression() {
    if (this.#lookahead(0) === "colon" || this.#lookahead(1) === "colon") {
      return this.#parseSliceExpression();
    }
    const node = index(this.#lookaheadToken(0).value);
    this.#advance();
    this.#match("rbracket");
    return node;
  }
  /**
   * Process a slice expression.
   *
   * A slice expression is a syntax that allows you to
   * access a range of elements in a list. For example
   * `foo[0:10:2]` accesses every other element in the
   * list `foo` from index 0 to 10.
   *
   * In a slice expression, the first index represents the
   * start of the slice, the second index represents the
   * end of the slice, and the third index represents the
   * step.
   *
   * If the first index is omitted, it defaults to 0.
   * If the second index is omitted, it defaults to the
   * length of the list. If the third index is omitted, it
   * defaults to 1. If the last colon is omitted, it defaults
   * to a single index.
   */
  #parseSliceExpression() {
    const parts = [];
    let index2 = 0;
    let currentToken = this.#currentToken();
    while (currentToken !== "rbracket" && index2 < 3) {
      if (currentToken === "colon") {
        index2 += 1;
        if (index2 === 3) {
          this.#throwParseError();
        }
        this.#advance();
      } else if (currentToken === "number") {
        parts[index2] = this.#lookaheadToken(0).value;
        this.#advance();
      } else {
        this.#throwParseError();
      }
      currentToken = this.#currentToken();
    }
    this.#match("rbracket");
    return slice(parts[0], parts[1], parts[2]);
  }
  /**
   * Process a projection if the right hand side of the
   * projection is a slice.
   *
   * @param left - The left hand side of the projection.
   * @param right - The right hand side of the projection.
   */
  #projectIfSlice(left, right) {
    const idxExpression = indexExpression([left, right]);
    if (right.type === "slice") {
      return projection(idxExpression, this.#parseProjectionRhs(BINDING_POWER.star));
    }
    return idxExpression;
  }
  /**
   * Process a comparator.
   *
   * A comparator is a syntax that allows you to compare
   * two values. For example `foo == bar` compares the
   * value of `foo` with the value of `bar`.
   *
   * @param left - The left hand side of the comparator.
   * @param comparatorChar - The comparator character.
   */
  #parseComparator(left, comparatorChar) {
    return comparator(comparatorChar, left, this.#expression(BINDING_POWER[comparatorChar]));
  }
  /**
   * Process a multi-select list.
   *
   * A multi-select list is a syntax that allows you to
   * select multiple elements from a list. For example
   * `foo[*]` selects all elements in the list `foo`.
   */
  #parseMultiSelectList() {
    const expressions = [];
    while (true) {
      const expression = this.#expression();
      expressions.push(expression);
      if (this.#currentToken() === "rbracket") {
        break;
      }
      this.#match("comma");
    }
    this.#match("rbracket");
    return multiSelectList(expressions);
  }
  /**
   * Process a multi-select hash.
   *
   * A multi-select hash is a syntax that allows you to
   * select multiple key-value pairs from a dictionary.
   * For example `foo{a: a, b: b}` selects the keys `a`
   * and `b` from the dictionary `foo`.
   */
  #parseMultiSelectHash() {
    const pairs = [];
    while (true) {
      const keyToken = this.#lookaheadToken(0);
      this.#matchMultipleTokens(["quoted_identifier", "unquoted_identifier"]);
      const keyName = keyToken.value;
      this.#match("colon");
      const value = this.#expression(0);
      const node = keyValPair(keyName, value);
      pairs.push(node);
      if (this.#currentToken() === "comma") {
        this.#match("comma");
      } else if (this.#currentToken() === "rbrace") {
        this.#match("rbrace");
        break;
      }
    }
    return multiSelectObject(pairs);
  }
  /**
   * Process the right hand side of a projection.
   *
   * @param bindingPower - The binding power of the current token.
   */
  #parseProjectionRhs(bindingPower) {
    let right;
    if (BINDING_POWER[this.#currentToken()] < this.#projectionStop) {
      right = identity();
    } else if (this.#currentToken() === "lbracket") {
      right = this.#expression(bindingPower);
    } else if (this.#currentToken() === "filter") {
      right = this.#expression(bindingPower);
    } else if (this.#currentToken() === "dot") {
      this.#match("dot");
      right = this.#parseDotRhs(bindingPower);
    } else {
      this.#throwParseError();
    }
    return right;
  }
  /**
   * Process the right hand side of a dot expression.
   *
   * @param bindingPower - The binding power of the current token.
   */
  #parseDotRhs(bindingPower) {
    const lookahead = this.#currentToken();
    if (["quoted_identifier", "unquoted_identifier", "star"].includes(lookahead)) {
      return this.#expression(bindingPower);
    }
    if (lookahead === "lbracket") {
      this.#match("lbracket");
      return this.#parseMultiSelectList();
    }
    if (lookahead === "lbrace") {
      this.#match("lbrace");
      return this.#parseMultiSelectHash();
    }
    this.#throwParseError();
  }
  /**
   * Process a token and throw an error if it doesn't match the expected token.
   *
   * @param tokenType - The expected token type.
   */
  #match(tokenType) {
    const currentToken = this.#currentToken();
    if (currentToken === tokenType) {
      this.#advance();
    } else {
      const token = this.#lookaheadToken(0);
      if (token.type === "eof") {
        throw new IncompleteExpressionError({
          lexPosition: token.start,
          tokenValue: token.value,
          tokenType: token.type
        });
      }
      throw new ParseError({
        lexPosition: token.start,
        tokenValue: token.value,
        tokenType: token.type
      });
    }
  }
  /**
   * Process a token and throw an error if it doesn't match the expected token.
   *
   * @param tokenTypes - The expected token types.
   */
  #matchMultipleTokens(tokenTypes) {
    const currentToken = this.#currentToken();
    if (!tokenTypes.includes(currentToken)) {
      const token = this.#lookaheadToken(0);
      if (token.type === "eof") {
        throw new IncompleteExpressionError({
          lexPosition: token.start,
          tokenValue: token.value,
          tokenType: token.type
        });
      }
      throw new ParseError({
        lexPosition: token.start,
        tokenValue: token.value,
        tokenType: token.type
      });
    }
    this.#advance();
  }
  /**
   * Advance the index to the next token.
   */
  #advance() {
    this.#index += 1;
  }
  /**
   * Get the current token type.
   */
  #currentToken() {
    return this.#tokens[this.#index].type;
  }
  /**
   * Look ahead in the token stream and get the type of the token
   *
   * @param number - The number of tokens to look ahead.
   */
  #lookahead(number) {
    return this.#tokens[this.#index + number].type;
  }
  /**
   * Look ahead in the token stream and get the token
   *
   * @param number - The number of tokens to look ahead.
   */
  #lookaheadToken(number) {
    return this.#tokens[this.#index + number];
  }
  /**
   * Remove half of the cached expressions randomly.
   */
  #evictCache() {
    const newCache = Object.keys(this.#cache).reduce((acc, key) => {
      if (randomInt(0, 100) > 50) {
        acc[key] = this.#cache[key];
      }
      return acc;
    }, {});
    this.#cache = newCache;
  }
};

// node_modules/@aws-lambda-powertools/jmespath/lib/esm/search.js
var parser = new Parser();
var search = (expression, data, options) => {
  return parser.parse(expression).search(data, options);
};

// node_modules/@aws-lambda-powertools/idempotency/lib/esm/IdempotencyHandler.js
var IdempotencyHandler = class {
  /**
   * The arguments passed to the function.
   *
   * For example, if the function is `foo(a, b)`, then `functionArguments` will be `[a, b]`.
   * We need to keep track of the arguments so that we can pass them to the function when we call it.
   */
  #functionArguments;
  /**
   * The payload to be hashed.
   *
   * This is the argument that is used for the idempotency.
   */
  #functionPayloadToBeHashed;
  /**
   * Reference to the function to be made idempotent.
   */
  #functionToMakeIdempotent;
  /**
   * Idempotency configuration options.
   */
  #idempotencyConfig;
  /**
   * Custom prefix to be used when generating the idempotency key.
   */
  #keyPrefix;
  /**
   * Persistence layer used to store the idempotency records.
   */
  #persistenceStore;
  /**
   * The `this` context to be used when calling the function.
   *
   * When decorating a class method, this will be the instance of the class.
   */
  #thisArg;
  constructor(options) {
    const { functionToMakeIdempotent, functionPayloadToBeHashed, idempotencyConfig, functionArguments, persistenceStore, keyPrefix, thisArg } = options;
    this.#functionToMakeIdempotent = functionToMakeIdempotent;
    this.#functionPayloadToBeHashed = functionPayloadToBeHashed;
    this.#idempotencyConfig = idempotencyConfig;
    this.#keyPrefix = keyPrefix;
    this.#functionArguments = functionArguments;
    this.#thisArg = thisArg;
    this.#persistenceStore = persistenceStore;
    this.#persistenceStore.configure({
      config: this.#idempotencyConfig,
      keyPrefix: this.#keyPrefix
    });
  }
  /**
   * Takes an idempotency key and returns the idempotency record from the persistence layer.
   *
   * If a response hook is provided in the idempotency configuration, it will be called before returning the response.
   *
   * If the idempotency record is not COMPLETE, then it will throw an error based on the status of the record.
   *
   * @param idempotencyRecord The idempotency record stored in the persistence layer
   * @returns The result of the function if the idempotency record is in a terminal state
   */
  determineResultFromIdempotencyRecord(idempotencyRecord) {
    if (idempotencyRecord.getStatus() === IdempotencyRecordStatus.EXPIRED) {
      throw new IdempotencyInconsistentStateError("Item has expired during processing and may not longer be valid.");
    }
    if (idempotencyRecord.getStatus() === IdempotencyRecordStatus.INPROGRESS) {
      if (idempotencyRecord.inProgressExpiryTimestamp && idempotencyRecord.inProgressExpiryTimestamp < (/* @__PURE__ */ new Date()).getUTCMilliseconds()) {
        throw new IdempotencyInconsistentStateError("Item is in progress but the in progress expiry timestamp has expired.");
      }
      throw new IdempotencyAlreadyInProgressError(`There is already an execution in progress with idempotency key: ${idempotencyRecord.idempotencyKey}${idempotencyRecord.sortKey ? ` and sort key: ${idempotencyRecord.sortKey}` : ""}`);
    }
    const response = idempotencyRecord.getResponse();
    if (this.#idempotencyConfig.responseHook) {
      return this.#idempotencyConfig.responseHook(response, idempotencyRecord);
    }
    return response;
  }
  /**
   * Execute the handler and return the result.
   *
   * If the handler fails, the idempotency record will be deleted.
   * If it succeeds, the idempotency record will be updated with the result.
   *
   * @returns The result of the function execution
   */
  async getFunctionResult() {
    let result;
    try {
      result = await this.#functionToMakeIdempotent.apply(this.#thisArg, this.#functionArguments);
    } catch (error) {
      await this.#deleteInProgressRecord();
      throw error;
    }
    await this.#saveSuccessfulResult(result);
    return result;
  }
  /**
   * Entry point to handle the idempotency logic.
   *
   * Before the handler is executed, we need to check if there is already an
   * execution in progress for the given idempotency key. If there is, we
   * need to determine its status and return the appropriate response or
   * throw an error.
   *
   * If there is no execution in progress, we need to save a record to the
   * idempotency store to indicate that an execution is in progress.
   *
   * In some rare cases, when the persistent state changes in small time
   * window, we might get an `IdempotencyInconsistentStateError`. In such
   * cases we can safely retry the handling a few times.
   */
  async handle({ isReplay } = {}) {
    if (this.shouldSkipIdempotency()) {
      return await this.#functionToMakeIdempotent.apply(this.#thisArg, this.#functionArguments);
    }
    let e3;
    for (let retryNo = 0; retryNo <= MAX_RETRIES; retryNo++) {
      try {
        const { isIdempotent, result } = await this.#saveInProgressOrReturnExistingResult({ isReplay });
        if (isIdempotent)
          return result;
        return await this.getFunctionResult();
      } catch (error) {
        if (!(error instanceof Error))
          throw new IdempotencyUnknownError("An unknown error occurred while processing the request.", { cause: error });
        if (error.name === "IdempotencyInconsistentStateError" && retryNo < MAX_RETRIES) {
          continue;
        }
        e3 = error;
        break;
      }
    }
    throw e3;
  }
  /**
   * Handle the idempotency operations needed after the handler has returned.
   *
   * When the handler returns successfully, we need to update the record in the
   * idempotency store to indicate that the execution has completed and
   * store its result.
   *
   * To avoid duplication of code, we expose this method so that it can be
   * called from the `after` phase of the Middy middleware.
   *
   * @param response The response returned by the handler.
   */
  async handleMiddyAfter(response) {
    await this.#saveSuccessfulResult(response);
  }
  /**
   * Handle the idempotency operations needed after the handler has returned.
   *
   * Before the handler is executed, we need to check if there is already an
   * execution in progress for the given idempotency key. If there is, we
   * need to determine its status and return the appropriate response or
   * throw an error.
   *
   * If there is no execution in progress, we need to save a record to the
   * idempotency store to indicate that an execution is in progress.
   *
   * In some rare cases, when the persistent state changes in small time
   * window, we might get an `IdempotencyInconsistentStateError`. In such
   * cases we can safely retry the handling a few times.
   *
   * @param request The request object passed to the handler.
   * @param callback Callback function to cleanup pending middlewares when returning early.
   */
  async handleMiddyBefore(request, callback) {
    for (let retryNo = 0; retryNo <= MAX_RETRIES; retryNo++) {
      try {
        const { isIdempotent, result } = await this.#saveInProgressOrReturnExistingResult();
        if (isIdempotent) {
          await callback(request);
          return result;
        }
        break;
      } catch (error) {
        if (
          /**
           * It's safe to cast the error here because this catch block is only
           * reached when an error is thrown in code paths that we control,
           * and we only throw instances of `Error`.
           */
          error.name === "IdempotencyInconsistentStateError" && retryNo < MAX_RETRIES
        ) {
          continue;
        }
        throw error;
      }
    }
  }
  /**
   * Handle the idempotency operations needed when an error is thrown in the handler.
   *
   * When an error is thrown in the handler, we need to delete the record from the
   * idempotency store.
   *
   * To avoid duplication of code, we expose this method so that it can be
   * called from the `onError` phase of the Middy middleware.
   */
  async handleMiddyOnError() {
    await this.#deleteInProgressRecord();
  }
  /**
   * Setter for the payload to be hashed to generate the idempotency key.
   *
   * This is useful if you want to use a different payload than the one
   * used to instantiate the `IdempotencyHandler`, for example when using
   * it within a Middy middleware.
   *
   * @param functionPayloadToBeHashed The payload to be hashed to generate the idempotency key
   */
  setFunctionPayloadToBeHashed(functionPayloadToBeHashed) {
    this.#functionPayloadToBeHashed = functionPayloadToBeHashed;
  }
  /**
   * Avoid idempotency if the eventKeyJmesPath is not present in the payload and throwOnNoIdempotencyKey is false
   */
  shouldSkipIdempotency() {
    if (!this.#idempotencyConfig.isEnabled())
      return true;
    if (this.#idempotencyConfig.eventKeyJmesPath !== "" && !this.#idempotencyConfig.throwOnNoIdempotencyKey) {
      const selection = search(this.#idempotencyConfig.eventKeyJmesPath, this.#functionPayloadToBeHashed, this.#idempotencyConfig.jmesPathOptions);
      return selection === void 0 || selection === null;
    }
    return false;
  }
  /**
   * Delete an in progress record from the idempotency store.
   *
   * This is called when the handler throws an error.
   */
  #deleteInProgressRecord = async () => {
    try {
      await this.#persistenceStore.deleteRecord(this.#functionPayloadToBeHashed);
    } catch (error) {
      throw new IdempotencyPersistenceLayerError("Failed to delete record from idempotency store", { cause: error });
    }
  };
  /**
   * Save an in progress record to the idempotency store or return an stored result.
   *
   * Before returning a result, we might neede to look up the idempotency record
   * and validate it to ensure that it is consistent with the payload to be hashed.
   */
  #saveInProgressOrReturnExistingResult = async ({ isReplay } = {}) => {
    const returnValue = {
      isIdempotent: false,
      result: void 0
    };
    try {
      await this.#persistenceStore.saveInProgress(this.#functionPayloadToBeHashed, this.#idempotencyConfig.lambdaContext?.getRemainingTimeInMillis());
      return returnValue;
    } catch (error) {
      if (!(error instanceof Error))
        throw new IdempotencyUnknownError("An unknown error occurred while processing the request.", { cause: error });
      if (error.name === "IdempotencyItemAlreadyExistsError") {
        if (isReplay) {
          return returnValue;
        }
        let idempotencyRecord = error.existingRecord;
        if (idempotencyRecord === void 0) {
          idempotencyRecord = await this.#persistenceStore.getRecord(this.#functionPayloadToBeHashed);
        } else {
          idempotencyRecord = this.#persistenceStore.processExistingRecord(idempotencyRecord, this.#functionPayloadToBeHashed);
        }
        returnValue.isIdempotent = true;
        returnValue.result = this.determineResultFromIdempotencyRecord(idempotencyRecord);
        return returnValue;
      }
      throw new IdempotencyPersistenceLayerError("Failed to save in progress record to idempotency store", { cause: error });
    }
  };
  /**
   * Save a successful result to the idempotency store.
   *
   * This is called when the handler returns successfully.
   *
   * @param result The result returned by the handler.
   */
  #saveSuccessfulResult = async (result) => {
    try {
      await this.#persistenceStore.saveSuccess(this.#functionPayloadToBeHashed, result);
    } catch (error) {
      throw new IdempotencyPersistenceLayerError("Failed to update success record to idempotency store", { cause: error });
    }
  };
};

// node_modules/@aws-lambda-powertools/idempotency/lib/esm/makeIdempotent.js
var isContext = (arg) => {
  return arg !== void 0 && arg !== null && typeof arg === "object" && "getRemainingTimeInMillis" in arg;
};
var isDurableContext = (arg) => {
  return arg !== void 0 && arg !== null && typeof arg === "object" && "step" in arg;
};
var isFnHandler = (fn, args) => {
  return fn !== void 0 && fn !== null && typeof fn === "function" && (isContext(args[1]) || isDurableContext(args[1]));
};
var isOptionsWithDataIndexArgument = (options) => {
  return options !== void 0 && options !== null && typeof options === "object" && "dataIndexArgument" in options;
};
function makeIdempotent(fn, options) {
  const { persistenceStore, config, keyPrefix } = options;
  const idempotencyConfig = config ?? new IdempotencyConfig({});
  if (!idempotencyConfig.isEnabled())
    return fn;
  return function(...args) {
    let functionPayloadToBeHashed;
    if (isFnHandler(fn, args)) {
      idempotencyConfig.registerLambdaContext(args[1]?.lambdaContext || args[1]);
      functionPayloadToBeHashed = args[0];
    } else if (isOptionsWithDataIndexArgument(options)) {
      functionPayloadToBeHashed = args[options.dataIndexArgument];
    } else {
      functionPayloadToBeHashed = args[0];
    }
    const isReplay = args[1]?.durableExecutionMode === "ReplayMode";
    return new IdempotencyHandler({
      functionToMakeIdempotent: fn,
      idempotencyConfig,
      persistenceStore,
      keyPrefix,
      functionArguments: args,
      functionPayloadToBeHashed,
      thisArg: this
    }).handle({ isReplay });
  };
}

// node_modules/@aws-sdk/core/dist-es/submodules/account-id-endpoint/AccountIdEndpointModeConstants.js
var DEFAULT_ACCOUNT_ID_ENDPOINT_MODE = "preferred";
var ACCOUNT_ID_ENDPOINT_MODE_VALUES = ["disabled", "preferred", "required"];
function validateAccountIdEndpointMode(value) {
  return ACCOUNT_ID_ENDPOINT_MODE_VALUES.includes(value);
}

// node_modules/@aws-sdk/core/dist-es/submodules/account-id-endpoint/AccountIdEndpointModeConfigResolver.js
var resolveAccountIdEndpointModeConfig = (input) => {
  const { accountIdEndpointMode } = input;
  const accountIdEndpointModeProvider = normalizeProvider(accountIdEndpointMode ?? DEFAULT_ACCOUNT_ID_ENDPOINT_MODE);
  return Object.assign(input, {
    accountIdEndpointMode: async () => {
      const accIdMode = await accountIdEndpointModeProvider();
      if (!validateAccountIdEndpointMode(accIdMode)) {
        throw new Error(`Invalid value for accountIdEndpointMode: ${accIdMode}. Valid values are: "required", "preferred", "disabled".`);
      }
      return accIdMode;
    }
  });
};

// node_modules/@aws-sdk/core/dist-es/submodules/account-id-endpoint/NodeAccountIdEndpointModeConfigOptions.js
var err = "Invalid AccountIdEndpointMode value";
var _throw = (message) => {
  throw new Error(message);
};
var ENV_ACCOUNT_ID_ENDPOINT_MODE = "AWS_ACCOUNT_ID_ENDPOINT_MODE";
var CONFIG_ACCOUNT_ID_ENDPOINT_MODE = "account_id_endpoint_mode";
var NODE_ACCOUNT_ID_ENDPOINT_MODE_CONFIG_OPTIONS = {
  environmentVariableSelector: (env) => {
    const value = env[ENV_ACCOUNT_ID_ENDPOINT_MODE];
    if (value && !validateAccountIdEndpointMode(value)) {
      _throw(err);
    }
    return value;
  },
  configFileSelector: (profile) => {
    const value = profile[CONFIG_ACCOUNT_ID_ENDPOINT_MODE];
    if (value && !validateAccountIdEndpointMode(value)) {
      _throw(err);
    }
    return value;
  },
  default: DEFAULT_ACCOUNT_ID_ENDPOINT_MODE
};

// node_modules/@aws-sdk/middleware-endpoint-discovery/dist-es/configurations.js
var ENV_ENDPOINT_DISCOVERY = ["AWS_ENABLE_ENDPOINT_DISCOVERY", "AWS_ENDPOINT_DISCOVERY_ENABLED"];
var CONFIG_ENDPOINT_DISCOVERY = "endpoint_discovery_enabled";
var isFalsy = (value) => ["false", "0"].indexOf(value) >= 0;
var NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: (env) => {
    for (let i3 = 0; i3 < ENV_ENDPOINT_DISCOVERY.length; i3++) {
      const envKey = ENV_ENDPOINT_DISCOVERY[i3];
      if (envKey in env) {
        const value = env[envKey];
        if (value === "") {
          throw Error(`Environment variable ${envKey} can't be empty of undefined, got "${value}"`);
        }
        return !isFalsy(value);
      }
    }
  },
  configFileSelector: (profile) => {
    if (CONFIG_ENDPOINT_DISCOVERY in profile) {
      const value = profile[CONFIG_ENDPOINT_DISCOVERY];
      if (value === void 0) {
        throw Error(`Shared config entry ${CONFIG_ENDPOINT_DISCOVERY} can't be undefined, got "${value}"`);
      }
      return !isFalsy(value);
    }
  },
  default: void 0
};

// node_modules/@aws-sdk/endpoint-cache/dist-es/EndpointCache.js
var import_lru_cache = __toESM(require_lru_cache());
var EndpointCache2 = class {
  cache;
  constructor(capacity) {
    this.cache = new import_lru_cache.default(capacity);
  }
  getEndpoint(key) {
    const endpointsWithExpiry = this.get(key);
    if (!endpointsWithExpiry || endpointsWithExpiry.length === 0) {
      return void 0;
    }
    const endpoints = endpointsWithExpiry.map((endpoint) => endpoint.Address);
    return endpoints[Math.floor(Math.random() * endpoints.length)];
  }
  get(key) {
    if (!this.has(key)) {
      return;
    }
    const value = this.cache.get(key);
    if (!value) {
      return;
    }
    const now = Date.now();
    const endpointsWithExpiry = value.filter((endpoint) => now < endpoint.Expires);
    if (endpointsWithExpiry.length === 0) {
      this.delete(key);
      return void 0;
    }
    return endpointsWithExpiry;
  }
  set(key, endpoints) {
    const now = Date.now();
    this.cache.set(key, endpoints.map(({ Address, CachePeriodInMinutes }) => ({
      Address,
      Expires: now + CachePeriodInMinutes * 60 * 1e3
    })));
  }
  delete(key) {
    this.cache.set(key, []);
  }
  has(key) {
    if (!this.cache.has(key)) {
      return false;
    }
    const endpoints = this.cache.peek(key);
    if (!endpoints) {
      return false;
    }
    return endpoints.length > 0;
  }
  clear() {
    this.cache.clear();
  }
};

// node_modules/@aws-sdk/middleware-endpoint-discovery/dist-es/resolveEndpointDiscoveryConfig.js
var resolveEndpointDiscoveryConfig = (input, { endpointDiscoveryCommandCtor }) => {
  const { endpointCacheSize, endpointDiscoveryEnabled, endpointDiscoveryEnabledProvider } = input;
  return Object.assign(input, {
    endpointDiscoveryCommandCtor,
    endpointCache: new EndpointCache2(endpointCacheSize ?? 1e3),
    endpointDiscoveryEnabled: endpointDiscoveryEnabled !== void 0 ? () => Promise.resolve(endpointDiscoveryEnabled) : endpointDiscoveryEnabledProvider,
    isClientEndpointDiscoveryEnabled: endpointDiscoveryEnabled !== void 0
  });
};

// node_modules/@aws-sdk/client-dynamodb/dist-es/auth/httpAuthSchemeProvider.js
var defaultDynamoDBHttpAuthSchemeParametersProvider = async (config, context, input) => {
  return {
    operation: getSmithyContext(context).operation,
    region: await normalizeProvider(config.region)() || (() => {
      throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
    })()
  };
};
function createAwsAuthSigv4HttpAuthOption2(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "dynamodb",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
var defaultDynamoDBHttpAuthSchemeProvider = (authParameters) => {
  const options = [];
  switch (authParameters.operation) {
    default: {
      options.push(createAwsAuthSigv4HttpAuthOption2(authParameters));
    }
  }
  return options;
};
var resolveHttpAuthSchemeConfig2 = (config) => {
  const config_0 = resolveAwsSdkSigV4Config(config);
  return Object.assign(config_0, {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-dynamodb/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters2 = (options) => {
  return Object.assign(options, {
    useDualstackEndpoint: options.useDualstackEndpoint ?? false,
    useFipsEndpoint: options.useFipsEndpoint ?? false,
    defaultSigningName: "dynamodb"
  });
};
var commonParams2 = {
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  AccountId: { type: "builtInParams", name: "accountId" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" },
  AccountIdEndpointMode: { type: "builtInParams", name: "accountIdEndpointMode" }
};

// node_modules/@aws-sdk/client-dynamodb/dist-es/commandBuilder.js
var command2 = makeBuilder(commonParams2, "DynamoDB_20120810", "DynamoDBClient", getEndpointPlugin);
var _ep02 = {};
var _ep3 = {
  ResourceArn: { type: "contextParams", name: "TableName" }
};
var _mw02 = (Command, cs, config, o2) => [];

// node_modules/@aws-sdk/client-dynamodb/dist-es/models/DynamoDBServiceException.js
var DynamoDBServiceException = class _DynamoDBServiceException extends ServiceException {
  static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.dynamodb#DynamoDBServiceException";
  constructor(options) {
    super(options);
    Object.setPrototypeOf(this, _DynamoDBServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-dynamodb/dist-es/models/errors.js
var BackupInUseException = class _BackupInUseException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#BackupInUseException";
  name = "BackupInUseException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "BackupInUseException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _BackupInUseException.prototype);
  }
};
var BackupNotFoundException = class _BackupNotFoundException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#BackupNotFoundException";
  name = "BackupNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "BackupNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _BackupNotFoundException.prototype);
  }
};
var InternalServerError = class _InternalServerError extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#InternalServerError";
  name = "InternalServerError";
  $fault = "server";
  constructor(opts) {
    super({
      name: "InternalServerError",
      $fault: "server",
      ...opts
    });
    Object.setPrototypeOf(this, _InternalServerError.prototype);
  }
};
var RequestLimitExceeded = class _RequestLimitExceeded extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#RequestLimitExceeded";
  name = "RequestLimitExceeded";
  $fault = "client";
  ThrottlingReasons;
  constructor(opts) {
    super({
      name: "RequestLimitExceeded",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _RequestLimitExceeded.prototype);
    this.ThrottlingReasons = opts.ThrottlingReasons;
  }
};
var ThrottlingException = class _ThrottlingException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#ThrottlingException";
  name = "ThrottlingException";
  $fault = "client";
  throttlingReasons;
  constructor(opts) {
    super({
      name: "ThrottlingException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ThrottlingException.prototype);
    this.throttlingReasons = opts.throttlingReasons;
  }
};
var InvalidEndpointException = class _InvalidEndpointException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#InvalidEndpointException";
  name = "InvalidEndpointException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "InvalidEndpointException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidEndpointException.prototype);
    this.Message = opts.Message;
  }
};
var ProvisionedThroughputExceededException = class _ProvisionedThroughputExceededException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#ProvisionedThroughputExceededException";
  name = "ProvisionedThroughputExceededException";
  $fault = "client";
  ThrottlingReasons;
  constructor(opts) {
    super({
      name: "ProvisionedThroughputExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ProvisionedThroughputExceededException.prototype);
    this.ThrottlingReasons = opts.ThrottlingReasons;
  }
};
var ResourceNotFoundException2 = class _ResourceNotFoundException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#ResourceNotFoundException";
  name = "ResourceNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ResourceNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceNotFoundException.prototype);
  }
};
var ItemCollectionSizeLimitExceededException = class _ItemCollectionSizeLimitExceededException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#ItemCollectionSizeLimitExceededException";
  name = "ItemCollectionSizeLimitExceededException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ItemCollectionSizeLimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ItemCollectionSizeLimitExceededException.prototype);
  }
};
var ReplicatedWriteConflictException = class _ReplicatedWriteConflictException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#ReplicatedWriteConflictException";
  name = "ReplicatedWriteConflictException";
  $fault = "client";
  $retryable = {};
  constructor(opts) {
    super({
      name: "ReplicatedWriteConflictException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ReplicatedWriteConflictException.prototype);
  }
};
var ContinuousBackupsUnavailableException = class _ContinuousBackupsUnavailableException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#ContinuousBackupsUnavailableException";
  name = "ContinuousBackupsUnavailableException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ContinuousBackupsUnavailableException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ContinuousBackupsUnavailableException.prototype);
  }
};
var LimitExceededException2 = class _LimitExceededException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#LimitExceededException";
  name = "LimitExceededException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "LimitExceededException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _LimitExceededException.prototype);
  }
};
var TableInUseException = class _TableInUseException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#TableInUseException";
  name = "TableInUseException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "TableInUseException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TableInUseException.prototype);
  }
};
var TableNotFoundException = class _TableNotFoundException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#TableNotFoundException";
  name = "TableNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "TableNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TableNotFoundException.prototype);
  }
};
var GlobalTableAlreadyExistsException = class _GlobalTableAlreadyExistsException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#GlobalTableAlreadyExistsException";
  name = "GlobalTableAlreadyExistsException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "GlobalTableAlreadyExistsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _GlobalTableAlreadyExistsException.prototype);
  }
};
var ResourceInUseException = class _ResourceInUseException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#ResourceInUseException";
  name = "ResourceInUseException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ResourceInUseException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ResourceInUseException.prototype);
  }
};
var TransactionConflictException = class _TransactionConflictException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#TransactionConflictException";
  name = "TransactionConflictException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "TransactionConflictException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TransactionConflictException.prototype);
  }
};
var PolicyNotFoundException = class _PolicyNotFoundException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#PolicyNotFoundException";
  name = "PolicyNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "PolicyNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PolicyNotFoundException.prototype);
  }
};
var ExportNotFoundException = class _ExportNotFoundException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#ExportNotFoundException";
  name = "ExportNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ExportNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ExportNotFoundException.prototype);
  }
};
var GlobalTableNotFoundException = class _GlobalTableNotFoundException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#GlobalTableNotFoundException";
  name = "GlobalTableNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "GlobalTableNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _GlobalTableNotFoundException.prototype);
  }
};
var ImportNotFoundException = class _ImportNotFoundException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#ImportNotFoundException";
  name = "ImportNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ImportNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ImportNotFoundException.prototype);
  }
};
var DuplicateItemException = class _DuplicateItemException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#DuplicateItemException";
  name = "DuplicateItemException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "DuplicateItemException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _DuplicateItemException.prototype);
  }
};
var IdempotentParameterMismatchException = class _IdempotentParameterMismatchException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#IdempotentParameterMismatchException";
  name = "IdempotentParameterMismatchException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "IdempotentParameterMismatchException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _IdempotentParameterMismatchException.prototype);
    this.Message = opts.Message;
  }
};
var TransactionInProgressException = class _TransactionInProgressException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#TransactionInProgressException";
  name = "TransactionInProgressException";
  $fault = "client";
  Message;
  constructor(opts) {
    super({
      name: "TransactionInProgressException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TransactionInProgressException.prototype);
    this.Message = opts.Message;
  }
};
var ExportConflictException = class _ExportConflictException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#ExportConflictException";
  name = "ExportConflictException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ExportConflictException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ExportConflictException.prototype);
  }
};
var InvalidExportTimeException = class _InvalidExportTimeException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#InvalidExportTimeException";
  name = "InvalidExportTimeException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidExportTimeException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidExportTimeException.prototype);
  }
};
var PointInTimeRecoveryUnavailableException = class _PointInTimeRecoveryUnavailableException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#PointInTimeRecoveryUnavailableException";
  name = "PointInTimeRecoveryUnavailableException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "PointInTimeRecoveryUnavailableException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _PointInTimeRecoveryUnavailableException.prototype);
  }
};
var ImportConflictException = class _ImportConflictException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#ImportConflictException";
  name = "ImportConflictException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ImportConflictException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ImportConflictException.prototype);
  }
};
var TableAlreadyExistsException = class _TableAlreadyExistsException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#TableAlreadyExistsException";
  name = "TableAlreadyExistsException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "TableAlreadyExistsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TableAlreadyExistsException.prototype);
  }
};
var InvalidRestoreTimeException = class _InvalidRestoreTimeException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#InvalidRestoreTimeException";
  name = "InvalidRestoreTimeException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidRestoreTimeException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _InvalidRestoreTimeException.prototype);
  }
};
var ReplicaAlreadyExistsException = class _ReplicaAlreadyExistsException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#ReplicaAlreadyExistsException";
  name = "ReplicaAlreadyExistsException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ReplicaAlreadyExistsException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ReplicaAlreadyExistsException.prototype);
  }
};
var ReplicaNotFoundException = class _ReplicaNotFoundException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#ReplicaNotFoundException";
  name = "ReplicaNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ReplicaNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ReplicaNotFoundException.prototype);
  }
};
var IndexNotFoundException = class _IndexNotFoundException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#IndexNotFoundException";
  name = "IndexNotFoundException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "IndexNotFoundException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _IndexNotFoundException.prototype);
  }
};
var ConditionalCheckFailedException = class _ConditionalCheckFailedException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#ConditionalCheckFailedException";
  name = "ConditionalCheckFailedException";
  $fault = "client";
  Item;
  constructor(opts) {
    super({
      name: "ConditionalCheckFailedException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _ConditionalCheckFailedException.prototype);
    this.Item = opts.Item;
  }
};
var TransactionCanceledException = class _TransactionCanceledException extends DynamoDBServiceException {
  static shapeId = "com.amazonaws.dynamodb#TransactionCanceledException";
  name = "TransactionCanceledException";
  $fault = "client";
  Message;
  CancellationReasons;
  constructor(opts) {
    super({
      name: "TransactionCanceledException",
      $fault: "client",
      ...opts
    });
    Object.setPrototypeOf(this, _TransactionCanceledException.prototype);
    this.Message = opts.Message;
    this.CancellationReasons = opts.CancellationReasons;
  }
};

// node_modules/@aws-sdk/client-dynamodb/dist-es/schemas/schemas_0.js
var _A = "Action";
var _AM = "AttributeMap";
var _ATG = "AttributesToGet";
var _AU = "AttributeUpdates";
var _AV = "AttributeValue";
var _AVL = "AttributeValueList";
var _AVU = "AttributeValueUpdate";
var _Ad = "Address";
var _At = "Attributes";
var _BIUE = "BackupInUseException";
var _BNFE = "BackupNotFoundException";
var _BOOL = "BOOL";
var _BS_ = "BS";
var _B_ = "B";
var _C = "Code";
var _CBUE = "ContinuousBackupsUnavailableException";
var _CC = "ConsumedCapacity";
var _CCFE = "ConditionalCheckFailedException";
var _CCo = "ConditionCheck";
var _CE = "ConditionExpression";
var _CIM = "ContributorInsightsMode";
var _CIRL = "ContributorInsightsRuleList";
var _CISo = "ContributorInsightsStatus";
var _CO = "ComparisonOperator";
var _COo = "ConditionalOperator";
var _COs = "CsvOptions";
var _CPIM = "CachePeriodInMinutes";
var _CR = "CancellationReasons";
var _CRL = "CancellationReasonList";
var _CRSRA = "ConfirmRemoveSelfResourceAccess";
var _CRa = "CancellationReason";
var _CRo = "ConsistentRead";
var _CU = "CapacityUnits";
var _Ca = "Capacity";
var _Co = "Condition";
var _DCIO = "DescribeContributorInsightsOutput";
var _DE = "DescribeEndpoints";
var _DER = "DescribeEndpointsRequest";
var _DERe = "DescribeEndpointsResponse";
var _DI = "DeleteItem";
var _DIE = "DuplicateItemException";
var _DII = "DeleteItemInput";
var _DIO = "DeleteItemOutput";
var _De = "Delimiter";
var _Del = "Delete";
var _EAM = "ExpectedAttributeMap";
var _EAN = "ExpressionAttributeNames";
var _EAV = "ExpressionAttributeValues";
var _EAVM = "ExpressionAttributeValueMap";
var _EAVx = "ExpectedAttributeValue";
var _ECE = "ExportConflictException";
var _EDx = "ExceptionDescription";
var _EN = "ExceptionName";
var _ENFE = "ExportNotFoundException";
var _ERI = "ExpectedRevisionId";
var _ESK = "ExclusiveStartKey";
var _En = "Endpoints";
var _End = "Endpoint";
var _Ex = "Expected";
var _Exi = "Exists";
var _FCM = "FilterConditionMap";
var _FE = "FailureException";
var _FEi = "FilterExpression";
var _FS = "FilterSpecification";
var _G = "Get";
var _GI = "GetItem";
var _GII = "GetItemInput";
var _GIO = "GetItemOutput";
var _GSI = "GlobalSecondaryIndexes";
var _GTAEE = "GlobalTableAlreadyExistsException";
var _GTNFE = "GlobalTableNotFoundException";
var _HL = "HeaderList";
var _I = "Item";
var _ICE = "ImportConflictException";
var _ICK = "ItemCollectionKey";
var _ICKAM = "ItemCollectionKeyAttributeMap";
var _ICM = "ItemCollectionMetrics";
var _ICSLEE = "ItemCollectionSizeLimitExceededException";
var _IEE = "InvalidEndpointException";
var _IETE = "InvalidExportTimeException";
var _IN = "IndexName";
var _INFE = "ImportNotFoundException";
var _INFEn = "IndexNotFoundException";
var _IPME = "IdempotentParameterMismatchException";
var _IRTE = "InvalidRestoreTimeException";
var _ISE2 = "InternalServerError";
var _K2 = "Key";
var _KAA = "KeysAndAttributes";
var _KC = "KeyConditions";
var _KCE = "KeyConditionExpression";
var _KL = "KeyList";
var _Ke = "Keys";
var _L = "Limit";
var _LAV = "ListAttributeValue";
var _LEE2 = "LimitExceededException";
var _LETN = "LastEvaluatedTableName";
var _LSI = "LocalSecondaryIndexes";
var _LTO = "ListTablesOutput";
var _LUDT = "LastUpdateDateTime";
var _L_ = "L";
var _M2 = "Message";
var _MAV = "MapAttributeValue";
var _M_ = "M";
var _N2 = "N";
var _NKA = "NonKeyAttributes";
var _NS = "NS";
var _NULL = "NULL";
var _OSC = "OutputS3Configuration";
var _OT = "OutputType";
var _PE = "ProjectionExpression";
var _PI = "PutItem";
var _PII = "PutItemInput";
var _PIIAM = "PutItemInputAttributeMap";
var _PIO = "PutItemOutput";
var _PITRUE = "PointInTimeRecoveryUnavailableException";
var _PNFE = "PolicyNotFoundException";
var _PRPI = "PutResourcePolicyInput";
var _PTEE = "ProvisionedThroughputExceededException";
var _PTro = "ProjectionType";
var _Po = "Policy";
var _Pr = "Projection";
var _Pu = "Put";
var _QF = "QueryFilter";
var _QI = "QueryInput";
var _RA = "ResourceArn";
var _RAEE = "ReplicaAlreadyExistsException";
var _RCC = "ReturnConsumedCapacity";
var _RCU = "ReadCapacityUnits";
var _RICM = "ReturnItemCollectionMetrics";
var _RIUE = "ResourceInUseException";
var _RLE = "RequestLimitExceeded";
var _RNFE2 = "ReplicaNotFoundException";
var _RNFEe = "ResourceNotFoundException";
var _RV = "ReturnValues";
var _RVOCCF = "ReturnValuesOnConditionCheckFailure";
var _RWCE = "ReplicatedWriteConflictException";
var _SB2 = "S3Bucket";
var _SBO = "S3BucketOwner";
var _SCE = "SearchConditionExpression";
var _SERGB = "SizeEstimateRangeGB";
var _SF = "ScanFilter";
var _SI2 = "ScanInput";
var _SICM = "SecondaryIndexesCapacityMap";
var _SIF = "ScanIndexForward";
var _SKP = "S3KeyPrefix";
var _SSA = "S3SseAlgorithm";
var _SSKKI = "S3SseKmsKeyId";
var _SS_ = "SS";
var _SV = "SearchVector";
var _SVI = "SearchVectorsInput";
var _SVL = "SearchVectorList";
var _S_ = "S";
var _Se = "Select";
var _Seg = "Segment";
var _T2 = "Table";
var _TAEE = "TableAlreadyExistsException";
var _TCE = "TransactionCanceledException";
var _TCEr = "TransactionConflictException";
var _TE = "ThrottlingException";
var _TIPE = "TransactionInProgressException";
var _TIUE = "TableInUseException";
var _TK2 = "TopK";
var _TKa = "TagKeys";
var _TN = "TableName";
var _TNFE = "TableNotFoundException";
var _TNa = "TableNames";
var _TR = "ThrottlingReasons";
var _TRL = "ThrottlingReasonList";
var _TRh = "ThrottlingReason";
var _TSo = "TotalSegments";
var _U = "Update";
var _UE = "UpdateExpression";
var _UII = "UpdateItemInput";
var _UIO = "UpdateItemOutput";
var _UIp = "UpdateItem";
var _URI = "UntagResourceInput";
var _V2 = "Value";
var _VC = "VectorCapacity";
var _VI2 = "VectorIndexes";
var _VICM = "VectorIndexesCapacityMap";
var _VSRB = "VectorSearchRequestBytes";
var _VWRB = "VectorWriteRequestBytes";
var _WCU = "WriteCapacityUnits";
var _aQE = "awsQueryError";
var _c2 = "client";
var _e2 = "error";
var _hE = "httpError";
var _hH = "httpHeader";
var _m = "message";
var _r = "reason";
var _re = "resource";
var _s2 = "smithy.ts.sdk.synthetic.com.amazonaws.dynamodb";
var _se2 = "server";
var _tR = "throttlingReasons";
var _xacrsra = "x-amz-confirm-remove-self-resource-access";
var n02 = "com.amazonaws.dynamodb";
var _s_registry2 = new TypeRegistry(_s2);
var DynamoDBServiceException$ = [-3, _s2, "DynamoDBServiceException", 0, [], []];
_s_registry2.registerError(DynamoDBServiceException$, DynamoDBServiceException);
var n0_registry2 = new TypeRegistry(n02);
var BackupInUseException$ = [
  -3,
  n02,
  _BIUE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(BackupInUseException$, BackupInUseException);
var BackupNotFoundException$ = [
  -3,
  n02,
  _BNFE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(BackupNotFoundException$, BackupNotFoundException);
var ConditionalCheckFailedException$ = [
  -3,
  n02,
  _CCFE,
  { [_e2]: _c2 },
  [_m, _I],
  [0, () => AttributeMap]
];
n0_registry2.registerError(ConditionalCheckFailedException$, ConditionalCheckFailedException);
var ContinuousBackupsUnavailableException$ = [
  -3,
  n02,
  _CBUE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ContinuousBackupsUnavailableException$, ContinuousBackupsUnavailableException);
var DuplicateItemException$ = [
  -3,
  n02,
  _DIE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(DuplicateItemException$, DuplicateItemException);
var ExportConflictException$ = [
  -3,
  n02,
  _ECE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ExportConflictException$, ExportConflictException);
var ExportNotFoundException$ = [
  -3,
  n02,
  _ENFE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ExportNotFoundException$, ExportNotFoundException);
var GlobalTableAlreadyExistsException$ = [
  -3,
  n02,
  _GTAEE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(GlobalTableAlreadyExistsException$, GlobalTableAlreadyExistsException);
var GlobalTableNotFoundException$ = [
  -3,
  n02,
  _GTNFE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(GlobalTableNotFoundException$, GlobalTableNotFoundException);
var IdempotentParameterMismatchException$ = [
  -3,
  n02,
  _IPME,
  { [_e2]: _c2 },
  [_M2],
  [0]
];
n0_registry2.registerError(IdempotentParameterMismatchException$, IdempotentParameterMismatchException);
var ImportConflictException$ = [
  -3,
  n02,
  _ICE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ImportConflictException$, ImportConflictException);
var ImportNotFoundException$ = [
  -3,
  n02,
  _INFE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ImportNotFoundException$, ImportNotFoundException);
var IndexNotFoundException$ = [
  -3,
  n02,
  _INFEn,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(IndexNotFoundException$, IndexNotFoundException);
var InternalServerError$ = [
  -3,
  n02,
  _ISE2,
  { [_e2]: _se2 },
  [_m],
  [0]
];
n0_registry2.registerError(InternalServerError$, InternalServerError);
var InvalidEndpointException$ = [
  -3,
  n02,
  _IEE,
  { [_e2]: _c2, [_hE]: 421 },
  [_M2],
  [0]
];
n0_registry2.registerError(InvalidEndpointException$, InvalidEndpointException);
var InvalidExportTimeException$ = [
  -3,
  n02,
  _IETE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(InvalidExportTimeException$, InvalidExportTimeException);
var InvalidRestoreTimeException$ = [
  -3,
  n02,
  _IRTE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(InvalidRestoreTimeException$, InvalidRestoreTimeException);
var ItemCollectionSizeLimitExceededException$ = [
  -3,
  n02,
  _ICSLEE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ItemCollectionSizeLimitExceededException$, ItemCollectionSizeLimitExceededException);
var LimitExceededException$2 = [
  -3,
  n02,
  _LEE2,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(LimitExceededException$2, LimitExceededException2);
var PointInTimeRecoveryUnavailableException$ = [
  -3,
  n02,
  _PITRUE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(PointInTimeRecoveryUnavailableException$, PointInTimeRecoveryUnavailableException);
var PolicyNotFoundException$ = [
  -3,
  n02,
  _PNFE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(PolicyNotFoundException$, PolicyNotFoundException);
var ProvisionedThroughputExceededException$ = [
  -3,
  n02,
  _PTEE,
  { [_e2]: _c2 },
  [_m, _TR],
  [0, () => ThrottlingReasonList]
];
n0_registry2.registerError(ProvisionedThroughputExceededException$, ProvisionedThroughputExceededException);
var ReplicaAlreadyExistsException$ = [
  -3,
  n02,
  _RAEE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ReplicaAlreadyExistsException$, ReplicaAlreadyExistsException);
var ReplicaNotFoundException$ = [
  -3,
  n02,
  _RNFE2,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ReplicaNotFoundException$, ReplicaNotFoundException);
var ReplicatedWriteConflictException$ = [
  -3,
  n02,
  _RWCE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ReplicatedWriteConflictException$, ReplicatedWriteConflictException);
var RequestLimitExceeded$ = [
  -3,
  n02,
  _RLE,
  { [_e2]: _c2 },
  [_m, _TR],
  [0, () => ThrottlingReasonList]
];
n0_registry2.registerError(RequestLimitExceeded$, RequestLimitExceeded);
var ResourceInUseException$ = [
  -3,
  n02,
  _RIUE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ResourceInUseException$, ResourceInUseException);
var ResourceNotFoundException$2 = [
  -3,
  n02,
  _RNFEe,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(ResourceNotFoundException$2, ResourceNotFoundException2);
var TableAlreadyExistsException$ = [
  -3,
  n02,
  _TAEE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(TableAlreadyExistsException$, TableAlreadyExistsException);
var TableInUseException$ = [
  -3,
  n02,
  _TIUE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(TableInUseException$, TableInUseException);
var TableNotFoundException$ = [
  -3,
  n02,
  _TNFE,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(TableNotFoundException$, TableNotFoundException);
var ThrottlingException$ = [
  -3,
  n02,
  _TE,
  { [_aQE]: [`Throttling`, 400], [_e2]: _c2, [_hE]: 400 },
  [_m, _tR],
  [0, () => ThrottlingReasonList]
];
n0_registry2.registerError(ThrottlingException$, ThrottlingException);
var TransactionCanceledException$ = [
  -3,
  n02,
  _TCE,
  { [_e2]: _c2 },
  [_M2, _CR],
  [0, () => CancellationReasonList]
];
n0_registry2.registerError(TransactionCanceledException$, TransactionCanceledException);
var TransactionConflictException$ = [
  -3,
  n02,
  _TCEr,
  { [_e2]: _c2 },
  [_m],
  [0]
];
n0_registry2.registerError(TransactionConflictException$, TransactionConflictException);
var TransactionInProgressException$ = [
  -3,
  n02,
  _TIPE,
  { [_e2]: _c2 },
  [_M2],
  [0]
];
n0_registry2.registerError(TransactionInProgressException$, TransactionInProgressException);
var errorTypeRegistries2 = [
  _s_registry2,
  n0_registry2
];
var AttributeValueUpdate$ = [
  3,
  n02,
  _AVU,
  0,
  [_V2, _A],
  [() => AttributeValue$, 0]
];
var CancellationReason$ = [
  3,
  n02,
  _CRa,
  0,
  [_I, _C, _M2],
  [() => AttributeMap, 0, 0]
];
var Capacity$ = [
  3,
  n02,
  _Ca,
  0,
  [_RCU, _WCU, _CU],
  [1, 1, 1]
];
var Condition$ = [
  3,
  n02,
  _Co,
  0,
  [_CO, _AVL],
  [0, () => AttributeValueList],
  1
];
var ConditionCheck$ = [
  3,
  n02,
  _CCo,
  0,
  [_K2, _TN, _CE, _EAN, _EAV, _RVOCCF],
  [() => Key, 0, 0, 128 | 0, () => ExpressionAttributeValueMap, 0],
  3
];
var ConsumedCapacity$ = [
  3,
  n02,
  _CC,
  0,
  [_TN, _CU, _RCU, _WCU, _T2, _LSI, _GSI, _VI2],
  [0, 1, 1, 1, () => Capacity$, () => SecondaryIndexesCapacityMap, () => SecondaryIndexesCapacityMap, () => VectorIndexesCapacityMap]
];
var CsvOptions$ = [
  3,
  n02,
  _COs,
  0,
  [_De, _HL],
  [0, 64 | 0]
];
var Delete$ = [
  3,
  n02,
  _Del,
  0,
  [_K2, _TN, _CE, _EAN, _EAV, _RVOCCF],
  [() => Key, 0, 0, 128 | 0, () => ExpressionAttributeValueMap, 0],
  2
];
var DeleteItemInput$ = [
  3,
  n02,
  _DII,
  0,
  [_TN, _K2, _Ex, _COo, _RV, _RCC, _RICM, _CE, _EAN, _EAV, _RVOCCF],
  [0, () => Key, () => ExpectedAttributeMap, 0, 0, 0, 0, 0, 128 | 0, () => ExpressionAttributeValueMap, 0],
  2
];
var DeleteItemOutput$ = [
  3,
  n02,
  _DIO,
  0,
  [_At, _CC, _ICM],
  [() => AttributeMap, () => ConsumedCapacity$, () => ItemCollectionMetrics$]
];
var DescribeContributorInsightsOutput$ = [
  3,
  n02,
  _DCIO,
  0,
  [_TN, _IN, _CIRL, _CISo, _LUDT, _FE, _CIM],
  [0, 0, 64 | 0, 0, 4, () => FailureException$, 0]
];
var DescribeEndpointsRequest$ = [
  3,
  n02,
  _DER,
  0,
  [],
  []
];
var DescribeEndpointsResponse$ = [
  3,
  n02,
  _DERe,
  0,
  [_En],
  [() => Endpoints],
  1
];
var Endpoint$ = [
  3,
  n02,
  _End,
  0,
  [_Ad, _CPIM],
  [0, 1],
  2
];
var ExpectedAttributeValue$ = [
  3,
  n02,
  _EAVx,
  0,
  [_V2, _Exi, _CO, _AVL],
  [() => AttributeValue$, 2, 0, () => AttributeValueList]
];
var FailureException$ = [
  3,
  n02,
  _FE,
  0,
  [_EN, _EDx],
  [0, 0]
];
var FilterSpecification$ = [
  3,
  n02,
  _FS,
  0,
  [_FEi, _PE, _KCE, _EAN, _EAV],
  [0, 0, 0, 128 | 0, () => ExpressionAttributeValueMap]
];
var Get$ = [
  3,
  n02,
  _G,
  0,
  [_K2, _TN, _PE, _EAN],
  [() => Key, 0, 0, 128 | 0],
  2
];
var GetItemInput$ = [
  3,
  n02,
  _GII,
  0,
  [_TN, _K2, _ATG, _CRo, _RCC, _PE, _EAN],
  [0, () => Key, 64 | 0, 2, 0, 0, 128 | 0],
  2
];
var GetItemOutput$ = [
  3,
  n02,
  _GIO,
  0,
  [_I, _CC],
  [() => AttributeMap, () => ConsumedCapacity$]
];
var ItemCollectionMetrics$ = [
  3,
  n02,
  _ICM,
  0,
  [_ICK, _SERGB],
  [() => ItemCollectionKeyAttributeMap, 64 | 1]
];
var KeysAndAttributes$ = [
  3,
  n02,
  _KAA,
  0,
  [_Ke, _ATG, _CRo, _PE, _EAN],
  [() => KeyList, 64 | 0, 2, 0, 128 | 0],
  1
];
var ListTablesOutput$ = [
  3,
  n02,
  _LTO,
  0,
  [_TNa, _LETN],
  [64 | 0, 0]
];
var OutputS3Configuration$ = [
  3,
  n02,
  _OSC,
  0,
  [_OT, _SBO, _SB2, _SKP, _SSA, _SSKKI],
  [64 | 0, 0, 0, 0, 0, 0],
  1
];
var Projection$ = [
  3,
  n02,
  _Pr,
  0,
  [_PTro, _NKA],
  [0, 64 | 0]
];
var Put$ = [
  3,
  n02,
  _Pu,
  0,
  [_I, _TN, _CE, _EAN, _EAV, _RVOCCF],
  [() => PutItemInputAttributeMap, 0, 0, 128 | 0, () => ExpressionAttributeValueMap, 0],
  2
];
var PutItemInput$ = [
  3,
  n02,
  _PII,
  0,
  [_TN, _I, _Ex, _RV, _RCC, _RICM, _COo, _CE, _EAN, _EAV, _RVOCCF],
  [0, () => PutItemInputAttributeMap, () => ExpectedAttributeMap, 0, 0, 0, 0, 0, 128 | 0, () => ExpressionAttributeValueMap, 0],
  2
];
var PutItemOutput$ = [
  3,
  n02,
  _PIO,
  0,
  [_At, _CC, _ICM],
  [() => AttributeMap, () => ConsumedCapacity$, () => ItemCollectionMetrics$]
];
var PutResourcePolicyInput$ = [
  3,
  n02,
  _PRPI,
  0,
  [_RA, _Po, _ERI, _CRSRA],
  [0, 0, 0, [2, { [_hH]: _xacrsra }]],
  2
];
var QueryInput$ = [
  3,
  n02,
  _QI,
  0,
  [_TN, _IN, _Se, _ATG, _L, _CRo, _KC, _QF, _COo, _SIF, _ESK, _RCC, _PE, _FEi, _KCE, _EAN, _EAV],
  [0, 0, 0, 64 | 0, 1, 2, () => KeyConditions, () => FilterConditionMap, 0, 2, () => Key, 0, 0, 0, 0, 128 | 0, () => ExpressionAttributeValueMap],
  1
];
var ScanInput$ = [
  3,
  n02,
  _SI2,
  0,
  [_TN, _IN, _ATG, _L, _Se, _SF, _COo, _ESK, _RCC, _TSo, _Seg, _PE, _FEi, _EAN, _EAV, _CRo],
  [0, 0, 64 | 0, 1, 0, () => FilterConditionMap, 0, () => Key, 0, 1, 1, 0, 0, 128 | 0, () => ExpressionAttributeValueMap, 2],
  1
];
var SearchVectorsInput$ = [
  3,
  n02,
  _SVI,
  0,
  [_TN, _IN, _SV, _TK2, _RCC, _EAN, _EAV, _PE, _SCE],
  [0, 0, () => SearchVectorList, 1, 0, 128 | 0, () => ExpressionAttributeValueMap, 0, 0],
  4
];
var ThrottlingReason$ = [
  3,
  n02,
  _TRh,
  0,
  [_r, _re],
  [0, 0]
];
var UntagResourceInput$ = [
  3,
  n02,
  _URI,
  0,
  [_RA, _TKa],
  [0, 64 | 0],
  2
];
var Update$ = [
  3,
  n02,
  _U,
  0,
  [_K2, _UE, _TN, _CE, _EAN, _EAV, _RVOCCF],
  [() => Key, 0, 0, 0, 128 | 0, () => ExpressionAttributeValueMap, 0],
  3
];
var UpdateItemInput$ = [
  3,
  n02,
  _UII,
  0,
  [_TN, _K2, _AU, _Ex, _COo, _RV, _RCC, _RICM, _UE, _CE, _EAN, _EAV, _RVOCCF],
  [0, () => Key, () => AttributeUpdates, () => ExpectedAttributeMap, 0, 0, 0, 0, 0, 0, 128 | 0, () => ExpressionAttributeValueMap, 0],
  2
];
var UpdateItemOutput$ = [
  3,
  n02,
  _UIO,
  0,
  [_At, _CC, _ICM],
  [() => AttributeMap, () => ConsumedCapacity$, () => ItemCollectionMetrics$]
];
var VectorCapacity$ = [
  3,
  n02,
  _VC,
  0,
  [_VSRB, _VWRB],
  [1, 1]
];
var AttributeNameList = 64 | 0;
var AttributeValueList = [
  1,
  n02,
  _AVL,
  0,
  () => AttributeValue$
];
var BinarySetAttributeValue = 64 | 21;
var CancellationReasonList = [
  1,
  n02,
  _CRL,
  0,
  () => CancellationReason$
];
var ContributorInsightsRuleList = 64 | 0;
var CsvHeaderList = 64 | 0;
var Endpoints = [
  1,
  n02,
  _En,
  0,
  () => Endpoint$
];
var ItemCollectionSizeEstimateRange = 64 | 1;
var KeyList = [
  1,
  n02,
  _KL,
  0,
  () => Key
];
var ListAttributeValue = [
  1,
  n02,
  _LAV,
  0,
  () => AttributeValue$
];
var NonKeyAttributeNameList = 64 | 0;
var NumberSetAttributeValue = 64 | 0;
var OutputTypeList = 64 | 0;
var SearchVectorList = [
  1,
  n02,
  _SVL,
  0,
  () => AttributeValue$
];
var StringSetAttributeValue = 64 | 0;
var TableNameList = 64 | 0;
var TagKeyList = 64 | 0;
var ThrottlingReasonList = [
  1,
  n02,
  _TRL,
  0,
  () => ThrottlingReason$
];
var AttributeMap = [
  2,
  n02,
  _AM,
  0,
  0,
  () => AttributeValue$
];
var AttributeUpdates = [
  2,
  n02,
  _AU,
  0,
  0,
  () => AttributeValueUpdate$
];
var ExpectedAttributeMap = [
  2,
  n02,
  _EAM,
  0,
  0,
  () => ExpectedAttributeValue$
];
var ExpressionAttributeNameMap = 128 | 0;
var ExpressionAttributeValueMap = [
  2,
  n02,
  _EAVM,
  0,
  0,
  () => AttributeValue$
];
var FilterConditionMap = [
  2,
  n02,
  _FCM,
  0,
  0,
  () => Condition$
];
var ItemCollectionKeyAttributeMap = [
  2,
  n02,
  _ICKAM,
  0,
  0,
  () => AttributeValue$
];
var Key = [
  2,
  n02,
  _K2,
  0,
  0,
  () => AttributeValue$
];
var KeyConditions = [
  2,
  n02,
  _KC,
  0,
  0,
  () => Condition$
];
var MapAttributeValue = [
  2,
  n02,
  _MAV,
  0,
  0,
  () => AttributeValue$
];
var PutItemInputAttributeMap = [
  2,
  n02,
  _PIIAM,
  0,
  0,
  () => AttributeValue$
];
var SecondaryIndexesCapacityMap = [
  2,
  n02,
  _SICM,
  0,
  0,
  () => Capacity$
];
var VectorIndexesCapacityMap = [
  2,
  n02,
  _VICM,
  0,
  0,
  () => VectorCapacity$
];
var AttributeValue$ = [
  4,
  n02,
  _AV,
  0,
  [_S_, _N2, _B_, _SS_, _NS, _BS_, _M_, _L_, _NULL, _BOOL],
  [0, 0, 21, 64 | 0, 64 | 0, 64 | 21, () => MapAttributeValue, () => ListAttributeValue, 2, 2]
];
var DeleteItem$ = [
  9,
  n02,
  _DI,
  0,
  () => DeleteItemInput$,
  () => DeleteItemOutput$
];
var DescribeEndpoints$ = [
  9,
  n02,
  _DE,
  0,
  () => DescribeEndpointsRequest$,
  () => DescribeEndpointsResponse$
];
var GetItem$ = [
  9,
  n02,
  _GI,
  0,
  () => GetItemInput$,
  () => GetItemOutput$
];
var PutItem$ = [
  9,
  n02,
  _PI,
  0,
  () => PutItemInput$,
  () => PutItemOutput$
];
var UpdateItem$ = [
  9,
  n02,
  _UIp,
  0,
  () => UpdateItemInput$,
  () => UpdateItemOutput$
];

// node_modules/@aws-sdk/client-dynamodb/dist-es/commands/DescribeEndpointsCommand.js
var DescribeEndpointsCommand = class extends command2(_ep02, _mw02, "DescribeEndpoints", DescribeEndpoints$) {
};

// node_modules/@aws-sdk/client-dynamodb/package.json
var package_default2 = {
  name: "@aws-sdk/client-dynamodb",
  version: "3.1164.0",
  description: "AWS SDK for JavaScript Dynamodb Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-dynamodb",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-dynamodb"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: false,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    test: "yarn g:vitest run --passWithNoTests",
    "test:watch": "yarn g:vitest watch --passWithNoTests",
    "test:integration": "yarn g:vitest run --passWithNoTests -c vitest.config.integ.mts",
    "test:integration:watch": "yarn g:vitest watch --passWithNoTests -c vitest.config.integ.mts",
    "test:e2e": "yarn g:vitest run -c vitest.config.e2e.mts",
    "test:e2e:watch": "yarn g:vitest watch -c vitest.config.e2e.mts",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.980.1",
    "@aws-sdk/credential-provider-node": "^3.972.94",
    "@aws-sdk/dynamodb-codec": "^3.973.56",
    "@aws-sdk/middleware-endpoint-discovery": "^3.972.37",
    "@aws-sdk/types": "^3.975.0",
    "@smithy/core": "^3.38.0",
    "@smithy/fetch-http-handler": "^5.8.0",
    "@smithy/node-http-handler": "^4.14.0",
    "@smithy/types": "^4.19.0",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@smithy/snapshot-testing": "^2.4.0",
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2",
    vitest: "^4.0.17"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// node_modules/@aws-sdk/dynamodb-codec/dist-es/codec-v2/DynamoDBJsonCodec2.js
var ATTRIBUTE_VALUE = "com.amazonaws.dynamodb#AttributeValue";
var DynamoDBJsonShapeSerializer2 = class extends JsonShapeSerializer2 {
  writeValue(schema, value, container) {
    if (value != null && typeof value === "object") {
      const ns = NormalizedSchema.of(schema);
      if (ns.isStructSchema() && ns.getName(true) === ATTRIBUTE_VALUE) {
        this.writeAttributeValue(value);
        return;
      }
    }
    super.writeValue(schema, value, container);
  }
  writeAttributeValue(av) {
    const base64Encode = this.serdeContext?.base64Encoder ?? toBase64;
    this.writeAscii("{");
    let first = true;
    for (const key in av) {
      const val = av[key];
      if (val == null) {
        continue;
      }
      if (!first) {
        this.writeAscii(",");
      }
      first = false;
      this.writeAsciiQuoted(key);
      this.writeAscii(":");
      switch (key) {
        case "B":
          if (val instanceof Uint8Array) {
            this.writeBase64(val);
          } else {
            this.writeJsonString(val);
          }
          break;
        case "BS":
          this.writeAscii("[");
          {
            const arr = val;
            for (let i3 = 0; i3 < arr.length; i3++) {
              if (i3 > 0) {
                this.writeAscii(",");
              }
              const item = arr[i3];
              if (item instanceof Uint8Array) {
                this.writeBase64(item);
              } else {
                this.writeJsonString(base64Encode(item));
              }
            }
          }
          this.writeAscii("]");
          break;
        case "L":
          this.writeAscii("[");
          {
            const arr = val;
            for (let i3 = 0; i3 < arr.length; i3++) {
              if (i3 > 0) {
                this.writeAscii(",");
              }
              if (arr[i3] != null) {
                this.writeAttributeValue(arr[i3]);
              } else {
                this.writeAscii("null");
              }
            }
          }
          this.writeAscii("]");
          break;
        case "M":
          this.writeAscii("{");
          {
            const map = val;
            let mapFirst = true;
            for (const k3 in map) {
              if (map[k3] == null) {
                continue;
              }
              if (!mapFirst) {
                this.writeAscii(",");
              }
              mapFirst = false;
              this.writeJsonString(k3);
              this.writeAscii(":");
              this.writeAttributeValue(map[k3]);
            }
          }
          this.writeAscii("}");
          break;
        case "SS":
        case "NS":
          this.writeAscii("[");
          {
            const arr = val;
            for (let i3 = 0; i3 < arr.length; i3++) {
              if (i3 > 0) {
                this.writeAscii(",");
              }
              this.writeJsonString(arr[i3]);
            }
          }
          this.writeAscii("]");
          break;
        case "S":
        case "N":
          this.writeJsonString(val);
          break;
        case "BOOL":
          this.writeAscii(val ? "true" : "false");
          break;
        case "NULL":
          this.writeAscii(val ? "true" : "false");
          break;
        default:
          this.writeAscii(JSON.stringify(val));
          break;
      }
    }
    this.writeAscii("}");
  }
};
var DynamoDBJsonShapeDeserializer2 = class extends JsonShapeDeserializer2 {
  _read(schema, value) {
    const ns = NormalizedSchema.of(schema);
    if (ns.isStructSchema() && ns.getName(true) === ATTRIBUTE_VALUE) {
      if (value && typeof value === "object") {
        return this.readAttributeValue(value);
      }
    }
    return super._read(ns, value);
  }
  readAttributeValue(av) {
    const base64Decode = this.serdeContext?.base64Decoder ?? fromBase64;
    const out = av;
    if (typeof av.B === "string") {
      out.B = base64Decode(av.B);
    }
    if (Array.isArray(av.BS)) {
      out.BS = av.BS.map(base64Decode);
    }
    if (Array.isArray(av.L)) {
      out.L = av.L.map((v2) => this.readAttributeValue(v2));
    }
    if (av.M && typeof av.M === "object") {
      const m3 = av.M;
      for (const k3 in m3) {
        m3[k3] = this.readAttributeValue(m3[k3]);
      }
    }
    return out;
  }
};
var DynamoDBJsonCodec2 = class extends JsonCodec2 {
  constructor() {
    super({
      timestampFormat: {
        useTrait: true,
        default: 7
      },
      jsonName: false
    });
  }
  createSerializer() {
    const serializer = new DynamoDBJsonShapeSerializer2(this.settings);
    serializer.setSerdeContext(this.serdeContext);
    return serializer;
  }
  createDeserializer() {
    const deserializer = new DynamoDBJsonShapeDeserializer2(this.settings);
    deserializer.setSerdeContext(this.serdeContext);
    return deserializer;
  }
};

// node_modules/@aws-sdk/client-dynamodb/dist-es/endpoint/bdd.js
var L = "ref";
var M = "argv";
var a2 = -1;
var b2 = true;
var c2 = false;
var d2 = "isSet";
var e2 = "booleanEquals";
var f2 = "PartitionResult";
var g2 = "stringEquals";
var h2 = "getAttr";
var i2 = "parsedEndpoint";
var j2 = "aws.parseArn";
var k2 = (n2) => "ParsedArn_ssa_" + n2;
var l2 = "service";
var m2 = "dynamodb";
var n = "isValidHostLabel";
var o = "accountId";
var p = "FirstArn";
var q = (n2) => "https://{ParsedArn_ssa_" + n2 + "#accountId}.search-ddb.{Region}.{PartitionResult#dualStackDnsSuffix}";
var s = (n2) => "https://{ParsedArn_ssa_" + n2 + "#accountId}.ddb.{Region}.{PartitionResult#dualStackDnsSuffix}";
var t = (n2) => "https://{ParsedArn_ssa_" + n2 + "#accountId}.search-ddb.{Region}.{PartitionResult#dnsSuffix}";
var u = (n2) => "https://{ParsedArn_ssa_" + n2 + "#accountId}.ddb.{Region}.{PartitionResult#dnsSuffix}";
var v = { [L]: "Region" };
var w = { [L]: f2 };
var x = { "fn": h2, [M]: [{ [L]: i2 }, "authority"] };
var y = { [L]: "AccountIdEndpointMode" };
var z = { "fn": h2, [M]: [w, "name"] };
var A = { [L]: "ParsedArn_ssa_2" };
var B = { "fn": h2, [M]: [A, "region"] };
var C = { [L]: "ResourceArnList" };
var D = { "fn": h2, [M]: [{ [L]: "ParsedArn_ssa_1" }, "region"] };
var E = { [L]: "ParsedArn_ssa_1" };
var F = { [L]: "AccountId" };
var G = {};
var H = { "metricValues": ["O"] };
var I = [v];
var J = [{ [L]: "Endpoint" }];
var K = [{ [L]: "ResourceArn" }];
var _data2 = {
  conditions: [
    [d2, I],
    [d2, J],
    [e2, [{ [L]: "UseFIPS" }, b2]],
    [e2, [{ [L]: "UseDualStack" }, b2]],
    ["aws.partition", I, f2],
    [g2, [v, "local"]],
    [e2, [{ fn: h2, [M]: [w, "supportsFIPS"] }, b2]],
    ["parseURL", J, i2],
    [g2, ["dynamodb.{Region}.{PartitionResult#dualStackDnsSuffix}", x]],
    [e2, [{ fn: h2, [M]: [w, "supportsDualStack"] }, b2]],
    [g2, ["search-dynamodb.{Region}.{PartitionResult#dualStackDnsSuffix}", x]],
    [d2, [y]],
    [g2, [v, "us-gov-east-1"]],
    [g2, [v, "cn-north-1"]],
    [g2, [v, "cn-northwest-1"]],
    [g2, [v, "us-gov-west-1"]],
    [g2, [z, "aws"]],
    [g2, [y, "disabled"]],
    [d2, K],
    [j2, K, k2(2)],
    [g2, [{ fn: h2, [M]: [A, l2] }, m2]],
    [g2, [B, v]],
    [n, [{ fn: h2, [M]: [A, o] }, c2]],
    [n, [B, c2]],
    [d2, [C]],
    [h2, [C, "[0]"], p],
    [j2, [{ [L]: p }], k2(1)],
    [g2, [D, v]],
    [g2, [{ fn: h2, [M]: [E, l2] }, m2]],
    [n, [{ fn: h2, [M]: [E, o] }, c2]],
    [n, [D, c2]],
    [d2, [F]],
    [g2, [y, "required"]],
    [n, [F, c2]],
    [g2, [z, "aws-us-gov"]],
    [e2, [{ fn: "coalesce", [M]: [{ [L]: "IsSearchOperation" }, c2] }, b2]]
  ],
  results: [
    [a2],
    [a2, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a2, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [a2, "Endpoint override is not supported for dual-stack endpoints. Please enable dual-stack functionality by enabling the configuration. For more details, see: https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html"],
    ["{Endpoint}", G],
    [a2, "Invalid Configuration: FIPS and local endpoint are not supported"],
    [a2, "Invalid Configuration: Dualstack and local endpoint are not supported"],
    ["http://localhost:8000", { authSchemes: [{ name: "sigv4", signingName: m2, signingRegion: "us-east-1" }] }],
    [a2, "Invalid Configuration: AccountIdEndpointMode is required and FIPS is enabled, but FIPS account endpoints are not supported"],
    ["https://search-dynamodb-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", G],
    ["https://dynamodb-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", G],
    [a2, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://search-dynamodb.{Region}.{PartitionResult#dnsSuffix}", G],
    ["https://dynamodb.{Region}.{PartitionResult#dnsSuffix}", G],
    ["https://search-dynamodb-fips.{Region}.{PartitionResult#dnsSuffix}", G],
    ["https://dynamodb-fips.{Region}.{PartitionResult#dnsSuffix}", G],
    [a2, "FIPS is enabled but this partition does not support FIPS"],
    [a2, "Invalid Configuration: AccountIdEndpointMode is required but account endpoints are not supported in this region"],
    ["https://search-dynamodb.{Region}.{PartitionResult#dualStackDnsSuffix}", G],
    ["https://dynamodb.{Region}.{PartitionResult#dualStackDnsSuffix}", G],
    [q(2), H],
    [s(2), H],
    [q(1), H],
    [s(1), H],
    ["https://{AccountId}.search-ddb.{Region}.{PartitionResult#dualStackDnsSuffix}", H],
    ["https://{AccountId}.ddb.{Region}.{PartitionResult#dualStackDnsSuffix}", H],
    [a2, "Credentials-sourced account ID parameter is invalid"],
    [a2, "AccountIdEndpointMode is required but no AccountID was provided or able to be loaded"],
    [a2, "DualStack is enabled but this partition does not support DualStack"],
    [t(2), H],
    [u(2), H],
    [t(1), H],
    [u(1), H],
    ["https://{AccountId}.search-ddb.{Region}.{PartitionResult#dnsSuffix}", H],
    ["https://{AccountId}.ddb.{Region}.{PartitionResult#dnsSuffix}", H],
    [a2, "Invalid Configuration: Missing Region"]
  ]
};
var root2 = 2;
var r2 = 1e8;
var nodes2 = new Int32Array([
  -1,
  1,
  -1,
  0,
  6,
  3,
  1,
  4,
  r2 + 35,
  2,
  r2 + 1,
  5,
  3,
  r2 + 2,
  r2 + 4,
  1,
  85,
  7,
  2,
  69,
  8,
  3,
  38,
  9,
  4,
  10,
  r2 + 35,
  5,
  r2 + 7,
  11,
  11,
  12,
  77,
  12,
  18,
  13,
  13,
  18,
  14,
  14,
  18,
  15,
  15,
  18,
  16,
  16,
  18,
  17,
  32,
  r2 + 17,
  77,
  17,
  37,
  19,
  18,
  20,
  25,
  19,
  21,
  25,
  20,
  22,
  25,
  21,
  23,
  25,
  22,
  24,
  25,
  23,
  36,
  25,
  24,
  26,
  32,
  25,
  27,
  32,
  26,
  28,
  32,
  27,
  29,
  32,
  28,
  30,
  32,
  29,
  31,
  32,
  30,
  35,
  32,
  31,
  33,
  37,
  33,
  34,
  r2 + 26,
  35,
  r2 + 33,
  r2 + 34,
  35,
  r2 + 31,
  r2 + 32,
  35,
  r2 + 29,
  r2 + 30,
  32,
  r2 + 27,
  77,
  4,
  39,
  r2 + 35,
  5,
  r2 + 6,
  40,
  9,
  41,
  r2 + 28,
  11,
  42,
  68,
  12,
  48,
  43,
  13,
  48,
  44,
  14,
  48,
  45,
  15,
  48,
  46,
  16,
  48,
  47,
  32,
  r2 + 17,
  68,
  17,
  67,
  49,
  18,
  50,
  55,
  19,
  51,
  55,
  20,
  52,
  55,
  21,
  53,
  55,
  22,
  54,
  55,
  23,
  66,
  55,
  24,
  56,
  62,
  25,
  57,
  62,
  26,
  58,
  62,
  27,
  59,
  62,
  28,
  60,
  62,
  29,
  61,
  62,
  30,
  65,
  62,
  31,
  63,
  67,
  33,
  64,
  r2 + 26,
  35,
  r2 + 24,
  r2 + 25,
  35,
  r2 + 22,
  r2 + 23,
  35,
  r2 + 20,
  r2 + 21,
  32,
  r2 + 27,
  68,
  35,
  r2 + 18,
  r2 + 19,
  3,
  78,
  70,
  4,
  71,
  r2 + 35,
  5,
  r2 + 5,
  72,
  6,
  73,
  r2 + 16,
  11,
  74,
  75,
  32,
  r2 + 8,
  75,
  34,
  77,
  76,
  35,
  r2 + 14,
  r2 + 15,
  35,
  r2 + 12,
  r2 + 13,
  4,
  79,
  r2 + 35,
  5,
  r2 + 5,
  80,
  6,
  81,
  r2 + 11,
  9,
  82,
  r2 + 11,
  11,
  83,
  84,
  32,
  r2 + 8,
  84,
  35,
  r2 + 9,
  r2 + 10,
  2,
  r2 + 1,
  86,
  3,
  r2 + 2,
  87,
  4,
  88,
  r2 + 4,
  7,
  89,
  r2 + 4,
  8,
  r2 + 3,
  90,
  10,
  r2 + 3,
  r2 + 4
]);
var bdd2 = BinaryDecisionDiagram.from(nodes2, root2, _data2.conditions, _data2.results);

// node_modules/@aws-sdk/client-dynamodb/dist-es/endpoint/endpointResolver.js
var cache2 = new EndpointCache({
  size: 50,
  params: [
    "AccountId",
    "AccountIdEndpointMode",
    "Endpoint",
    "IsSearchOperation",
    "Region",
    "ResourceArn",
    "ResourceArnList",
    "UseDualStack",
    "UseFIPS"
  ]
});
var defaultEndpointResolver2 = (endpointParams, context = {}) => {
  return cache2.get(endpointParams, () => decideEndpoint(bdd2, {
    endpointParams,
    logger: context.logger
  }));
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-dynamodb/dist-es/runtimeConfig.shared.js
var getRuntimeConfig3 = (config) => {
  return {
    apiVersion: "2012-08-10",
    base64Decoder: config?.base64Decoder ?? fromBase64,
    base64Encoder: config?.base64Encoder ?? toBase64,
    disableHostPrefix: config?.disableHostPrefix ?? false,
    endpointProvider: config?.endpointProvider ?? defaultEndpointResolver2,
    extensions: config?.extensions ?? [],
    httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultDynamoDBHttpAuthSchemeProvider,
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
        signer: new AwsSdkSigV4Signer()
      }
    ],
    logger: config?.logger ?? new NoOpLogger(),
    protocol: config?.protocol ?? AwsJson1_0Protocol,
    protocolSettings: config?.protocolSettings ?? {
      defaultNamespace: "com.amazonaws.dynamodb",
      errorTypeRegistries: errorTypeRegistries2,
      xmlNamespace: "http://dynamodb.amazonaws.com/doc/2012-08-10/",
      version: "2012-08-10",
      serviceTarget: "DynamoDB_20120810",
      jsonCodec: new DynamoDBJsonCodec2()
    },
    serviceId: config?.serviceId ?? "DynamoDB",
    sha256: config?.sha256 ?? Sha256Node,
    urlParser: config?.urlParser ?? parseUrl,
    utf8Decoder: config?.utf8Decoder ?? fromUtf8,
    utf8Encoder: config?.utf8Encoder ?? toUtf8
  };
};

// node_modules/@aws-sdk/client-dynamodb/dist-es/runtimeConfig.js
var getRuntimeConfig4 = (config) => {
  emitWarningIfUnsupportedVersion2(process.version);
  const defaultsMode = resolveDefaultsModeConfig(config);
  const defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode);
  const clientSharedValues = getRuntimeConfig3(config);
  emitWarningIfUnsupportedVersion(process.version);
  const loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    accountIdEndpointMode: config?.accountIdEndpointMode ?? loadConfig(NODE_ACCOUNT_ID_ENDPOINT_MODE_CONFIG_OPTIONS, loaderConfig),
    authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
    defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 3e5),
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default2.version }),
    endpointDiscoveryEnabledProvider: config?.endpointDiscoveryEnabledProvider ?? loadConfig(NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS, loaderConfig),
    maxAttempts: config?.maxAttempts ?? loadConfig(Retry.v2026 ? { ...NODE_MAX_ATTEMPT_CONFIG_OPTIONS, default: 4 } : NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
    requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? loadConfig({
      ...NODE_RETRY_MODE_CONFIG_OPTIONS,
      default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
    }, config),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-dynamodb/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration2 = (runtimeConfig) => {
  const _httpAuthSchemes = runtimeConfig.httpAuthSchemes;
  let _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider;
  let _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      const index2 = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      if (index2 === -1) {
        _httpAuthSchemes.push(httpAuthScheme);
      } else {
        _httpAuthSchemes.splice(index2, 1, httpAuthScheme);
      }
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials2) {
      _credentials = credentials2;
    },
    credentials() {
      return _credentials;
    }
  };
};
var resolveHttpAuthRuntimeConfig2 = (config) => {
  return {
    httpAuthSchemes: config.httpAuthSchemes(),
    httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
    credentials: config.credentials()
  };
};

// node_modules/@aws-sdk/client-dynamodb/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions2 = (runtimeConfig, extensions) => {
  const extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration2(runtimeConfig));
  extensions.forEach((extension) => extension.configure(extensionConfiguration));
  return Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig2(extensionConfiguration));
};

// node_modules/@aws-sdk/client-dynamodb/dist-es/DynamoDBClient.js
var DynamoDBClient = class extends Client {
  config;
  constructor(...[configuration]) {
    const _config_0 = getRuntimeConfig4(configuration || {});
    super(_config_0);
    this.initConfig = _config_0;
    const _config_1 = resolveClientEndpointParameters2(_config_0);
    const _config_2 = resolveAccountIdEndpointModeConfig(_config_1);
    const _config_3 = resolveUserAgentConfig(_config_2);
    const _config_4 = resolveRetryConfig(_config_3, { defaultBaseDelay: Retry.v2026 ? 25 : void 0, defaultMaxAttempts: Retry.v2026 ? 4 : void 0 });
    const _config_5 = resolveRegionConfig(_config_4);
    const _config_6 = resolveHostHeaderConfig(_config_5);
    const _config_7 = resolveEndpointConfig(_config_6);
    const _config_8 = resolveHttpAuthSchemeConfig2(_config_7);
    const _config_9 = resolveEndpointDiscoveryConfig(_config_8, { endpointDiscoveryCommandCtor: DescribeEndpointsCommand });
    const _config_10 = resolveRuntimeExtensions2(_config_9, configuration?.extensions || []);
    this.config = _config_10;
    this.middlewareStack.use(getSchemaSerdePlugin(this.config));
    this.middlewareStack.use(getUserAgentPlugin(this.config));
    this.middlewareStack.use(getRetryPlugin(this.config));
    this.middlewareStack.use(getContentLengthPlugin(this.config));
    this.middlewareStack.use(getHostHeaderPlugin(this.config));
    this.middlewareStack.use(getLoggerPlugin(this.config));
    this.middlewareStack.use(getRecursionDetectionPlugin(this.config));
    this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultDynamoDBHttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
        "aws.auth#sigv4": config.credentials
      })
    }));
    this.middlewareStack.use(getHttpSigningPlugin(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-dynamodb/dist-es/commands/DeleteItemCommand.js
var DeleteItemCommand = class extends command2(_ep3, _mw02, "DeleteItem", DeleteItem$) {
};

// node_modules/@aws-sdk/client-dynamodb/dist-es/commands/GetItemCommand.js
var GetItemCommand = class extends command2(_ep3, _mw02, "GetItem", GetItem$) {
};

// node_modules/@aws-sdk/client-dynamodb/dist-es/commands/PutItemCommand.js
var PutItemCommand = class extends command2(_ep3, _mw02, "PutItem", PutItem$) {
};

// node_modules/@aws-sdk/client-dynamodb/dist-es/commands/UpdateItemCommand.js
var UpdateItemCommand = class extends command2(_ep3, _mw02, "UpdateItem", UpdateItem$) {
};

// node_modules/@aws-sdk/util-dynamodb/dist-es/NumberValue.js
var NumberValue = class _NumberValue {
  value;
  constructor(value) {
    if (typeof value === "object" && "N" in value) {
      this.value = String(value.N);
    } else {
      this.value = String(value);
    }
    const valueOf = typeof value.valueOf() === "number" ? value.valueOf() : 0;
    const imprecise = valueOf > Number.MAX_SAFE_INTEGER || valueOf < Number.MIN_SAFE_INTEGER || Math.abs(valueOf) === Infinity || Number.isNaN(valueOf);
    if (imprecise) {
      throw new Error(`NumberValue should not be initialized with an imprecise number=${valueOf}. Use a string instead.`);
    }
  }
  static from(value) {
    return new _NumberValue(value);
  }
  toAttributeValue() {
    return {
      N: this.toString()
    };
  }
  toBigInt() {
    const stringValue = this.toString();
    return BigInt(stringValue);
  }
  toString() {
    return String(this.value);
  }
  valueOf() {
    return this.toString();
  }
};

// node_modules/@aws-sdk/util-dynamodb/dist-es/convertToAttr.js
var convertToAttr = (data, options) => {
  if (data === void 0) {
    throw new Error(`Pass options.removeUndefinedValues=true to remove undefined values from map/array/set.`);
  } else if (data === null && typeof data === "object") {
    return convertToNullAttr();
  } else if (Array.isArray(data)) {
    return convertToListAttr(data, options);
  } else if (data?.constructor?.name === "Set") {
    return convertToSetAttr(data, options);
  } else if (data?.constructor?.name === "Map") {
    return convertToMapAttrFromIterable(data, options);
  } else if (data?.constructor?.name === "Object" || !data.constructor && typeof data === "object") {
    return convertToMapAttrFromEnumerableProps(data, options);
  } else if (isBinary(data)) {
    if (data.length === 0 && options?.convertEmptyValues) {
      return convertToNullAttr();
    }
    return convertToBinaryAttr(data);
  } else if (typeof data === "boolean" || data?.constructor?.name === "Boolean") {
    return { BOOL: data.valueOf() };
  } else if (typeof data === "number" || data?.constructor?.name === "Number") {
    return convertToNumberAttr(data, options);
  } else if (data instanceof NumberValue) {
    return data.toAttributeValue();
  } else if (typeof data === "bigint") {
    return convertToBigIntAttr(data);
  } else if (typeof data === "string" || data?.constructor?.name === "String") {
    if (data.length === 0 && options?.convertEmptyValues) {
      return convertToNullAttr();
    }
    return convertToStringAttr(data);
  } else if (options?.convertClassInstanceToMap && typeof data === "object") {
    return convertToMapAttrFromEnumerableProps(data, options);
  }
  throw new Error(`Unsupported type passed: ${data}. Pass options.convertClassInstanceToMap=true to marshall typeof object as map attribute.`);
};
var convertToListAttr = (data, options) => ({
  L: data.filter((item) => typeof item !== "function" && (!options?.removeUndefinedValues || options?.removeUndefinedValues && item !== void 0)).map((item) => convertToAttr(item, options))
});
var convertToSetAttr = (set, options) => {
  const setToOperate = options?.removeUndefinedValues ? new Set([...set].filter((value) => value !== void 0)) : set;
  if (!options?.removeUndefinedValues && setToOperate.has(void 0)) {
    throw new Error(`Pass options.removeUndefinedValues=true to remove undefined values from map/array/set.`);
  }
  if (setToOperate.size === 0) {
    if (options?.convertEmptyValues) {
      return convertToNullAttr();
    }
    throw new Error(`Pass a non-empty set, or options.convertEmptyValues=true.`);
  }
  const item = setToOperate.values().next().value;
  if (item instanceof NumberValue) {
    return {
      NS: Array.from(setToOperate).map((_) => _.toString())
    };
  } else if (typeof item === "number") {
    return {
      NS: Array.from(setToOperate).map((num) => convertToNumberAttr(num, options)).map((item2) => item2.N)
    };
  } else if (typeof item === "bigint") {
    return {
      NS: Array.from(setToOperate).map(convertToBigIntAttr).map((item2) => item2.N)
    };
  } else if (typeof item === "string") {
    return {
      SS: Array.from(setToOperate).map(convertToStringAttr).map((item2) => item2.S)
    };
  } else if (isBinary(item)) {
    return {
      BS: Array.from(setToOperate).map(convertToBinaryAttr).map((item2) => item2.B)
    };
  } else {
    throw new Error(`Only Number Set (NS), Binary Set (BS) or String Set (SS) are allowed.`);
  }
};
var convertToMapAttrFromIterable = (data, options) => ({
  M: ((data2) => {
    const map = {};
    for (const [key, value] of data2) {
      if (typeof value !== "function" && (value !== void 0 || !options?.removeUndefinedValues)) {
        map[key] = convertToAttr(value, options);
      }
    }
    return map;
  })(data)
});
var convertToMapAttrFromEnumerableProps = (data, options) => ({
  M: ((data2) => {
    const map = {};
    for (const key in data2) {
      const value = data2[key];
      if (typeof value !== "function" && (value !== void 0 || !options?.removeUndefinedValues)) {
        map[key] = convertToAttr(value, options);
      }
    }
    return map;
  })(data)
});
var convertToNullAttr = () => ({ NULL: true });
var convertToBinaryAttr = (data) => ({ B: data });
var convertToStringAttr = (data) => ({ S: data.toString() });
var convertToBigIntAttr = (data) => ({ N: data.toString() });
var validateBigIntAndThrow = (errorPrefix) => {
  throw new Error(`${errorPrefix} Use NumberValue from @aws-sdk/lib-dynamodb.`);
};
var convertToNumberAttr = (num, options) => {
  if ([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((val) => val.toString()).includes(num.toString())) {
    throw new Error(`Special numeric value ${num.toString()} is not allowed`);
  } else if (!options?.allowImpreciseNumbers) {
    if (Number(num) > Number.MAX_SAFE_INTEGER) {
      validateBigIntAndThrow(`Number ${num.toString()} is greater than Number.MAX_SAFE_INTEGER.`);
    } else if (Number(num) < Number.MIN_SAFE_INTEGER) {
      validateBigIntAndThrow(`Number ${num.toString()} is lesser than Number.MIN_SAFE_INTEGER.`);
    }
  }
  return { N: num.toString() };
};
var isBinary = (data) => {
  const binaryTypes = [
    "ArrayBuffer",
    "Blob",
    "Buffer",
    "DataView",
    "File",
    "Int8Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "Int16Array",
    "Uint16Array",
    "Int32Array",
    "Uint32Array",
    "Float32Array",
    "Float64Array",
    "BigInt64Array",
    "BigUint64Array"
  ];
  if (data?.constructor) {
    return binaryTypes.includes(data.constructor.name);
  }
  return false;
};

// node_modules/@aws-sdk/util-dynamodb/dist-es/convertToNative.js
var convertToNative = (data, options) => {
  for (const [key, value] of Object.entries(data)) {
    if (value !== void 0) {
      switch (key) {
        case "NULL":
          return null;
        case "BOOL":
          return Boolean(value);
        case "N":
          return convertNumber(value, options);
        case "B":
          return convertBinary(value);
        case "S":
          return convertString(value);
        case "L":
          return convertList(value, options);
        case "M":
          return convertMap(value, options);
        case "NS":
          return new Set(value.map((item) => convertNumber(item, options)));
        case "BS":
          return new Set(value.map(convertBinary));
        case "SS":
          return new Set(value.map(convertString));
        default:
          throw new Error(`Unsupported type passed: ${key}`);
      }
    }
  }
  throw new Error(`No value defined: ${JSON.stringify(data)}`);
};
var convertNumber = (numString, options) => {
  if (typeof options?.wrapNumbers === "function") {
    return options?.wrapNumbers(numString);
  }
  if (options?.wrapNumbers) {
    return NumberValue.from(numString);
  }
  const num = Number(numString);
  const infinityValues = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const isLargeFiniteNumber = (num > Number.MAX_SAFE_INTEGER || num < Number.MIN_SAFE_INTEGER) && !infinityValues.includes(num);
  if (isLargeFiniteNumber) {
    if (typeof BigInt === "function") {
      try {
        return BigInt(numString);
      } catch (error) {
        throw new Error(`${numString} can't be converted to BigInt. Set options.wrapNumbers to get string value.`);
      }
    } else {
      throw new Error(`${numString} is outside SAFE_INTEGER bounds. Set options.wrapNumbers to get string value.`);
    }
  }
  return num;
};
var convertString = (stringValue) => stringValue;
var convertBinary = (binaryValue) => binaryValue;
var convertList = (list, options) => list.map((item) => convertToNative(item, options));
var convertMap = (map, options) => Object.entries(map).reduce((acc, [key, value]) => (acc[key] = convertToNative(value, options), acc), {});

// node_modules/@aws-sdk/util-dynamodb/dist-es/marshall.js
function marshall(data, options) {
  const attributeValue = convertToAttr(data, options);
  const [key, value] = Object.entries(attributeValue)[0];
  switch (key) {
    case "M":
    case "L":
      return options?.convertTopLevelContainer ? attributeValue : value;
    case "SS":
    case "NS":
    case "BS":
    case "S":
    case "N":
    case "B":
    case "NULL":
    case "BOOL":
    case "$unknown":
    default:
      return attributeValue;
  }
}

// node_modules/@aws-sdk/util-dynamodb/dist-es/unmarshall.js
var unmarshall = (data, options) => {
  if (options?.convertWithoutMapWrapper) {
    return convertToNative(data, options);
  }
  return convertToNative({ M: data }, options);
};

// node_modules/@aws-lambda-powertools/idempotency/lib/esm/persistence/BasePersistenceLayer.js
import { createHash } from "node:crypto";

// node_modules/@aws-lambda-powertools/commons/lib/esm/LRUCache.js
var DEFAULT_MAX_SIZE = 100;
var NEWER = /* @__PURE__ */ Symbol("newer");
var OLDER = /* @__PURE__ */ Symbol("older");
var Item = class {
  key;
  value;
  [NEWER];
  [OLDER];
  constructor(key, value) {
    this.key = key;
    this.value = value;
    this[NEWER] = void 0;
    this[OLDER] = void 0;
  }
};
var LRUCache2 = class {
  leastRecentlyUsed;
  map;
  maxSize;
  mostRecentlyUsed;
  /**
   * A simple LRU cache implementation that uses a doubly linked list to track the order of items in
   * an hash map.
   *
   * When instatiating the cache, you can optionally specify the type of the key and value, as well
   * as the maximum size of the cache. If no maximum size is specified, the cache will default to
   * a size of 100.
   *
   * @example
   * ```typescript
   * const cache = new LRUCache<string, number>({ maxSize: 100 });
   * // or
   * // const cache = new LRUCache();
   *
   * cache.add('a', 1);
   * cache.add('b', 2);
   *
   * cache.get('a');
   *
   * console.log(cache.size()); // 2
   * ```
   *
   * @param config - The configuration options for the cache
   */
  constructor(config) {
    this.maxSize = config?.maxSize ?? DEFAULT_MAX_SIZE;
    this.map = /* @__PURE__ */ new Map();
  }
  /**
   * Adds a new item to the cache.
   *
   * If the key already exists, it updates the value and marks the item as the most recently used.
   * If inserting the new item would exceed the max size, the oldest item is removed from the cache.
   *
   * @param key - The key to add to the cache
   * @param value - The value to add to the cache
   */
  add(key, value) {
    if (this.map.has(key)) {
      const item2 = this.map.get(key);
      item2.value = value;
      this.trackItemUse(item2);
      return;
    }
    const item = new Item(key, value);
    this.map.set(key, item);
    if (this.mostRecentlyUsed) {
      this.mostRecentlyUsed[NEWER] = item;
      item[OLDER] = this.mostRecentlyUsed;
    } else {
      this.leastRecentlyUsed = item;
    }
    this.mostRecentlyUsed = item;
    if (this.map.size > this.maxSize) {
      this.shift();
    }
  }
  /**
   * Returns a value from the cache, or undefined if it's not in the cache.
   *
   * When a value is returned, it's marked as the most recently used item in the cache.
   *
   * @param key - The key to retrieve from the cache
   */
  get(key) {
    const item = this.map.get(key);
    if (!item)
      return;
    this.trackItemUse(item);
    return item.value;
  }
  /**
   * Returns `true` if the key exists in the cache, `false` otherwise.
   *
   * @param key - The key to check for in the cache
   */
  has(key) {
    return this.map.has(key);
  }
  /**
   * Removes an item from the cache, while doing so it also reconciles the linked list.
   *
   * @param key - The key to remove from the cache
   */
  remove(key) {
    const item = this.map.get(key);
    if (!item)
      return;
    this.map.delete(key);
    if (item[NEWER] && item[OLDER]) {
      item[OLDER][NEWER] = item[NEWER];
      item[NEWER][OLDER] = item[OLDER];
    } else if (item[NEWER]) {
      item[NEWER][OLDER] = void 0;
      this.leastRecentlyUsed = item[NEWER];
    } else if (item[OLDER]) {
      item[OLDER][NEWER] = void 0;
      this.mostRecentlyUsed = item[OLDER];
    } else {
      this.leastRecentlyUsed = this.mostRecentlyUsed = void 0;
    }
  }
  /**
   * Returns the current size of the cache.
   */
  size() {
    return this.map.size;
  }
  /**
   * Removes the oldest item from the cache and unlinks it from the linked list.
   */
  shift() {
    const item = this.leastRecentlyUsed;
    if (item[NEWER]) {
      this.leastRecentlyUsed = item[NEWER];
      this.leastRecentlyUsed[OLDER] = void 0;
    } else {
      this.leastRecentlyUsed = void 0;
      this.mostRecentlyUsed = void 0;
    }
    this.map.delete(item.key);
    item[NEWER] = void 0;
    item[OLDER] = void 0;
  }
  /**
   * Marks an item as the most recently used item in the cache.
   *
   * @param item - The item to mark as the most recently used
   */
  trackItemUse(item) {
    if (this.mostRecentlyUsed === item)
      return;
    if (item[NEWER]) {
      if (item === this.leastRecentlyUsed) {
        this.leastRecentlyUsed = item[NEWER];
      }
      item[NEWER][OLDER] = item[OLDER];
    }
    if (item[OLDER]) {
      item[OLDER][NEWER] = item[NEWER];
    }
    item[NEWER] = void 0;
    item[OLDER] = this.mostRecentlyUsed;
    if (this.mostRecentlyUsed) {
      this.mostRecentlyUsed[NEWER] = item;
    }
    this.mostRecentlyUsed = item;
  }
};

// node_modules/@aws-lambda-powertools/idempotency/lib/esm/deepSort.js
var sortObject = (object2) => Object.keys(object2).sort((a3, b3) => a3.toLowerCase() < b3.toLowerCase() ? -1 : 1).reduce((acc, key) => {
  acc[key] = deepSort(object2[key]);
  return acc;
}, {});
var deepSort = (data) => {
  const type = getType(data);
  if (type === "object") {
    return sortObject(data);
  }
  if (type === "array") {
    return data.map(deepSort);
  }
  return data;
};

// node_modules/@aws-lambda-powertools/idempotency/lib/esm/persistence/IdempotencyRecord.js
var IdempotencyRecord = class {
  /**
   * The expiry timestamp of the record in seconds UTC.
   */
  expiryTimestamp;
  /**
   * The idempotency key of the record that is used to identify the record.
   */
  idempotencyKey;
  /**
   * An optional sort key that can be used with the {@link DynamoDBPersistenceLayer | `DynamoDBPersistenceLayer`}.
   */
  sortKey;
  /**
   * The expiry timestamp of the in progress record in milliseconds UTC.
   */
  inProgressExpiryTimestamp;
  /**
   * The hash of the payload of the request, used for comparing requests.
   */
  payloadHash;
  /**
   * The response data of the request, this will be returned if the payload hash matches.
   */
  responseData;
  /**
   * The idempotency record status can be COMPLETED, IN_PROGRESS or EXPIRED.
   * We check the status during idempotency processing to make sure we don't process an expired record and handle concurrent requests.
   * {@link constants.IdempotencyRecordStatusValue | IdempotencyRecordStatusValue}
   * @private
   */
  status;
  constructor(config) {
    this.idempotencyKey = config.idempotencyKey;
    this.expiryTimestamp = config.expiryTimestamp;
    this.inProgressExpiryTimestamp = config.inProgressExpiryTimestamp;
    this.responseData = config.responseData;
    this.payloadHash = config.payloadHash;
    this.status = config.status;
    this.sortKey = config.sortKey;
  }
  /**
   * Get the response data of the record.
   */
  getResponse() {
    return this.responseData;
  }
  /**
   * Get the status of the record.
   * @throws {IdempotencyInvalidStatusError} If the status is not a valid status.
   */
  getStatus() {
    if (this.isExpired()) {
      return IdempotencyRecordStatus.EXPIRED;
    }
    if (Object.values(IdempotencyRecordStatus).includes(this.status)) {
      return this.status;
    }
    throw new IdempotencyInvalidStatusError(this.status);
  }
  /**
   * Returns true if the record is expired or undefined.
   */
  isExpired() {
    return this.expiryTimestamp !== void 0 && Date.now() / 1e3 > this.expiryTimestamp;
  }
};

// node_modules/@aws-lambda-powertools/idempotency/lib/esm/persistence/BasePersistenceLayer.js
var BasePersistenceLayer = class _BasePersistenceLayer {
  idempotencyKeyPrefix;
  cache;
  configured = false;
  eventKeyJmesPath;
  expiresAfterSeconds = 60 * 60;
  // 1 hour default
  hashFunction = "md5";
  payloadValidationEnabled = false;
  throwOnNoIdempotencyKey = false;
  useLocalCache = false;
  validationKeyJmesPath;
  #jmesPathOptions;
  #maxLocalCacheSize;
  #configMismatchWarned = false;
  /**
   * Base value for the idempotency key prefix, snapshotted at construction
   * time so that {@link configure | `configure()`} - which runs on every
   * invocation - can recompute the prefix deterministically instead of
   * appending to an already-mutated value.
   */
  #keyPrefixBase;
  constructor() {
    this.#keyPrefixBase = getStringFromEnv({
      key: "AWS_LAMBDA_FUNCTION_NAME",
      defaultValue: ""
    });
    this.idempotencyKeyPrefix = this.#keyPrefixBase;
  }
  /**
   * Initialize the base persistence layer from the configuration settings
   *
   * @param {BasePersistenceLayerConfigureOptions} options - configuration object for the persistence layer
   */
  configure(options) {
    const { config: idempotencyConfig, keyPrefix, functionName } = options;
    if (keyPrefix?.trim()) {
      this.idempotencyKeyPrefix = keyPrefix.trim();
    } else if (functionName?.trim()) {
      this.idempotencyKeyPrefix = `${this.#keyPrefixBase}.${functionName.trim()}`;
    }
    if (this.configured) {
      this.#warnIfConfigMismatch(idempotencyConfig);
      return;
    }
    this.configured = true;
    this.eventKeyJmesPath = idempotencyConfig?.eventKeyJmesPath;
    this.validationKeyJmesPath = idempotencyConfig?.payloadValidationJmesPath;
    this.#jmesPathOptions = idempotencyConfig.jmesPathOptions;
    this.payloadValidationEnabled = this.validationKeyJmesPath !== void 0 || false;
    this.throwOnNoIdempotencyKey = idempotencyConfig?.throwOnNoIdempotencyKey || false;
    this.eventKeyJmesPath = idempotencyConfig.eventKeyJmesPath;
    this.expiresAfterSeconds = idempotencyConfig.expiresAfterSeconds;
    this.useLocalCache = idempotencyConfig.useLocalCache;
    this.#maxLocalCacheSize = idempotencyConfig.maxLocalCacheSize;
    if (this.useLocalCache) {
      this.cache = new LRUCache2({
        maxSize: idempotencyConfig.maxLocalCacheSize
      });
    }
    this.hashFunction = idempotencyConfig.hashFunction;
  }
  /**
   * Warn the customer - once per persistence layer instance - when an already
   * configured persistence layer is passed an idempotency configuration that
   * materially differs from the one it was configured with.
   *
   * A persistence layer is configured only once (see {@link configure | `configure()`}),
   * so when the same instance is shared across multiple idempotent operations
   * that use different settings, all but the first configuration are silently
   * ignored. This can lead to subtle bugs, e.g. an `eventKeyJmesPath` that
   * doesn't match the payload of the second operation.
   *
   * The comparison is intentionally cheap: strict equality on the scalar
   * settings that {@link configure | `configure()`} snapshots, plus a
   * constructor identity check for the custom JMESPath functions, whose
   * behavior is entirely determined by their prototype chain.
   *
   * @param config - the incoming idempotency configuration that is being ignored
   */
  #warnIfConfigMismatch(config) {
    if (this.#configMismatchWarned)
      return;
    const mismatchedSettings = [];
    if (config.eventKeyJmesPath !== this.eventKeyJmesPath) {
      mismatchedSettings.push("eventKeyJmesPath");
    }
    if (config.payloadValidationJmesPath !== this.validationKeyJmesPath) {
      mismatchedSettings.push("payloadValidationJmesPath");
    }
    if (config.throwOnNoIdempotencyKey !== this.throwOnNoIdempotencyKey) {
      mismatchedSettings.push("throwOnNoIdempotencyKey");
    }
    if (config.expiresAfterSeconds !== this.expiresAfterSeconds) {
      mismatchedSettings.push("expiresAfterSeconds");
    }
    if (config.useLocalCache !== this.useLocalCache) {
      mismatchedSettings.push("useLocalCache");
    }
    if (config.maxLocalCacheSize !== this.#maxLocalCacheSize) {
      mismatchedSettings.push("maxLocalCacheSize");
    }
    if (config.hashFunction !== this.hashFunction) {
      mismatchedSettings.push("hashFunction");
    }
    if (config.jmesPathOptions?.customFunctions?.constructor !== this.#jmesPathOptions?.customFunctions?.constructor) {
      mismatchedSettings.push("jmesPathOptions");
    }
    if (mismatchedSettings.length === 0)
      return;
    this.#configMismatchWarned = true;
    console.warn(`This persistence layer is already configured with a different idempotency configuration; the new configuration is ignored (${mismatchedSettings.join(", ")}). If your idempotent operations require different configurations, use a separate persistence layer instance for each one.`);
  }
  /**
   * Deletes a record from the persistence store for the persistence key generated from the data passed in.
   *
   * @param data - the data payload that will be hashed to create the hash portion of the idempotency key
   */
  async deleteRecord(data) {
    const idempotencyRecord = new IdempotencyRecord({
      idempotencyKey: this.getHashedIdempotencyKey(data),
      status: IdempotencyRecordStatus.EXPIRED
    });
    await this._deleteRecord(idempotencyRecord);
    this.deleteFromCache(idempotencyRecord.idempotencyKey);
  }
  /**
   * Retrieve the number of seconds that records will be kept in the persistence store
   */
  getExpiresAfterSeconds() {
    return this.expiresAfterSeconds;
  }
  /**
   * Retrieves idempotency key for the provided data and fetches data for that key from the persistence store
   *
   * @param data - the data payload that will be hashed to create the hash portion of the idempotency key
   */
  async getRecord(data) {
    const idempotencyKey = this.getHashedIdempotencyKey(data);
    const cachedRecord = this.getFromCache(idempotencyKey);
    if (cachedRecord) {
      this.validatePayload(data, cachedRecord);
      return cachedRecord;
    }
    const record = await this._getRecord(idempotencyKey);
    this.processExistingRecord(record, data);
    return record;
  }
  /**
   * Check whether payload validation is enabled or not
   */
  isPayloadValidationEnabled() {
    return this.payloadValidationEnabled;
  }
  /**
   * Validates an existing record against the data payload being processed.
   * If the payload does not match the stored record, an `IdempotencyValidationError` error is thrown.
   *
   * Whenever a record is retrieved from the persistence layer, it should be validated against the data payload
   * being processed. This is to ensure that the data payload being processed is the same as the one that was
   * used to create the record in the first place.
   *
   * The record is also saved to the local cache if local caching is enabled.
   *
   * @param storedDataRecord - the stored record to validate against
   * @param processedData - the data payload being processed and to be validated against the stored record
   */
  processExistingRecord(storedDataRecord, processedData) {
    this.validatePayload(processedData, storedDataRecord);
    this.saveToCache(storedDataRecord);
    return storedDataRecord;
  }
  /**
   * Saves a record indicating that the function's execution is currently in progress
   *
   * @param data - the data payload that will be hashed to create the hash portion of the idempotency key
   * @param remainingTimeInMillis - the remaining time left in the lambda execution context
   */
  async saveInProgress(data, remainingTimeInMillis) {
    const idempotencyRecord = new IdempotencyRecord({
      idempotencyKey: this.getHashedIdempotencyKey(data),
      status: IdempotencyRecordStatus.INPROGRESS,
      expiryTimestamp: this.getExpiryTimestamp(),
      payloadHash: this.getHashedPayload(data)
    });
    if (remainingTimeInMillis) {
      idempotencyRecord.inProgressExpiryTimestamp = Date.now() + remainingTimeInMillis;
    } else {
      console.warn("Could not determine remaining time left. Did you call registerLambdaContext on IdempotencyConfig?");
    }
    const cachedRecord = this.getFromCache(idempotencyRecord.idempotencyKey);
    if (cachedRecord) {
      throw new IdempotencyItemAlreadyExistsError(`Failed to put record for already existing idempotency key: ${idempotencyRecord.idempotencyKey}`, cachedRecord);
    }
    await this._putRecord(idempotencyRecord);
  }
  /**
   * Saves a record of the function completing successfully. This will create a record with a COMPLETED status
   * and will save the result of the completed function in the idempotency record.
   *
   * @param data - the data payload that will be hashed to create the hash portion of the idempotency key
   * @param result - the result of the successfully completed function
   */
  async saveSuccess(data, result) {
    const idempotencyRecord = new IdempotencyRecord({
      idempotencyKey: this.getHashedIdempotencyKey(data),
      status: IdempotencyRecordStatus.COMPLETED,
      expiryTimestamp: this.getExpiryTimestamp(),
      responseData: result,
      payloadHash: this.getHashedPayload(data)
    });
    await this._updateRecord(idempotencyRecord);
    this.saveToCache(idempotencyRecord);
  }
  deleteFromCache(idempotencyKey) {
    if (!this.useLocalCache)
      return;
    if (this.cache?.has(idempotencyKey)) {
      this.cache?.remove(idempotencyKey);
    }
  }
  /**
   * Generates a hash of the data and returns the digest of that hash
   *
   * @param data the data payload that will generate the hash
   * @returns the digest of the generated hash
   */
  generateHash(data) {
    const hash = createHash(this.hashFunction);
    hash.update(data);
    return hash.digest("base64");
  }
  /**
   * Creates the expiry timestamp for the idempotency record
   *
   * @returns the expiry time for the record expressed as number of seconds past the UNIX epoch
   */
  getExpiryTimestamp() {
    const currentTime = Date.now() / 1e3;
    return Math.round(currentTime + this.expiresAfterSeconds);
  }
  getFromCache(idempotencyKey) {
    if (!this.useLocalCache)
      return void 0;
    const cachedRecord = this.cache?.get(idempotencyKey);
    if (cachedRecord) {
      if (!cachedRecord.isExpired())
        return cachedRecord;
      this.deleteFromCache(idempotencyKey);
    }
  }
  /**
   * Generates the idempotency key used to identify records in the persistence store.
   *
   * @param data the data payload that will be hashed to create the hash portion of the idempotency key
   * @returns the idempotency key
   */
  getHashedIdempotencyKey(data) {
    const payload = this.eventKeyJmesPath ? search(this.eventKeyJmesPath, data, this.#jmesPathOptions) : data;
    if (_BasePersistenceLayer.isMissingIdempotencyKey(payload)) {
      if (this.throwOnNoIdempotencyKey) {
        throw new IdempotencyKeyError("No data found to create a hashed idempotency_key");
      }
      console.warn(`No value found for idempotency_key. jmespath: ${this.eventKeyJmesPath}`);
    }
    return `${this.idempotencyKeyPrefix}#${this.generateHash(JSON.stringify(deepSort(payload)))}`;
  }
  /**
   * Extract payload using validation key jmespath and return a hashed representation
   *
   * @param data payload
   */
  getHashedPayload(data) {
    if (this.isPayloadValidationEnabled() && this.validationKeyJmesPath) {
      return this.generateHash(JSON.stringify(deepSort(search(this.validationKeyJmesPath, data, this.#jmesPathOptions))));
    }
    return "";
  }
  static isMissingIdempotencyKey(data) {
    if (Array.isArray(data) || typeof data === "object") {
      if (data === null)
        return true;
      for (const value of Object.values(data)) {
        if (value) {
          return false;
        }
      }
      return true;
    }
    return !data;
  }
  /**
   * Save record to local cache except for when status is `INPROGRESS`.
   *
   * Records with `INPROGRESS` status are not cached because we have no way to
   * reflect updates that might happen to the record outside the execution
   * context of the function.
   *
   * @param record - record to save
   */
  saveToCache(record) {
    if (!this.useLocalCache)
      return;
    if (record.getStatus() === IdempotencyRecordStatus.INPROGRESS)
      return;
    this.cache?.add(record.idempotencyKey, record);
  }
  /**
   * Validates the payload against the stored record. If the payload does not match the stored record,
   * an `IdempotencyValidationError` error is thrown.
   *
   * @param data - The data payload to validate against the stored record
   * @param storedDataRecord - The stored record to validate against
   */
  validatePayload(data, storedDataRecord) {
    if (this.payloadValidationEnabled) {
      const hashedPayload = data instanceof IdempotencyRecord ? data.payloadHash : this.getHashedPayload(data);
      if (hashedPayload !== storedDataRecord.payloadHash) {
        throw new IdempotencyValidationError("Payload does not match stored record for this event key", storedDataRecord);
      }
    }
  }
};

// node_modules/@aws-lambda-powertools/idempotency/lib/esm/persistence/DynamoDBPersistenceLayer.js
var DynamoDBPersistenceLayer = class extends BasePersistenceLayer {
  client;
  dataAttr;
  expiryAttr;
  inProgressExpiryAttr;
  keyAttr;
  sortKeyAttr;
  staticPkValue;
  statusAttr;
  tableName;
  validationKeyAttr;
  constructor(config) {
    super();
    this.tableName = config.tableName;
    this.keyAttr = config.keyAttr ?? "id";
    this.statusAttr = config.statusAttr ?? PERSISTENCE_ATTRIBUTE_KEY_MAPPINGS.statusAttr;
    this.expiryAttr = config.expiryAttr ?? PERSISTENCE_ATTRIBUTE_KEY_MAPPINGS.expiryAttr;
    this.inProgressExpiryAttr = config.inProgressExpiryAttr ?? PERSISTENCE_ATTRIBUTE_KEY_MAPPINGS.inProgressExpiryAttr;
    this.dataAttr = config.dataAttr ?? PERSISTENCE_ATTRIBUTE_KEY_MAPPINGS.dataAttr;
    this.validationKeyAttr = config.validationKeyAttr ?? PERSISTENCE_ATTRIBUTE_KEY_MAPPINGS.validationKeyAttr;
    if (config.sortKeyAttr === this.keyAttr) {
      throw new Error(`keyAttr [${this.keyAttr}] and sortKeyAttr [${config.sortKeyAttr}] cannot be the same!`);
    }
    this.sortKeyAttr = config.sortKeyAttr;
    this.staticPkValue = config.staticPkValue ?? `idempotency#${this.idempotencyKeyPrefix}`;
    if (config.awsSdkV3Client) {
      if (isSdkClient(config.awsSdkV3Client)) {
        this.client = config.awsSdkV3Client;
      } else {
        console.warn("awsSdkV3Client is not an AWS SDK v3 client, using default client");
        this.client = new DynamoDBClient(config.clientConfig ?? {});
      }
    } else {
      this.client = new DynamoDBClient(config.clientConfig ?? {});
    }
    addUserAgentMiddleware(this.client, "idempotency");
  }
  async _deleteRecord(record) {
    await this.client.send(new DeleteItemCommand({
      TableName: this.tableName,
      Key: this.getKey(record.idempotencyKey)
    }));
  }
  async _getRecord(idempotencyKey) {
    const result = await this.client.send(new GetItemCommand({
      TableName: this.tableName,
      Key: this.getKey(idempotencyKey),
      ConsistentRead: true
    }));
    if (!result.Item) {
      throw new IdempotencyItemNotFoundError();
    }
    const item = unmarshall(result.Item);
    return new IdempotencyRecord({
      idempotencyKey: item[this.keyAttr],
      sortKey: this.sortKeyAttr && item[this.sortKeyAttr],
      status: item[this.statusAttr],
      expiryTimestamp: item[this.expiryAttr],
      inProgressExpiryTimestamp: item[this.inProgressExpiryAttr],
      responseData: item[this.dataAttr],
      payloadHash: item[this.validationKeyAttr]
    });
  }
  async _putRecord(record) {
    const item = {
      ...this.getKey(record.idempotencyKey),
      ...marshall({
        [this.expiryAttr]: record.expiryTimestamp,
        [this.statusAttr]: record.getStatus()
      })
    };
    if (record.inProgressExpiryTimestamp !== void 0) {
      item[this.inProgressExpiryAttr] = {
        N: record.inProgressExpiryTimestamp.toString()
      };
    }
    if (this.isPayloadValidationEnabled() && record.payloadHash !== void 0) {
      item[this.validationKeyAttr] = {
        S: record.payloadHash
      };
    }
    try {
      const idempotencyKeyDoesNotExist = "attribute_not_exists(#id)";
      const idempotencyKeyExpired = "#expiry < :now";
      const inProgressExpiryExpired = [
        "#status = :inprogress",
        "attribute_exists(#in_progress_expiry)",
        "#in_progress_expiry < :now_in_millis"
      ].join(" AND ");
      const conditionExpression = [
        idempotencyKeyDoesNotExist,
        idempotencyKeyExpired,
        `(${inProgressExpiryExpired})`
      ].join(" OR ");
      const now = Date.now();
      await this.client.send(new PutItemCommand({
        TableName: this.tableName,
        Item: item,
        ExpressionAttributeNames: {
          "#id": this.keyAttr,
          "#expiry": this.expiryAttr,
          "#in_progress_expiry": this.inProgressExpiryAttr,
          "#status": this.statusAttr
        },
        ExpressionAttributeValues: marshall({
          ":now": now / 1e3,
          ":now_in_millis": now,
          ":inprogress": IdempotencyRecordStatus.INPROGRESS
        }),
        ConditionExpression: conditionExpression,
        ReturnValuesOnConditionCheckFailure: "ALL_OLD"
      }));
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) {
        const item2 = error.Item && unmarshall(error.Item);
        const idempotencyRecord = item2 && new IdempotencyRecord({
          idempotencyKey: item2[this.keyAttr],
          sortKey: this.sortKeyAttr && item2[this.sortKeyAttr],
          status: item2[this.statusAttr],
          expiryTimestamp: item2[this.expiryAttr],
          inProgressExpiryTimestamp: item2[this.inProgressExpiryAttr],
          responseData: item2[this.dataAttr],
          payloadHash: item2[this.validationKeyAttr]
        });
        throw new IdempotencyItemAlreadyExistsError(`Failed to put record for already existing idempotency key: ${record.idempotencyKey}${this.sortKeyAttr ? ` and sort key: ${record.sortKey}` : ""}`, idempotencyRecord);
      }
      throw error;
    }
  }
  async _updateRecord(record) {
    const updateExpressionFields = [
      "#expiry = :expiry",
      "#status = :status"
    ];
    const expressionAttributeNames = {
      "#expiry": this.expiryAttr,
      "#status": this.statusAttr
    };
    const expressionAttributeValues = {
      ":expiry": record.expiryTimestamp,
      ":status": record.getStatus()
    };
    if (record.responseData !== void 0) {
      updateExpressionFields.push("#response_data = :response_data");
      expressionAttributeNames["#response_data"] = this.dataAttr;
      expressionAttributeValues[":response_data"] = record.responseData;
    }
    if (this.isPayloadValidationEnabled()) {
      updateExpressionFields.push("#validation_key = :validation_key");
      expressionAttributeNames["#validation_key"] = this.validationKeyAttr;
      expressionAttributeValues[":validation_key"] = record.payloadHash;
    }
    await this.client.send(new UpdateItemCommand({
      TableName: this.tableName,
      Key: this.getKey(record.idempotencyKey),
      UpdateExpression: `SET ${updateExpressionFields.join(", ")}`,
      ExpressionAttributeNames: expressionAttributeNames,
      ExpressionAttributeValues: marshall(expressionAttributeValues)
    }));
  }
  /**
   * Build primary key attribute simple or composite based on params.
   *
   * When sortKeyAttr is set, we must return a composite key with staticPkValue,
   * otherwise we use the idempotency key given.
   *
   * @param idempotencyKey
   */
  getKey(idempotencyKey) {
    if (this.sortKeyAttr) {
      return marshall({
        [this.keyAttr]: this.staticPkValue,
        [this.sortKeyAttr]: idempotencyKey
      });
    }
    return marshall({
      [this.keyAttr]: idempotencyKey
    });
  }
};

// src/entry/lambda/once.ts
var REMEMBERED_SECONDS = 28 * 24 * 60 * 60;
function doneOnce(purpose, { idempotencyTable }, context) {
  const persistenceStore = new DynamoDBPersistenceLayer({ tableName: idempotencyTable });
  const config = new IdempotencyConfig({
    expiresAfterSeconds: REMEMBERED_SECONDS,
    // Whoever dies with its function blocks others for no longer than the function could have lived.
    lambdaContext: context
  });
  const once = makeIdempotent((_key, work) => work(), {
    persistenceStore,
    config,
    dataIndexArgument: 0,
    keyPrefix: `alphagate/${purpose}`
  });
  return async (key, work) => await once(key, work);
}

export {
  targetOf,
  isComplete,
  deliverRun,
  fewAtATime,
  doneOnce
};
