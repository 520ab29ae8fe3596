#pragma once

#include <initializer_list>

struct TF_OpKernelContext;
struct TF_Tensor;

namespace prorl {

/** One run of an operation: its inputs, and places for its results. */
class Call {
 public:
  explicit Call(TF_OpKernelContext* context);
  ~Call();

  const float* floats(int input) const;
  const int* integers(int input) const;
  /** The length of an input along an axis. */
  long length(int input, int axis) const;
  long size(int input) const;
  float* output(int index, std::initializer_list<long> shape);
  float* outputLike(int index, int input);

  /** An input that is written to. Nobody but the caller of the operation may hold it. */
  float* written(int input) const;

 private:
  static constexpr int most = 12;
  TF_OpKernelContext* const context_;
  int inputs_;
  TF_Tensor* input_[most];
};

// The operations; ops.cc says what goes in and comes out.
void attention(Call& call);
void attentionGradient(Call& call);
void decodeAttention(Call& call);
void rmsNorm(Call& call);
void rmsNormGradient(Call& call);
void rotate(Call& call);
void swiglu(Call& call);
void swigluGradient(Call& call);

}  // namespace prorl
