/** The part of WebAssembly's own interface that is used; Node's types of version 20 do not have it. */
interface WebAssemblyInterface {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
}
const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyInterface };

export function newModule(bytes: Uint8Array): object {
  return new WebAssembly.Module(bytes);
}

/** What an instance of our kernels exports; it computes on `memory`. */
export function newInstance(module: object, memory: object): object {
  return new WebAssembly.Instance(module, { env: { memory } }).exports;
}
