"""What peft makes of models with LoRA adapters, for adapters.spec.ts.

    peft_adapters.py write FOLDER    writes tiny random models with adapters there, and as expected.json the
                                     log-probabilities of responses and their gradients in the adapters
    peft_adapters.py read NAME...    prints for each folder the scores of `base` with `adapter`, and of `merged`
"""

import json
import os
import sys

os.environ["HF_HUB_OFFLINE"] = "1"

import torch
from peft import LoraConfig, PeftModel, get_peft_model
from transformers import AutoModelForCausalLM, LlamaConfig, LlamaForCausalLM, Qwen3Config, Qwen3ForCausalLM

VOCABULARY = 61
PROMPT = [3, 1, 4, 1, 5]
RESPONSE = [9, 2, 6, 5, 3, 5]

shape = dict(
    vocab_size=VOCABULARY,
    hidden_size=32,
    intermediate_size=48,
    num_hidden_layers=2,
    num_attention_heads=4,
    num_key_value_heads=2,
    max_position_embeddings=64,
    initializer_range=0.3,
    eos_token_id=None,
    bos_token_id=None,
    pad_token_id=None,
)
models = {
    "llama": (LlamaForCausalLM, LlamaConfig(**shape, attention_bias=True, mlp_bias=True, tie_word_embeddings=False)),
    "qwen3": (Qwen3ForCausalLM, Qwen3Config(**shape, head_dim=16, tie_word_embeddings=True)),
}
linear = ["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]
adapters = {
    "all": dict(r=3, lora_alpha=6, target_modules=linear),
    "some": dict(r=5, lora_alpha=2, target_modules=["q_proj", "v_proj", "down_proj"]),
}


def logprobs(model):
    logits = model(torch.tensor([PROMPT + RESPONSE])).logits[0, len(PROMPT) - 1 : -1]
    return torch.log_softmax(logits, -1)[torch.arange(len(RESPONSE)), torch.tensor(RESPONSE)]


def scores(model):
    with torch.no_grad():
        return model.eval()(torch.tensor([PROMPT + RESPONSE])).logits[0].tolist()


def load(folder):
    return AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager")


def write(folder):
    expected = {}
    for name, (kind, config) in models.items():
        for which, settings in adapters.items():
            torch.manual_seed(5)
            place = os.path.join(folder, f"{name}-{which}")
            kind(config).save_pretrained(os.path.join(place, "base"))
            model = get_peft_model(
                load(os.path.join(place, "base")), LoraConfig(**settings, lora_dropout=0, task_type="CAUSAL_LM")
            )
            with torch.no_grad():
                for parameter in model.parameters():
                    if parameter.requires_grad:
                        parameter.copy_(0.3 * torch.randn_like(parameter))
            model.save_pretrained(os.path.join(place, "adapter"))
            values = logprobs(model)
            # Weights of both signs, so that no part of the gradient cancels by symmetry.
            (values * torch.cos(1 + torch.arange(len(RESPONSE)))).sum().backward()
            expected[f"{name}-{which}"] = dict(
                prompt=PROMPT,
                response=RESPONSE,
                logprobs=values.tolist(),
                gradients={
                    parameter.replace(".default", "").removeprefix("base_model.model."): tensor.grad.flatten().tolist()
                    for parameter, tensor in model.named_parameters()
                    if tensor.requires_grad
                },
            )
    with open(os.path.join(folder, "expected.json"), "w") as file:
        json.dump(expected, file)


if sys.argv[1] == "write":
    write(sys.argv[2])
else:
    for folder in sys.argv[2:]:
        with_adapter = PeftModel.from_pretrained(
            load(os.path.join(folder, "base")), os.path.join(folder, "ours", "adapter")
        )
        merged = scores(load(os.path.join(folder, "ours")))
        print(json.dumps(dict(text=PROMPT + RESPONSE, beside=scores(with_adapter), merged=merged)))
