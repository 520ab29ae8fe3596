"""Tokenizers trained on the spot, and what Hugging Face's tokenizers and Jinja make of many texts, for tokenizers.spec.ts.

    tokenizer_strings.py FOLDER COUNT   trains tokenizers of several kinds into FOLDER/KIND, reads those that are there
                                        already, and writes texts.json, and KIND.json with the ids and decoded texts
    tokenizer_strings.py chat           reads {template, tokens, conversations} and prints the rendered texts
"""

import json
import os
import random
import sys
import sysconfig

from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, trainers

pattern = (
    r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}%s| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"
)


def split(digits):
    return pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(pattern % digits), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )


def byte_level(normalizer, pre_tokenizer, ignore_merges=False):
    tokenizer = Tokenizer(models.BPE(ignore_merges=ignore_merges))
    if normalizer is not None:
        tokenizer.normalizer = normalizer
    tokenizer.pre_tokenizer = pre_tokenizer
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer, pre_tokenizers.ByteLevel.alphabet()


def sentencepiece():
    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", fuse_unk=True, byte_fallback=True))
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("\u2581"), normalizers.Replace(" ", "\u2581")])
    tokenizer.decoder = decoders.Sequence(
        [decoders.Replace("\u2581", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)]
    )
    return tokenizer, []


kinds = {
    "gpt2": lambda: byte_level(None, pre_tokenizers.ByteLevel(add_prefix_space=False)),
    "smollm": lambda: byte_level(
        None,
        pre_tokenizers.Sequence(
            [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
        ),
    ),
    "llama3": lambda: byte_level(None, split("{1,3}"), ignore_merges=True),
    "qwen2": lambda: byte_level(normalizers.NFC(), split("")),
    "llama2": sentencepiece,
}


def corpus():
    folder = sysconfig.get_paths()["stdlib"]
    for name in ("argparse", "ast", "datetime", "decimal", "inspect", "statistics", "textwrap", "typing"):
        with open(os.path.join(folder, f"{name}.py"), encoding="utf-8") as file:
            yield from file


def texts(count):
    draw = random.Random(5)
    lines = [line for line in corpus() if line.strip()]
    words = "the it's I'LL we've naïve café Straße 你好 世界 здравствуйте مرحبا नमस्ते 한국어 ภาษาไทย e\u0301 ﬁ ½ 12345 3.14 1,000".split()
    marks = ["\U0001f600", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1e9\U0001f1ea", "\u2764\ufe0f", "<|end|>", "\u00a0", "\u200b"]
    spaces = [" ", "  ", "\t", "\n", "\r\n", "\n\n  ", ""]
    for number in range(count):
        kind = number % 4
        if kind == 0:
            yield "".join(draw.sample(lines, draw.randint(1, 4)))
        elif kind == 1:
            yield "".join(draw.choice(words + marks) + draw.choice(spaces) for _ in range(draw.randint(0, 12)))
        elif kind == 2:
            planes = [(0x20, 0x7F), (0xA0, 0x24F), (0x370, 0x5FF), (0x3040, 0x9FFF), (0x1F300, 0x1FAFF)]
            yield "".join(chr(draw.randint(*draw.choice(planes))) for _ in range(draw.randint(1, 30)))
        else:
            line = draw.choice(lines)
            at = draw.randint(0, len(line))
            yield line[:at] + draw.choice(marks + spaces) + line[at:].swapcase()


def write(folder, count):
    wanted = list(texts(count))
    with open(os.path.join(folder, "texts.json"), "w") as file:
        json.dump(wanted, file)
    for kind, make in kinds.items():
        tokenizer, alphabet = make()
        special = ["<unk>", "<|end|>"]
        trainer = trainers.BpeTrainer(
            vocab_size=3000, initial_alphabet=alphabet, special_tokens=special, show_progress=False
        )
        tokenizer.train_from_iterator(corpus(), trainer)
        os.makedirs(os.path.join(folder, kind), exist_ok=True)
        tokenizer.save(os.path.join(folder, kind, "tokenizer.json"))
        with open(os.path.join(folder, kind, "tokenizer_config.json"), "w") as file:
            json.dump(dict(eos_token="<|end|>"), file)
    for kind in sorted(name for name in os.listdir(folder) if os.path.isdir(os.path.join(folder, name))):
        tokenizer = Tokenizer.from_file(os.path.join(folder, kind, "tokenizer.json"))
        ids = [tokenizer.encode(text, add_special_tokens=False).ids for text in wanted]
        decoded = [tokenizer.decode(one, skip_special_tokens=True) for one in ids]
        with open(os.path.join(folder, f"{kind}.json"), "w") as file:
            json.dump(dict(ids=ids, decoded=decoded), file)


def chat():
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    given = json.load(sys.stdin)
    environment = ImmutableSandboxedEnvironment(trim_blocks=True, lstrip_blocks=True)
    rendered = []
    for one in given:
        template = environment.from_string(one["template"])
        rendered.append(
            [
                template.render(messages=messages, add_generation_prompt=True, **one["tokens"])
                for messages in one["conversations"]
            ]
        )
    print(json.dumps(rendered))


if sys.argv[1] == "chat":
    chat()
else:
    write(sys.argv[1], int(sys.argv[2]))
