import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ExitCode, ProrlError } from "../errors.js";
import { packageRoot } from "../package-root.js";
import { suggest } from "./problem.js";
import { validateGraph } from "./validate.js";
/**
 * Takes JSON from anywhere for a graph: against the published schema first, then by meaning.
 * `where` names its origin in messages, e.g. a path. Throws ProrlError (exit code `pipeline`)
 * that names the place by JSON pointer and how to mend it.
 */
export function readGraph(json, where) {
    const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : undefined;
    if (format !== 'prorl-graph/1') {
        const message = typeof format === 'string' && format.startsWith('prorl-graph/')
            ? `${where}: the graph is of format '${format}'; this version of prorl reads 'prorl-graph/1'`
            : `${where}: this is not an execution graph: it has no "format": "prorl-graph/1"`;
        throw new ProrlError(message, {
            exitCode: ExitCode.pipeline,
            hint: 'Write one with: prorl graph FILE.prorl',
        });
    }
    const problems = problemsOf(json);
    if (problems.length > 0)
        throw failure(where, problems);
    return json;
}
/** What is wrong with JSON that says it is a graph: by the published schema or, where that is content, by meaning. */
export function problemsOf(json) {
    const validate = schemaValidator();
    if (!validate(json))
        return (validate.errors ?? []).map((error) => explain(error, json));
    return validateGraph(json);
}
function failure(where, problems) {
    const [first, ...others] = problems;
    const more = others
        .slice(0, 4)
        .map(({ pointer, message, hint }) => `\n  ${pointer || '/'}: ${message}. ${hint}`);
    if (others.length > more.length)
        more.push(`\n  and ${others.length - more.length} more`);
    return new ProrlError(`${where}: ${first?.pointer || '/'}: ${first?.message ?? 'invalid'}${more.join('')}`, {
        exitCode: ExitCode.pipeline,
        hint: first?.hint ?? '',
    });
}
let validator;
/** Compiled at first use: whoever only looks at types or hashes need not wait for ajv. */
function schemaValidator() {
    if (validator === undefined) {
        const load = createRequire(import.meta.url);
        const { Ajv: Validator } = load('ajv');
        const schema = JSON.parse(readFileSync(join(packageRoot, 'spec', 'schemas', 'graph.schema.json'), 'utf8'));
        validator = new Validator({
            discriminator: true,
            allErrors: true,
            verbose: true,
            allowUnionTypes: true,
        }).compile(schema);
    }
    return validator;
}
/** An error of the schema in plain words. */
function explain({ instancePath, keyword, params, message, parentSchema }, json) {
    const value = at(json, instancePath);
    switch (keyword) {
        case 'required':
            return {
                pointer: instancePath,
                message: `'${params.missingProperty}' is missing`,
                hint: `Add '${params.missingProperty}'.`,
            };
        case 'additionalProperties': {
            const known = Object.keys(parentSchema?.properties ?? {});
            const name = String(params.additionalProperty);
            return { pointer: instancePath, message: `'${name}' is unknown here`, hint: suggest(name, known) };
        }
        case 'type':
            return {
                pointer: instancePath,
                message: `is ${described(value)}`,
                hint: `It must be of type ${[params.type].flat().join(' or ')}.`,
            };
        case 'enum':
            return {
                pointer: instancePath,
                message: `is ${described(value)}`,
                hint: suggest(String(value), params.allowedValues.map(String)),
            };
        case 'const':
            return {
                pointer: instancePath,
                message: `is ${described(value)}`,
                hint: `It must be ${described(params.allowedValue)}.`,
            };
        case 'discriminator':
            return {
                pointer: `${instancePath}/${params.tag}`,
                message: `is ${described(params.tagValue)}, which is unknown`,
                hint: `See the schema for the values that '${params.tag}' may have.`,
            };
        default:
            return { pointer: instancePath, message: message ?? keyword, hint: 'See the schema of the graph.' };
    }
}
function described(value) {
    const text = JSON.stringify(value) ?? 'nothing';
    return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
function at(json, path) {
    const parts = path
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    return parts.reduce((value, part) => value?.[part], json);
}
