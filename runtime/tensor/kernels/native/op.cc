#include "op.h"

#include <cstdio>
#include <cstdlib>

#include "tensorflow/c/kernels.h"
#include "tensorflow/c/tf_tensor.h"

namespace prorl {
namespace {

/** What TensorFlow refuses here is memory, or a call that is not ours: neither can be gone on from. */
void require(TF_Status* status) {
  if (TF_GetCode(status) == TF_OK) return;
  std::fprintf(stderr, "prorl: %s\n", TF_Message(status));
  std::abort();
}

}  // namespace

Call::Call(TF_OpKernelContext* context) : context_(context), inputs_(TF_NumInputs(context)) {
  TF_Status* status = TF_NewStatus();
  for (int i = 0; i < inputs_; i++) {
    TF_GetInput(context_, i, &input_[i], status);
    require(status);
  }
  TF_DeleteStatus(status);
}

Call::~Call() {
  for (int i = 0; i < inputs_; i++) TF_DeleteTensor(input_[i]);
}

const float* Call::floats(int input) const { return static_cast<const float*>(TF_TensorData(input_[input])); }
const int* Call::integers(int input) const { return static_cast<const int*>(TF_TensorData(input_[input])); }
float* Call::written(int input) const { return static_cast<float*>(TF_TensorData(input_[input])); }
long Call::length(int input, int axis) const { return TF_Dim(input_[input], axis); }
long Call::size(int input) const { return TF_TensorElementCount(input_[input]); }

float* Call::output(int index, std::initializer_list<long> shape) {
  int64_t lengths[4];
  int rank = 0;
  size_t bytes = sizeof(float);
  for (long length : shape) {
    lengths[rank++] = length;
    bytes *= length;
  }
  TF_Status* status = TF_NewStatus();
  TF_Tensor* tensor = TF_AllocateOutput(context_, index, TF_FLOAT, lengths, rank, bytes, status);
  require(status);
  TF_DeleteStatus(status);
  float* data = static_cast<float*>(TF_TensorData(tensor));
  // TensorFlow holds the memory as long as the result lives; this was a handle to it.
  TF_DeleteTensor(tensor);
  return data;
}

float* Call::outputLike(int index, int input) {
  return TF_NumDims(input_[input]) == 1 ? output(index, {length(input, 0)})
                                        : output(index, {length(input, 0), length(input, 1)});
}

}  // namespace prorl
