/** The scope of a module's own declarations, outside every parameter list. */
export function moduleScope(module) {
    return { module, bindings: new Map(), origins: new Map() };
}
