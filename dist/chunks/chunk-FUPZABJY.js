import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/sources/web/read-text.ts
async function readText(body, mostBytes) {
  const chunks = [];
  let sizeBytes = 0;
  for await (const chunk of body) {
    sizeBytes += chunk.length;
    if (sizeBytes > mostBytes) return void 0;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
function parseJson(text) {
  try {
    return text === void 0 ? void 0 : JSON.parse(text);
  } catch {
    return void 0;
  }
}

export {
  readText,
  parseJson
};
