import { attentionGradientTask, attentionTask, decodeAttentionTask } from './attention';
import { rmsNormTask } from './norm';
import { rotateTask, swigluGradientTask, swigluTask } from './pointwise';
import { awaitAll, claim, finish, kind, nextJob, publish } from './pool';
import { multiplyTask, packTask } from './product';

// The kinds of jobs.
export const PACK: i32 = 0;
export const MULTIPLY: i32 = 1;
export const ATTENTION: i32 = 2;
export const ATTENTION_GRADIENT: i32 = 3;
export const DECODE_ATTENTION: i32 = 4;
export const SWIGLU: i32 = 5;
export const SWIGLU_GRADIENT: i32 = 6;
export const ROTATE: i32 = 7;
export const RMS_NORM: i32 = 8;

function perform(job: i32, task: i32): void {
  switch (job) {
    case PACK:
      return packTask(task);
    case MULTIPLY:
      return multiplyTask(task);
    case ATTENTION:
      return attentionTask(task);
    case ATTENTION_GRADIENT:
      return attentionGradientTask(task);
    case DECODE_ATTENTION:
      return decodeAttentionTask(task);
    case SWIGLU:
      return swigluTask(task);
    case SWIGLU_GRADIENT:
      return swigluGradientTask(task);
    case ROTATE:
      return rotateTask(task);
    case RMS_NORM:
      return rmsNormTask(task);
    default:
      unreachable();
  }
}

function help(): void {
  for (let task = claim(); task >= 0; task = claim()) {
    perform(kind(), task);
    finish();
  }
}

/** Does all tasks of a job whose arguments are set, alone. */
export function runAlone(job: i32, tasks: i32): void {
  for (let task = 0; task < tasks; task++) perform(job, task);
}

/** The same with the help of whoever serves. */
export function run(job: i32, tasks: i32): void {
  if (tasks <= 1) return runAlone(job, tasks);
  publish(job, tasks);
  help();
  awaitAll(tasks);
}

/** Helps with every job until the pool is closed. */
export function serve(): void {
  for (let jobs = nextJob(0); jobs >= 0; jobs = nextJob(jobs)) help();
}
