import { kindWord } from "../types/infer/names.js";
import { expressionText } from "../types/text.js";
import { typeText, typeWords } from "../types/type.js";
import { stageShapes } from "../types/stage-fields.js";
/** A type as it was written. */
export function typeSyntaxText(type) {
    if (type.kind === 'ChoiceType')
        return type.options.map((one) => one.text).join(' | ');
    const inner = type.arguments.map(typeSyntaxText).join(', ');
    return inner === '' ? type.name.text : `${type.name.text}<${inner}>`;
}
export function parameterText({ name, type, bounds, default: value }) {
    return [
        name.text,
        type === null ? '' : `: ${typeSyntaxText(type)}`,
        bounds === null ? '' : ` in ${expressionText(bounds)}`,
        value === null ? '' : ` = ${expressionText(value)}`,
    ].join('');
}
/** The first line of a declaration: `stage explore(mix: Mixture) = grpo`. */
export function signatureOf(declaration) {
    const parameters = 'parameters' in declaration ? declaration.parameters : [];
    const inner = parameters.map(parameterText).join(', ');
    const type = 'type' in declaration && declaration.type !== null ? `: ${typeSyntaxText(declaration.type)}` : '';
    const value = declaration.kind === 'StageDeclaration'
        ? declaration.base
        : 'value' in declaration &&
            declaration.kind !== 'TaskDeclaration' &&
            declaration.kind !== 'VerifierDeclaration'
            ? declaration.value
            : null;
    const word = declaration.kind === 'LetDeclaration' ? 'let' : kindWord(declaration);
    return `${word} ${declaration.name.text}${inner === '' ? '' : `(${inner})`}${type}${value === null ? '' : ` = ${expressionText(value)}`}`;
}
export function defaultText(field) {
    if (field.default === undefined)
        return undefined;
    if (field.default === null)
        return 'none';
    const type = field.type.kind === 'schedule' ? field.type.of : field.type;
    return type.kind === 'count' ? `${field.default} ${type.unit}` : String(field.default);
}
export function fieldDoc(field) {
    const fallback = defaultText(field);
    return [
        field.doc,
        `Takes ${typeWords(field.type)}. ${fallback === undefined ? 'It must be written.' : `Default: \`${fallback}\`.`}`,
    ].join('\n\n');
}
export function callableText(fn) {
    const inner = fn.parameters.map((one) => `${one.name}${one.required ? '' : '?'}`).join(', ');
    return `${fn.name}(${inner}): ${fn.gives}`;
}
const typeDocs = {
    Duration: 'A count of steps or tokens.',
    Range: 'Two ends, such as `2..4`.',
    String: 'A text in double quotes.',
    Path: 'A path in double quotes, from the folder of the file.',
    Boolean: '`true` or `false`.',
    Count: 'How many of a unit: `Count<tokens>`.',
    Schedule: 'A number that may change during a run: `Schedule<Rate>`. A constant is one too.',
    Metric: 'Something that is measured during a run.',
    Trigger: 'A condition over metrics.',
    Task: 'Poses problems and verifies answers.',
    Mixture: 'Tasks with their weights.',
    Verifier: 'Verifies answers to the problems that tasks pose.',
    Reward: 'What a response earns.',
    Suite: 'Held-out problems on which the policy is measured.',
    Model: 'The model to train.',
    Stage: 'A way of training.',
};
export function typeDoc(name) {
    const known = typeDocs[name];
    if (known !== undefined)
        return known;
    return `${typeWords({ kind: 'number', name })}.`.replace(/^a /, 'A ');
}
const eventDocs = {
    reset: 'A reset fires.',
    guard: 'A guard fires.',
    transition: 'A stage gives way to the next one.',
    end: 'The last stage ends.',
    checkpoint: 'A checkpoint is saved.',
    evaluate: 'A suite is evaluated.',
    curriculum: 'A curriculum moves a level.',
    audit: 'A metric has risen while its counter-metric has not.',
};
/** What there is to say about a name: the line in the language, and the text under it. */
export function describe(meaning) {
    switch (meaning.kind) {
        case 'declaration': {
            const { declaration, module } = meaning;
            const from = module.library === null ? '' : `From \`${module.library.name}\` ${module.library.version}.`;
            return {
                code: signatureOf(declaration),
                doc: [declaration.doc, taskDoc(declaration), from].filter((one) => one !== '').join('\n\n'),
            };
        }
        case 'parameter':
            return {
                code: parameterText(meaning.parameter),
                doc: meaning.parameter.doc || `A parameter of \`${meaning.owner.name.text}\`.`,
            };
        case 'levels':
            return { code: levelCode(meaning.declaration), doc: levelDoc(meaning.declaration) };
        case 'field':
            return { code: `${meaning.field.name}: ${typeText(meaning.field.type)}`, doc: fieldDoc(meaning.field) };
        case 'block': {
            const fields = meaning.block.fields.map((one) => `- \`${one.name}\`: ${one.doc}`).join('\n');
            return { code: `${meaning.block.name} { }`, doc: `${meaning.block.doc}\n\n${fields}` };
        }
        case 'word':
            return { code: meaning.word, doc: `One of ${typeText(meaning.type)}.` };
        case 'metric':
            return {
                code: `${meaning.name}: Metric${meaning.info === undefined ? '' : ` (${meaning.info.unit})`}`,
                doc: meaning.info?.doc ?? 'Known while the run goes on.',
            };
        case 'function': {
            const list = meaning.fn.parameters.map((one) => `- \`${one.name}\`: ${one.doc}`).join('\n');
            return { code: callableText(meaning.fn), doc: `${meaning.fn.doc}\n\n${list}` };
        }
        case 'argument': {
            const found = meaning.fn.parameters.find((one) => one.name === meaning.name);
            const type = found?.type === undefined ? '' : `: ${typeText(found.type)}`;
            return { code: `${meaning.name}${type}`, doc: found?.doc ?? '' };
        }
        case 'type':
            return { code: meaning.name, doc: typeDoc(meaning.name) };
        case 'unit':
            return { code: meaning.name, doc: `A unit: the type is \`Count<${meaning.name}>\`.` };
        case 'calculation':
            return { code: expressionText(meaning.expression), doc: '' };
        case 'stage kind':
            return { code: `stage ${meaning.name}`, doc: stageKindDocs[meaning.name] };
        case 'event':
            return { code: meaning.name, doc: eventDocs[meaning.name] ?? '' };
        case 'module':
            return { code: meaning.files.join('\n'), doc: '' };
    }
}
const stageKindDocs = { reinforce: stageShapes.reinforce.doc, supervised: stageShapes.supervised.doc };
/** The domain and the levels of a task. */
function taskDoc(declaration) {
    if (declaration.kind !== 'TaskDeclaration')
        return '';
    const domain = declaration.domain === null ? '' : `Domain: \`${declaration.domain.text}\`.`;
    return [domain, levelDoc(declaration)].filter((one) => one !== '').join('\n\n');
}
function levelCode({ levels }) {
    const count = levels?.levels.length ?? 0;
    return `level: Range in 1..${count}`;
}
/** What each level sets, as a list. */
export function levelDoc({ levels }) {
    if (levels === null)
        return '';
    const rows = levels.levels.map((level, i) => `- \`${i + 1}\`: ${levelText(level)}`);
    return ['Levels, from the easiest:', '', ...rows].join('\n');
}
/** `terms: 2..3, digits: 1..2`. */
export function levelText({ body }) {
    const fields = body.items.flatMap((one) => one.kind === 'Field' ? [`${one.name.text}: ${expressionText(one.value)}`] : []);
    return fields.length === 0 ? 'the defaults' : fields.join(', ');
}
