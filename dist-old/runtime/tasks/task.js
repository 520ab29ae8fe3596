/**
 * The interface between the runtime and whatever can pose and verify problems.
 * Standard-library tasks and those of other packages implement it alike.
 */
export {};
