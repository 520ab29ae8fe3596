// What TensorFlow is told of our operations. Loading the library, which Node does as of an addon, registers them.
#include <cstdio>
#include <cstdlib>
#include <new>
#include <stdexcept>
#include <string>

#include "node_api.h"
#include "op.h"
#include "tensorflow/c/kernels.h"
#include "tensorflow/c/ops.h"

namespace prorl {
namespace {

/** TensorFlow gives it on as an error of the call. */
void refuse(TF_OpKernelContext* context, TF_Code code, const char* why) {
  const TF_StringView name = TF_GetOpKernelName(context);
  TF_Status* status = TF_NewStatus();
  TF_SetStatus(status, code, (std::string(name.data, name.len) + ": " + why).c_str());
  TF_OpKernelContext_Failure(context, status);
  TF_DeleteStatus(status);
}

template <void (*Work)(Call&)>
void compute(void*, TF_OpKernelContext* context) {
  try {
    Call call(context);
    Work(call);
  } catch (const std::bad_alloc&) {
    refuse(context, TF_RESOURCE_EXHAUSTED, "there is not enough memory");
  } catch (const std::invalid_argument& wrong) {
    refuse(context, TF_INVALID_ARGUMENT, wrong.what());
  } catch (const std::exception& failure) {
    refuse(context, TF_RESOURCE_EXHAUSTED, failure.what());
  }
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
  add<adam>("ProrlAdam", {"weight: float", "m: float", "v: float", "gradient: float", "settings: float"}, {"next: float"},
            true);
  add<attention>("ProrlAttention", {"q: float", "k: float", "v: float", "segments: int32", "heads: int32"},
                 {"out: float", "normalisers: float"});
  add<attentionGradient>("ProrlAttentionGradient",
                         {"q: float", "k: float", "v: float", "out: float", "normalisers: float", "segments: int32",
                          "dout: float", "heads: int32"},
                         {"dq: float", "dk: float", "dv: float"});
  add<chosenLogprobs>("ProrlChosenLogprobs", {"x: float", "targets: int32"}, {"chosen: float", "sums: float"});
  add<chosenLogprobsGradient>("ProrlChosenLogprobsGradient",
                              {"x: float", "targets: int32", "sums: float", "dy: float"}, {"dx: float"});
  add<decodeLayer>(
      "ProrlDecodeLayer",
      {"x: float", "input_gain: float", "query_key_value: float", "query_key_value_bias: float", "head_gains: float",
       "cos: float", "sin: float", "prompt_keys: float", "prompt_values: float", "keys: float", "values: float",
       "places: int32", "step: int32", "output: float", "output_bias: float", "inner_gain: float", "gate_up: float",
       "gate_up_bias: float", "down: float", "down_bias: float", "shape: int32", "epsilon: float"},
      {"y: float"}, true);
  add<drawTokens>("ProrlDraw", {"p: float", "draws: int32"}, {"drawn: float"});
  add<nextProbabilities>("ProrlNextProbabilities",
                         {"x: float", "gain: float", "head: float", "columns: int32", "epsilon: float", "scale: float"},
                         {"p: float"});
  add<rmsNorm>("ProrlRmsNorm", {"x: float", "gain: float", "epsilon: float"}, {"y: float", "inverses: float"});
  add<rmsNormGradient>("ProrlRmsNormGradient", {"x: float", "gain: float", "inverses: float", "dy: float"},
                       {"dx: float", "dgain: float"});
  add<rotate>("ProrlRotate", {"x: float", "cos: float", "sin: float", "direction: float"}, {"y: float"});
  add<swiglu>("ProrlSwiglu", {"gate: float", "up: float"}, {"y: float"});
  add<swigluGradient>("ProrlSwigluGradient", {"gate: float", "up: float", "dy: float"},
                      {"dgate: float", "dup: float"});
  add<pack>("ProrlPack", {"b: float", "transposed: int32"}, {"panels: float"});
  return exports;
}

}  // namespace
}  // namespace prorl

NAPI_MODULE_INIT() { return prorl::registerAll(env, exports); }
