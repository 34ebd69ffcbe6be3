import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/report/escape.ts
var LONGEST_NAME = 80;
var LONGEST_TEXT = 1e3;
var INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
var WORKFLOW_COMMAND = /##(?=\[)|^\s*:(?=:)/g;
var DIVIDER = "\u200B";
var RECOGNISED = /@(?=\S)|#(?=\w)|\b(?:GH|GHSA|CVE)-(?=\w)|(?<=https?|ftp|mailto|xmpp):|:(?=[\w+-]+:)|www(?=\.)|[0-9a-f]{6}(?=[0-9a-f])/gi;
function plainText(text) {
  return visibleText(text).replace(
    WORKFLOW_COMMAND,
    (command) => command.slice(0, -1) + spell(command.at(-1))
  );
}
function shorten(text, longest = LONGEST_NAME) {
  if (text.length <= longest) return text;
  const characters = [...text];
  if (characters.length <= longest) return text;
  const kept = longest - 1;
  const head = Math.ceil(kept / 2);
  return `${characters.slice(0, head).join("")}\u2026${characters.slice(characters.length - (kept - head)).join("")}`;
}
function markdownCode(name) {
  return codeSpan(shorten(visibleText(name)));
}
function markdownCodeCell(name) {
  const text = shorten(visibleText(name)).replace(/(?<=\\)\|/g, spell);
  return codeSpan(text).replaceAll("|", "\\|");
}
function markdownText(text) {
  return shorten(visibleText(text), LONGEST_TEXT).trim().replace(/[\\`*_{}[\]#|~!]/g, "\\$&").replace(/^[-+=]/, "\\$&").replace(/^(\d+)([.)])/, "$1\\$2").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("$", "\uFF04").replace(RECOGNISED, `$&${DIVIDER}`);
}
function visibleText(text) {
  return text.replace(INVISIBLE, spell);
}
function visible(value) {
  const seen = (part) => {
    if (typeof part === "string") return visibleText(part);
    if (Array.isArray(part)) return part.map(seen);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, held]) => [key, seen(held)]));
  };
  return seen(value);
}
function spell(character) {
  return `\\u{${character.codePointAt(0).toString(16)}}`;
}
function codeSpan(text) {
  if (text === "") return "` `";
  const longestRun = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longestRun + 1);
  const pad = /^[` ]|[` ]$/.test(text) && text.trim() !== "" ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

export {
  LONGEST_TEXT,
  plainText,
  shorten,
  markdownCode,
  markdownCodeCell,
  markdownText,
  visibleText,
  visible
};
