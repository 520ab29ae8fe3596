type Json = Readonly<Record<string, unknown>>;

/** Sixty times the largest vocabularies there are; the library makes a list as long as the highest id. */
const MOST = 2 ** 24;

/** Throws an Error that names the first token of a tokenizer.json whose id no vocabulary has. */
export function checkTokenIds(tokenizer: Json): void {
  const { vocab } = (tokenizer['model'] ?? {}) as Json;
  // A list holds pieces by their ids.
  if (typeof vocab === 'object' && vocab !== null && !Array.isArray(vocab)) {
    for (const [token, id] of Object.entries(vocab)) check(token, id);
  }
  const added = tokenizer['added_tokens'];
  if (!Array.isArray(added)) return;
  for (const one of added as unknown[]) {
    const { content, id } = (one ?? {}) as Json;
    check(content, id);
  }
}

function check(token: unknown, id: unknown): void {
  if (typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 && id < MOST) return;
  const name = JSON.stringify(token)?.slice(0, 60) ?? 'an added token';
  throw new Error(`its token ${name} has the id ${JSON.stringify(id)?.slice(0, 30)}, which is none`);
}
