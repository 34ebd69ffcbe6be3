import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/generated/templates.ts
var comment = { "0": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depths[1], "several"), { "name": "if", "hash": {}, "fn": container.program(1, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 4, "column": 0 }, "end": { "line": 7, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "untrustedRun"), { "name": "if", "hash": {}, "fn": container.program(3, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 8, "column": 0 }, "end": { "line": 12, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "error"), { "name": "if", "hash": {}, "fn": container.program(4, data, 0, blockParams, depths), "inverse": container.program(5, data, 0, blockParams, depths), "data": data, "loc": { "start": { "line": 13, "column": 0 }, "end": { "line": 24, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "counts"), { "name": "if", "hash": {}, "fn": container.program(12, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 25, "column": 0 }, "end": { "line": 28, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "listed"), { "name": "if", "hash": {}, "fn": container.program(13, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 29, "column": 0 }, "end": { "line": 36, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "listedCut"), { "name": "if", "hash": {}, "fn": container.program(27, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 37, "column": 0 }, "end": { "line": 40, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "diagnosisTitles"), { "name": "if", "hash": {}, "fn": container.program(28, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 41, "column": 0 }, "end": { "line": 50, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "chart"), { "name": "if", "hash": {}, "fn": container.program(32, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 51, "column": 0 }, "end": { "line": 58, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "history"), { "name": "if", "hash": {}, "fn": container.program(33, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 59, "column": 0 }, "end": { "line": 70, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "foldedTitle"), { "name": "if", "hash": {}, "fn": container.program(35, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 71, "column": 0 }, "end": { "line": 88, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "skippedTitle"), { "name": "if", "hash": {}, "fn": container.program(39, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 89, "column": 0 }, "end": { "line": 101, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "facts"), { "name": "if", "hash": {}, "fn": container.program(42, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 102, "column": 0 }, "end": { "line": 105, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "changedSettings"), { "name": "if", "hash": {}, "fn": container.program(43, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 106, "column": 0 }, "end": { "line": 109, "column": 7 } } })) != null ? stack1 : "");
}, "1": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "### " + ((stack1 = lookupProperty(helpers, "icon").call(alias1, lookupProperty(depth0, "status"), { "name": "icon", "hash": {}, "data": data, "loc": { "start": { "line": 5, "column": 4 }, "end": { "line": 5, "column": 19 } } })) != null ? stack1 : "") + " " + ((stack1 = lookupProperty(helpers, "code").call(alias1, lookupProperty(depth0, "name"), { "name": "code", "hash": {}, "data": data, "loc": { "start": { "line": 5, "column": 20 }, "end": { "line": 5, "column": 33 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "unless").call(alias1, lookupProperty(depth0, "error"), { "name": "unless", "hash": {}, "fn": container.program(2, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 5, "column": 33 }, "end": { "line": 5, "column": 80 } } })) != null ? stack1 : "") + "\n\n";
}, "2": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return ": " + ((stack1 = lookupProperty(helpers, "text").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "headline"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 5, "column": 52 }, "end": { "line": 5, "column": 69 } } })) != null ? stack1 : "");
}, "3": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "> [!IMPORTANT]\n> These numbers were computed in an untrusted run (" + ((stack1 = lookupProperty(helpers, "text").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "untrustedRun"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 10, "column": 51 }, "end": { "line": 10, "column": 72 } } })) != null ? stack1 : "") + ") and may be invented. They are judged here, by the settings of the base.\n\n";
}, "4": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "> [!" + ((stack1 = lookupProperty(helpers, "alert").call(alias1, lookupProperty(depth0, "status"), { "name": "alert", "hash": {}, "data": data, "loc": { "start": { "line": 14, "column": 4 }, "end": { "line": 14, "column": 20 } } })) != null ? stack1 : "") + "]\n> " + ((stack1 = lookupProperty(helpers, "text").call(alias1, lookupProperty(depth0, "error"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 15, "column": 2 }, "end": { "line": 15, "column": 16 } } })) != null ? stack1 : "") + "\n\n";
}, "5": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return (stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "worst"), { "name": "if", "hash": {}, "fn": container.program(6, data, 0, blockParams, depths), "inverse": container.program(10, data, 0, blockParams, depths), "data": data, "loc": { "start": { "line": 17, "column": 0 }, "end": { "line": 24, "column": 0 } } })) != null ? stack1 : "";
}, "6": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "> [!" + ((stack1 = lookupProperty(helpers, "alert").call(alias1, lookupProperty(depth0, "status"), { "name": "alert", "hash": {}, "data": data, "loc": { "start": { "line": 18, "column": 4 }, "end": { "line": 18, "column": 20 } } })) != null ? stack1 : "") + "]\n> " + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(lookupProperty(depth0, "worst"), "among"), { "name": "if", "hash": {}, "fn": container.program(7, data, 0, blockParams, depths), "inverse": container.program(8, data, 0, blockParams, depths), "data": data, "loc": { "start": { "line": 19, "column": 2 }, "end": { "line": 19, "column": 59 } } })) != null ? stack1 : "") + " " + ((stack1 = lookupProperty(helpers, "code").call(alias1, lookupProperty(lookupProperty(depth0, "worst"), "name"), { "name": "code", "hash": {}, "data": data, "loc": { "start": { "line": 19, "column": 60 }, "end": { "line": 19, "column": 79 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "unless").call(alias1, lookupProperty(depths[1], "several"), { "name": "unless", "hash": {}, "fn": container.program(9, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 19, "column": 79 }, "end": { "line": 19, "column": 129 } } })) != null ? stack1 : "") + ": " + ((stack1 = lookupProperty(helpers, "text").call(alias1, lookupProperty(lookupProperty(depth0, "worst"), "reasons"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 19, "column": 131 }, "end": { "line": 19, "column": 153 } } })) != null ? stack1 : "") + ".\n\n";
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
  return " of " + ((stack1 = lookupProperty(helpers, "code").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "name"), { "name": "code", "hash": {}, "data": data, "loc": { "start": { "line": 19, "column": 105 }, "end": { "line": 19, "column": 118 } } })) != null ? stack1 : "");
}, "10": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return (stack1 = lookupProperty(helpers, "unless").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depths[1], "several"), { "name": "unless", "hash": {}, "fn": container.program(11, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 21, "column": 0 }, "end": { "line": 24, "column": 0 } } })) != null ? stack1 : "";
}, "11": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "Every alpha of " + ((stack1 = lookupProperty(helpers, "code").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "name"), { "name": "code", "hash": {}, "data": data, "loc": { "start": { "line": 22, "column": 15 }, "end": { "line": 22, "column": 28 } } })) != null ? stack1 : "") + " lies within its bounds.\n\n";
}, "12": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return ((stack1 = lookupProperty(helpers, "text").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "counts"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 26, "column": 0 }, "end": { "line": 26, "column": 15 } } })) != null ? stack1 : "") + "\n\n";
}, "13": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "| | Layer, N\xD7M | alpha |" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "compared"), { "name": "if", "hash": {}, "fn": container.program(14, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 30, "column": 24 }, "end": { "line": 30, "column": 51 } } })) != null ? stack1 : "") + " " + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "listedTrust"), { "name": "if", "hash": {}, "fn": container.program(15, data, 0, blockParams, depths), "inverse": container.program(16, data, 0, blockParams, depths), "data": data, "loc": { "start": { "line": 30, "column": 52 }, "end": { "line": 30, "column": 92 } } })) != null ? stack1 : "") + " |\n|---|:---|---:|" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "compared"), { "name": "if", "hash": {}, "fn": container.program(17, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 31, "column": 15 }, "end": { "line": 31, "column": 43 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "listedTrust"), { "name": "if", "hash": {}, "fn": container.program(18, data, 0, blockParams, depths), "inverse": container.program(19, data, 0, blockParams, depths), "data": data, "loc": { "start": { "line": 31, "column": 43 }, "end": { "line": 31, "column": 85 } } })) != null ? stack1 : "") + "|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "listed"), { "name": "each", "hash": {}, "fn": container.program(20, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 32, "column": 0 }, "end": { "line": 34, "column": 9 } } })) != null ? stack1 : "") + "\n";
}, "14": function(container, depth0, helpers, partials, data) {
  return " \u0394 |";
}, "15": function(container, depth0, helpers, partials, data) {
  return "Trust";
}, "16": function(container, depth0, helpers, partials, data) {
  return "D";
}, "17": function(container, depth0, helpers, partials, data) {
  return "---:|";
}, "18": function(container, depth0, helpers, partials, data) {
  return ":---";
}, "19": function(container, depth0, helpers, partials, data) {
  return "---:";
}, "20": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, alias2 = container.strict, alias3 = container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "| " + ((stack1 = lookupProperty(helpers, "icon").call(alias1, lookupProperty(depth0, "verdict"), { "name": "icon", "hash": {}, "data": data, "loc": { "start": { "line": 33, "column": 2 }, "end": { "line": 33, "column": 18 } } })) != null ? stack1 : "") + " | " + ((stack1 = lookupProperty(helpers, "cell").call(alias1, lookupProperty(depth0, "name"), { "name": "cell", "hash": {}, "data": data, "loc": { "start": { "line": 33, "column": 21 }, "end": { "line": 33, "column": 34 } } })) != null ? stack1 : "") + " \xB7 " + ((stack1 = alias3(alias2(depth0, "shape", { "start": { "line": 33, "column": 39 }, "end": { "line": 33, "column": 44 } }), depth0)) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depths[1], "listedWhy"), { "name": "if", "hash": {}, "fn": container.program(21, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 33, "column": 46 }, "end": { "line": 33, "column": 107 } } })) != null ? stack1 : "") + " | " + ((stack1 = alias3(alias2(depth0, "alpha", { "start": { "line": 33, "column": 112 }, "end": { "line": 33, "column": 117 } }), depth0)) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "sigma"), { "name": "if", "hash": {}, "fn": container.program(23, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 33, "column": 119 }, "end": { "line": 33, "column": 151 } } })) != null ? stack1 : "") + " |" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depths[1], "compared"), { "name": "if", "hash": {}, "fn": container.program(24, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 33, "column": 153 }, "end": { "line": 33, "column": 191 } } })) != null ? stack1 : "") + " " + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depths[1], "listedTrust"), { "name": "if", "hash": {}, "fn": container.program(25, data, 0, blockParams, depths), "inverse": container.program(26, data, 0, blockParams, depths), "data": data, "loc": { "start": { "line": 33, "column": 192 }, "end": { "line": 33, "column": 250 } } })) != null ? stack1 : "") + " |\n";
}, "21": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return (stack1 = lookupProperty(helpers, "if").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "why"), { "name": "if", "hash": {}, "fn": container.program(22, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 33, "column": 66 }, "end": { "line": 33, "column": 100 } } })) != null ? stack1 : "";
}, "22": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "<br>" + ((stack1 = lookupProperty(helpers, "text").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "why"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 33, "column": 81 }, "end": { "line": 33, "column": 93 } } })) != null ? stack1 : "");
}, "23": function(container, depth0, helpers, partials, data) {
  var stack1;
  return "\xA0\xB1\xA0" + ((stack1 = container.lambda(container.strict(depth0, "sigma", { "start": { "line": 33, "column": 137 }, "end": { "line": 33, "column": 142 } }), depth0)) != null ? stack1 : "");
}, "24": function(container, depth0, helpers, partials, data) {
  var stack1;
  return " " + ((stack1 = container.lambda(container.strict(depth0, "delta", { "start": { "line": 33, "column": 175 }, "end": { "line": 33, "column": 180 } }), depth0)) != null ? stack1 : "") + " |";
}, "25": function(container, depth0, helpers, partials, data) {
  var stack1;
  return (stack1 = container.lambda(container.strict(depth0, "trust", { "start": { "line": 33, "column": 216 }, "end": { "line": 33, "column": 221 } }), depth0)) != null ? stack1 : "";
}, "26": function(container, depth0, helpers, partials, data) {
  var stack1;
  return (stack1 = container.lambda(container.strict(depth0, "distance", { "start": { "line": 33, "column": 233 }, "end": { "line": 33, "column": 241 } }), depth0)) != null ? stack1 : "";
}, "27": function(container, depth0, helpers, partials, data) {
  var stack1;
  return ((stack1 = container.lambda(container.strict(depth0, "listedCut", { "start": { "line": 38, "column": 2 }, "end": { "line": 38, "column": 11 } }), depth0)) != null ? stack1 : "") + " more in the full report.\n\n";
}, "28": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "<details><summary>What it means, and what people do: " + ((stack1 = container.lambda(container.strict(depth0, "diagnosisTitles", { "start": { "line": 42, "column": 55 }, "end": { "line": 42, "column": 70 } }), depth0)) != null ? stack1 : "") + "</summary>\n\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "diagnoses"), { "name": "each", "hash": {}, "fn": container.program(29, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 44, "column": 0 }, "end": { "line": 46, "column": 9 } } })) != null ? stack1 : "") + "\n</details>\n\n";
}, "29": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = container.strict, alias2 = container.lambda, alias3 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "- **" + ((stack1 = alias2(alias1(depth0, "title", { "start": { "line": 45, "column": 6 }, "end": { "line": 45, "column": 11 } }), depth0)) != null ? stack1 : "") + "** (" + ((stack1 = lookupProperty(helpers, "codes").call(alias3, lookupProperty(depth0, "names"), { "name": "codes", "hash": {}, "data": data, "loc": { "start": { "line": 45, "column": 17 }, "end": { "line": 45, "column": 32 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias3, lookupProperty(depth0, "namesCut"), { "name": "if", "hash": {}, "fn": container.program(30, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 45, "column": 32 }, "end": { "line": 45, "column": 77 } } })) != null ? stack1 : "") + "). " + ((stack1 = alias2(alias1(depth0, "meaning", { "start": { "line": 45, "column": 82 }, "end": { "line": 45, "column": 89 } }), depth0)) != null ? stack1 : "") + " " + ((stack1 = lookupProperty(helpers, "each").call(alias3, lookupProperty(depth0, "remedies"), { "name": "each", "hash": {}, "fn": container.program(31, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 45, "column": 92 }, "end": { "line": 45, "column": 128 } } })) != null ? stack1 : "") + "[More](" + ((stack1 = alias2(alias1(depth0, "url", { "start": { "line": 45, "column": 137 }, "end": { "line": 45, "column": 140 } }), depth0)) != null ? stack1 : "") + ")\n";
}, "30": function(container, depth0, helpers, partials, data) {
  var stack1;
  return " and " + ((stack1 = container.lambda(container.strict(depth0, "namesCut", { "start": { "line": 45, "column": 55 }, "end": { "line": 45, "column": 63 } }), depth0)) != null ? stack1 : "") + " more";
}, "31": function(container, depth0, helpers, partials, data) {
  var stack1;
  return ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "") + " ";
}, "32": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = container.strict, alias2 = container.lambda;
  return "```mermaid\n" + ((stack1 = alias2(alias1(depth0, "chart", { "start": { "line": 53, "column": 2 }, "end": { "line": 53, "column": 7 } }), depth0)) != null ? stack1 : "") + "\n```\n\n<sub>" + ((stack1 = alias2(alias1(depth0, "chartLegend", { "start": { "line": 56, "column": 7 }, "end": { "line": 56, "column": 18 } }), depth0)) != null ? stack1 : "") + "</sub>\n\n";
}, "33": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "<details><summary>Alpha over the last " + ((stack1 = container.lambda(container.strict(depth0, "historyRuns", { "start": { "line": 60, "column": 40 }, "end": { "line": 60, "column": 51 } }), depth0)) != null ? stack1 : "") + " runs</summary>\n\n| Layer | alpha | from | to |\n|:---|:---|---:|---:|\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "history"), { "name": "each", "hash": {}, "fn": container.program(34, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 64, "column": 0 }, "end": { "line": 66, "column": 9 } } })) != null ? stack1 : "") + "\n</details>\n\n";
}, "34": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = container.strict, alias2 = container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "| " + ((stack1 = lookupProperty(helpers, "cell").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "name"), { "name": "cell", "hash": {}, "data": data, "loc": { "start": { "line": 65, "column": 2 }, "end": { "line": 65, "column": 15 } } })) != null ? stack1 : "") + " | " + ((stack1 = alias2(alias1(depth0, "bars", { "start": { "line": 65, "column": 20 }, "end": { "line": 65, "column": 24 } }), depth0)) != null ? stack1 : "") + " | " + ((stack1 = alias2(alias1(depth0, "first", { "start": { "line": 65, "column": 31 }, "end": { "line": 65, "column": 36 } }), depth0)) != null ? stack1 : "") + " | " + ((stack1 = alias2(alias1(depth0, "last", { "start": { "line": 65, "column": 43 }, "end": { "line": 65, "column": 47 } }), depth0)) != null ? stack1 : "") + " |\n";
}, "35": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "<details><summary>" + ((stack1 = lookupProperty(helpers, "text").call(alias1, lookupProperty(depth0, "foldedTitle"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 72, "column": 18 }, "end": { "line": 72, "column": 38 } } })) != null ? stack1 : "") + "</summary>\n\n" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "folded"), { "name": "if", "hash": {}, "fn": container.program(36, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 74, "column": 0 }, "end": { "line": 81, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "foldedCut"), { "name": "if", "hash": {}, "fn": container.program(38, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 82, "column": 0 }, "end": { "line": 85, "column": 7 } } })) != null ? stack1 : "") + "</details>\n\n";
}, "36": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "| Layer | alpha |" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "compared"), { "name": "if", "hash": {}, "fn": container.program(14, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 75, "column": 17 }, "end": { "line": 75, "column": 44 } } })) != null ? stack1 : "") + " D | N\xD7M |\n|:---|---:|" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "compared"), { "name": "if", "hash": {}, "fn": container.program(17, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 76, "column": 11 }, "end": { "line": 76, "column": 39 } } })) != null ? stack1 : "") + "---:|:---|\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "folded"), { "name": "each", "hash": {}, "fn": container.program(37, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 77, "column": 0 }, "end": { "line": 79, "column": 9 } } })) != null ? stack1 : "") + "\n";
}, "37": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, alias2 = container.strict, alias3 = container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "| " + ((stack1 = lookupProperty(helpers, "cell").call(alias1, lookupProperty(depth0, "name"), { "name": "cell", "hash": {}, "data": data, "loc": { "start": { "line": 78, "column": 2 }, "end": { "line": 78, "column": 15 } } })) != null ? stack1 : "") + " | " + ((stack1 = alias3(alias2(depth0, "alpha", { "start": { "line": 78, "column": 20 }, "end": { "line": 78, "column": 25 } }), depth0)) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "sigma"), { "name": "if", "hash": {}, "fn": container.program(23, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 78, "column": 27 }, "end": { "line": 78, "column": 59 } } })) != null ? stack1 : "") + " |" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depths[1], "compared"), { "name": "if", "hash": {}, "fn": container.program(24, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 78, "column": 61 }, "end": { "line": 78, "column": 99 } } })) != null ? stack1 : "") + " " + ((stack1 = alias3(alias2(depth0, "distance", { "start": { "line": 78, "column": 102 }, "end": { "line": 78, "column": 110 } }), depth0)) != null ? stack1 : "") + " | " + ((stack1 = alias3(alias2(depth0, "shape", { "start": { "line": 78, "column": 117 }, "end": { "line": 78, "column": 122 } }), depth0)) != null ? stack1 : "") + " |\n";
}, "38": function(container, depth0, helpers, partials, data) {
  var stack1;
  return ((stack1 = container.lambda(container.strict(depth0, "foldedCut", { "start": { "line": 83, "column": 2 }, "end": { "line": 83, "column": 11 } }), depth0)) != null ? stack1 : "") + " more in the full report.\n\n";
}, "39": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "<details><summary>" + ((stack1 = lookupProperty(helpers, "text").call(alias1, lookupProperty(depth0, "skippedTitle"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 90, "column": 18 }, "end": { "line": 90, "column": 39 } } })) != null ? stack1 : "") + "</summary>\n\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "skipped"), { "name": "each", "hash": {}, "fn": container.program(40, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 92, "column": 0 }, "end": { "line": 94, "column": 9 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "skippedCut"), { "name": "if", "hash": {}, "fn": container.program(41, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 95, "column": 0 }, "end": { "line": 97, "column": 7 } } })) != null ? stack1 : "") + "\n</details>\n\n";
}, "40": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "- " + ((stack1 = lookupProperty(helpers, "codes").call(alias1, lookupProperty(depth0, "names"), { "name": "codes", "hash": {}, "data": data, "loc": { "start": { "line": 93, "column": 2 }, "end": { "line": 93, "column": 17 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "namesCut"), { "name": "if", "hash": {}, "fn": container.program(30, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 93, "column": 17 }, "end": { "line": 93, "column": 62 } } })) != null ? stack1 : "") + ": " + ((stack1 = lookupProperty(helpers, "text").call(alias1, lookupProperty(depth0, "reason"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 93, "column": 64 }, "end": { "line": 93, "column": 79 } } })) != null ? stack1 : "") + "\n";
}, "41": function(container, depth0, helpers, partials, data) {
  var stack1;
  return "- " + ((stack1 = container.lambda(container.strict(depth0, "skippedCut", { "start": { "line": 96, "column": 4 }, "end": { "line": 96, "column": 14 } }), depth0)) != null ? stack1 : "") + " more reasons in the full report\n";
}, "42": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "<sub>" + ((stack1 = lookupProperty(helpers, "text").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "facts"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 103, "column": 5 }, "end": { "line": 103, "column": 19 } } })) != null ? stack1 : "") + "</sub>\n\n";
}, "43": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "<sub>Settings that are not the defaults: " + ((stack1 = lookupProperty(helpers, "codes").call(alias1, lookupProperty(depth0, "changedSettings"), { "name": "codes", "hash": {}, "data": data, "loc": { "start": { "line": 107, "column": 41 }, "end": { "line": 107, "column": 66 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "settingsCut"), { "name": "if", "hash": {}, "fn": container.program(44, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 107, "column": 66 }, "end": { "line": 107, "column": 117 } } })) != null ? stack1 : "") + "</sub>\n\n";
}, "44": function(container, depth0, helpers, partials, data) {
  var stack1;
  return " and " + ((stack1 = container.lambda(container.strict(depth0, "settingsCut", { "start": { "line": 107, "column": 92 }, "end": { "line": 107, "column": 103 } }), depth0)) != null ? stack1 : "") + " more";
}, "45": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "This pull request changes its own gate. It was judged without these changes, which take effect once it is merged:\n\n" + ((stack1 = lookupProperty(helpers, "each").call(depth0 != null ? depth0 : container.nullContext || {}, lookupProperty(depth0, "proposed"), { "name": "each", "hash": {}, "fn": container.program(46, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 114, "column": 0 }, "end": { "line": 116, "column": 9 } } })) != null ? stack1 : "") + "\n";
}, "46": function(container, depth0, helpers, partials, data) {
  var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "- " + ((stack1 = lookupProperty(helpers, "code").call(depth0 != null ? depth0 : container.nullContext || {}, depth0, { "name": "code", "hash": {}, "data": data, "loc": { "start": { "line": 115, "column": 2 }, "end": { "line": 115, "column": 15 } } })) != null ? stack1 : "") + "\n";
}, "47": function(container, depth0, helpers, partials, data) {
  var stack1;
  return ((stack1 = container.lambda(container.strict(depth0, "modelsCut", { "start": { "line": 120, "column": 2 }, "end": { "line": 120, "column": 11 } }), depth0)) != null ? stack1 : "") + " more models in the full report.\n\n";
}, "48": function(container, depth0, helpers, partials, data) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "alpha: exponent of the power law in a layer's eigenvalues, \xB1 standard error. 2 to 6 is well trained, below 2 over-trained, above 6 hardly trained. " + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "compared"), { "name": "if", "hash": {}, "fn": container.program(49, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 123, "column": 168 }, "end": { "line": 123, "column": 220 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "trusted"), { "name": "if", "hash": {}, "fn": container.program(50, data, 0), "inverse": container.noop, "data": data, "loc": { "start": { "line": 123, "column": 220 }, "end": { "line": 123, "column": 281 } } })) != null ? stack1 : "") + "D: distance between the law and the data. ";
}, "49": function(container, depth0, helpers, partials, data) {
  return "\u0394: change from the baseline. ";
}, "50": function(container, depth0, helpers, partials, data) {
  return "Trust: how far alpha can be relied on. ";
}, "compiler": [8, ">= 4.3.0"], "main": function(container, depth0, helpers, partials, data, blockParams, depths) {
  var stack1, alias1 = depth0 != null ? depth0 : container.nullContext || {}, lookupProperty = container.lookupProperty || function(parent, propertyName) {
    if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
      return parent[propertyName];
    }
    return void 0;
  };
  return "## " + ((stack1 = lookupProperty(helpers, "icon").call(alias1, lookupProperty(depth0, "status"), { "name": "icon", "hash": {}, "data": data, "loc": { "start": { "line": 1, "column": 3 }, "end": { "line": 1, "column": 18 } } })) != null ? stack1 : "") + " Alphagate: " + ((stack1 = lookupProperty(helpers, "text").call(alias1, lookupProperty(depth0, "headline"), { "name": "text", "hash": {}, "data": data, "loc": { "start": { "line": 1, "column": 30 }, "end": { "line": 1, "column": 47 } } })) != null ? stack1 : "") + "\n\n" + ((stack1 = lookupProperty(helpers, "each").call(alias1, lookupProperty(depth0, "models"), { "name": "each", "hash": {}, "fn": container.program(0, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 3, "column": 0 }, "end": { "line": 110, "column": 9 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "proposed"), { "name": "if", "hash": {}, "fn": container.program(45, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 111, "column": 0 }, "end": { "line": 118, "column": 7 } } })) != null ? stack1 : "") + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "modelsCut"), { "name": "if", "hash": {}, "fn": container.program(47, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 119, "column": 0 }, "end": { "line": 122, "column": 7 } } })) != null ? stack1 : "") + "<sub>" + ((stack1 = lookupProperty(helpers, "if").call(alias1, lookupProperty(depth0, "analyzed"), { "name": "if", "hash": {}, "fn": container.program(48, data, 0, blockParams, depths), "inverse": container.noop, "data": data, "loc": { "start": { "line": 123, "column": 5 }, "end": { "line": 123, "column": 330 } } })) != null ? stack1 : "") + "Alphagate " + ((stack1 = container.lambda(container.strict(depth0, "version", { "start": { "line": 123, "column": 342 }, "end": { "line": 123, "column": 349 } }), depth0)) != null ? stack1 : "") + "</sub>\n";
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
  comment,
  comparison,
  page
};
