import { curriculumPages } from "./pages/curriculum.js";
import { modulePages } from "./pages/modules.js";
import { namePages } from "./pages/names.js";
import { programPages } from "./pages/program.js";
import { schedulePages } from "./pages/schedules.js";
import { syntaxPages } from "./pages/syntax.js";
import { typePages } from "./pages/types.js";
/** The page of every code. */
export const pages = {
    ...syntaxPages,
    ...modulePages,
    ...namePages,
    ...typePages,
    ...schedulePages,
    ...programPages,
    ...curriculumPages,
};
export function explainPage(code) {
    return pages[code];
}
