export { format, type Formatted } from './format.ts';
