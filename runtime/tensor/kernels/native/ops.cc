// What TensorFlow is told of our operations. Loading the library, which Node does as of an addon, registers them.
#include <cstdio>
#include <cstdlib>

#include "node_api.h"
#include "op.h"
#include "tensorflow/c/kernels.h"
#include "tensorflow/c/ops.h"

namespace prorl {
namespace {

template <void (*Work)(Call&)>
void compute(void*, TF_OpKernelContext* context) {
  Call call(context);
  Work(call);
}

void unknownShapes(TF_ShapeInferenceContext* context, TF_Status* status) {
  TF_ShapeInferenceContextSetUnknownShape(context, status);
}

void check(TF_Status* status) {
  if (TF_GetCode(status) == TF_OK) return;
  std::fprintf(stderr, "prorl: %s\n", TF_Message(status));
  std::abort();
}

/** An operation that writes to an input is never left out, nor shared with another that looks the same. */
template <void (*Work)(Call&)>
void add(const char* name, std::initializer_list<const char*> inputs, std::initializer_list<const char*> outputs,
         bool writes = false) {
  TF_OpDefinitionBuilder* definition = TF_NewOpDefinitionBuilder(name);
  for (const char* input : inputs) TF_OpDefinitionBuilderAddInput(definition, input);
  for (const char* output : outputs) TF_OpDefinitionBuilderAddOutput(definition, output);
  TF_OpDefinitionBuilderSetIsStateful(definition, writes);
  TF_OpDefinitionBuilderSetShapeInferenceFunction(definition, unknownShapes);
  TF_Status* status = TF_NewStatus();
  TF_RegisterOpDefinition(definition, status);
  check(status);
  TF_KernelBuilder* kernel = TF_NewKernelBuilder(name, "CPU", nullptr, compute<Work>, nullptr);
  TF_RegisterKernelBuilder(name, kernel, status);
  check(status);
  TF_DeleteStatus(status);
}

napi_value registerAll(napi_env, napi_value exports) {
  add<attention>("ProrlAttention", {"q: float", "k: float", "v: float", "segments: int32", "heads: int32"},
                 {"out: float", "normalisers: float"});
  add<attentionGradient>("ProrlAttentionGradient",
                         {"q: float", "k: float", "v: float", "out: float", "normalisers: float", "segments: int32",
                          "dout: float", "heads: int32"},
                         {"dq: float", "dk: float", "dv: float"});
  add<decodeAttention>("ProrlDecodeAttention",
                       {"q: float", "k: float", "v: float", "prompt_keys: float", "prompt_values: float",
                        "keys: float", "values: float", "places: int32", "step: int32", "heads: int32"},
                       {"out: float"}, true);
  add<rmsNorm>("ProrlRmsNorm", {"x: float", "gain: float", "epsilon: float"}, {"y: float", "inverses: float"});
  add<rmsNormGradient>("ProrlRmsNormGradient", {"x: float", "gain: float", "inverses: float", "dy: float"},
                       {"dx: float", "dgain: float"});
  add<rotate>("ProrlRotate", {"x: float", "cos: float", "sin: float", "direction: float"}, {"y: float"});
  add<swiglu>("ProrlSwiglu", {"gate: float", "up: float"}, {"y: float"});
  add<swigluGradient>("ProrlSwigluGradient", {"gate: float", "up: float", "dy: float"},
                      {"dgate: float", "dup: float"});
  return exports;
}

}  // namespace
}  // namespace prorl

NAPI_MODULE_INIT() { return prorl::registerAll(env, exports); }
