import type { Code } from '../diagnostics/codes.ts';
import { curriculumPages } from './pages/curriculum.ts';
import { modulePages } from './pages/modules.ts';
import { namePages } from './pages/names.ts';
import type { Page } from './page.ts';
import { programPages } from './pages/program.ts';
import { schedulePages } from './pages/schedules.ts';
import { syntaxPages } from './pages/syntax.ts';
import { typePages } from './pages/types.ts';

/** The page of every code. */
export const pages: Readonly<Record<Code, Page>> = {
  ...syntaxPages,
  ...modulePages,
  ...namePages,
  ...typePages,
  ...schedulePages,
  ...programPages,
  ...curriculumPages,
};

export function explainPage(code: Code): Page {
  return pages[code];
}
