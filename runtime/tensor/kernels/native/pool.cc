#include "pool.h"

#include <sched.h>

#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace prorl {
namespace {

/** As many threads as TensorFlow would use: what TF_NUM_INTRAOP_THREADS says, or one for each processor at hand. */
int threadCount() {
  const char* set = std::getenv("TF_NUM_INTRAOP_THREADS");
  if (set != nullptr && std::atoi(set) > 0) return std::atoi(set);
  cpu_set_t allowed;
  if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) return CPU_COUNT(&allowed);
  return static_cast<int>(std::thread::hardware_concurrency());
}

/** Pieces of one call. A thread that comes late finds nothing left to do, and nobody waits for it. */
struct Job {
  const std::function<void(long)>& work;
  const long count;
  std::atomic<long> next{0};
  std::atomic<long> done{0};
  /** The first piece that failed, and how; read when all are done. */
  std::atomic<bool> failed{false};
  std::exception_ptr failure;

  void take() {
    for (long i = next++; i < count; i = next++) {
      try {
        work(i);
      } catch (...) {
        if (!failed.exchange(true)) failure = std::current_exception();
      }
      done++;
    }
  }
};

inline void pause() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

class Pool {
 public:
  Pool() : helpers_(threadCount() - 1) {
    for (int i = 0; i < helpers_; i++) std::thread([this] { serve(); }).detach();
  }

  void run(long count, const std::function<void(long)>& work) {
    if (helpers_ == 0 || count == 1) {
      for (long i = 0; i < count; i++) work(i);
      return;
    }
    std::lock_guard<std::mutex> mine(one_);
    const auto job = std::shared_ptr<Job>(new Job{work, count});
    {
      std::lock_guard<std::mutex> guard(lock_);
      job_ = job;
      round_++;
    }
    wake_.notify_all();
    job->take();
    for (int spins = 0; job->done < count; spins++) spins < patience ? pause() : std::this_thread::yield();
    if (job->failed) std::rethrow_exception(job->failure);
  }

 private:
  /** Turns of waiting before a thread sleeps: some tens of microseconds. The next operation is mostly sooner there. */
  static constexpr int patience = 2000;

  void serve() {
    for (long seen = 0;;) {
      for (int spins = 0; round_ == seen && spins < patience; spins++) pause();
      std::shared_ptr<Job> job;
      {
        std::unique_lock<std::mutex> guard(lock_);
        wake_.wait(guard, [&] { return round_ != seen; });
        seen = round_;
        job = job_;
      }
      job->take();
    }
  }

  const int helpers_;
  std::mutex one_;
  std::mutex lock_;
  std::condition_variable wake_;
  std::atomic<long> round_{0};
  std::shared_ptr<Job> job_;
};

}  // namespace

void forEach(long count, const std::function<void(long)>& work) {
  // Never freed: its threads run until the process ends.
  static Pool* pool = new Pool;
  if (count > 0) pool->run(count, work);
}

float* scratch(long floats, Place place) {
  static thread_local std::vector<float> rooms[4];
  std::vector<float>& room = rooms[static_cast<int>(place)];
  if (static_cast<long>(room.size()) < floats) room.resize(floats);
  return room.data();
}

}  // namespace prorl
