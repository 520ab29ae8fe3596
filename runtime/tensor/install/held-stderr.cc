// Holds back what is written to stderr while TensorFlow's libraries are loaded: they write lines of their own from
// static initialisers, before anything can set their log level.
#include <node_api.h>
#include <stdio.h>
#include <unistd.h>

#include <string>

namespace {

int stderrBefore = -1;
FILE* held = nullptr;

// hold(): whether stderr goes into a temporary file from now on. Where it cannot, it stays as it is.
napi_value hold(napi_env env, napi_callback_info) {
  bool holds = false;
  if (held == nullptr && (held = tmpfile()) != nullptr) {
    fflush(stderr);
    stderrBefore = dup(STDERR_FILENO);
    holds = stderrBefore >= 0 && dup2(fileno(held), STDERR_FILENO) >= 0;
    if (!holds) {
      if (stderrBefore >= 0) close(stderrBefore);
      fclose(held);
      held = nullptr;
    }
  }
  napi_value result;
  napi_get_boolean(env, holds, &result);
  return result;
}

// release(): stderr is itself again; gives what was held back, "" where nothing was.
napi_value release(napi_env env, napi_callback_info) {
  std::string text;
  if (held != nullptr) {
    fflush(stderr);
    dup2(stderrBefore, STDERR_FILENO);
    close(stderrBefore);
    rewind(held);
    char part[4096];
    for (size_t n; (n = fread(part, 1, sizeof part, held)) > 0;) text.append(part, n);
    fclose(held);
    held = nullptr;
  }
  napi_value result;
  napi_create_string_utf8(env, text.data(), text.size(), &result);
  return result;
}

}  // namespace

NAPI_MODULE_INIT() {
  napi_value function;
  napi_create_function(env, "hold", NAPI_AUTO_LENGTH, hold, nullptr, &function);
  napi_set_named_property(env, exports, "hold", function);
  napi_create_function(env, "release", NAPI_AUTO_LENGTH, release, nullptr, &function);
  napi_set_named_property(env, exports, "release", function);
  return exports;
}
