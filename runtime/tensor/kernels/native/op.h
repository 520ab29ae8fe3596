#pragma once

#include <initializer_list>
#include <memory>
#include <vector>

struct TF_OpKernelContext;
struct TF_Tensor;

namespace prorl {

/** One run of an operation: its inputs, and places for its results. What is refused is thrown: memory, a wrong shape. */
class Call {
 public:
  explicit Call(TF_OpKernelContext* context);
  ~Call();

  const float* floats(int input) const;
  const int* integers(int input) const;
  /** The length of an input along an axis. */
  long length(int input, int axis) const;
  long size(int input) const;
  /** Throws that the input is wrong, and how, where it does not hold. */
  void expect(bool holds, int input, const char* what) const;
  float* output(int index, std::initializer_list<long> shape);
  float* outputLike(int index, int input);

  /** An input that is written to. Nobody but the caller of the operation may hold it. */
  float* written(int input) const;

 private:
  struct Delete {
    void operator()(TF_Tensor* tensor) const;
  };

  TF_OpKernelContext* const context_;
  std::vector<std::unique_ptr<TF_Tensor, Delete>> input_;
};

// The operations; ops.cc says what goes in and comes out.
void adam(Call& call);
void attention(Call& call);
void attentionGradient(Call& call);
void chosenLogprobs(Call& call);
void chosenLogprobsGradient(Call& call);
void decodeLayer(Call& call);
void drawTokens(Call& call);
void nextProbabilities(Call& call);
void rmsNorm(Call& call);
void rmsNormGradient(Call& call);
void rotate(Call& call);
void swiglu(Call& call);
void swigluGradient(Call& call);
void pack(Call& call);

}  // namespace prorl
