/** The part of the WebAssembly JavaScript interface that the engine uses; TypeScript has it only in its DOM library. */
declare namespace WebAssembly {
  class Memory<Shared extends boolean = true> {
    constructor(
      descriptor: { readonly initial: number } & (Shared extends true
        ? { readonly maximum: number; readonly shared: true }
        : unknown),
    );
    /** Of the present length; memory that has grown since has another. */
    readonly buffer: Shared extends true ? SharedArrayBuffer : ArrayBuffer;
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
