import fc from 'fast-check';

/** Names that a model's author could choose to break out of, to forge or to mention. */
export const HOSTILE_NAMES: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '</details><script>alert(1)</script>',
  '<!-- x',
  '--> <b>out</b>',
  ']]><x/>',
  '**bold** [link](https://evil.example) ![image](https://evil.example/x.png)',
  '@mona @acme/team',
  '#1 GH-2 acme/repo#3',
  ':rotating_light: 💥 👩‍👩‍👧‍👦',
  '`code` ``more``',
  'a | b \\| c',
  'two\nlines\r\nand more',
  '::error::forged',
  '##[error]forged',
  '%0A::set-output name=verdict::pass',
  '=HYPERLINK("https://evil.example")',
  '+1+1',
  '"quoted", and, commas',
  '\u001b[31mred\u0007\u0000',
  '\u202egnp.exe',
  '\ud800',
  '\ufffe',
  '$x^2$',
  '{{this}} {{{that}}}',
  'https://evil.example/?a=b&c=d',
];

/** Parts of names that mean something to Markdown, GitHub, HTML, a log, a terminal or a template. */
const PIECES = [
  '` `` | \\ \\| \\\\| --> <!-- ::error:: ##[error] <b> <img </details> &amp; [a](b) ![a](b) @mona #1 GH-1 https://a.bc'.split(
    ' ',
  ),
  'www.a.bc a@b.cd mailto:a@b.cd deadbeef0 * _ ~~ ** $x$ :tada: # 1. - + = fc1 {{x}} 🦄'.split(' '),
  [' ', '\n', '\r', '\t', '> [!TIP]', '\u202e', '\u200b', '\ud800', '\udc00', '\u001b[31m', '\0'],
].flat();

/** Arbitrary names, and more often than chance those made of what means something somewhere. */
export const hostileName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.nat(0xffff), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join('')),
);
