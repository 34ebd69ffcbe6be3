/** The part of the WebAssembly JavaScript interface that the engine uses; TypeScript has it only in its DOM library. */
declare namespace WebAssembly {
  class Memory {
    constructor(descriptor: { readonly initial: number; readonly maximum: number; readonly shared: true });
    /** Of the present length; memory that has grown since has another. */
    readonly buffer: SharedArrayBuffer;
    grow(pages: number): number;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>);
    readonly exports: unknown;
  }
  function validate(bytes: Uint8Array): boolean;
}
