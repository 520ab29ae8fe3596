import { afterReasoning } from "../../../runtime/tasks/index.js";
import { kinds } from "./kinds.js";
/**
 * Which of the instructions a response follows, in order. `strict` reads the response as it is; `loose` also
 * without its first line, its last line, both, and each of these without asterisks, and one reading that follows
 * is enough (IFEval, section 2.2): a greeting or a little markup around a right answer does not spoil it.
 */
export function follows(response, instructions, how) {
    const readings = how === 'strict' ? [response] : looseReadings(response);
    return instructions.map(({ id, asked }) => {
        const kind = kinds.get(id);
        return readings.some((reading) => reading.trim() !== '' && kind.follows(reading, asked));
    });
}
/** Scores the share of the instructions that a response follows once its reasoning has ended. */
export function judge(response, instructions, how) {
    const said = afterReasoning(response) ?? '';
    // The empty lines between reasoning and answer belong to neither.
    const answer = said === response ? said : said.trim();
    const followed = follows(answer, instructions, how).filter(Boolean).length;
    return { score: followed / instructions.length, correct: followed === instructions.length };
}
function looseReadings(response) {
    const lines = response.split('\n');
    const plain = [
        response,
        lines.slice(1).join('\n').trim(),
        lines.slice(0, -1).join('\n').trim(),
        lines.slice(1, -1).join('\n').trim(),
    ];
    return [...plain, ...plain.map((reading) => reading.replaceAll('*', ''))];
}
/**
 * The instructions of a problem: `data.instructions`, or the columns `instruction_id_list` and `kwargs` of the
 * published data set. Undefined where they are not there or name a kind that is not known.
 */
export function instructionsOf(data) {
    const row = data;
    if (Array.isArray(row?.instructions))
        return checked(row.instructions);
    if (!Array.isArray(row?.instruction_id_list))
        return undefined;
    const asked = Array.isArray(row.kwargs) ? row.kwargs : [];
    return checked(row.instruction_id_list.map((id, i) => ({ id: String(id), asked: given(asked[i]) })));
}
/** The data set writes null for each argument that a kind does not take. */
function given(asked) {
    return Object.fromEntries(Object.entries(asked ?? {}).filter(([, value]) => value !== null));
}
function checked(instructions) {
    return instructions.length > 0 && instructions.every(({ id }) => kinds.has(id)) ? instructions : undefined;
}
