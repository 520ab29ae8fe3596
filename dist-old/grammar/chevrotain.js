var __rewriteRelativeImportExtension = (this && this.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};
/**
 * Chevrotain, from the one-file build that its package ships. The package's entry point loads
 * hundreds of small files (all of lodash-es), which costs a cold start some 300 ms; this build
 * costs 20. Where it is not there, the entry point serves.
 */
async function load() {
    try {
        const build = new URL('../chevrotain.min.mjs', import.meta.resolve('chevrotain'));
        return (await import(__rewriteRelativeImportExtension(build.href)));
    }
    catch {
        return import('chevrotain');
    }
}
const chevrotain = await load();
export const { createToken, createTokenInstance, CstParser, EOF, Lexer, MismatchedTokenException, tokenLabel, tokenMatcher, } = chevrotain;
