/** Handlebars without its compiler; the package types it through DOM's. */
declare module 'handlebars/runtime.js' {
  interface Runtime {
    create(): Runtime;
    registerHelper(helpers: Readonly<Record<string, (argument: never) => string>>): void;
    template(precompiled: unknown): (context: object) => string;
  }
  const runtime: Runtime;
  export default runtime;
}
