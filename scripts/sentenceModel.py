"""
The sentence model all-MiniLM-L6-v2 as PyTorch knows it: how it is read from its ONNX file in 8 bits, taught, and written back.
"""

import json
import math
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import numpy
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

WIDTH, LAYERS, HEADS = 384, 6, 12
LONGEST = 160

AT_ONCE = 48
# The steps of the model's last layer; each layer below takes shorter ones, since it knows the language already.
RATE, SLOWER = 3e-4, 0.8
DECAY = 0.01
DROPOUT = 0.1
# So many pieces are hidden while learning: what matters must not hang on one word.
HIDDEN_PIECES, MASK, FIRST_WORD = 0.05, 103, 1000

PARTS = {
    "out": "attention.output.dense",
    "norm_of_attention": "attention.output.LayerNorm",
    "widen": "intermediate.dense",
    "narrow": "output.dense",
    "norm": "output.LayerNorm",
}
ASKING = ("query", "key", "value")


def matrices_of(graph):
    """Of each matrix of the layers, the name of its 8-bit numbers in the graph."""
    found = {}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            found["encoder." + ".".join(node.name.strip("/").split("/")[1:-1])] = node.input[1].removesuffix("_quantized")
    return found


def read_model(graph):
    """The model's weights as ordinary numbers, by name."""
    values = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    weights = {name: value for name, value in values.items() if name.endswith(".bias") or "LayerNorm" in name}
    for name, stored in matrices_of(graph).items():
        weights[name + ".weight"] = (values[stored + "_quantized"].astype(numpy.float32) * values[stored + "_scale"]).T
    for table in ("word", "position", "token_type"):
        name = f"embeddings.{table}_embeddings.weight"
        zero = values[name + "_zero_point"].astype(numpy.float32)
        weights[name] = (values[name + "_quantized"].astype(numpy.float32) - zero) * values[name + "_scale"]
    return {name: torch.tensor(numpy.ascontiguousarray(value)) for name, value in weights.items()}


class Layer(nn.Module):
    def __init__(self, weights, name):
        super().__init__()
        self.ask = nn.Linear(WIDTH, 3 * WIDTH)
        self.out, self.norm_of_attention = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen, self.narrow = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(DROPOUT)
        with torch.no_grad():
            for kind in ("weight", "bias"):
                asked = [weights[f"{name}.attention.self.{which}.{kind}"] for which in ASKING]
                getattr(self.ask, kind).copy_(torch.cat(asked))
                for part, called in PARTS.items():
                    getattr(getattr(self, part), kind).copy_(weights[f"{name}.{called}.{kind}"])

    def forward(self, pieces, absent):
        messages, length, _ = pieces.shape
        query, key, value = self.ask(pieces).reshape(messages, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        heeded = (query @ key.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + absent[:, None, None, :]).softmax(-1)
        read = (self.dropout(heeded) @ value).permute(0, 2, 1, 3).reshape(messages, length, WIDTH)
        pieces = self.norm_of_attention(pieces + self.dropout(self.out(read)))
        return self.norm(pieces + self.dropout(self.narrow(functional.gelu(self.widen(pieces)))))

    def stored(self, name):
        """Its weights by the names that the sentence model gives them."""
        for kind in ("weight", "bias"):
            for which, asked in zip(ASKING, getattr(self.ask, kind).chunk(3)):
                yield f"{name}.attention.self.{which}.{kind}", asked
            for part, called in PARTS.items():
                yield f"{name}.{called}.{kind}", getattr(getattr(self, part), kind)


class SentenceModel(nn.Module):
    """The layers of the model, over its table of words, which stays as it is. What is taught adds a head, and tells its parameters."""

    def __init__(self, weights):
        super().__init__()
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"])
        places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        self.register_buffer("places", places)
        self.register_buffer("even", weights["embeddings.LayerNorm.weight"])
        self.register_buffer("shift", weights["embeddings.LayerNorm.bias"])
        self.layers = nn.ModuleList(Layer(weights, f"encoder.layer.{at}") for at in range(LAYERS))
        self.dropout = nn.Dropout(DROPOUT)

    def states(self, pieces, absent):
        """What it makes of each piece; `absent` is a large negative number where a message has none."""
        states = self.words(pieces) + self.places[: pieces.shape[1]]
        states = self.dropout(functional.layer_norm(states, (WIDTH,), self.even, self.shift, 1e-12))
        for layer in self.layers:
            states = layer(states, absent)
        return states

    def groups(self):
        yield {"params": self.head(), "full": self.RATE_OF_HEAD}
        for at, layer in enumerate(self.layers):
            yield {"params": layer.parameters(), "full": RATE * SLOWER ** (LAYERS - 1 - at)}


def lots(messages, random):
    """The messages of an epoch in lots of like length; one that counts a quarter is in every fourth epoch or so."""
    chosen = [message for message in messages if random.rand() < message["share"]]
    random.shuffle(chosen)
    for start in range(0, len(chosen), AT_ONCE * 20):
        alike = sorted(chosen[start : start + AT_ONCE * 20], key=lambda message: len(message["pieces"]))
        some = [alike[at : at + AT_ONCE] for at in range(0, len(alike), AT_ONCE)]
        random.shuffle(some)
        yield from some


def in_one(lot):
    """Messages as one block, and which of its pieces are there."""
    longest = max(len(message["pieces"]) for message in lot)
    block, present = torch.zeros(len(lot), longest, dtype=torch.long), torch.zeros(len(lot), longest)
    for row, message in enumerate(lot):
        block[row, : len(message["pieces"])] = torch.tensor(message["pieces"])
        present[row, : len(message["pieces"])] = 1
    return block, present


def read_messages(file):
    with open(file) as opened:
        messages = [message for message in json.load(opened) if len(message["pieces"]) > 2]
    for message in messages:
        message["pieces"] = message["pieces"][:LONGEST]
    return messages


def teach(Taught, messages, weights, epochs, seeds):
    """Several that saw the messages in another order, from the same beginning, side by side; made one, by the mean of their weights."""
    with ProcessPoolExecutor(len(seeds), get_context("spawn")) as side_by_side:
        return mean_of(list(side_by_side.map(partial(learn, Taught, messages, weights, epochs), seeds)))


def learn(Taught, messages, weights, epochs, seed):
    torch.set_num_threads(1)
    torch.manual_seed(0)
    model = Taught(weights).train()
    torch.manual_seed(seed)
    random = numpy.random.RandomState(seed)
    optimiser = torch.optim.AdamW(list(model.groups()), lr=RATE, weight_decay=DECAY)
    steps = epochs * sum(message["share"] for message in messages) / AT_ONCE + 20
    step = 0
    for epoch in range(epochs):
        losses = []
        for lot in lots(messages, random):
            for group in optimiser.param_groups:
                group["lr"] = group["full"] * min(step / 100, max(1 - step / steps, 0.01))
            step += 1
            block, present = in_one(lot)
            hidden = (torch.rand(block.shape) < HIDDEN_PIECES) & (block >= FIRST_WORD)
            told = model(block.masked_fill(hidden, MASK), present)
            loss = functional.nll_loss(told, torch.tensor([message["meaning"] for message in lot]))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            losses.append(float(loss))
            if step % 50 == 0:
                print(f"model {seed}: step {step} of {int(steps)}, loss {numpy.mean(losses):.3f}", flush=True)
    return model.eval()


def mean_of(readers):
    first, *others = readers
    kept = {name: sum((one.state_dict()[name] for one in others), value) / len(readers) for name, value in first.state_dict().items()}
    first.load_state_dict(kept)
    return first


def put_layers(model, taught):
    """The new weights into the ONNX model, in 8 bits (7, as it came: then no sum overflows on any processor)."""
    graph = model.graph
    stored = {name: value for at, layer in enumerate(taught.layers) for name, value in layer.stored(f"encoder.layer.{at}")}
    new = {}
    for name, matrix in matrices_of(graph).items():
        weights = stored.pop(name + ".weight").detach().numpy().T
        scale = (numpy.abs(weights).max(0) / 64).astype(numpy.float32)
        new[matrix + "_scale"] = scale
        new[matrix + "_quantized"] = numpy.round(weights / scale).astype(numpy.int8)
    new |= {name: value.detach().numpy() for name, value in stored.items()}
    for one in graph.initializer:
        if one.name in new:
            one.CopyFrom(numpy_helper.from_array(numpy.ascontiguousarray(new.pop(one.name)), one.name))
    if new:
        raise ValueError(f"The sentence model has no place for {', '.join(new)}.")
