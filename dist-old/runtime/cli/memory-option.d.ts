import { Option } from 'commander';
/** How much memory a run may take. */
export declare function memoryOption(): Option;
