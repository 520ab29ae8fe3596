import type { PipelineTest } from '../../runtime/graph/index.ts';
import type { ResolvedTest } from '../types/value.ts';
import { lowerPipeline, type LowerOptions } from './pipeline.ts';

/** A test, lowered: the stages that it runs, with what is given and what is expected. */
export function lowerTest(test: ResolvedTest, options: LowerOptions): PipelineTest {
  const { graph } = lowerPipeline(test.plan, options);
  return {
    name: test.name,
    graph,
    given: test.given.map(({ metric, values }) => ({ metric, values: values.map((one) => ({ ...one })) })),
    expect: test.expect.map(({ event, steps, text, span }) => ({
      event,
      steps: [...steps],
      text,
      line: span.line,
    })),
    at: { file: test.span.file, line: test.span.line },
  };
}
