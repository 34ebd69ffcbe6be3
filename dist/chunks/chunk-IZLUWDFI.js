import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/report/json.ts
var NUMBERS = /\[\n\s+-?\d[^\]"{[]*\]/g;
function renderJson(reports) {
  const document = reports.length === 1 ? reports[0] : reports;
  const finiteOnly = (key, value) => {
    if (typeof value === "number" && !Number.isFinite(value))
      throw new Error(`${key} is ${value} in a report`);
    return value;
  };
  return `${JSON.stringify(document, finiteOnly, 2).replace(NUMBERS, onOneLine)}
`;
}
function onOneLine(list) {
  return list.replace(/\s+/g, " ");
}

export {
  renderJson
};
