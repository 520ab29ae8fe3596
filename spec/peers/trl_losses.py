"""What TRL's GRPOTrainer and RLOOTrainer, and torch, make of given tensors, in float64.

Reads one JSON object from stdin, {"folder", "losses", "advantages", "adamw"}, and writes one with the same three
names: see losses.spec.ts. The trainers' own methods compute; only what they are given is fixed.
"""

import json
import sys
import tempfile

import torch
from datasets import Dataset
from transformers import AutoTokenizer
from trl import GRPOConfig, GRPOTrainer, RLOOConfig, RLOOTrainer

torch.set_num_threads(1)


def trainer_of(trainer, config, folder, samples, **more):
    """A trainer in float64 on the model of a folder; every response is scored by what `rewards` holds."""
    rewards = []
    with tempfile.TemporaryDirectory() as scratch:
        made = trainer(
            model=folder,
            processing_class=AutoTokenizer.from_pretrained(folder),
            reward_funcs=lambda completions, **_: list(rewards),
            train_dataset=Dataset.from_list([{"prompt": "unused"}] * samples),
            args=config(
                output_dir=scratch,
                use_cpu=True,
                bf16=False,
                gradient_checkpointing=False,
                model_init_kwargs={"dtype": "float32"},
                per_device_train_batch_size=samples,
                num_generations=samples,
                report_to="none",
                disable_tqdm=True,
                **more,
            ),
        )
    made.current_gradient_accumulation_steps = 1
    made.model.double().train()
    return made, rewards


def padded(rows, side, value=0.0, dtype=torch.float64):
    width = max(map(len, rows))
    blank = [[value] * (width - len(row)) for row in rows]
    return torch.tensor([b + list(r) if side == "left" else list(r) + b for r, b in zip(rows, blank)], dtype=dtype)


def losses(folder, cases, sequences, max_length):
    """The loss and the norm of its gradient in each weight, by the trainer's _compute_loss."""
    trainer, _ = trainer_of(GRPOTrainer, GRPOConfig, folder, len(sequences), max_completion_length=max_length)
    pick = lambda name: [sequence[name] for sequence in sequences]
    prompts, responses = pick("prompt"), pick("response")
    inputs = {
        "prompt_ids": padded(prompts, "left", 0, torch.long),
        "prompt_mask": padded([[1] * len(p) for p in prompts], "left", 0, torch.long),
        "completion_ids": padded(responses, "right", 0, torch.long),
        "completion_mask": padded([[1] * len(r) for r in responses], "right", 0, torch.long),
        "advantages": torch.tensor(pick("advantage"), dtype=torch.float64),
        "old_per_token_logps": padded(pick("oldLogps"), "right"),
        "ref_per_token_logps": padded(pick("referenceLogps"), "right"),
        "num_items_in_batch": torch.tensor(float(sum(map(len, responses)))),
    }
    # TRL would multiply the KL term by the ratio (DeepSeek-V3.2); the formula of GRPO's paper has no such factor.
    trainer.args.use_bias_correction_kl = False
    for case in cases:
        trainer.loss_type = case["loss_type"]
        trainer.importance_sampling_level = case.get("level", "token")
        trainer.epsilon_low, trainer.epsilon_high = case["low"], case["high"]
        trainer.args.delta = case.get("delta")
        trainer.beta = case.get("beta", 0.0)
        trainer.entropy_coef = case.get("entropy", 0.0)
        trainer._entropy_bonus_enabled = trainer.entropy_coef != 0.0
        trainer.temperature = case.get("temperature", 1.0)
        trainer.model.zero_grad()
        loss = trainer._compute_loss(trainer.model, inputs)
        loss.backward()
        yield {
            "loss": loss.item(),
            "norms": {
                name: weight.grad.norm().item()
                for name, weight in trainer.model.named_parameters()
                if weight.grad is not None
            },
        }


def advantages(folder, cases):
    """The trainers' own advantages of given rewards, with given responses in the place of generated ones."""
    for case in cases:
        rewards_GS = case["rewards"]
        samples = len(rewards_GS[0])
        flat = [reward for group in rewards_GS for reward in group]
        if case["trainer"] == "rloo":
            made = trainer_of(RLOOTrainer, RLOOConfig, folder, samples, beta=case["beta"])
        else:
            made = trainer_of(GRPOTrainer, GRPOConfig, folder, samples, scale_rewards=case["scale"])
        trainer, rewards = made
        rewards[:] = flat
        if case.get("responses") is not None:
            responses, prompt = case["responses"], case["prompt"]
        else:
            responses, prompt = [[65, 66]] * len(flat), [67]
        # In RLOO the reference is the model that it began with; the policy moves away from it.
        if case["trainer"] == "rloo" and case["beta"] != 0.0:
            trainer.ref_model = type(trainer.model).from_pretrained(case["reference"], dtype=torch.float64)
        prompts = [prompt] * len(flat)
        text = ["x"] * len(flat)
        returned = (prompts, responses, None, text, None, {}, None, None)
        trainer._generate = lambda _: returned[: case["returns"]]
        made = trainer._generate_and_score_completions([{"prompt": "x"} for _ in flat])
        yield made["advantages"].tolist()


def adamw(steps, weights, betas, epsilon):
    """The weights after each step of torch.optim.AdamW with clip_grad_norm_; decay acts on matrices alone."""
    parameters = {name: torch.nn.Parameter(torch.tensor(w, dtype=torch.float64)) for name, w in weights.items()}
    matrices = [p for p in parameters.values() if p.dim() > 1]
    vectors = [p for p in parameters.values() if p.dim() == 1]
    optimizer = torch.optim.AdamW([{"params": matrices}, {"params": vectors}], betas=betas, eps=epsilon)
    for step in steps:
        for name, parameter in parameters.items():
            parameter.grad = torch.tensor(step["gradients"][name], dtype=torch.float64)
        clip = step["clipNorm"]
        norm = torch.nn.utils.clip_grad_norm_(parameters.values(), float("inf") if clip is None else clip)
        for group, decay in zip(optimizer.param_groups, (step["weightDecay"], 0.0)):
            group["lr"], group["weight_decay"] = step["rate"], decay
        optimizer.step()
        yield {"norm": norm.item(), "weights": {name: p.tolist() for name, p in parameters.items()}}


given = json.load(sys.stdin)
made = {
    "losses": list(losses(given["folder"], **given["losses"])),
    "advantages": list(advantages(given["folder"], given["advantages"])),
    "adamw": list(adamw(**given["adamw"])),
}
print(json.dumps(made))
