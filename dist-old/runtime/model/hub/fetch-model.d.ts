interface Wish {
    readonly repository: string;
    /** A commit, tag or branch; null: the main branch. */
    readonly revision: string | null;
}
/**
 * The folder of a model of the Hugging Face hub, downloaded where the cache does not hold it yet, and its commit.
 * A commit that is in the cache is not asked for again. What broke off is gone on from. Nothing is in the folder that
 * has not the hub's checksum. HF_ENDPOINT, HF_HOME, HF_HUB_CACHE, HF_TOKEN and HF_HUB_OFFLINE mean what they mean to
 * the hub's own tools. Throws ProrlError where the model cannot be had, with what to do.
 */
export declare function fetchModel(wish: Wish): Promise<{
    folder: string;
    commit: string;
}>;
export {};
