import { cover } from "../span.js";
import { metricsOfSuite, stageMetric } from "../types/infer/metrics.js";
import { hasLevels, levelArgument } from "../types/infer/levels.js";
import { isStageKind } from "../types/infer/stages.js";
import { typeNames, typeOf } from "../types/infer/type-of.js";
import { t } from "../types/type.js";
import { unitOf } from "../types/units.js";
import { callable } from "./callables.js";
/** Finds the names in the expressions of a declaration. It reads names as the compiler does, and stays silent on what is wrong. */
export class ExpressionReader {
    module;
    owner;
    cx;
    emit;
    parameters;
    constructor(module, owner, cx, emit) {
        this.module = module;
        this.owner = owner;
        this.cx = cx;
        this.emit = emit;
        const own = 'parameters' in owner ? owner.parameters : [];
        this.parameters = new Map(own.map((one) => [one.name.text, one]));
    }
    typeOf(syntax) {
        return syntax === null ? undefined : typeOf(this.cx, syntax);
    }
    type(syntax) {
        if (syntax.kind === 'ChoiceType') {
            const type = { kind: 'enum', values: syntax.options.map((one) => one.text) };
            for (const one of syntax.options)
                this.emit(one.span, { kind: 'word', word: one.text, type });
            return;
        }
        const { name } = syntax;
        if (typeNames.includes(name.text))
            this.emit(name.span, { kind: 'type', name: name.text });
        for (const one of syntax.arguments) {
            const unit = one.kind === 'NamedType' && name.text === 'Count' ? unitOf(one.name.text) : undefined;
            if (unit === undefined)
                this.type(one);
            else
                this.emit(one.span, { kind: 'unit', name: unit });
        }
    }
    /** A name by itself in the place of an expression. */
    name(name, type) {
        this.path({ kind: 'Path', span: name.span, names: [name], text: name.text }, type);
    }
    read(expression, type) {
        switch (expression.kind) {
            case 'Quantity': {
                const unit = unitOf(expression.unit.text);
                if (unit !== undefined)
                    this.emit(expression.unit.span, { kind: 'unit', name: unit });
                return;
            }
            case 'StepNumber':
                return this.read(expression.number, t.number);
            case 'Arithmetic':
                this.read(expression.left, t.number);
                this.emit(expression.sign.span, { kind: 'calculation', expression });
                return this.read(expression.right, t.number);
            case 'Negative':
                return this.read(expression.operand, t.number);
            case 'Range':
                this.read(expression.from, t.number);
                return this.read(expression.to, t.number);
            case 'Path':
                return this.path(expression, type);
            case 'Call':
                return this.call(expression, type);
            case 'List':
                for (const one of expression.elements)
                    this.read(one, type);
                return;
            case 'Windowed':
                this.read(expression.value, type);
                if (expression.from !== null)
                    this.read(expression.from, t.duration);
                if (expression.until !== null)
                    this.read(expression.until, t.duration);
                return;
            case 'Chain': {
                const of = type?.kind === 'schedule' ? type.of : t.number;
                this.read(expression.start, of);
                if (expression.at !== null)
                    this.read(expression.at, t.duration);
                for (const { to, position } of expression.pieces) {
                    if (to !== null)
                        this.read(to, of);
                    this.read(position, t.duration);
                }
                return;
            }
            case 'Comparison':
                this.read(expression.left, t.metric);
                return this.read(expression.right, t.number);
            case 'Logical':
                for (const one of expression.operands)
                    this.read(one, t.trigger);
                return;
            case 'Not':
                return this.read(expression.operand, t.trigger);
            case 'Sustained':
                this.read(expression.condition, t.trigger);
                return this.read(expression.for, t.duration);
            case 'Every':
                return this.read(expression.period, t.duration);
            default:
        }
    }
    path(path, wanted) {
        const [head] = path.names;
        if (head === undefined)
            return;
        const type = wanted?.kind === 'optional' ? wanted.of : wanted;
        if (wanted?.kind === 'optional' && path.text === 'none') {
            return this.emit(path.span, { kind: 'word', word: 'none', type: wanted });
        }
        if (path.names.length > 1)
            return this.metricPath(path, head);
        const parameter = this.parameters.get(head.text);
        if (parameter !== undefined) {
            return this.emit(head.span, { kind: 'parameter', parameter, owner: this.owner, module: this.module });
        }
        if (type?.kind === 'enum' && type.values.includes(head.text)) {
            return this.emit(head.span, { kind: 'word', word: head.text, type });
        }
        const info = stageMetric(head.text);
        if (type?.kind === 'metric' && info !== undefined) {
            return this.emit(head.span, { kind: 'metric', name: head.text, info });
        }
        const binding = this.module.scope.get(head.text);
        if (binding !== undefined)
            return this.emit(head.span, { kind: 'declaration', ...binding });
        if (type?.kind === 'stage' && isStageKind(head.text)) {
            this.emit(head.span, { kind: 'stage kind', name: head.text });
        }
        else if (info !== undefined && (type === undefined || type.kind === 'trigger')) {
            this.emit(head.span, { kind: 'metric', name: head.text, info });
        }
    }
    /** `kl.mean`, `share.chain_sum`, `heldout.chain_sum.pass@1`. */
    metricPath(path, head) {
        const parameter = this.parameters.get(head.text);
        const binding = this.module.scope.get(head.text);
        const rest = cover(path.names[1].span, path.span);
        if (parameter !== undefined) {
            this.emit(head.span, { kind: 'parameter', parameter, owner: this.owner, module: this.module });
            return this.emit(rest, { kind: 'metric', name: path.text, info: undefined });
        }
        if (binding?.declaration.kind !== 'SuiteDeclaration') {
            const info = stageMetric(path.text);
            if (head.text === 'share') {
                this.emit(head.span, { kind: 'metric', name: path.text, info });
                const task = [...this.module.scope.values()].find((one) => one.declaration.kind === 'TaskDeclaration' && named(path.names[1]) === one.declaration.name.text);
                if (task !== undefined)
                    this.emit(path.names[1].span, { kind: 'declaration', ...task });
            }
            else if (info !== undefined) {
                this.emit(path.span, { kind: 'metric', name: path.text, info });
            }
            return;
        }
        this.emit(head.span, { kind: 'declaration', ...binding });
        const suite = this.suite(head);
        const own = binding.declaration.name.text;
        const full = [own, ...path.names.slice(1).map((one) => one.text)].join('.');
        const info = suite && metricsOfSuite(suite).find((one) => one.name === full);
        const mixture = suite?.fields.get('tasks')?.value;
        const entry = path.names.length > 2 ? path.names[1] : undefined;
        const task = entry !== undefined && mixture?.kind === 'mixture'
            ? mixture.mixture.entries.find((one) => one.task?.name === named(entry))?.task
            : undefined;
        if (entry !== undefined && task?.declaration) {
            this.emit(entry.span, { kind: 'declaration', declaration: task.declaration, module: task.module });
        }
        const last = path.names[path.names.length - 1];
        this.emit(last.span, { kind: 'metric', name: full, info });
    }
    suite(head) {
        const value = this.cx.evaluate({ kind: 'Path', span: head.span, names: [head], text: head.text }, t.suite);
        return value?.kind === 'suite' ? value.suite : undefined;
    }
    call(call, type) {
        const { callee } = call;
        const binding = callee.names.length === 1 ? this.module.scope.get(callee.text) : undefined;
        if (binding !== undefined) {
            const { declaration, module } = binding;
            this.emit(callee.span, { kind: 'declaration', declaration, module });
            const own = 'parameters' in declaration ? declaration.parameters : [];
            call.arguments.forEach((one, i) => {
                const parameter = own.find((p) => p.name.text === one.name?.text) ?? (one.name ? undefined : own[i]);
                if (parameter !== undefined && one.name !== null) {
                    this.emit(one.name.span, { kind: 'parameter', parameter, owner: declaration, module });
                }
                else if (one.name?.text === levelArgument && hasLevels(declaration)) {
                    this.emit(one.name.span, { kind: 'levels', declaration, module });
                }
                this.read(one.value, this.typeOf(parameter?.type ?? null));
            });
            return;
        }
        const fn = callable(callee.text);
        if (fn !== undefined)
            this.emit(callee.span, { kind: 'function', fn });
        call.arguments.forEach((one, i) => {
            const parameter = fn?.parameters.find((p) => p.name === one.name?.text) ?? (one.name ? undefined : fn?.parameters[i]);
            if (fn !== undefined && parameter !== undefined && one.name !== null) {
                this.emit(one.name.span, { kind: 'argument', fn, name: parameter.name });
            }
            this.read(one.value, parameter?.type ?? (type?.kind === 'schedule' && i < 2 ? type.of : undefined));
        });
    }
}
/** The task of a mixture's entry: `chain_sum-2` is the second entry of chain_sum. */
function named(name) {
    return name.text.replace(/-\d+$/, '');
}
