"""transformers generate and a torch update under measurement: a process that stays up and does what it is asked.

`torch_worker.py FOLDER THREADS ATTENTION`; for the protocol see bench/line-process.ts. Commands:
  {"do": "take", "prompts": [[id]], "samples": S, "max_tokens": T, "sequences": [...]}  what the work is done on
  {"do": "rollout"}  {"do": "update"}  {"do": "matmul"}  {"do": "memory"}
"""

import time

import torch
import transformers
from line_protocol import peak_memory, serve, settings
from transformers import AutoModelForCausalLM

FOLDER, THREADS, ATTENTION = settings()
torch.set_num_threads(THREADS)
torch.manual_seed(1)
model = AutoModelForCausalLM.from_pretrained(FOLDER, dtype=torch.float32, attn_implementation=ATTENTION)
optimizer = torch.optim.AdamW(model.parameters(), lr=1e-5, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0, fused=True)
work = {}


def take(prompts, samples, max_tokens, sequences):
    """Prompts are of one length, as are responses: nothing is padded."""
    batch = {name: torch.tensor([s[name] for s in sequences]) for name in ("prompt", "response", "oldLogps", "advantages")}
    work.update(batch, prompts=torch.tensor(prompts), samples=samples, max_tokens=max_tokens)
    return {}


def rollout():
    prompts, samples, length = work["prompts"], work["samples"], work["max_tokens"]
    model.eval()
    began = time.perf_counter()
    with torch.inference_mode():
        ids = model.generate(
            prompts.repeat_interleave(samples, 0),
            attention_mask=torch.ones(len(prompts) * samples, prompts.shape[1], dtype=torch.long),
            do_sample=True,
            temperature=1.0,
            top_p=1.0,
            top_k=0,
            min_new_tokens=length,
            max_new_tokens=length,
            use_cache=True,
        )
    seconds = time.perf_counter() - began
    assert ids.shape[1] == prompts.shape[1] + length
    return {"seconds": seconds, "tokens": len(ids) * length}


def update():
    """The clipped surrogate with a mean over tokens, its gradient clipped to norm 1, AdamW."""
    model.train()
    began = time.perf_counter()
    response = work["response"]
    kept = response.shape[1]
    ids = torch.cat([work["prompt"], response], 1)
    logits = model(ids, use_cache=False, logits_to_keep=kept + 1).logits[:, :-1]
    chosen = torch.gather(logits, 2, response.unsqueeze(2)).squeeze(2)
    logps = chosen - torch.logsumexp(logits, 2)
    ratio = torch.exp(logps - work["oldLogps"])
    advantage = work["advantages"]
    loss = -torch.min(ratio * advantage, ratio.clamp(0.8, 1.4) * advantage).mean()
    loss.backward()
    norm = torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad()
    norm = norm.item()
    return {"seconds": time.perf_counter() - began, "tokens": response.numel(), "gradNorm": norm}


def matmul():
    """Floating-point operations a second of a float32 product of two 1024 x 1024 matrices, the best of ten."""
    a, b = torch.randn(1024, 1024), torch.randn(1024, 1024)
    times = []
    for _ in range(12):
        began = time.perf_counter()
        a @ b
        times.append(time.perf_counter() - began)
    return {"flops": 2 * 1024**3 / min(times[2:])}


serve(
    "torch",
    f"torch {torch.__version__}, transformers {transformers.__version__}, {ATTENTION} attention, {THREADS} threads",
    {"take": take, "rollout": rollout, "update": update, "matmul": matmul, "memory": peak_memory},
)
