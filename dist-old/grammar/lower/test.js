import { lowerPipeline } from "./pipeline.js";
/** A test, lowered: the stages that it runs, with what is given and what is expected. */
export function lowerTest(test, options) {
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
