/** How declarations without a block are written. */
export const declaredAs: Readonly<Record<string, string>> = {
  edition: '`edition 2026`',
  model: '`model NAME = hf("OWNER/NAME")`, which a pipeline names as `model: NAME`',
  stage: '`stage NAME = grpo { ... }`',
  schedule: '`schedule NAME: Coefficient = linear(0, 1, over: 100 steps)`',
  trigger: '`trigger NAME = kl.mean > 0.1`',
  let: '`let NAME = 5 steps`',
  task: '`task NAME = code("./module")`',
  verifier: '`verifier NAME = code("./module")`',
  test: '`test "what it shows" { ... }`',
};

/** How the constructs of the language are written, by the rule of the grammar. */
export const forms: Readonly<Record<string, string>> = {
  edition: '`edition 2026`',
  import: '`import { name, other as mine } from "prorl/tasks"`',
  importedNames: '`import { name, other as mine } from "prorl/tasks"`',
  parameter: '`name: Type = default`, or with bounds `name: Type in 1..8 = 2`',
  type: '`Count<tokens>`, `Schedule<Coefficient>`, or a choice `k1 | k2 | k3`',
  keepClause: '`keep groups where reward.std > 0`',
  resetClause: '`reset reference, optimizer to current when TRIGGER { cooldown: 50 steps }`',
  guardClause: '`guard when TRIGGER { rollback, scale rate by 0.5, at_most: 3 }`',
  scaleClause: '`scale rate by 0.5`',
  evaluateClause: '`evaluate SUITE every 25 steps`',
  auditClause: '`audit METRIC against METRIC { over: 4 evaluations }`',
  checkpointClause: '`checkpoint every 25 steps, keep last 2, keep best by METRIC`',
  runClause:
    '`run STAGE(arguments) until CONDITION`, or `run STAGE(arguments) for 100 steps`, and `when CONDITION` after it',
  givenClause: '`given kl.mean = 0.01, then 0.4 from step 40`',
  expectClause: '`expect reset at 44, 94`, or `expect guard never`',
  piece: '`linear to 0.002 at 50 steps`, or `constant until 50 steps`',
  declaration: '`KIND name = value`, or `KIND name { ... }`',
};

/** Words by which other languages begin what is said otherwise here. */
export const foreign: Readonly<Record<string, string>> = {
  def: 'There are no functions: a stage, schedule or mixture may have parameters, and code lives in tasks.',
  function:
    'There are no functions: a stage, schedule or mixture may have parameters, and code lives in tasks.',
  class: 'There are no classes: a stage may start from another stage, `stage mine = grpo { ... }`.',
  for: 'There are no loops: a pipeline runs its stages in order, each `until` a condition.',
  while: 'There are no loops: a pipeline runs its stages in order, each `until` a condition.',
  if: 'There is no `if`: what depends on the run is a trigger, `reset reference when TRIGGER`.',
  const: 'A named value is declared by `let name = value`.',
  var: 'A named value is declared by `let name = value`.',
  from: 'An import begins with its names: `import { name } from "package"`.',
};
