import { escapeXml } from './escape-xml.ts';
import { type Plot, plotParts } from './plot.ts';

/** Colours for white paper, told apart in print and by most people who see few colours. */
const STYLE = [
  'text{font-family:Helvetica,Arial,"Liberation Sans","DejaVu Sans",sans-serif;font-size:10px;fill:#333333;stroke:none}',
  '.title{font-size:12px;font-weight:bold;fill:#000000}',
  '.grid{stroke:#d9d9d9;stroke-width:0.5}',
  '.frame{fill:none;stroke:#333333}',
  '.data{color:#0b5cad}',
  '.baseline{color:#86660b}',
  '.fit{color:#b4231f}',
  '.xmin,.bound{color:#565e68}',
  '.random{color:#0f6f78}',
  '.pass{color:#17692f}',
  '.warn{color:#855300}',
  '.fail{color:#b4231f}',
  '.inconclusive{color:#6a3fa0}',
  '.points{fill:currentColor}',
  '.bars{fill:currentColor;fill-opacity:0.75}',
  '.line,.vertical,.horizontal{fill:none;stroke:currentColor;stroke-width:1.5}',
  '.line.fit{stroke-width:2.25}',
  '.vertical,.horizontal{stroke-dasharray:5 4}',
].join('');

/**
 * A plot as an SVG document of its own, for papers: white ground, text that stays text.
 *
 * @param widthMm how wide it is on paper, in millimetres; the height follows.
 */
export function standaloneSvg(plot: Plot, widthMm: number): string {
  const { width, height, label, content } = plotParts(plot);
  const heightMm = Math.round((widthMm * height * 1000) / width) / 1000;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${widthMm}mm" height="${heightMm}mm" role="img" aria-label="${escapeXml(label)}">`,
    `<style>${STYLE}</style>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    content,
    '</svg>',
    '',
  ].join('\n');
}
