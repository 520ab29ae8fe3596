"""TRL's GRPOTrainer under measurement: a process that stays up and takes one optimizer step when it is asked.

`trl_worker.py FOLDER THREADS ATTENTION`; for the protocol see bench/line-process.ts. It wants
{"do": "begin", "prompts": [text], "per_step": P, "samples": S, "max_tokens": T} first, then {"do": "step"} and
{"do": "memory"} as often as wanted. Training is held at the begin of each step until a command lets it go on.
"""

import json
import sys
import tempfile
import time

import torch
import transformers
import trl
from datasets import Dataset
from line_protocol import peak_memory, reply, settings
from transformers import AutoTokenizer, TrainerCallback
from trl import GRPOConfig, GRPOTrainer

FOLDER, THREADS, ATTENTION = settings()
torch.set_num_threads(THREADS)


def halves(completions, **_):
    """Half of the responses are right, by their last letters, as in bench/padded-sums.ts."""
    return [1.0 if sum(map(ord, text)) % 2 == 0 else 0.0 for text in completions]


class OnCommand(TrainerCallback):
    began = None

    def on_step_begin(self, args, state, control, **_):
        for line in sys.stdin:
            if json.loads(line)["do"] == "step":
                self.began = time.perf_counter()
                return
            reply(peak_memory())
        sys.exit(0)

    def on_step_end(self, args, state, control, **_):
        reply({"seconds": time.perf_counter() - self.began, "tokens": per_step * samples * max_tokens})


reply(
    {
        "name": "trl",
        "settings": f"trl {trl.__version__}, torch {torch.__version__}, transformers {transformers.__version__}, "
        f"{ATTENTION} attention, {THREADS} threads",
    }
)
first = json.loads(sys.stdin.readline())
per_step, samples, max_tokens = first["per_step"], first["samples"], first["max_tokens"]
with tempfile.TemporaryDirectory() as scratch:
    trainer = GRPOTrainer(
        model=FOLDER,
        processing_class=AutoTokenizer.from_pretrained(FOLDER),
        reward_funcs=halves,
        train_dataset=Dataset.from_list([{"prompt": prompt} for prompt in first["prompts"]]),
        callbacks=[OnCommand()],
        args=GRPOConfig(
            output_dir=scratch,
            use_cpu=True,
            bf16=False,
            seed=1,
            model_init_kwargs={"dtype": "float32", "attn_implementation": ATTENTION},
            gradient_checkpointing=False,
            per_device_train_batch_size=per_step * samples,
            gradient_accumulation_steps=1,
            num_generations=samples,
            max_completion_length=max_tokens,
            generation_kwargs={"min_new_tokens": max_tokens},
            temperature=1.0,
            top_p=1.0,
            top_k=0,
            # As bench/step.prorl: clip 0.2 and 0.4, token mean, k3 against a reference in the loss.
            loss_type="dapo",
            epsilon=0.2,
            epsilon_high=0.4,
            beta=0.001,
            use_bias_correction_kl=False,
            learning_rate=1e-5,
            lr_scheduler_type="constant",
            weight_decay=0.0,
            max_grad_norm=1.0,
            optim="adamw_torch_fused",
            max_steps=100_000,
            save_strategy="no",
            logging_strategy="no",
            report_to="none",
            disable_tqdm=True,
        ),
    )
    reply({})
    trainer.train()
