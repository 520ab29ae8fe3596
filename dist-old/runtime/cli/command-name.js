/** How the user can call prorl again: through npx where npm started this one and no `prorl` is on the path. */
export function commandName() {
    return process.env['npm_command'] === undefined ? 'prorl' : 'npx prorl';
}
/** A word of a command line, quoted where a shell would split or change it. */
export function quote(word) {
    return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
