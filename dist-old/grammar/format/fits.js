import { columns } from "./columns.js";
/** Whether a text fits, together with what follows it up to where a line may end. */
export function fits(first, rest, room, measure) {
    const commands = [first];
    let next = rest.length;
    let word;
    for (let left = room; left >= 0;) {
        const command = commands.pop() ?? rest[--next];
        if (command === undefined)
            return true;
        const { indent, flat, doc } = command;
        if (typeof doc === 'string')
            left -= columns(doc);
        else if (!('kind' in doc))
            for (const part of doc.toReversed())
                commands.push({ indent, flat, doc: part });
        else {
            switch (doc.kind) {
                case 'line':
                    if (!isFlat(doc, flat))
                        return word === undefined || left - measure.behind(word) >= 0;
                    left -= doc.flat.length;
                    break;
                case 'either':
                    left -= columns(flat ? doc.flat : doc.broken);
                    break;
                case 'mark':
                    left -= 1;
                    break;
                case 'word':
                    left -= measure.word(doc);
                    word = doc.index;
                    break;
                case 'indent':
                    commands.push({ indent, flat, doc: doc.doc });
                    break;
                case 'group':
                    commands.push({ indent, flat: flat && !measure.broken.has(doc), doc: doc.doc });
                    break;
            }
        }
    }
    return false;
}
/** Whether a line does not end in a group of that kind. */
export function isFlat(line, flat) {
    return flat && line.flat !== null;
}
