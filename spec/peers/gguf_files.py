"""GGUF files and what others read in them, for gguf.spec.ts.

    gguf_files.py types FOLDER          one tensor of each type, random bytes, as types.gguf, and its values as float32
    gguf_files.py models FOLDER         tiny models as safetensors and as GGUF, with what transformers computes
    gguf_files.py greedy FILE TOKENS    reads prompts, a JSON list of token lists, and prints what transformers makes
                                        of each with the GGUF model: the last logits and a greedy continuation
"""

import json
import os
import sys

os.environ["HF_HUB_OFFLINE"] = "1"

import gguf
import numpy as np
from gguf import GGMLQuantizationType as Type


def types(folder):
    draw = np.random.default_rng(7)
    writer = gguf.GGUFWriter(os.path.join(folder, "types.gguf"), "llama")
    rows, columns = 5, 512
    for kind in (Type.F32, Type.F16, Type.BF16, Type.Q4_0, Type.Q4_1, Type.Q8_0, Type.Q4_K, Type.Q6_K):
        elements, size = gguf.GGML_QUANT_SIZES[kind]
        if kind == Type.F32:
            data = draw.standard_normal((rows, columns)).astype(np.float32)
        else:
            blocks = draw.integers(0, 256, (rows, columns // elements, size), dtype=np.uint8)
            # Scales that are finite numbers; the rest of a block may be anything.
            scale = lambda: draw.standard_normal(blocks.shape[:2]).astype(np.float16).view(np.uint8)
            for start in {Type.Q6_K: (208,), Type.Q4_1: (0, 2), Type.Q4_K: (0, 2)}.get(kind, (0,)):
                if kind == Type.BF16:
                    blocks[..., 1] &= 0x3F
                else:
                    blocks[..., start : start + 2] = scale().reshape(*blocks.shape[:2], 2)
            data = blocks.reshape(rows, -1)
        raw = data if kind != Type.F16 else data.view(np.float16)
        writer.add_tensor(kind.name, raw, raw_dtype=None if kind in (Type.F32, Type.F16) else kind)
        values = gguf.quants.dequantize(data if kind != Type.F16 else raw, kind)
        values.astype(np.float32).tofile(os.path.join(folder, f"{kind.name}.f32"))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def greedy(file, tokens):
    import torch
    from transformers import AutoModelForCausalLM

    folder, name = os.path.split(file)
    model = AutoModelForCausalLM.from_pretrained(folder, gguf_file=name, dtype=torch.float32).eval()
    for prompt in json.load(sys.stdin):
        ids = torch.tensor([prompt])
        with torch.no_grad():
            logits = model(ids).logits[0, -1]
            longer = model.generate(
                ids, attention_mask=torch.ones_like(ids), max_new_tokens=tokens, do_sample=False, pad_token_id=0
            )
        print(json.dumps(dict(logits=logits.tolist(), greedy=longer[0, len(prompt) :].tolist())))


def models(folder):
    import torch
    from transformers import Qwen2Config, Qwen2ForCausalLM, Qwen3Config, Qwen3ForCausalLM, LlamaConfig, LlamaForCausalLM

    shape = dict(
        vocab_size=96,
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=64,
        initializer_range=0.3,
        eos_token_id=1,
        tie_word_embeddings=False,
    )
    kinds = {
        "llama": (LlamaForCausalLM, LlamaConfig(**shape)),
        "qwen2": (Qwen2ForCausalLM, Qwen2Config(**shape)),
        "qwen3": (Qwen3ForCausalLM, Qwen3Config(**shape, head_dim=16)),
    }
    architectures = dict(llama=gguf.MODEL_ARCH.LLAMA, qwen2=gguf.MODEL_ARCH.QWEN2, qwen3=gguf.MODEL_ARCH.QWEN3)
    for name, (kind, config) in kinds.items():
        torch.manual_seed(11)
        model = kind(config)
        with torch.no_grad():
            for parameter in model.parameters():
                if parameter.dim() == 1:
                    parameter.add_(0.3 * torch.randn_like(parameter))
        model.save_pretrained(os.path.join(folder, f"{name}-safetensors"))
        place = os.path.join(folder, f"{name}-gguf")
        os.makedirs(place)
        names = gguf.get_tensor_name_map(architectures[name], config.num_hidden_layers)
        writer = gguf.GGUFWriter(os.path.join(place, f"{name}.gguf"), name)
        writer.add_block_count(config.num_hidden_layers)
        writer.add_context_length(config.max_position_embeddings)
        writer.add_embedding_length(config.hidden_size)
        writer.add_feed_forward_length(config.intermediate_size)
        writer.add_head_count(config.num_attention_heads)
        writer.add_head_count_kv(config.num_key_value_heads)
        writer.add_layer_norm_rms_eps(config.rms_norm_eps)
        writer.add_rope_freq_base(config.rope_parameters["rope_theta"])
        if name == "qwen3":
            writer.add_key_length(config.head_dim)
        writer.add_eos_token_id(1)
        for key, value in model.state_dict().items():
            data = value.numpy()
            if name == "llama" and ("q_proj" in key or "k_proj" in key):
                # llama.cpp's order of the rows: pairs that a rotation turns together lie side by side.
                heads = config.num_attention_heads if "q_proj" in key else config.num_key_value_heads
                data = data.reshape(heads, 2, -1, data.shape[-1]).swapaxes(1, 2).reshape(data.shape)
            writer.add_tensor(names.get_name(key, try_suffixes=(".weight", ".bias")), np.ascontiguousarray(data))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()


if sys.argv[1] == "greedy":
    greedy(sys.argv[2], int(sys.argv[3]))
else:
    globals()[sys.argv[1]](sys.argv[2])
