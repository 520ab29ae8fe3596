// Work shared among threads: each is an instance of this module on the same memory. A job is a kind, its arguments
// and a number of tasks that can be done in any order by anyone; whoever starts it works along until all are done.
// Every task writes its own part of the result, so results do not depend on how many threads there are.

// Where things are in the control block, in bytes. One 64-bit word holds how many tasks the job has (upper half) and
// which is next (lower half), so that a thread that comes late cannot take a task of one job for that of another.
const TASKS: usize = 0;
const DONE: usize = 8;
const JOBS: usize = 12;
const ASLEEP: usize = 16;
const STATE: usize = 20;
const KIND: usize = 24;
const ARGUMENTS: usize = 32;

// What STATE says.
const CLOSED: i32 = 1;
const BROKEN: i32 = 2;

/** Looks at the next job so often before going to sleep: some 50 microseconds, longer than most gaps between jobs. */
const LOOKS: i32 = 20000;
const SECOND: i64 = 1_000_000_000;

let control: usize = 0;
let self: i32 = 0;

/** Makes this instance the one of thread `index`, 0 being the one that starts jobs. `block` begins as zeros. */
export function join(block: usize, index: i32): void {
  control = block;
  self = index;
}

/** The thread that this is: which part of a scratch is its own. */
export function thread(): usize {
  return <usize>self;
}

export function setAddress(index: i32, value: usize): void {
  store<u32>(control + ARGUMENTS + ((<usize>index) << 2), <u32>value);
}

export function setNumber(index: i32, value: i32): void {
  store<i32>(control + ARGUMENTS + ((<usize>index) << 2), value);
}

export function setFloat(index: i32, value: f32): void {
  store<f32>(control + ARGUMENTS + ((<usize>index) << 2), value);
}

export function address(index: i32): usize {
  return <usize>load<u32>(control + ARGUMENTS + ((<usize>index) << 2));
}

export function number(index: i32): i32 {
  return load<i32>(control + ARGUMENTS + ((<usize>index) << 2));
}

export function float(index: i32): f32 {
  return load<f32>(control + ARGUMENTS + ((<usize>index) << 2));
}

export function kind(): i32 {
  return load<i32>(control + KIND);
}

/** Publishes a job whose arguments are set. */
export function publish(job: i32, tasks: i32): void {
  store<i32>(control + KIND, job);
  atomic.store<i32>(control + DONE, 0);
  atomic.store<i64>(control + TASKS, (<i64>tasks) << 32);
  atomic.add<i32>(control + JOBS, 1);
  if (atomic.load<i32>(control + ASLEEP) > 0) atomic.notify(control + JOBS, -1);
}

/** A task of the job in hand, or -1 when all are taken. What comes with the job may be read from here on. */
export function claim(): i32 {
  const seen = atomic.load<i64>(control + TASKS);
  if (<i32>seen >= <i32>(seen >> 32)) return -1;
  const claimed = atomic.add<i64>(control + TASKS, 1);
  return <i32>claimed < <i32>(claimed >> 32) ? <i32>claimed : -1;
}

export function finish(): void {
  atomic.add<i32>(control + DONE, 1);
}

/** Waits until all tasks are done; traps when a thread broke off in the midst of one. */
export function awaitAll(tasks: i32): void {
  let looks = 0;
  for (;;) {
    const done = atomic.load<i32>(control + DONE);
    if (done >= tasks) return;
    if (atomic.load<i32>(control + STATE) == BROKEN) unreachable();
    // Nobody wakes this one: a thread that has lost its core takes milliseconds, and then these make no difference.
    if (++looks > LOOKS) atomic.wait<i32>(control + DONE, done, 50_000);
  }
}

/** Waits for a job after the one counted `seen`; gives its count, or -1 when there will be no more. */
export function nextJob(seen: i32): i32 {
  let looks = 0;
  let jobs = seen;
  while (jobs == seen) {
    if (atomic.load<i32>(control + STATE) != 0) return -1;
    if (++looks > LOOKS) {
      atomic.add<i32>(control + ASLEEP, 1);
      atomic.wait<i32>(control + JOBS, seen, SECOND);
      atomic.sub<i32>(control + ASLEEP, 1);
    }
    jobs = atomic.load<i32>(control + JOBS);
  }
  return jobs;
}

/** Ends all threads that serve. */
export function close(): void {
  atomic.store<i32>(control + STATE, CLOSED);
  atomic.notify(control + JOBS, -1);
}

/** Says that this thread failed in a task, which therefore never gets done. */
export function breakOff(): void {
  atomic.store<i32>(control + STATE, BROKEN);
}
