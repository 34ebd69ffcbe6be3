import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  __commonJS
} from "./chunk-4MUT4G64.js";

// node_modules/handlebars/dist/cjs/handlebars/utils.js
var require_utils = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/utils.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.extend = extend;
    exports.indexOf = indexOf;
    exports.escapeExpression = escapeExpression;
    exports.isEmpty = isEmpty;
    exports.createFrame = createFrame;
    exports.blockParams = blockParams;
    exports.appendContextPath = appendContextPath;
    var escape = {
      "&": "&amp;",
      "<": "&lt;",
      ">": "&gt;",
      '"': "&quot;",
      "'": "&#x27;",
      "`": "&#x60;",
      "=": "&#x3D;"
    };
    var badChars = /[&<>"'`=]/g;
    var possible = /[&<>"'`=]/;
    function escapeChar(chr) {
      return escape[chr];
    }
    function extend(obj) {
      for (var i = 1; i < arguments.length; i++) {
        for (var key in arguments[i]) {
          if (Object.prototype.hasOwnProperty.call(arguments[i], key)) {
            obj[key] = arguments[i][key];
          }
        }
      }
      return obj;
    }
    var toString = Object.prototype.toString;
    exports.toString = toString;
    var isFunction = function isFunction2(value) {
      return typeof value === "function";
    };
    if (isFunction(/x/)) {
      exports.isFunction = isFunction = function(value) {
        return typeof value === "function" && toString.call(value) === "[object Function]";
      };
    }
    exports.isFunction = isFunction;
    var isArray = Array.isArray || function(value) {
      return value && typeof value === "object" ? toString.call(value) === "[object Array]" : false;
    };
    exports.isArray = isArray;
    function indexOf(array, value) {
      for (var i = 0, len = array.length; i < len; i++) {
        if (array[i] === value) {
          return i;
        }
      }
      return -1;
    }
    function escapeExpression(string) {
      if (typeof string !== "string") {
        if (string && typeof string.toHTML === "function") {
          return string.toHTML();
        } else if (string == null) {
          return "";
        } else if (!string) {
          return string + "";
        }
        string = "" + string;
      }
      if (!possible.test(string)) {
        return string;
      }
      return string.replace(badChars, escapeChar);
    }
    function isEmpty(value) {
      if (!value && value !== 0) {
        return true;
      } else if (isArray(value) && value.length === 0) {
        return true;
      } else {
        return false;
      }
    }
    function createFrame(object) {
      var frame = extend({}, object);
      frame._parent = object;
      return frame;
    }
    function blockParams(params, ids) {
      params.path = ids;
      return params;
    }
    function appendContextPath(contextPath, id) {
      return (contextPath ? contextPath + "." : "") + id;
    }
  }
});

// node_modules/handlebars/dist/cjs/handlebars/exception.js
var require_exception = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/exception.js"(exports, module) {
    "use strict";
    exports.__esModule = true;
    var errorProps = ["description", "fileName", "lineNumber", "endLineNumber", "message", "name", "number", "stack"];
    function Exception(message, node) {
      var loc = node && node.loc, line = void 0, endLineNumber = void 0, column = void 0, endColumn = void 0;
      if (loc && loc.start) {
        line = loc.start.line;
        column = loc.start.column;
        if (loc.end) {
          endLineNumber = loc.end.line;
          endColumn = loc.end.column;
        }
        message += " - " + line + ":" + column;
      }
      var tmp = Error.prototype.constructor.call(this, message);
      for (var idx = 0; idx < errorProps.length; idx++) {
        this[errorProps[idx]] = tmp[errorProps[idx]];
      }
      if (Error.captureStackTrace) {
        Error.captureStackTrace(this, Exception);
      }
      try {
        if (loc) {
          this.lineNumber = line;
          this.endLineNumber = endLineNumber;
          if (Object.defineProperty) {
            Object.defineProperty(this, "column", {
              value: column,
              enumerable: true
            });
            Object.defineProperty(this, "endColumn", {
              value: endColumn,
              enumerable: true
            });
          } else {
            this.column = column;
            this.endColumn = endColumn;
          }
        }
      } catch (nop) {
      }
    }
    Exception.prototype = new Error();
    exports["default"] = Exception;
    module.exports = exports["default"];
  }
});

// node_modules/handlebars/dist/cjs/handlebars/helpers/block-helper-missing.js
var require_block_helper_missing = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/helpers/block-helper-missing.js"(exports, module) {
    "use strict";
    exports.__esModule = true;
    var _utils = require_utils();
    exports["default"] = function(instance) {
      instance.registerHelper("blockHelperMissing", function(context, options) {
        var inverse = options.inverse, fn = options.fn;
        if (context === true) {
          return fn(this);
        } else if (context === false || context == null) {
          return inverse(this);
        } else if (_utils.isArray(context)) {
          if (context.length > 0) {
            if (options.ids) {
              options.ids = [options.name];
            }
            return instance.helpers.each(context, options);
          } else {
            return inverse(this);
          }
        } else {
          if (options.data && options.ids) {
            var data = _utils.createFrame(options.data);
            data.contextPath = _utils.appendContextPath(options.data.contextPath, options.name);
            options = { data };
          }
          return fn(context, options);
        }
      });
    };
    module.exports = exports["default"];
  }
});

// node_modules/handlebars/dist/cjs/handlebars/helpers/each.js
var require_each = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/helpers/each.js"(exports, module) {
    "use strict";
    exports.__esModule = true;
    function _interopRequireDefault(obj) {
      return obj && obj.__esModule ? obj : { "default": obj };
    }
    var _utils = require_utils();
    var _exception = require_exception();
    var _exception2 = _interopRequireDefault(_exception);
    function closeIterator(iterator) {
      try {
        var _close = iterator["return"];
        if (_utils.isFunction(_close)) {
          _close.call(iterator);
        }
      } catch (closeError) {
      }
    }
    exports["default"] = function(instance) {
      instance.registerHelper("each", function(context, options) {
        if (!options) {
          throw new _exception2["default"]("Must pass iterator to #each");
        }
        var fn = options.fn, inverse = options.inverse, i = 0, ret = "", data = void 0, contextPath = void 0;
        if (options.data && options.ids) {
          contextPath = _utils.appendContextPath(options.data.contextPath, options.ids[0]) + ".";
        }
        if (_utils.isFunction(context)) {
          context = context.call(this);
        }
        if (options.data) {
          data = _utils.createFrame(options.data);
        }
        function execIteration(field, index, last, value) {
          if (data) {
            data.key = field;
            data.index = index;
            data.first = index === 0;
            data.last = !!last;
            if (contextPath) {
              data.contextPath = contextPath + field;
            }
          }
          ret = ret + fn(value, {
            data,
            blockParams: _utils.blockParams([value, field], [contextPath + field, null])
          });
        }
        if (context && typeof context === "object") {
          if (_utils.isArray(context)) {
            for (var j = context.length; i < j; i++) {
              if (i in context) {
                execIteration(i, i, i === context.length - 1, context[i]);
              }
            }
          } else if (typeof Symbol === "function" && context[Symbol.iterator]) {
            var iterator = context[Symbol.iterator]();
            var current = iterator.next();
            while (!current.done) {
              var next = iterator.next();
              try {
                execIteration(i, i, next.done, current.value);
              } catch (e) {
                if (!next.done) {
                  closeIterator(iterator);
                }
                throw e;
              }
              current = next;
              i++;
            }
          } else {
            (function() {
              var priorKey = void 0;
              Object.keys(context).forEach(function(key) {
                if (priorKey !== void 0) {
                  execIteration(priorKey, i - 1, false, context[priorKey]);
                }
                priorKey = key;
                i++;
              });
              if (priorKey !== void 0) {
                execIteration(priorKey, i - 1, true, context[priorKey]);
              }
            })();
          }
        }
        if (i === 0) {
          ret = inverse(this);
        }
        return ret;
      });
    };
    module.exports = exports["default"];
  }
});

// node_modules/handlebars/dist/cjs/handlebars/helpers/helper-missing.js
var require_helper_missing = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/helpers/helper-missing.js"(exports, module) {
    "use strict";
    exports.__esModule = true;
    function _interopRequireDefault(obj) {
      return obj && obj.__esModule ? obj : { "default": obj };
    }
    var _exception = require_exception();
    var _exception2 = _interopRequireDefault(_exception);
    exports["default"] = function(instance) {
      instance.registerHelper("helperMissing", function() {
        if (arguments.length === 1) {
          return void 0;
        } else {
          throw new _exception2["default"]('Missing helper: "' + arguments[arguments.length - 1].name + '"');
        }
      });
    };
    module.exports = exports["default"];
  }
});

// node_modules/handlebars/dist/cjs/handlebars/helpers/if.js
var require_if = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/helpers/if.js"(exports, module) {
    "use strict";
    exports.__esModule = true;
    function _interopRequireDefault(obj) {
      return obj && obj.__esModule ? obj : { "default": obj };
    }
    var _utils = require_utils();
    var _exception = require_exception();
    var _exception2 = _interopRequireDefault(_exception);
    exports["default"] = function(instance) {
      instance.registerHelper("if", function(conditional, options) {
        if (arguments.length != 2) {
          throw new _exception2["default"]("#if requires exactly one argument");
        }
        if (_utils.isFunction(conditional)) {
          conditional = conditional.call(this);
        }
        if (!options.hash.includeZero && !conditional || _utils.isEmpty(conditional)) {
          return options.inverse(this);
        } else {
          return options.fn(this);
        }
      });
      instance.registerHelper("unless", function(conditional, options) {
        if (arguments.length != 2) {
          throw new _exception2["default"]("#unless requires exactly one argument");
        }
        return instance.helpers["if"].call(this, conditional, {
          fn: options.inverse,
          inverse: options.fn,
          hash: options.hash
        });
      });
    };
    module.exports = exports["default"];
  }
});

// node_modules/handlebars/dist/cjs/handlebars/helpers/log.js
var require_log = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/helpers/log.js"(exports, module) {
    "use strict";
    exports.__esModule = true;
    exports["default"] = function(instance) {
      instance.registerHelper("log", function() {
        var args = [void 0], options = arguments[arguments.length - 1];
        for (var i = 0; i < arguments.length - 1; i++) {
          args.push(arguments[i]);
        }
        var level = 1;
        if (options.hash.level != null) {
          level = options.hash.level;
        } else if (options.data && options.data.level != null) {
          level = options.data.level;
        }
        args[0] = level;
        instance.log.apply(instance, args);
      });
    };
    module.exports = exports["default"];
  }
});

// node_modules/handlebars/dist/cjs/handlebars/helpers/lookup.js
var require_lookup = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/helpers/lookup.js"(exports, module) {
    "use strict";
    exports.__esModule = true;
    exports["default"] = function(instance) {
      instance.registerHelper("lookup", function(obj, field, options) {
        if (!obj) {
          return obj;
        }
        return options.lookupProperty(obj, field);
      });
    };
    module.exports = exports["default"];
  }
});

// node_modules/handlebars/dist/cjs/handlebars/helpers/with.js
var require_with = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/helpers/with.js"(exports, module) {
    "use strict";
    exports.__esModule = true;
    function _interopRequireDefault(obj) {
      return obj && obj.__esModule ? obj : { "default": obj };
    }
    var _utils = require_utils();
    var _exception = require_exception();
    var _exception2 = _interopRequireDefault(_exception);
    exports["default"] = function(instance) {
      instance.registerHelper("with", function(context, options) {
        if (arguments.length != 2) {
          throw new _exception2["default"]("#with requires exactly one argument");
        }
        if (_utils.isFunction(context)) {
          context = context.call(this);
        }
        var fn = options.fn;
        if (!_utils.isEmpty(context)) {
          var data = options.data;
          if (options.data && options.ids) {
            data = _utils.createFrame(options.data);
            data.contextPath = _utils.appendContextPath(options.data.contextPath, options.ids[0]);
          }
          return fn(context, {
            data,
            blockParams: _utils.blockParams([context], [data && data.contextPath])
          });
        } else {
          return options.inverse(this);
        }
      });
    };
    module.exports = exports["default"];
  }
});

// node_modules/handlebars/dist/cjs/handlebars/helpers.js
var require_helpers = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/helpers.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.registerDefaultHelpers = registerDefaultHelpers;
    exports.moveHelperToHooks = moveHelperToHooks;
    function _interopRequireDefault(obj) {
      return obj && obj.__esModule ? obj : { "default": obj };
    }
    var _helpersBlockHelperMissing = require_block_helper_missing();
    var _helpersBlockHelperMissing2 = _interopRequireDefault(_helpersBlockHelperMissing);
    var _helpersEach = require_each();
    var _helpersEach2 = _interopRequireDefault(_helpersEach);
    var _helpersHelperMissing = require_helper_missing();
    var _helpersHelperMissing2 = _interopRequireDefault(_helpersHelperMissing);
    var _helpersIf = require_if();
    var _helpersIf2 = _interopRequireDefault(_helpersIf);
    var _helpersLog = require_log();
    var _helpersLog2 = _interopRequireDefault(_helpersLog);
    var _helpersLookup = require_lookup();
    var _helpersLookup2 = _interopRequireDefault(_helpersLookup);
    var _helpersWith = require_with();
    var _helpersWith2 = _interopRequireDefault(_helpersWith);
    function registerDefaultHelpers(instance) {
      _helpersBlockHelperMissing2["default"](instance);
      _helpersEach2["default"](instance);
      _helpersHelperMissing2["default"](instance);
      _helpersIf2["default"](instance);
      _helpersLog2["default"](instance);
      _helpersLookup2["default"](instance);
      _helpersWith2["default"](instance);
    }
    function moveHelperToHooks(instance, helperName, keepHelper) {
      if (instance.helpers[helperName]) {
        instance.hooks[helperName] = instance.helpers[helperName];
        if (!keepHelper) {
          instance.helpers[helperName] = void 0;
        }
      }
    }
  }
});

// node_modules/handlebars/dist/cjs/handlebars/decorators/inline.js
var require_inline = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/decorators/inline.js"(exports, module) {
    "use strict";
    exports.__esModule = true;
    var _utils = require_utils();
    exports["default"] = function(instance) {
      instance.registerDecorator("inline", function(fn, props, container, options) {
        var ret = fn;
        if (!props.partials) {
          props.partials = {};
          ret = function(context, options2) {
            var original = container.partials;
            container.partials = _utils.extend({}, original, props.partials);
            var ret2 = fn(context, options2);
            container.partials = original;
            return ret2;
          };
        }
        props.partials[options.args[0]] = options.fn;
        return ret;
      });
    };
    module.exports = exports["default"];
  }
});

// node_modules/handlebars/dist/cjs/handlebars/decorators.js
var require_decorators = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/decorators.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.registerDefaultDecorators = registerDefaultDecorators;
    function _interopRequireDefault(obj) {
      return obj && obj.__esModule ? obj : { "default": obj };
    }
    var _decoratorsInline = require_inline();
    var _decoratorsInline2 = _interopRequireDefault(_decoratorsInline);
    function registerDefaultDecorators(instance) {
      _decoratorsInline2["default"](instance);
    }
  }
});

// node_modules/handlebars/dist/cjs/handlebars/logger.js
var require_logger = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/logger.js"(exports, module) {
    "use strict";
    exports.__esModule = true;
    var _utils = require_utils();
    var logger = {
      methodMap: ["debug", "info", "warn", "error"],
      level: "info",
      // Maps a given level value to the `methodMap` indexes above.
      lookupLevel: function lookupLevel(level) {
        if (typeof level === "string") {
          var levelMap = _utils.indexOf(logger.methodMap, level.toLowerCase());
          if (levelMap >= 0) {
            level = levelMap;
          } else {
            level = parseInt(level, 10);
          }
        }
        return level;
      },
      // Can be overridden in the host environment
      log: function log(level) {
        level = logger.lookupLevel(level);
        if (typeof console !== "undefined" && logger.lookupLevel(logger.level) <= level) {
          var method = logger.methodMap[level];
          if (!console[method]) {
            method = "log";
          }
          for (var _len = arguments.length, message = Array(_len > 1 ? _len - 1 : 0), _key = 1; _key < _len; _key++) {
            message[_key - 1] = arguments[_key];
          }
          console[method].apply(console, message);
        }
      }
    };
    exports["default"] = logger;
    module.exports = exports["default"];
  }
});

// node_modules/handlebars/dist/cjs/handlebars/internal/proto-access.js
var require_proto_access = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/internal/proto-access.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.createProtoAccessControl = createProtoAccessControl;
    exports.resultIsAllowed = resultIsAllowed;
    exports.isPrototypeConstructor = isPrototypeConstructor;
    exports.resetLoggedProperties = resetLoggedProperties;
    function _interopRequireDefault(obj) {
      return obj && obj.__esModule ? obj : { "default": obj };
    }
    var _utils = require_utils();
    var _logger = require_logger();
    var _logger2 = _interopRequireDefault(_logger);
    var loggedProperties = /* @__PURE__ */ Object.create(null);
    function createProtoAccessControl(runtimeOptions) {
      var propertyWhiteList = /* @__PURE__ */ Object.create(null);
      propertyWhiteList["__proto__"] = false;
      _utils.extend(propertyWhiteList, runtimeOptions.allowedProtoProperties);
      var methodWhiteList = /* @__PURE__ */ Object.create(null);
      methodWhiteList["constructor"] = false;
      methodWhiteList["__defineGetter__"] = false;
      methodWhiteList["__defineSetter__"] = false;
      methodWhiteList["__lookupGetter__"] = false;
      methodWhiteList["__lookupSetter__"] = false;
      _utils.extend(methodWhiteList, runtimeOptions.allowedProtoMethods);
      return {
        properties: {
          whitelist: propertyWhiteList,
          defaultValue: runtimeOptions.allowProtoPropertiesByDefault
        },
        methods: {
          whitelist: methodWhiteList,
          defaultValue: runtimeOptions.allowProtoMethodsByDefault
        }
      };
    }
    function resultIsAllowed(result, protoAccessControl, propertyName) {
      if (typeof result === "function") {
        return checkWhiteList(protoAccessControl.methods, propertyName);
      } else {
        return checkWhiteList(protoAccessControl.properties, propertyName);
      }
    }
    function isPrototypeConstructor(parent, propertyName, result) {
      return propertyName === "constructor" && typeof result === "function" && parent === result.prototype;
    }
    function checkWhiteList(protoAccessControlForType, propertyName) {
      if (protoAccessControlForType.whitelist[propertyName] !== void 0) {
        return protoAccessControlForType.whitelist[propertyName] === true;
      }
      if (protoAccessControlForType.defaultValue !== void 0) {
        return protoAccessControlForType.defaultValue;
      }
      logUnexpecedPropertyAccessOnce(propertyName);
      return false;
    }
    function logUnexpecedPropertyAccessOnce(propertyName) {
      if (loggedProperties[propertyName] !== true) {
        loggedProperties[propertyName] = true;
        _logger2["default"].log("error", 'Handlebars: Access has been denied to resolve the property "' + propertyName + '" because it is not an "own property" of its parent.\nYou can add a runtime option to disable the check or this warning:\nSee https://handlebarsjs.com/api-reference/runtime-options.html#options-to-control-prototype-access for details');
      }
    }
    function resetLoggedProperties() {
      Object.keys(loggedProperties).forEach(function(propertyName) {
        delete loggedProperties[propertyName];
      });
    }
  }
});

// node_modules/handlebars/dist/cjs/handlebars/base.js
var require_base = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/base.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.HandlebarsEnvironment = HandlebarsEnvironment;
    function _interopRequireDefault(obj) {
      return obj && obj.__esModule ? obj : { "default": obj };
    }
    var _utils = require_utils();
    var _exception = require_exception();
    var _exception2 = _interopRequireDefault(_exception);
    var _helpers = require_helpers();
    var _decorators = require_decorators();
    var _logger = require_logger();
    var _logger2 = _interopRequireDefault(_logger);
    var _internalProtoAccess = require_proto_access();
    var VERSION = "4.7.10";
    exports.VERSION = VERSION;
    var COMPILER_REVISION = 8;
    exports.COMPILER_REVISION = COMPILER_REVISION;
    var LAST_COMPATIBLE_COMPILER_REVISION = 7;
    exports.LAST_COMPATIBLE_COMPILER_REVISION = LAST_COMPATIBLE_COMPILER_REVISION;
    var REVISION_CHANGES = {
      1: "<= 1.0.rc.2",
      // 1.0.rc.2 is actually rev2 but doesn't report it
      2: "== 1.0.0-rc.3",
      3: "== 1.0.0-rc.4",
      4: "== 1.x.x",
      5: "== 2.0.0-alpha.x",
      6: ">= 2.0.0-beta.1",
      7: ">= 4.0.0 <4.3.0",
      8: ">= 4.3.0"
    };
    exports.REVISION_CHANGES = REVISION_CHANGES;
    var objectType = "[object Object]";
    function HandlebarsEnvironment(helpers, partials, decorators) {
      this.helpers = helpers || {};
      this.partials = partials || {};
      this.decorators = decorators || {};
      _helpers.registerDefaultHelpers(this);
      _decorators.registerDefaultDecorators(this);
    }
    HandlebarsEnvironment.prototype = {
      constructor: HandlebarsEnvironment,
      logger: _logger2["default"],
      log: _logger2["default"].log,
      registerHelper: function registerHelper(name, fn) {
        if (_utils.toString.call(name) === objectType) {
          if (fn) {
            throw new _exception2["default"]("Arg not supported with multiple helpers");
          }
          _utils.extend(this.helpers, name);
        } else {
          this.helpers[name] = fn;
        }
      },
      unregisterHelper: function unregisterHelper(name) {
        delete this.helpers[name];
      },
      registerPartial: function registerPartial(name, partial) {
        if (_utils.toString.call(name) === objectType) {
          _utils.extend(this.partials, name);
        } else {
          if (typeof partial === "undefined") {
            throw new _exception2["default"]('Attempting to register a partial called "' + name + '" as undefined');
          }
          this.partials[name] = partial;
        }
      },
      unregisterPartial: function unregisterPartial(name) {
        delete this.partials[name];
      },
      registerDecorator: function registerDecorator(name, fn) {
        if (_utils.toString.call(name) === objectType) {
          if (fn) {
            throw new _exception2["default"]("Arg not supported with multiple decorators");
          }
          _utils.extend(this.decorators, name);
        } else {
          this.decorators[name] = fn;
        }
      },
      unregisterDecorator: function unregisterDecorator(name) {
        delete this.decorators[name];
      },
      /**
       * Reset the memory of illegal property accesses that have already been logged.
       * @deprecated should only be used in handlebars test-cases
       */
      resetLoggedPropertyAccesses: function resetLoggedPropertyAccesses() {
        _internalProtoAccess.resetLoggedProperties();
      }
    };
    var log = _logger2["default"].log;
    exports.log = log;
    exports.createFrame = _utils.createFrame;
    exports.logger = _logger2["default"];
  }
});

// node_modules/handlebars/dist/cjs/handlebars/safe-string.js
var require_safe_string = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/safe-string.js"(exports, module) {
    "use strict";
    exports.__esModule = true;
    function SafeString(string) {
      this.string = string;
    }
    SafeString.prototype.toString = SafeString.prototype.toHTML = function() {
      return "" + this.string;
    };
    exports["default"] = SafeString;
    module.exports = exports["default"];
  }
});

// node_modules/handlebars/dist/cjs/handlebars/internal/wrapHelper.js
var require_wrapHelper = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/internal/wrapHelper.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.wrapHelper = wrapHelper;
    function wrapHelper(helper, transformOptionsFn) {
      if (typeof helper !== "function") {
        return helper;
      }
      var wrapper = function wrapper2() {
        var options = arguments[arguments.length - 1];
        arguments[arguments.length - 1] = transformOptionsFn(options);
        return helper.apply(this, arguments);
      };
      return wrapper;
    }
  }
});

// node_modules/handlebars/dist/cjs/handlebars/runtime.js
var require_runtime = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/runtime.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.checkRevision = checkRevision;
    exports.template = template;
    exports.wrapProgram = wrapProgram;
    exports.resolvePartial = resolvePartial;
    exports.invokePartial = invokePartial;
    exports.noop = noop;
    function _interopRequireDefault(obj) {
      return obj && obj.__esModule ? obj : { "default": obj };
    }
    function _interopRequireWildcard(obj) {
      if (obj && obj.__esModule) {
        return obj;
      } else {
        var newObj = {};
        if (obj != null) {
          for (var key in obj) {
            if (Object.prototype.hasOwnProperty.call(obj, key)) newObj[key] = obj[key];
          }
        }
        newObj["default"] = obj;
        return newObj;
      }
    }
    var _utils = require_utils();
    var Utils = _interopRequireWildcard(_utils);
    var _exception = require_exception();
    var _exception2 = _interopRequireDefault(_exception);
    var _base = require_base();
    var _helpers = require_helpers();
    var _internalWrapHelper = require_wrapHelper();
    var _internalProtoAccess = require_proto_access();
    function checkRevision(compilerInfo) {
      var compilerRevision = compilerInfo && compilerInfo[0] || 1, currentRevision = _base.COMPILER_REVISION;
      if (compilerRevision >= _base.LAST_COMPATIBLE_COMPILER_REVISION && compilerRevision <= _base.COMPILER_REVISION) {
        return;
      }
      if (compilerRevision < _base.LAST_COMPATIBLE_COMPILER_REVISION) {
        var runtimeVersions = _base.REVISION_CHANGES[currentRevision], compilerVersions = _base.REVISION_CHANGES[compilerRevision];
        throw new _exception2["default"]("Template was precompiled with an older version of Handlebars than the current runtime. Please update your precompiler to a newer version (" + runtimeVersions + ") or downgrade your runtime to an older version (" + compilerVersions + ").");
      } else {
        throw new _exception2["default"]("Template was precompiled with a newer version of Handlebars than the current runtime. Please update your runtime to a newer version (" + compilerInfo[1] + ").");
      }
    }
    function template(templateSpec, env) {
      if (!env) {
        throw new _exception2["default"]("No environment passed to template");
      }
      if (!templateSpec || !templateSpec.main) {
        throw new _exception2["default"]("Unknown template object: " + typeof templateSpec);
      }
      templateSpec.main.decorator = templateSpec.main_d;
      env.VM.checkRevision(templateSpec.compiler);
      var templateWasPrecompiledWithCompilerV7 = templateSpec.compiler && templateSpec.compiler[0] === 7;
      function invokePartialWrapper(partial, context, options) {
        if (options.hash) {
          context = Utils.extend({}, context, options.hash);
          if (options.ids) {
            options.ids[0] = true;
          }
        }
        partial = env.VM.resolvePartial.call(this, partial, context, options);
        options.hooks = this.hooks;
        options.protoAccessControl = this.protoAccessControl;
        var result = env.VM.invokePartial.call(this, partial, context, options);
        if (result == null && Utils.isFunction(partial)) {
          throw new _exception2["default"]("The partial " + options.name + " returned no output: partials must return a string");
        }
        if (result == null && env.compile) {
          if (typeof partial !== "string") {
            throw new _exception2["default"]("The partial " + options.name + " could not be compiled: partials must be strings or functions returning strings");
          }
          options.partials[options.name] = env.compile(partial, templateSpec.compilerOptions, env);
          result = options.partials[options.name](context, options);
        }
        if (result != null) {
          if (options.indent) {
            var lines = result.split("\n");
            for (var i = 0, l = lines.length; i < l; i++) {
              if (!lines[i] && i + 1 === l) {
                break;
              }
              lines[i] = options.indent + lines[i];
            }
            result = lines.join("\n");
          }
          return result;
        } else {
          throw new _exception2["default"]("The partial " + options.name + " could not be compiled when running in runtime-only mode");
        }
      }
      var container = {
        strict: function strict(obj, name, loc) {
          if (!obj || !(name in obj)) {
            throw new _exception2["default"]('"' + name + '" not defined in ' + obj, {
              loc
            });
          }
          return container.lookupProperty(obj, name);
        },
        lookupProperty: function lookupProperty(parent, propertyName) {
          var result = parent[propertyName];
          if (result == null) {
            return result;
          }
          if (Object.prototype.hasOwnProperty.call(parent, propertyName) && !_internalProtoAccess.isPrototypeConstructor(parent, propertyName, result)) {
            return result;
          }
          if (_internalProtoAccess.resultIsAllowed(result, container.protoAccessControl, propertyName)) {
            return result;
          }
          return void 0;
        },
        lookup: function lookup(depths, name) {
          var len = depths.length;
          for (var i = 0; i < len; i++) {
            var result = depths[i] && container.lookupProperty(depths[i], name);
            if (result != null) {
              return result;
            }
          }
        },
        lambda: function lambda(current, context) {
          return typeof current === "function" ? current.call(context) : current;
        },
        escapeExpression: Utils.escapeExpression,
        invokePartial: invokePartialWrapper,
        fn: function fn(i) {
          var ret2 = templateSpec[i];
          ret2.decorator = templateSpec[i + "_d"];
          return ret2;
        },
        programs: [],
        program: function program(i, data, declaredBlockParams, blockParams, depths) {
          var programWrapper = this.programs[i], fn = this.fn(i);
          if (data || depths || blockParams || declaredBlockParams) {
            programWrapper = wrapProgram(this, i, fn, data, declaredBlockParams, blockParams, depths);
          } else if (!programWrapper) {
            programWrapper = this.programs[i] = wrapProgram(this, i, fn);
          }
          return programWrapper;
        },
        data: function data(value, depth) {
          while (value && depth--) {
            value = value._parent;
          }
          return value;
        },
        mergeIfNeeded: function mergeIfNeeded(param, common) {
          var obj = param || common;
          if (param && common && param !== common) {
            obj = Utils.extend({}, common, param);
          }
          return obj;
        },
        // An empty object to use as replacement for null-contexts
        nullContext: Object.seal({}),
        noop: env.VM.noop,
        compilerInfo: templateSpec.compiler
      };
      function ret(context) {
        var options = arguments.length <= 1 || arguments[1] === void 0 ? {} : arguments[1];
        var data = options.data;
        ret._setup(options);
        if (!options.partial && templateSpec.useData) {
          data = initData(context, data);
        }
        var depths = void 0, blockParams = templateSpec.useBlockParams ? [] : void 0;
        if (templateSpec.useDepths) {
          if (options.depths) {
            depths = context != options.depths[0] ? [context].concat(options.depths) : options.depths;
          } else {
            depths = [context];
          }
        }
        function main(context2) {
          return "" + templateSpec.main(container, context2, container.helpers, container.partials, data, blockParams, depths);
        }
        main = executeDecorators(templateSpec.main, main, container, options.depths || [], data, blockParams);
        return main(context, options);
      }
      ret.isTop = true;
      ret._setup = function(options) {
        if (!options.partial) {
          var mergedHelpers = {};
          addHelpers(mergedHelpers, env.helpers, container);
          addHelpers(mergedHelpers, options.helpers, container);
          container.helpers = mergedHelpers;
          if (templateSpec.usePartial) {
            container.partials = container.mergeIfNeeded(options.partials, env.partials);
          }
          if (templateSpec.usePartial || templateSpec.useDecorators) {
            container.decorators = Utils.extend({}, env.decorators, options.decorators);
          }
          container.hooks = {};
          container.protoAccessControl = _internalProtoAccess.createProtoAccessControl(options);
          var keepHelperInHelpers = options.allowCallsToHelperMissing || templateWasPrecompiledWithCompilerV7;
          _helpers.moveHelperToHooks(container, "helperMissing", keepHelperInHelpers);
          _helpers.moveHelperToHooks(container, "blockHelperMissing", keepHelperInHelpers);
        } else {
          container.protoAccessControl = options.protoAccessControl;
          container.helpers = options.helpers;
          container.partials = options.partials;
          container.decorators = options.decorators;
          container.hooks = options.hooks;
        }
      };
      ret._child = function(i, data, blockParams, depths) {
        if (templateSpec.useBlockParams && !blockParams) {
          throw new _exception2["default"]("must pass block params");
        }
        if (templateSpec.useDepths && !depths) {
          throw new _exception2["default"]("must pass parent depths");
        }
        return wrapProgram(container, i, templateSpec[i], data, 0, blockParams, depths);
      };
      return ret;
    }
    function wrapProgram(container, i, fn, data, declaredBlockParams, blockParams, depths) {
      function prog(context) {
        var options = arguments.length <= 1 || arguments[1] === void 0 ? {} : arguments[1];
        var currentDepths = depths;
        if (depths && context != depths[0] && !(context === container.nullContext && depths[0] === null)) {
          currentDepths = [context].concat(depths);
        }
        return fn(container, context, container.helpers, container.partials, options.data || data, blockParams && [options.blockParams].concat(blockParams), currentDepths);
      }
      prog = executeDecorators(fn, prog, container, depths, data, blockParams);
      prog.program = i;
      prog.depth = depths ? depths.length : 0;
      prog.blockParams = declaredBlockParams || 0;
      return prog;
    }
    function resolvePartial(partial, context, options) {
      if (!partial) {
        if (options.name === "@partial-block") {
          partial = lookupOwnProperty(options.data, "partial-block");
        } else {
          partial = lookupOwnProperty(options.partials, options.name);
        }
      } else if (typeof partial !== "function" && !options.name) {
        options.name = partial;
        partial = lookupOwnProperty(options.partials, partial);
      }
      return partial;
    }
    function invokePartial(partial, context, options) {
      var currentPartialBlock = lookupOwnProperty(options.data, "partial-block");
      options.partial = true;
      if (options.ids) {
        options.data.contextPath = options.ids[0] || options.data.contextPath;
      }
      var partialBlock = void 0;
      if (options.fn && options.fn !== noop) {
        (function() {
          options.data = _base.createFrame(options.data);
          var fn = options.fn;
          partialBlock = options.data["partial-block"] = function partialBlockWrapper(context2) {
            var options2 = arguments.length <= 1 || arguments[1] === void 0 ? {} : arguments[1];
            options2.data = _base.createFrame(options2.data);
            options2.data["partial-block"] = currentPartialBlock;
            return fn(context2, options2);
          };
          if (fn.partials) {
            options.partials = Utils.extend({}, options.partials, fn.partials);
          }
        })();
      }
      if (partial === void 0 && partialBlock) {
        partial = partialBlock;
      }
      if (partial === void 0) {
        throw new _exception2["default"]("The partial " + options.name + " could not be found");
      } else if (partial instanceof Function) {
        return partial(context, options);
      }
    }
    function noop() {
      return "";
    }
    function lookupOwnProperty(obj, name) {
      if (obj && Object.prototype.hasOwnProperty.call(obj, name)) {
        return obj[name];
      }
    }
    function initData(context, data) {
      if (!data || !("root" in data)) {
        data = data ? _base.createFrame(data) : {};
        data.root = context;
      }
      return data;
    }
    function executeDecorators(fn, prog, container, depths, data, blockParams) {
      if (fn.decorator) {
        var props = {};
        prog = fn.decorator(prog, props, container, depths && depths[0], data, blockParams, depths);
        Utils.extend(prog, props);
      }
      return prog;
    }
    function addHelpers(mergedHelpers, helpers, container) {
      if (!helpers) return;
      Object.keys(helpers).forEach(function(helperName) {
        var helper = helpers[helperName];
        mergedHelpers[helperName] = passLookupPropertyOption(helper, container);
      });
    }
    function passLookupPropertyOption(helper, container) {
      var lookupProperty = container.lookupProperty;
      return _internalWrapHelper.wrapHelper(helper, function(options) {
        options.lookupProperty = lookupProperty;
        return options;
      });
    }
  }
});

// node_modules/handlebars/dist/cjs/handlebars/no-conflict.js
var require_no_conflict = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars/no-conflict.js"(exports, module) {
    "use strict";
    exports.__esModule = true;
    exports["default"] = function(Handlebars) {
      (function() {
        if (typeof globalThis === "object") return;
        Object.prototype.__defineGetter__("__magic__", function() {
          return this;
        });
        __magic__.globalThis = __magic__;
        delete Object.prototype.__magic__;
      })();
      var $Handlebars = globalThis.Handlebars;
      Handlebars.noConflict = function() {
        if (globalThis.Handlebars === Handlebars) {
          globalThis.Handlebars = $Handlebars;
        }
        return Handlebars;
      };
    };
    module.exports = exports["default"];
  }
});

// node_modules/handlebars/dist/cjs/handlebars.runtime.js
var require_handlebars_runtime = __commonJS({
  "node_modules/handlebars/dist/cjs/handlebars.runtime.js"(exports, module) {
    "use strict";
    exports.__esModule = true;
    function _interopRequireDefault(obj) {
      return obj && obj.__esModule ? obj : { "default": obj };
    }
    function _interopRequireWildcard(obj) {
      if (obj && obj.__esModule) {
        return obj;
      } else {
        var newObj = {};
        if (obj != null) {
          for (var key in obj) {
            if (Object.prototype.hasOwnProperty.call(obj, key)) newObj[key] = obj[key];
          }
        }
        newObj["default"] = obj;
        return newObj;
      }
    }
    var _handlebarsBase = require_base();
    var base = _interopRequireWildcard(_handlebarsBase);
    var _handlebarsSafeString = require_safe_string();
    var _handlebarsSafeString2 = _interopRequireDefault(_handlebarsSafeString);
    var _handlebarsException = require_exception();
    var _handlebarsException2 = _interopRequireDefault(_handlebarsException);
    var _handlebarsUtils = require_utils();
    var Utils = _interopRequireWildcard(_handlebarsUtils);
    var _handlebarsRuntime = require_runtime();
    var runtime = _interopRequireWildcard(_handlebarsRuntime);
    var _handlebarsNoConflict = require_no_conflict();
    var _handlebarsNoConflict2 = _interopRequireDefault(_handlebarsNoConflict);
    function create() {
      var hb = new base.HandlebarsEnvironment();
      Utils.extend(hb, base);
      hb.SafeString = _handlebarsSafeString2["default"];
      hb.Exception = _handlebarsException2["default"];
      hb.Utils = Utils;
      hb.escapeExpression = Utils.escapeExpression;
      hb.VM = runtime;
      hb.template = function(spec) {
        return runtime.template(spec, hb);
      };
      return hb;
    }
    var inst = create();
    inst.create = create;
    _handlebarsNoConflict2["default"](inst);
    inst["default"] = inst;
    exports["default"] = inst;
    module.exports = exports["default"];
  }
});

// node_modules/handlebars/runtime.js
var require_runtime2 = __commonJS({
  "node_modules/handlebars/runtime.js"(exports, module) {
    module.exports = require_handlebars_runtime()["default"];
  }
});

// src/generated/templates.ts
var comment = { "0": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "several"), { "name": "if", "hash": {}, "fn": container.program(1, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 5, "column": 0 }, "end": { "line": 8, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "untrustedRun"), { "name": "if", "hash": {}, "fn": container.program(3, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 9, "column": 0 }, "end": { "line": 13, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "error"), { "name": "if", "hash": {}, "fn": container.program(4, data, 0, blockParams, depths), "inverse": container.program(5, data, 0, blockParams, depths), "data": data, "loc": { "start": { "line": 14, "column": 0 }, "end": { "line": 25, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "listed"), { "name": "if", "hash": {}, "fn": container.program(12, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 26, "column": 0 }, "end": { "line": 33, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "attentionCut"), { "name": "if", "hash": {}, "fn": container.program(21, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 34, "column": 0 }, "end": { "line": 37, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "diagnosisTitles"), { "name": "if", "hash": {}, "fn": container.program(22, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 38, "column": 0 }, "end": { "line": 47, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "chart"), { "name": "if", "hash": {}, "fn": container.program(26, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 48, "column": 0 }, "end": { "line": 53, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "history"), { "name": "if", "hash": {}, "fn": container.program(27, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 54, "column": 0 }, "end": { "line": 65, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "foldedCount"), { "name": "if", "hash": {}, "fn": container.program(29, data, 0, blockParams, depths), "inverse": container.program(33, data, 0, blockParams, depths), "data": data, "loc": { "start": { "line": 66, "column": 0 }, "end": { "line": 86, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "skippedCount"), { "name": "if", "hash": {}, "fn": container.program(35, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 87, "column": 0 }, "end": { "line": 99, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "facts"), { "name": "if", "hash": {}, "fn": container.program(38, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 100, "column": 0 }, "end": { "line": 103, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "changedSettings"), { "name": "if", "hash": {}, "fn": container.program(39, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 104, "column": 0 }, "end": { "line": 107, "column": 7 } } })) != null ? stack1 : "");
}, "1": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "### " + ((stack1 = lookupProperty(helpers, "icon").call(alias1, lookupProperty(depth0, "status"), { "name": "icon", "hash": {}, "data": data, "loc": { "start": { "line": 6, "column": 4 }, "end": { "line": 6, "column": 19 } } })) != null ? stack1 : "") + " " + ((stack1 = lookupProperty(helpers, "code").call(alias1, lookupProperty(depth0, "name"), { "name": "code", "hash": {}, "data": data, "loc": { "start": { "line": 6, "column": 20 }, "end": { "line": 6, "column": 33 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "unless").call(alias1, lookupProperty(depth0, "error"), { "name": "unless", "hash": {}, "fn": container.program(2, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 6, "column": 33 }, "end": { "line": 6, "column": 80 } } })) != null ? stack1 : "") + "\n\n";
}, "2": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return ": " + ((stack1 = lookupProperty(helpers, "text").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "headline"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 6, "column": 52 }, "end": { "line": 6, "column": 69 } } })) != null ? stack1 : "");
}, "3": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "> [!IMPORTANT]\n> These numbers were computed in an untrusted run (" + ((stack1 = lookupProperty(helpers, "text").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "untrustedRun"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 11, "column": 51 }, "end": { "line": 11, "column": 72 } } })) != null ? stack1 : "") + ") and may be invented. They are judged here, by the settings of the base.\n\n";
}, "4": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "> [!" + ((stack1 = lookupProperty(helpers, "alert").call(alias1, lookupProperty(depth0, "status"), { "name": "alert", "hash": {}, "data": data, "loc": { "start": { "line": 15, "column": 4 }, "end": { "line": 15, "column": 20 } } })) != null ? stack1 : "") + "]\n> " + ((stack1 = lookupProperty(helpers, "text").call(alias1, lookupProperty(depth0, "error"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 16, "column": 2 }, "end": { "line": 16, "column": 16 } } })) != null ? stack1 : "") + "\n\n";
}, "5": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return (stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "worst"), { "name": "if", "hash": {}, "fn": container.program(6, data, 0), "inverse": container.program(10, data, 0), "data": data, "loc": { "start": { "line": 18, "column": 0 }, "end": { "line": 25, "column": 0 } } })) != null ? stack1 : "";
}, "6": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "> [!" + ((stack1 = lookupProperty(helpers, "alert").call(alias1, lookupProperty(depth0, "status"), { "name": "alert", "hash": {}, "data": data, "loc": { "start": { "line": 19, "column": 4 }, "end": { "line": 19, "column": 20 } } })) != null ? stack1 : "") + "]\n> " + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(lookupProperty(depth0, "worst"), "among"), { "name": "if", "hash": {}, "fn": container.program(7, data, 0), "inverse": container.program(8, data, 0), "data": data, "loc": { "start": { "line": 20, "column": 2 }, "end": { "line": 20, "column": 59 } } })) != null ? stack1 : "") + " " + ((stack1 = lookupProperty(helpers, "code").call(alias1, lookupProperty(lookupProperty(depth0, "worst"), "name"), { "name": "code", "hash": {}, "data": data, "loc": { "start": { "line": 20, "column": 60 }, "end": { "line": 20, "column": 79 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "unless").call(alias1, lookupProperty(depth0, "several"), { "name": "unless", "hash": {}, "fn": container.program(9, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 20, "column": 79 }, "end": { "line": 20, "column": 126 } } })) != null ? stack1 : "") + ": " + ((stack1 = lookupProperty(helpers, "text").call(alias1, lookupProperty(lookupProperty(depth0, "worst"), "reasons"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 20, "column": 128 }, "end": { "line": 20, "column": 150 } } })) != null ? stack1 : "") + ".\n\n";
}, "7": function(container, depth0, helpers, partials, data) {
  return "The worst is layer";
}, "8": function(container, depth0, helpers, partials, data) {
  return "Layer";
}, "9": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return " of " + ((stack1 = lookupProperty(helpers, "code").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "name"), { "name": "code", "hash": {}, "data": data, "loc": { "start": { "line": 20, "column": 102 }, "end": { "line": 20, "column": 115 } } })) != null ? stack1 : "");
}, "10": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return (stack1 = lookupProperty(helpers, "unless").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "several"), { "name": "unless", "hash": {}, "fn": container.program(11, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 22, "column": 0 }, "end": { "line": 25, "column": 0 } } })) != null ? stack1 : "";
}, "11": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "Every alpha of " + ((stack1 = lookupProperty(helpers, "code").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "name"), { "name": "code", "hash": {}, "data": data, "loc": { "start": { "line": 23, "column": 15 }, "end": { "line": 23, "column": 28 } } })) != null ? stack1 : "") + " lies within its bounds.\n\n";
}, "12": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "| | Layer | alpha |" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "compared"), { "name": "if", "hash": {}, "fn": container.program(13, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 27, "column": 19 }, "end": { "line": 27, "column": 46 } } })) != null ? stack1 : "") + " D | N\xD7M |" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "reasoned"), { "name": "if", "hash": {}, "fn": container.program(14, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 27, "column": 56 }, "end": { "line": 27, "column": 85 } } })) != null ? stack1 : "") + "\n|---|:---|---:|" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "compared"), { "name": "if", "hash": {}, "fn": container.program(15, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 28, "column": 15 }, "end": { "line": 28, "column": 43 } } })) != null ? stack1 : "") + "---:|:---|" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "reasoned"), { "name": "if", "hash": {}, "fn": container.program(16, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 28, "column": 53 }, "end": { "line": 28, "column": 81 } } })) != null ? stack1 : "") + "\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "listed"), { "name": "each", "hash": {}, "fn": container.program(17, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 29, "column": 0 }, "end": { "line": 31, "column": 9 } } })) != null ? stack1 : "") + "\n";
}, "13": function(container, depth0, helpers, partials, data) {
  return " \u0394 |";
}, "14": function(container, depth0, helpers, partials, data) {
  return " Why |";
}, "15": function(container, depth0, helpers, partials, data) {
  return "---:|";
}, "16": function(container, depth0, helpers, partials, data) {
  return ":---|";
}, "17": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, alias2 = container.strict, alias3 = container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "| " + ((stack1 = lookupProperty(helpers, "icon").call(alias1, lookupProperty(depth0, "verdict"), { "name": "icon", "hash": {}, "data": data, "loc": { "start": { "line": 30, "column": 2 }, "end": { "line": 30, "column": 18 } } })) != null ? stack1 : "") + " | " + ((stack1 = lookupProperty(helpers, "cell").call(alias1, lookupProperty(depth0, "name"), { "name": "cell", "hash": {}, "data": data, "loc": { "start": { "line": 30, "column": 21 }, "end": { "line": 30, "column": 34 } } })) != null ? stack1 : "") + " | " + ((stack1 = alias3(alias2(depth0, "alpha", { "start": { "line": 30, "column": 39 }, "end": { "line": 30, "column": 44 } }), depth0)) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "sigma"), { "name": "if", "hash": {}, "fn": container.program(18, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 30, "column": 46 }, "end": { "line": 30, "column": 78 } } })) != null ? stack1 : "") + " |" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depths[1], "compared"), { "name": "if", "hash": {}, "fn": container.program(19, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 30, "column": 80 }, "end": { "line": 30, "column": 118 } } })) != null ? stack1 : "") + " " + ((stack1 = alias3(alias2(depth0, "distance", { "start": { "line": 30, "column": 121 }, "end": { "line": 30, "column": 129 } }), depth0)) != null ? stack1 : "") + " | " + ((stack1 = alias3(alias2(depth0, "shape", { "start": { "line": 30, "column": 136 }, "end": { "line": 30, "column": 141 } }), depth0)) != null ? stack1 : "") + " |" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depths[1], "reasoned"), { "name": "if", "hash": {}, "fn": container.program(20, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 30, "column": 145 }, "end": { "line": 30, "column": 186 } } })) != null ? stack1 : "") + "\n";
}, "18": function(container, depth0, helpers, partials, data) {
  var stack1;
  return "\xA0\xB1\xA0" + ((stack1 = container.lambda(container.strict(depth0, "sigma", { "start": { "line": 30, "column": 64 }, "end": { "line": 30, "column": 69 } }), depth0)) != null ? stack1 : "");
}, "19": function(container, depth0, helpers, partials, data) {
  var stack1;
  return " " + ((stack1 = container.lambda(container.strict(depth0, "delta", { "start": { "line": 30, "column": 102 }, "end": { "line": 30, "column": 107 } }), depth0)) != null ? stack1 : "") + " |";
}, "20": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return " " + ((stack1 = lookupProperty(helpers, "text").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "why"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 30, "column": 165 }, "end": { "line": 30, "column": 177 } } })) != null ? stack1 : "") + " |";
}, "21": function(container, depth0, helpers, partials, data) {
  var stack1;
  return ((stack1 = container.lambda(container.strict(depth0, "attentionCut", { "start": { "line": 35, "column": 2 }, "end": { "line": 35, "column": 14 } }), depth0)) != null ? stack1 : "") + " more to look at in the full report.\n\n";
}, "22": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "<details><summary>What it means, and what people do: " + ((stack1 = container.lambda(container.strict(depth0, "diagnosisTitles", { "start": { "line": 39, "column": 55 }, "end": { "line": 39, "column": 70 } }), depth0)) != null ? stack1 : "") + "</summary>\n\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "diagnoses"), { "name": "each", "hash": {}, "fn": container.program(23, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 41, "column": 0 }, "end": { "line": 43, "column": 9 } } })) != null ? stack1 : "") + "\n</details>\n\n";
}, "23": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = container.strict, alias2 = container.lambda, alias3 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "- **" + ((stack1 = alias2(alias1(depth0, "title", { "start": { "line": 42, "column": 6 }, "end": { "line": 42, "column": 11 } }), depth0)) != null ? stack1 : "") + "** (" + ((stack1 = lookupProperty(helpers, "codes").call(alias3, lookupProperty(depth0, "names"), { "name": "codes", "hash": {}, "data": data, "loc": { "start": { "line": 42, "column": 17 }, "end": { "line": 42, "column": 32 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias3, lookupProperty(depth0, "namesCut"), { "name": "if", "hash": {}, "fn": container.program(24, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 42, "column": 32 }, "end": { "line": 42, "column": 77 } } })) != null ? stack1 : "") + "). " + ((stack1 = alias2(alias1(depth0, "meaning", { "start": { "line": 42, "column": 82 }, "end": { "line": 42, "column": 89 } }), depth0)) != null ? stack1 : "") + " " + ((stack1 = lookupProperty(helpers, "each").call(alias3, lookupProperty(depth0, "remedies"), { "name": "each", "hash": {}, "fn": container.program(25, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 42, "column": 92 }, "end": { "line": 42, "column": 128 } } })) != null ? stack1 : "") + "[More](" + ((stack1 = alias2(alias1(depth0, "url", { "start": { "line": 42, "column": 137 }, "end": { "line": 42, "column": 140 } }), depth0)) != null ? stack1 : "") + ")\n";
}, "24": function(container, depth0, helpers, partials, data) {
  var stack1;
  return " and " + ((stack1 = container.lambda(container.strict(depth0, "namesCut", { "start": { "line": 42, "column": 55 }, "end": { "line": 42, "column": 63 } }), depth0)) != null ? stack1 : "") + " more";
}, "25": function(container, depth0, helpers, partials, data) {
  var stack1;
  return ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + " ";
}, "26": function(container, depth0, helpers, partials, data) {
  var stack1;
  return "```mermaid\n" + ((stack1 = container.lambda(container.strict(depth0, "chart", { "start": { "line": 50, "column": 2 }, "end": { "line": 50, "column": 7 } }), depth0)) != null ? stack1 : "") + "\n```\n\n";
}, "27": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "<details><summary>Alpha over the last " + ((stack1 = container.lambda(container.strict(depth0, "historyRuns", { "start": { "line": 55, "column": 40 }, "end": { "line": 55, "column": 51 } }), depth0)) != null ? stack1 : "") + " runs</summary>\n\n| Layer | alpha | from | to |\n|:---|:---|---:|---:|\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "history"), { "name": "each", "hash": {}, "fn": container.program(28, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 59, "column": 0 }, "end": { "line": 61, "column": 9 } } })) != null ? stack1 : "") + "\n</details>\n\n";
}, "28": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = container.strict, alias2 = container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "| " + ((stack1 = lookupProperty(helpers, "cell").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "name"), { "name": "cell", "hash": {}, "data": data, "loc": { "start": { "line": 60, "column": 2 }, "end": { "line": 60, "column": 15 } } })) != null ? stack1 : "") + " | " + ((stack1 = alias2(alias1(depth0, "bars", { "start": { "line": 60, "column": 20 }, "end": { "line": 60, "column": 24 } }), depth0)) != null ? stack1 : "") + " | " + ((stack1 = alias2(alias1(depth0, "first", { "start": { "line": 60, "column": 31 }, "end": { "line": 60, "column": 36 } }), depth0)) != null ? stack1 : "") + " | " + ((stack1 = alias2(alias1(depth0, "last", { "start": { "line": 60, "column": 43 }, "end": { "line": 60, "column": 47 } }), depth0)) != null ? stack1 : "") + " |\n";
}, "29": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = container.strict, alias2 = container.lambda, alias3 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "<details><summary>" + ((stack1 = alias2(alias1(depth0, "foldedCount", { "start": { "line": 67, "column": 20 }, "end": { "line": 67, "column": 31 } }), depth0)) != null ? stack1 : "") + " of " + ((stack1 = alias2(alias1(depth0, "layerCount", { "start": { "line": 67, "column": 39 }, "end": { "line": 67, "column": 49 } }), depth0)) != null ? stack1 : "") + " layers pass</summary>\n\n" + ((stack1 = lookupProperty(helpers, "if").call(alias3, lookupProperty(depth0, "folded"), { "name": "if", "hash": {}, "fn": container.program(30, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 69, "column": 0 }, "end": { "line": 76, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias3, lookupProperty(depth0, "passingCut"), { "name": "if", "hash": {}, "fn": container.program(32, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 77, "column": 0 }, "end": { "line": 80, "column": 7 } } })) != null ? stack1 : "") + "</details>\n\n";
}, "30": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "| Layer | alpha |" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "compared"), { "name": "if", "hash": {}, "fn": container.program(13, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 70, "column": 17 }, "end": { "line": 70, "column": 44 } } })) != null ? stack1 : "") + " D | N\xD7M |\n|:---|---:|" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "compared"), { "name": "if", "hash": {}, "fn": container.program(15, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 71, "column": 11 }, "end": { "line": 71, "column": 39 } } })) != null ? stack1 : "") + "---:|:---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "folded"), { "name": "each", "hash": {}, "fn": container.program(31, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 72, "column": 0 }, "end": { "line": 74, "column": 9 } } })) != null ? stack1 : "") + "\n";
}, "31": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, alias2 = container.strict, alias3 = container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "| " + ((stack1 = lookupProperty(helpers, "cell").call(alias1, lookupProperty(depth0, "name"), { "name": "cell", "hash": {}, "data": data, "loc": { "start": { "line": 73, "column": 2 }, "end": { "line": 73, "column": 15 } } })) != null ? stack1 : "") + " | " + ((stack1 = alias3(alias2(depth0, "alpha", { "start": { "line": 73, "column": 20 }, "end": { "line": 73, "column": 25 } }), depth0)) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "sigma"), { "name": "if", "hash": {}, "fn": container.program(18, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 73, "column": 27 }, "end": { "line": 73, "column": 59 } } })) != null ? stack1 : "") + " |" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depths[1], "compared"), { "name": "if", "hash": {}, "fn": container.program(19, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 73, "column": 61 }, "end": { "line": 73, "column": 99 } } })) != null ? stack1 : "") + " " + ((stack1 = alias3(alias2(depth0, "distance", { "start": { "line": 73, "column": 102 }, "end": { "line": 73, "column": 110 } }), depth0)) != null ? stack1 : "") + " | " + ((stack1 = alias3(alias2(depth0, "shape", { "start": { "line": 73, "column": 117 }, "end": { "line": 73, "column": 122 } }), depth0)) != null ? stack1 : "") + " |\n";
}, "32": function(container, depth0, helpers, partials, data) {
  var stack1;
  return ((stack1 = container.lambda(container.strict(depth0, "passingCut", { "start": { "line": 78, "column": 2 }, "end": { "line": 78, "column": 12 } }), depth0)) != null ? stack1 : "") + " more in the full report.\n\n";
}, "33": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return (stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "passingCut"), { "name": "if", "hash": {}, "fn": container.program(34, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 83, "column": 0 }, "end": { "line": 86, "column": 0 } } })) != null ? stack1 : "";
}, "34": function(container, depth0, helpers, partials, data) {
  var stack1;
  return ((stack1 = container.lambda(container.strict(depth0, "passingCut", { "start": { "line": 84, "column": 2 }, "end": { "line": 84, "column": 12 } }), depth0)) != null ? stack1 : "") + " more that pass in the full report.\n\n";
}, "35": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "<details><summary>" + ((stack1 = container.lambda(container.strict(depth0, "skippedTitle", { "start": { "line": 88, "column": 20 }, "end": { "line": 88, "column": 32 } }), depth0)) != null ? stack1 : "") + "</summary>\n\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "skipped"), { "name": "each", "hash": {}, "fn": container.program(36, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 90, "column": 0 }, "end": { "line": 92, "column": 9 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "skippedCut"), { "name": "if", "hash": {}, "fn": container.program(37, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 93, "column": 0 }, "end": { "line": 95, "column": 7 } } })) != null ? stack1 : "") + "\n</details>\n\n";
}, "36": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "- " + ((stack1 = lookupProperty(helpers, "codes").call(alias1, lookupProperty(depth0, "names"), { "name": "codes", "hash": {}, "data": data, "loc": { "start": { "line": 91, "column": 2 }, "end": { "line": 91, "column": 17 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "namesCut"), { "name": "if", "hash": {}, "fn": container.program(24, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 91, "column": 17 }, "end": { "line": 91, "column": 62 } } })) != null ? stack1 : "") + ": " + ((stack1 = lookupProperty(helpers, "text").call(alias1, lookupProperty(depth0, "reason"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 91, "column": 64 }, "end": { "line": 91, "column": 79 } } })) != null ? stack1 : "") + "\n";
}, "37": function(container, depth0, helpers, partials, data) {
  var stack1;
  return "- " + ((stack1 = container.lambda(container.strict(depth0, "skippedCut", { "start": { "line": 94, "column": 4 }, "end": { "line": 94, "column": 14 } }), depth0)) != null ? stack1 : "") + " more reasons in the full report\n";
}, "38": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "<sub>" + ((stack1 = lookupProperty(helpers, "text").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "facts"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 101, "column": 5 }, "end": { "line": 101, "column": 19 } } })) != null ? stack1 : "") + "</sub>\n\n";
}, "39": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "<sub>Settings that are not the defaults: " + ((stack1 = lookupProperty(helpers, "codes").call(alias1, lookupProperty(depth0, "changedSettings"), { "name": "codes", "hash": {}, "data": data, "loc": { "start": { "line": 105, "column": 41 }, "end": { "line": 105, "column": 66 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "settingsCut"), { "name": "if", "hash": {}, "fn": container.program(40, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 105, "column": 66 }, "end": { "line": 105, "column": 117 } } })) != null ? stack1 : "") + "</sub>\n\n";
}, "40": function(container, depth0, helpers, partials, data) {
  var stack1;
  return " and " + ((stack1 = container.lambda(container.strict(depth0, "settingsCut", { "start": { "line": 105, "column": 92 }, "end": { "line": 105, "column": 103 } }), depth0)) != null ? stack1 : "") + " more";
}, "41": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "This pull request changes its own gate. It was judged without these changes, which take effect once it is merged:\n\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "proposed"), { "name": "each", "hash": {}, "fn": container.program(42, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 112, "column": 0 }, "end": { "line": 114, "column": 9 } } })) != null ? stack1 : "") + "\n";
}, "42": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "- " + ((stack1 = lookupProperty(helpers, "code").call(depth0 != null ? depth0 : container.nullContext || {}, depth0, { "name": "code", "hash": {}, "data": data, "loc": { "start": { "line": 113, "column": 2 }, "end": { "line": 113, "column": 15 } } })) != null ? stack1 : "") + "\n";
}, "43": function(container, depth0, helpers, partials, data) {
  var stack1;
  return ((stack1 = container.lambda(container.strict(depth0, "modelsCut", { "start": { "line": 118, "column": 2 }, "end": { "line": 118, "column": 11 } }), depth0)) != null ? stack1 : "") + " more models in the full report.\n\n";
}, "44": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "alpha: exponent of the power law in a layer's eigenvalues, \xB1 standard error. 2 to 6 is well trained, below 2 over-trained, above 6 hardly trained. " + ((stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "compared"), { "name": "if", "hash": {}, "fn": container.program(45, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 121, "column": 168 }, "end": { "line": 121, "column": 220 } } })) != null ? stack1 : "") + "D: distance between the law and the data. ";
}, "45": function(container, depth0, helpers, partials, data) {
  return "\u0394: change from the baseline. ";
}, "compiler": [8, ">= 4.3.0"], "main": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = container.strict, alias2 = container.lambda, alias3 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return ((stack1 = alias2(alias1(depth0, "marker", { "start": { "line": 1, "column": 2 }, "end": { "line": 1, "column": 8 } }), depth0)) != null ? stack1 : "") + "\n## " + ((stack1 = lookupProperty(helpers, "icon").call(alias3, lookupProperty(depth0, "status"), { "name": "icon", "hash": {}, "data": data, "loc": { "start": { "line": 2, "column": 3 }, "end": { "line": 2, "column": 18 } } })) != null ? stack1 : "") + " Alphagate: " + ((stack1 = lookupProperty(helpers, "text").call(alias3, lookupProperty(depth0, "headline"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 2, "column": 30 }, "end": { "line": 2, "column": 47 } } })) != null ? stack1 : "") + "\n\n" + ((stack1 = lookupProperty(helpers, "each").call(alias3, lookupProperty(depth0, "models"), { "name": "each", "hash": {}, "fn": container.program(0, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 4, "column": 0 }, "end": { "line": 108, "column": 9 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias3, lookupProperty(depth0, "proposed"), { "name": "if", "hash": {}, "fn": container.program(41, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 109, "column": 0 }, "end": { "line": 116, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias3, lookupProperty(depth0, "modelsCut"), { "name": "if", "hash": {}, "fn": container.program(43, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 117, "column": 0 }, "end": { "line": 120, "column": 7 } } })) != null ? stack1 : "") + "<sub>" + ((stack1 = lookupProperty(helpers, "if").call(alias3, lookupProperty(depth0, "analyzed"), { "name": "if", "hash": {}, "fn": container.program(44, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 121, "column": 5 }, "end": { "line": 121, "column": 269 } } })) != null ? stack1 : "") + "Alphagate " + ((stack1 = alias2(alias1(depth0, "version", { "start": { "line": 121, "column": 281 }, "end": { "line": 121, "column": 288 } }), depth0)) != null ? stack1 : "") + "</sub>\n";
}, "useData": true, "useDepths": true };
var comparison = { "0": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "| | Layer |" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "head"), { "name": "each", "hash": {}, "fn": container.program(1, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 6, "column": 11 }, "end": { "line": 6, "column": 45 } } })) != null ? stack1 : "") + "\n|---|:---|" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "head"), { "name": "each", "hash": {}, "fn": container.program(2, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 7, "column": 10 }, "end": { "line": 7, "column": 38 } } })) != null ? stack1 : "") + "\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "layers"), { "name": "each", "hash": {}, "fn": container.program(3, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 8, "column": 0 }, "end": { "line": 10, "column": 9 } } })) != null ? stack1 : "") + "\n";
}, "1": function(container, depth0, helpers, partials, data) {
  var stack1;
  return " " + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + " |";
}, "2": function(container, depth0, helpers, partials, data) {
  return "---:|";
}, "3": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "| " + ((stack1 = lookupProperty(helpers, "icon").call(alias1, lookupProperty(depth0, "verdict"), { "name": "icon", "hash": {}, "data": data, "loc": { "start": { "line": 9, "column": 2 }, "end": { "line": 9, "column": 18 } } })) != null ? stack1 : "") + " | " + ((stack1 = lookupProperty(helpers, "cell").call(alias1, lookupProperty(depth0, "name"), { "name": "cell", "hash": {}, "data": data, "loc": { "start": { "line": 9, "column": 21 }, "end": { "line": 9, "column": 34 } } })) != null ? stack1 : "") + " |" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "cells"), { "name": "each", "hash": {}, "fn": container.program(1, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 9, "column": 36 }, "end": { "line": 9, "column": 71 } } })) != null ? stack1 : "") + "\n";
}, "4": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "- " + ((stack1 = lookupProperty(helpers, "code").call(alias1, lookupProperty(depth0, "name"), { "name": "code", "hash": {}, "data": data, "loc": { "start": { "line": 14, "column": 2 }, "end": { "line": 14, "column": 15 } } })) != null ? stack1 : "") + ": " + ((stack1 = lookupProperty(helpers, "text").call(alias1, lookupProperty(depth0, "reason"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 14, "column": 17 }, "end": { "line": 14, "column": 32 } } })) != null ? stack1 : "") + "\n";
}, "compiler": [8, ">= 4.3.0"], "main": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "## " + ((stack1 = lookupProperty(helpers, "icon").call(alias1, lookupProperty(depth0, "status"), { "name": "icon", "hash": {}, "data": data, "loc": { "start": { "line": 1, "column": 3 }, "end": { "line": 1, "column": 18 } } })) != null ? stack1 : "") + " " + ((stack1 = lookupProperty(helpers, "code").call(alias1, lookupProperty(depth0, "model"), { "name": "code", "hash": {}, "data": data, "loc": { "start": { "line": 1, "column": 19 }, "end": { "line": 1, "column": 33 } } })) != null ? stack1 : "") + " against " + ((stack1 = lookupProperty(helpers, "code").call(alias1, lookupProperty(depth0, "base"), { "name": "code", "hash": {}, "data": data, "loc": { "start": { "line": 1, "column": 42 }, "end": { "line": 1, "column": 55 } } })) != null ? stack1 : "") + "\n\n" + ((stack1 = lookupProperty(helpers, "text").call(alias1, lookupProperty(depth0, "reason"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 3, "column": 0 }, "end": { "line": 3, "column": 15 } } })) != null ? stack1 : "") + "\n\n" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "layers"), { "name": "if", "hash": {}, "fn": container.program(0, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 5, "column": 0 }, "end": { "line": 12, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "unmatched"), { "name": "each", "hash": {}, "fn": container.program(4, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 13, "column": 0 }, "end": { "line": 15, "column": 9 } } })) != null ? stack1 : "") + "\n<sub>" + ((stack1 = lookupProperty(helpers, "text").call(alias1, lookupProperty(depth0, "foot"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 17, "column": 5 }, "end": { "line": 17, "column": 18 } } })) != null ? stack1 : "") + " \xB7 \u0394W is the " + ((stack1 = container.lambda(container.strict(depth0, "method", { "start": { "line": 17, "column": 33 }, "end": { "line": 17, "column": 39 } }), depth0)) != null ? stack1 : "") + " distance</sub>\n";
}, "useData": true };
var page = {
  "0": function(container, depth0, helpers, partials, data) {
    var stack1, alias1 = container.strict, alias2 = container.lambda, alias3 = container.escapeExpression, alias4 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
      if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
        return parent[propertyName];
      }
      return void 0;
    };
    return '<section aria-labelledby="t' + alias3(alias2(alias1(depth0, "index", { "start": { "line": 2, "column": 29 }, "end": { "line": 2, "column": 34 } }), depth0)) + '" class="trend">\n' + ((stack1 = lookupProperty(helpers, "if").call(alias4, lookupProperty(depth0, "nested"), { "name": "if", "hash": {}, "fn": container.program(1, data, 0), "inverse": container.program(2, data, 0), "data": data, "loc": { "start": { "line": 3, "column": 0 }, "end": { "line": 3, "column": 97 } } })) != null ? stack1 : "") + '\n<p class="facts">' + alias3(alias2(alias1(depth0, "headline", { "start": { "line": 4, "column": 19 }, "end": { "line": 4, "column": 27 } }), depth0)) + '</p>\n<div class="lines" data-trend="' + alias3(alias2(alias1(depth0, "index", { "start": { "line": 5, "column": 33 }, "end": { "line": 5, "column": 38 } }), depth0)) + '"><figure>' + ((stack1 = alias2(alias1(depth0, "plot", { "start": { "line": 5, "column": 53 }, "end": { "line": 5, "column": 57 } }), depth0)) != null ? stack1 : "") + '</figure></div>\n<details><summary>As a table</summary>\n<div class="scroller" tabindex="0" role="region" aria-label="Table of ' + alias3(alias2(alias1(depth0, "title", { "start": { "line": 7, "column": 72 }, "end": { "line": 7, "column": 77 } }), depth0)) + '">\n<table>\n<thead><tr>' + ((stack1 = lookupProperty(helpers, "each").call(alias4, lookupProperty(depth0, "head"), { "name": "each", "hash": {}, "fn": container.program(3, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 9, "column": 11 }, "end": { "line": 9, "column": 63 } } })) != null ? stack1 : "") + "</tr></thead>\n<tbody>\n" + ((stack1 = lookupProperty(helpers, "each").call(alias4, lookupProperty(depth0, "rows"), { "name": "each", "hash": {}, "fn": container.program(4, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 11, "column": 0 }, "end": { "line": 12, "column": 9 } } })) != null ? stack1 : "") + "</tbody>\n</table>\n</div>\n" + ((stack1 = lookupProperty(helpers, "if").call(alias4, lookupProperty(depth0, "rowsCut"), { "name": "if", "hash": {}, "fn": container.program(6, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 15, "column": 0 }, "end": { "line": 15, "column": 90 } } })) != null ? stack1 : "") + '\n<ol class="points">\n' + ((stack1 = lookupProperty(helpers, "each").call(alias4, lookupProperty(depth0, "points"), { "name": "each", "hash": {}, "fn": container.program(7, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 17, "column": 0 }, "end": { "line": 18, "column": 9 } } })) != null ? stack1 : "") + "</ol>\n</details>\n</section>\n";
  },
  "1": function(container, depth0, helpers, partials, data) {
    var alias1 = container.strict, alias2 = container.lambda, alias3 = container.escapeExpression;
    return '<h3 id="t' + alias3(alias2(alias1(depth0, "index", { "start": { "line": 3, "column": 25 }, "end": { "line": 3, "column": 30 } }), depth0)) + '">' + alias3(alias2(alias1(depth0, "title", { "start": { "line": 3, "column": 36 }, "end": { "line": 3, "column": 41 } }), depth0)) + "</h3>";
  },
  "2": function(container, depth0, helpers, partials, data) {
    var alias1 = container.strict, alias2 = container.lambda, alias3 = container.escapeExpression;
    return '<h2 id="t' + alias3(alias2(alias1(depth0, "index", { "start": { "line": 3, "column": 67 }, "end": { "line": 3, "column": 72 } }), depth0)) + '">' + alias3(alias2(alias1(depth0, "title", { "start": { "line": 3, "column": 78 }, "end": { "line": 3, "column": 83 } }), depth0)) + "</h2>";
  },
  "3": function(container, depth0, helpers, partials, data) {
    return '<th scope="col">' + container.escapeExpression(container.lambda(depth0, depth0)) + "</th>";
  },
  "4": function(container, depth0, helpers, partials, data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
      if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
        return parent[propertyName];
      }
      return void 0;
    };
    return '<tr><th scope="row">' + container.escapeExpression(container.lambda(container.strict(depth0, "name", { "start": { "line": 11, "column": 36 }, "end": { "line": 11, "column": 40 } }), depth0)) + "</th>" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "cells"), { "name": "each", "hash": {}, "fn": container.program(5, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 11, "column": 47 }, "end": { "line": 11, "column": 103 } } })) != null ? stack1 : "") + "</tr>\n";
  },
  "5": function(container, depth0, helpers, partials, data) {
    return '<td class="number">' + container.escapeExpression(container.lambda(depth0, depth0)) + "</td>";
  },
  "6": function(container, depth0, helpers, partials, data) {
    return '<p class="facts">' + container.escapeExpression(container.lambda(container.strict(depth0, "rowsCut", { "start": { "line": 15, "column": 34 }, "end": { "line": 15, "column": 41 } }), depth0)) + " more layers in the reports as JSON.</p>";
  },
  "7": function(container, depth0, helpers, partials, data) {
    var alias1 = container.strict, alias2 = container.lambda, alias3 = container.escapeExpression;
    return '<li><span class="badge ' + alias3(alias2(alias1(depth0, "verdict", { "start": { "line": 17, "column": 41 }, "end": { "line": 17, "column": 48 } }), depth0)) + '">' + alias3(alias2(alias1(depth0, "verdict", { "start": { "line": 17, "column": 54 }, "end": { "line": 17, "column": 61 } }), depth0)) + "</span> " + alias3(alias2(alias1(depth0, "axis", { "start": { "line": 17, "column": 73 }, "end": { "line": 17, "column": 77 } }), depth0)) + " " + alias3(alias2(alias1(depth0, "at", { "start": { "line": 17, "column": 82 }, "end": { "line": 17, "column": 84 } }), depth0)) + ": " + alias3(alias2(alias1(depth0, "name", { "start": { "line": 17, "column": 90 }, "end": { "line": 17, "column": 94 } }), depth0)) + "</li>\n";
  },
  "8": function(container, depth0, helpers, partials, data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
      if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
        return parent[propertyName];
      }
      return void 0;
    };
    return (stack1 = container.invokePartial(lookupProperty(partials, "trend"), lookupProperty(depth0, "series"), { "name": "trend", "data": data, "helpers": helpers, "partials": partials, "decorators": container.decorators })) != null ? stack1 : "";
  },
  "9": function(container, depth0, helpers, partials, data) {
    var stack1, alias1 = container.strict, alias2 = container.lambda, alias3 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
      if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
        return parent[propertyName];
      }
      return void 0;
    };
    return '<section aria-labelledby="m' + alias3(alias2(alias1(depth0, "index", { "start": { "line": 41, "column": 29 }, "end": { "line": 41, "column": 34 } }), depth0)) + '" class="model">\n<h2 id="m' + alias3(alias2(alias1(depth0, "index", { "start": { "line": 42, "column": 11 }, "end": { "line": 42, "column": 16 } }), depth0)) + '"><span class="badge ' + alias3(alias2(alias1(depth0, "status", { "start": { "line": 42, "column": 41 }, "end": { "line": 42, "column": 47 } }), depth0)) + '">' + alias3(alias2(alias1(depth0, "status", { "start": { "line": 42, "column": 53 }, "end": { "line": 42, "column": 59 } }), depth0)) + "</span> " + alias3(alias2(alias1(depth0, "name", { "start": { "line": 42, "column": 71 }, "end": { "line": 42, "column": 75 } }), depth0)) + "</h2>\n" + ((stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "error"), { "name": "if", "hash": {}, "fn": container.program(10, data, 0), "inverse": container.program(11, data, 0), "data": data, "loc": { "start": { "line": 43, "column": 0 }, "end": { "line": 73, "column": 7 } } })) != null ? stack1 : "") + "</section>\n";
  },
  "10": function(container, depth0, helpers, partials, data) {
    return '<p class="remark error">' + container.escapeExpression(container.lambda(container.strict(depth0, "error", { "start": { "line": 44, "column": 26 }, "end": { "line": 44, "column": 31 } }), depth0)) + "</p>\n";
  },
  "11": function(container, depth0, helpers, partials, data) {
    var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, alias2 = container.strict, alias3 = container.lambda, alias4 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
      if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
        return parent[propertyName];
      }
      return void 0;
    };
    return ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "untrustedRun"), { "name": "if", "hash": {}, "fn": container.program(12, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 46, "column": 0 }, "end": { "line": 46, "column": 130 } } })) != null ? stack1 : "") + "\n" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "worst"), { "name": "if", "hash": {}, "fn": container.program(13, data, 0), "inverse": container.program(14, data, 0), "data": data, "loc": { "start": { "line": 47, "column": 0 }, "end": { "line": 51, "column": 7 } } })) != null ? stack1 : "") + '<dl class="counts">\n' + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "counts"), { "name": "each", "hash": {}, "fn": container.program(15, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 53, "column": 0 }, "end": { "line": 54, "column": 9 } } })) != null ? stack1 : "") + '</dl>\n<p class="facts">' + alias4(alias3(alias2(depth0, "facts", { "start": { "line": 55, "column": 19 }, "end": { "line": 55, "column": 24 } }), depth0)) + '</p>\n<div class="plots">' + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "plots"), { "name": "each", "hash": {}, "fn": container.program(16, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 56, "column": 19 }, "end": { "line": 56, "column": 70 } } })) != null ? stack1 : "") + "</div>\n" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "history"), { "name": "if", "hash": {}, "fn": container.program(17, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 57, "column": 0 }, "end": { "line": 57, "column": 41 } } })) != null ? stack1 : "") + '\n<div class="layers" data-model="' + alias4(alias3(alias2(depth0, "index", { "start": { "line": 58, "column": 34 }, "end": { "line": 58, "column": 39 } }), depth0)) + '"><noscript><p>The table of layers and the plots of their spectra need JavaScript. The same numbers are in the reports as JSON and CSV.</p></noscript></div>\n' + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "skippedCount"), { "name": "if", "hash": {}, "fn": container.program(18, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 59, "column": 0 }, "end": { "line": 65, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "changedSettings"), { "name": "if", "hash": {}, "fn": container.program(20, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 66, "column": 0 }, "end": { "line": 72, "column": 7 } } })) != null ? stack1 : "");
  },
  "12": function(container, depth0, helpers, partials, data) {
    return '<p class="remark warn">The numbers were computed in a run that nobody vouches for: ' + container.escapeExpression(container.lambda(container.strict(depth0, "untrustedRun", { "start": { "line": 46, "column": 105 }, "end": { "line": 46, "column": 117 } }), depth0)) + "</p>";
  },
  "13": function(container, depth0, helpers, partials, data) {
    var alias1 = container.strict, alias2 = container.lambda, alias3 = container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
      if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
        return parent[propertyName];
      }
      return void 0;
    };
    return '<p class="remark ' + alias3(alias2(alias1(depth0, "status", { "start": { "line": 48, "column": 19 }, "end": { "line": 48, "column": 25 } }), depth0)) + '">Layer <code>' + alias3(alias2(alias1(lookupProperty(depth0, "worst"), "name", { "start": { "line": 48, "column": 43 }, "end": { "line": 48, "column": 53 } }), depth0)) + "</code>: " + alias3(alias2(alias1(lookupProperty(depth0, "worst"), "reasons", { "start": { "line": 48, "column": 66 }, "end": { "line": 48, "column": 79 } }), depth0)) + ".</p>\n";
  },
  "14": function(container, depth0, helpers, partials, data) {
    return '<p class="remark pass">Every alpha lies within its bounds.</p>\n';
  },
  "15": function(container, depth0, helpers, partials, data) {
    var alias1 = container.strict, alias2 = container.lambda, alias3 = container.escapeExpression;
    return "<div><dt>" + alias3(alias2(alias1(depth0, "word", { "start": { "line": 53, "column": 27 }, "end": { "line": 53, "column": 31 } }), depth0)) + "</dt><dd>" + alias3(alias2(alias1(depth0, "count", { "start": { "line": 53, "column": 44 }, "end": { "line": 53, "column": 49 } }), depth0)) + "</dd></div>\n";
  },
  "16": function(container, depth0, helpers, partials, data) {
    var stack1;
    return "<figure>" + ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + "</figure>";
  },
  "17": function(container, depth0, helpers, partials, data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
      if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
        return parent[propertyName];
      }
      return void 0;
    };
    return (stack1 = container.invokePartial(lookupProperty(partials, "trend"), lookupProperty(depth0, "history"), { "name": "trend", "data": data, "helpers": helpers, "partials": partials, "decorators": container.decorators })) != null ? stack1 : "";
  },
  "18": function(container, depth0, helpers, partials, data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
      if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
        return parent[propertyName];
      }
      return void 0;
    };
    return "<details><summary>Not analysed: " + container.escapeExpression(container.lambda(container.strict(depth0, "skippedCount", { "start": { "line": 60, "column": 34 }, "end": { "line": 60, "column": 46 } }), depth0)) + "</summary>\n<ul>\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "skipped"), { "name": "each", "hash": {}, "fn": container.program(19, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 62, "column": 0 }, "end": { "line": 63, "column": 9 } } })) != null ? stack1 : "") + "</ul>\n</details>\n";
  },
  "19": function(container, depth0, helpers, partials, data) {
    var alias1 = container.strict, alias2 = container.lambda, alias3 = container.escapeExpression;
    return "<li><code>" + alias3(alias2(alias1(depth0, "names", { "start": { "line": 62, "column": 29 }, "end": { "line": 62, "column": 34 } }), depth0)) + "</code>: " + alias3(alias2(alias1(depth0, "reason", { "start": { "line": 62, "column": 47 }, "end": { "line": 62, "column": 53 } }), depth0)) + "</li>\n";
  },
  "20": function(container, depth0, helpers, partials, data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
      if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
        return parent[propertyName];
      }
      return void 0;
    };
    return "<details><summary>Settings that are not the defaults</summary>\n<ul>\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "changedSettings"), { "name": "each", "hash": {}, "fn": container.program(21, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 69, "column": 0 }, "end": { "line": 70, "column": 9 } } })) != null ? stack1 : "") + "</ul>\n</details>\n";
  },
  "21": function(container, depth0, helpers, partials, data) {
    return "<li><code>" + container.escapeExpression(container.lambda(depth0, depth0)) + "</code></li>\n";
  },
  "compiler": [8, ">= 4.3.0"],
  "main": function(container, depth0, helpers, partials, data, blockParams, depths) {
    var stack1, alias1 = container.strict, alias2 = container.lambda, alias3 = container.escapeExpression, alias4 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
      if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
        return parent[propertyName];
      }
      return void 0;
    };
    return '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="' + alias3(alias2(alias1(depth0, "policy", { "start": { "line": 26, "column": 54 }, "end": { "line": 26, "column": 60 } }), depth0)) + '">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n<meta name="generator" content="Alphagate ' + alias3(alias2(alias1(depth0, "version", { "start": { "line": 29, "column": 44 }, "end": { "line": 29, "column": 51 } }), depth0)) + '">\n<title>Alphagate: ' + alias3(alias2(alias1(depth0, "headline", { "start": { "line": 30, "column": 20 }, "end": { "line": 30, "column": 28 } }), depth0)) + '</title>\n<link rel="icon" href="data:,">\n<style>' + ((stack1 = alias2(alias1(depth0, "style", { "start": { "line": 32, "column": 10 }, "end": { "line": 32, "column": 15 } }), depth0)) != null ? stack1 : "") + '</style>\n</head>\n<body>\n<header>\n<h1><span class="badge ' + alias3(alias2(alias1(depth0, "status", { "start": { "line": 36, "column": 25 }, "end": { "line": 36, "column": 31 } }), depth0)) + '">' + alias3(alias2(alias1(depth0, "status", { "start": { "line": 36, "column": 37 }, "end": { "line": 36, "column": 43 } }), depth0)) + "</span> Alphagate: " + alias3(alias2(alias1(depth0, "headline", { "start": { "line": 36, "column": 66 }, "end": { "line": 36, "column": 74 } }), depth0)) + "</h1>\n</header>\n<main>\n" + ((stack1 = lookupProperty(helpers, "if").call(alias4, lookupProperty(depth0, "series"), { "name": "if", "hash": {}, "fn": container.program(8, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 39, "column": 0 }, "end": { "line": 39, "column": 39 } } })) != null ? stack1 : "") + "\n" + ((stack1 = lookupProperty(helpers, "each").call(alias4, lookupProperty(depth0, "models"), { "name": "each", "hash": {}, "fn": container.program(9, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 40, "column": 0 }, "end": { "line": 75, "column": 9 } } })) != null ? stack1 : "") + "</main>\n<footer>alpha: exponent of the power law in a layer's eigenvalues. 2 to 6 is well trained, below 2 over-trained, above 6 hardly trained. D: Kolmogorov-Smirnov distance between the law and the data. Alphagate " + alias3(alias2(alias1(depth0, "version", { "start": { "line": 77, "column": 210 }, "end": { "line": 77, "column": 217 } }), depth0)) + '</footer>\n<script type="application/json" id="report-data">' + ((stack1 = alias2(alias1(depth0, "data", { "start": { "line": 78, "column": 52 }, "end": { "line": 78, "column": 56 } }), depth0)) != null ? stack1 : "") + "</script>\n<script>" + ((stack1 = alias2(alias1(depth0, "script", { "start": { "line": 79, "column": 11 }, "end": { "line": 79, "column": 17 } }), depth0)) != null ? stack1 : "") + "</script>\n</body>\n</html>\n";
  },
  "main_d": function(fn, props, container, depth0, data, blockParams, depths) {
    var decorators = container.decorators, lookupProperty = container.lookupProperty || function(parent, propertyName) {
      if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
        return parent[propertyName];
      }
      return void 0;
    };
    var decorator = lookupProperty(decorators, "inline");
    if (typeof decorator !== "function") {
      throw new Error('Missing decorator: "inline"');
    }
    fn = decorator(fn, props, container, { "name": "inline", "hash": {}, "fn": container.program(0, data, 0, blockParams, depths), "inverse": container.noop, "args": ["trend"], "data": data, "loc": { "start": { "line": 1, "column": 0 }, "end": { "line": 21, "column": 11 } } }) || fn;
    return fn;
  },
  "useDecorators": true,
  "usePartial": true,
  "useData": true,
  "useDepths": true
};

export {
  require_runtime2 as require_runtime,
  comment,
  comparison,
  page
};
