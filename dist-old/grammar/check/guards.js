import { problem } from "../diagnostics/index.js";
import { asNumber } from "../types/settled.js";
/** A guard that neither rolls back nor slows down only waits to stop the run. */
export const guards = {
    stage(stage, check) {
        for (const guard of stage.guards) {
            if (guard.rollback !== null || guard.scaleRate !== undefined)
                continue;
            if (guard.atMost !== undefined && asNumber(guard.atMost) === 0)
                continue;
            check.report(problem('G0521', guard.span, 'this guard does nothing when it fires', {
                severity: 'warning',
                reason: 'It can go back to the last good step ("rollback") and lower the rate ("scale rate by 0.5"). To stop the run at once write { at_most: 0 }.',
            }));
        }
    },
};
