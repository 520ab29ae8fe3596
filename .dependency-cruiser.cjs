/**
 * The arrows between the rooms of the house. Each rule names what a room must never import;
 * `npm run lint` fails on one that does.
 */
const never = (name, from, to, comment, pathNot, more = {}) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: to, ...(pathNot ? { pathNot } : {}), ...more },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphan-imports',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(@tensorflow/tfjs-node|@tensorflow/tfjs-node-gpu|webgpu)' },
    },
    never(
      'grammar-sees-the-graph-only',
      '^grammar/',
      '^(runtime|stdlib)/',
      'The compiler knows the graph and nothing else of the runtime.',
      '^runtime/(graph/|errors|package-root)',
    ),
    never(
      'runtime-never-sees-source',
      '^runtime/(?!cli/)',
      '^grammar/',
      'A run needs the graph, never the text.',
    ),
    never(
      'graph-stands-alone',
      '^runtime/graph/',
      '^runtime/',
      'The contract imports nothing of the house.',
      '^runtime/(graph/|errors|package-root)',
    ),
    never(
      'control-is-pure',
      '^runtime/control/',
      '^runtime/',
      'Control logic knows no tensors and no files.',
      '^runtime/(control/|graph/|errors|tasks/task)',
    ),
    never(
      'tasks-are-light',
      '^runtime/tasks/',
      '^runtime/',
      'The task interface drags nothing in; code is judged in the sandbox.',
      '^runtime/(tasks/|sandbox/|errors|own-modules|patience|standstill)',
    ),
    never(
      'sandbox-stands-alone',
      '^runtime/sandbox/',
      '^runtime/',
      'What contains solutions knows nothing of tasks or of what is right.',
      '^runtime/(sandbox/|errors|own-modules|standstill)',
    ),
    never(
      'sources-feed-the-run',
      '^runtime/sources/',
      '^runtime/',
      'What stands behind tasks knows neither models nor training.',
      '^runtime/(sources/|tasks/|graph/|sandbox/|errors|own-modules|standstill|package-root)',
    ),
    never(
      'tensor-is-the-ground',
      '^runtime/tensor/',
      '^runtime/',
      'Backends know nothing of models.',
      '^runtime/(tensor/|errors|own-modules|package-root)',
    ),
    never(
      'model-on-tensor',
      '^runtime/model/',
      '^runtime/',
      'A model knows tensors, not training.',
      '^runtime/(model/|tensor/|errors|package-root|patience|tasks/task)',
    ),
    never(
      'stages-below-run',
      '^runtime/stages/',
      '^runtime/(run|engines|cli|report)/',
      'Stages are the building blocks of the run.',
    ),
    never(
      'run-below-engines',
      '^runtime/run/',
      '^runtime/(engines|cli|report)/',
      'The loop does not know where it runs.',
    ),
    never(
      'report-reads-events',
      '^runtime/report/',
      '^runtime/(cli|engines|stages|model|tensor)/',
      'Reports are drawn from data: of other rooms they know the types.',
      undefined,
      { dependencyTypesNot: ['type-only'] },
    ),
    never('engines-below-cli', '^runtime/engines/', '^runtime/(cli|report)/', 'Engines do not print.'),
    never(
      'stdlib-sees-the-task-interface',
      '^stdlib/',
      '^(runtime|grammar)/',
      'Library tasks are written as anyone would write them.',
      '^runtime/tasks/',
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
    },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'kernels/wasm/assembly' },
  },
};
