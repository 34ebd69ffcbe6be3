/** Handlebars with its compiler; the package types its entry only, which reaches for Node's loader. */
declare module 'handlebars/dist/cjs/handlebars.js' {
  import type Handlebars from 'handlebars';

  const handlebars: typeof Handlebars;
  export default handlebars;
}
