import type * as ast from '../../../grammar/ast.ts';

/** A syntax tree without its places. */
export type Bare<T> = T extends readonly (infer Element)[]
  ? readonly Bare<Element>[]
  : T extends object
    ? { readonly [Key in keyof T as Exclude<Key, 'span'>]: Bare<T[Key]> }
    : T;

export type Expression = Bare<ast.Expression>;
export type Path = Bare<ast.Path>;
export type Call = Bare<ast.Call>;
export type Name = Bare<ast.Name>;
export type NumberLiteral = Bare<ast.NumberLiteral>;
export type Quantity = Bare<ast.Quantity>;
export type Type = Bare<ast.Type>;
export type Parameter = Bare<ast.Parameter>;
export type Block = Bare<ast.Block>;
export type Item = Bare<ast.Item>;
export type Declaration = Bare<ast.Declaration>;
export type Import = Bare<ast.Import>;
export type SourceFile = Bare<ast.SourceFile>;
