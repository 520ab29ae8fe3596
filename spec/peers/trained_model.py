"""What transformers makes of a folder that a run left, for smollm2.spec.ts.

    trained_model.py FOLDER SYSTEM TOKENS < [QUESTION...]   prints, one JSON a line, the prompt by the folder's chat
                                                            template, the last logits and the greedy continuation
"""

import json
import os
import sys

os.environ["HF_HUB_OFFLINE"] = "1"

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

folder, system, tokens = sys.argv[1:]
tokenizer = AutoTokenizer.from_pretrained(folder)
model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="eager").eval()
for question in json.load(sys.stdin):
    messages = [{"role": "system", "content": system}, {"role": "user", "content": question}]
    text = tokenizer.apply_chat_template(messages, tokenize=False, add_generation_prompt=True)
    ids = tokenizer(text, return_tensors="pt", add_special_tokens=False).input_ids
    with torch.no_grad():
        logits = model(ids).logits[0, -1]
        longer = model.generate(
            ids, attention_mask=torch.ones_like(ids), max_new_tokens=int(tokens), do_sample=False
        )
    print(
        json.dumps(
            dict(prompt=ids[0].tolist(), logits=logits.tolist(), greedy=longer[0, ids.shape[1] :].tolist())
        )
    )
