/** What scripts/generate-railroad.ts uses of the package, which comes without types. */
declare module '@prantlf/railroad-diagrams' {
  export interface Item {
    readonly width: number;
  }
  interface Drawn {
    readonly attrs: { readonly width: number; readonly height: number };
    format(top: number, right: number, bottom: number, left: number): Drawn;
    toString(): string;
  }
  interface Shapes {
    Diagram(...items: Item[]): Drawn;
    Terminal(text: string): Item;
    NonTerminal(text: string): Item;
    Comment(text: string): Item;
    Sequence(...items: Item[]): Item;
    Choice(normal: number, ...items: Item[]): Item;
    Optional(item: Item): Item;
    OneOrMore(item: Item, between?: Item): Item;
    ZeroOrMore(item: Item, between?: Item): Item;
  }
  /** CommonJS under Node: the default export lies in the module's own. */
  const module: { readonly default: Shapes };
  export default module;
}
