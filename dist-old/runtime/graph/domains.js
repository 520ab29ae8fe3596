/** What a task is about: the five domains over which ProRL trains (arXiv:2505.24864, appendix D). */
export const domains = ['math', 'code', 'stem', 'logic', 'instructions'];
