"""What transformers makes of model folders, for models.spec.ts.

    transformers_models.py write FOLDER   writes tiny random models there, with what they compute as expected.json
    transformers_models.py read MODEL...  prints what the models in these folders compute, one JSON a line
"""

import json
import os
import sys

os.environ["HF_HUB_OFFLINE"] = "1"

import torch
from transformers import (
    AutoModelForCausalLM,
    LlamaConfig,
    LlamaForCausalLM,
    Qwen2Config,
    Qwen2ForCausalLM,
    Qwen3Config,
    Qwen3ForCausalLM,
)

VOCABULARY = 97
CONTINUATION = 24

shape = dict(
    vocab_size=VOCABULARY,
    hidden_size=32,
    intermediate_size=48,
    num_hidden_layers=3,
    num_attention_heads=4,
    num_key_value_heads=2,
    max_position_embeddings=128,
    rms_norm_eps=1e-5,
    initializer_range=0.4,
    eos_token_id=None,
    bos_token_id=None,
    pad_token_id=None,
)
llama3_rope = dict(
    rope_type="llama3",
    rope_theta=500000.0,
    factor=8.0,
    low_freq_factor=1.0,
    high_freq_factor=4.0,
    original_max_position_embeddings=32,
)
models = {
    "llama": (LlamaForCausalLM, LlamaConfig(**shape, tie_word_embeddings=True)),
    "llama-biased": (
        LlamaForCausalLM,
        LlamaConfig(**shape, head_dim=12, attention_bias=True, mlp_bias=True, tie_word_embeddings=False),
    ),
    "llama3-rope": (LlamaForCausalLM, LlamaConfig(**shape, rope_parameters=llama3_rope, tie_word_embeddings=True)),
    "qwen2": (Qwen2ForCausalLM, Qwen2Config(**shape, tie_word_embeddings=False)),
    "qwen2-tied": (Qwen2ForCausalLM, Qwen2Config(**shape, tie_word_embeddings=True)),
    "qwen3": (Qwen3ForCausalLM, Qwen3Config(**shape, head_dim=16, tie_word_embeddings=False)),
    "qwen3-tied": (Qwen3ForCausalLM, Qwen3Config(**shape, head_dim=8, tie_word_embeddings=True)),
}
forms = {
    "float32": dict(dtype=torch.float32),
    "sharded": dict(dtype=torch.float32, max_shard_size="20KB"),
    "float16": dict(dtype=torch.float16),
    "bfloat16": dict(dtype=torch.bfloat16),
}


def prompts():
    draw = torch.Generator().manual_seed(3)
    return [
        torch.randint(0, VOCABULARY, (length,), generator=draw).tolist() for length in (1, 2, 7, 40, 100)
    ]


def computed(folder):
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").eval()
    results = []
    for prompt in prompts():
        ids = torch.tensor([prompt])
        with torch.no_grad():
            logits = model(ids).logits[0]
            longer = model.generate(
                ids,
                attention_mask=torch.ones_like(ids),
                max_new_tokens=CONTINUATION,
                do_sample=False,
                pad_token_id=0,
            )
        results.append(dict(prompt=prompt, logits=logits.tolist(), greedy=longer[0, len(prompt) :].tolist()))
    return results


def write(folder):
    expected = {}
    for name, (kind, config) in models.items():
        torch.manual_seed(5)
        model = kind(config)
        with torch.no_grad():
            # Gains and biases away from 1 and 0, so that each of them matters.
            for parameter in model.parameters():
                if parameter.dim() == 1:
                    parameter.add_(0.3 * torch.randn_like(parameter))
        for form, options in forms.items():
            options = dict(options)
            place = os.path.join(folder, f"{name}-{form}")
            model.to(options.pop("dtype")).save_pretrained(place, **options)
            expected[f"{name}-{form}"] = computed(place)
            model.float()
    with open(os.path.join(folder, "expected.json"), "w") as file:
        json.dump(expected, file)


if sys.argv[1] == "write":
    write(sys.argv[2])
else:
    for folder in sys.argv[2:]:
        print(json.dumps(computed(folder)))
