import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writing } from "./disk.js";
/** Sampled responses as the run record keeps them: one a line. */
export const SAMPLES_FILE = 'samples.jsonl';
/** The first `most` responses of the step to each entry, from different problems as far as there are. */
export function sampleRecords(of, groups_G, verdicts_GS, rewards_GS, most) {
    const entries = [...new Set(groups_G.map(({ prompt }) => prompt.entry))];
    return entries.flatMap((entry) => {
        const own = groups_G.flatMap((group, g) => (group.prompt.entry === entry ? [{ group, g }] : []));
        const longest = Math.max(0, ...own.map(({ group }) => group.responses_S.length));
        const found = [];
        for (let s = 0; s < longest && found.length < most; s++) {
            for (const { group, g } of own) {
                const response = group.responses_S[s];
                const verdict = verdicts_GS[g]?.[s];
                if (response === undefined || verdict === undefined || found.length === most)
                    continue;
                const { prompt, answer, data } = group.prompt.problem;
                found.push({
                    ...of,
                    task: entry,
                    level: group.prompt.level,
                    prompt,
                    answer,
                    ...(data === undefined ? {} : { data }),
                    response: response.text,
                    truncated: response.truncated,
                    tokens: response.tokens.length,
                    score: verdict.score,
                    correct: verdict.correct,
                    reward: rewards_GS[g]?.[s] ?? Number.NaN,
                });
            }
        }
        return found;
    });
}
export function appendSamples(folder, records) {
    if (records.length === 0)
        return;
    const path = join(folder, SAMPLES_FILE);
    writing(path, `run \`prorl resume ${folder}\``, () => appendFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join('')));
}
/** Cuts off what was sampled after the step that a run goes on from: it is sampled again. */
export function cutSamples(folder, step) {
    const path = join(folder, SAMPLES_FILE);
    if (!existsSync(path))
        return;
    const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
    const kept = lines.filter((line) => JSON.parse(line).step <= step);
    writing(path, `run \`prorl resume ${folder}\``, () => writeFileSync(path, kept.map((line) => `${line}\n`).join('')));
}
