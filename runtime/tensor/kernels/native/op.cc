#include "op.h"

#include <stdexcept>
#include <string>

#include "tensorflow/c/kernels.h"
#include "tensorflow/c/tf_tensor.h"

namespace prorl {
namespace {

/** Frees the status, and throws what TensorFlow refused by it: mostly memory. */
void take(TF_Status* status) {
  const bool fine = TF_GetCode(status) == TF_OK;
  const std::string message = fine ? "" : TF_Message(status);
  TF_DeleteStatus(status);
  if (!fine) throw std::runtime_error(message);
}

}  // namespace

Call::Call(TF_OpKernelContext* context) : context_(context), input_(TF_NumInputs(context)) {
  for (size_t i = 0; i < input_.size(); i++) {
    TF_Status* status = TF_NewStatus();
    TF_Tensor* tensor = nullptr;
    TF_GetInput(context_, i, &tensor, status);
    input_[i].reset(tensor);
    take(status);
  }
}

Call::~Call() = default;

void Call::Delete::operator()(TF_Tensor* tensor) const { TF_DeleteTensor(tensor); }

const float* Call::floats(int input) const { return static_cast<const float*>(TF_TensorData(input_[input].get())); }
const int* Call::integers(int input) const { return static_cast<const int*>(TF_TensorData(input_[input].get())); }
float* Call::written(int input) const { return static_cast<float*>(TF_TensorData(input_[input].get())); }
long Call::size(int input) const { return TF_TensorElementCount(input_[input].get()); }

long Call::length(int input, int axis) const {
  expect(axis < TF_NumDims(input_[input].get()), input, "has too few axes");
  return TF_Dim(input_[input].get(), axis);
}

void Call::expect(bool holds, int input, const char* what) const {
  if (!holds) throw std::invalid_argument("input " + std::to_string(input) + " " + what);
}

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
  take(status);
  float* data = static_cast<float*>(TF_TensorData(tensor));
  // TensorFlow holds the memory as long as the result lives; this was a handle to it.
  TF_DeleteTensor(tensor);
  return data;
}

float* Call::outputLike(int index, int input) {
  return TF_NumDims(input_[input].get()) == 1 ? output(index, {length(input, 0)})
                                        : output(index, {length(input, 0), length(input, 1)});
}

}  // namespace prorl
