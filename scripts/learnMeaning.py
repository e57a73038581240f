"""
Teaches the sentence model what danger sounds like, and writes it as an ONNX file. Run by scripts/learnSafety.ts.

  python3 scripts/learnMeaning.py MODEL.onnx MESSAGES.json FILE.onnx

MODEL.onnx is the sentence model as it comes (all-MiniLM-L6-v2 in 8 bits). MESSAGES.json is a list of { meaning, share, pieces }: the
number of what a message means, how often it counts beside others, and its word pieces as the model numbers them. FILE.onnx reads
pieces as MODEL.onnx does, and tells the logarithm of the chance of each meaning.
Needs PyTorch and ONNX (Debian: python3-torch python3-onnx, and libopenblas0-pthread, which makes it thirty times as fast).
The same messages give the same file on the same machine.
"""

import json
import math
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context

import numpy
import onnx
import torch
from onnx import helper, numpy_helper
from torch import nn
from torch.nn import functional

WIDTH, LAYERS, HEADS = 384, 6, 12
MEANINGS = 9
HIDDEN, QUERIES = 96, 8
LONGEST = 160

EPOCHS = 3
AT_ONCE = 48
# The steps of the head, and of the model's last layer; each layer below takes shorter ones, since it knows the language already.
RATE_OF_HEAD, RATE, SLOWER = 1e-3, 3e-4, 0.8
DECAY = 0.01
DROPOUT, DROPOUT_OF_HEAD = 0.1, 0.2
# So many pieces are hidden while learning: what matters must not hang on one word.
HIDDEN_PIECES, MASK, FIRST_WORD = 0.05, 103, 1000
# Several models that saw the messages in another order, from the same beginning, are made one: the mean of their weights.
SEEDS = (1, 2)

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


class Reader(nn.Module):
    """The sentence model, whose table of words stays as it is, and a head that gathers with a few questions what the whole tells of."""

    def __init__(self, weights):
        super().__init__()
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"])
        places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
        self.register_buffer("places", places)
        self.register_buffer("even", weights["embeddings.LayerNorm.weight"])
        self.register_buffer("shift", weights["embeddings.LayerNorm.bias"])
        self.layers = nn.ModuleList(Layer(weights, f"encoder.layer.{at}") for at in range(LAYERS))
        self.narrow, self.norm = nn.Linear(WIDTH, HIDDEN), nn.LayerNorm(HIDDEN)
        self.ask, self.tell = nn.Linear(HIDDEN, QUERIES), nn.Linear(HIDDEN * QUERIES, MEANINGS)
        self.dropout, self.dropout_of_head = nn.Dropout(DROPOUT), nn.Dropout(DROPOUT_OF_HEAD)

    def forward(self, pieces, present):
        absent = (present - 1) * 1e4
        states = self.words(pieces) + self.places[: pieces.shape[1]]
        states = self.dropout(functional.layer_norm(states, (WIDTH,), self.even, self.shift, 1e-12))
        for layer in self.layers:
            states = layer(states, absent)
        states = self.norm(self.narrow(self.dropout_of_head(states)))
        shares = (self.ask(states) + absent[..., None]).softmax(1)
        return self.tell(self.dropout_of_head((shares.transpose(1, 2) @ states).flatten(1))).log_softmax(-1)

    def groups(self):
        head = [*self.narrow.parameters(), *self.norm.parameters(), *self.ask.parameters(), *self.tell.parameters()]
        yield {"params": head, "full": RATE_OF_HEAD}
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


def learn(messages, weights, seed):
    torch.set_num_threads(1)
    torch.manual_seed(0)
    reader = Reader(weights).train()
    torch.manual_seed(seed)
    random = numpy.random.RandomState(seed)
    optimiser = torch.optim.AdamW(list(reader.groups()), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * sum(message["share"] for message in messages) / AT_ONCE + 20
    step = 0
    for epoch in range(EPOCHS):
        losses = []
        for lot in lots(messages, random):
            for group in optimiser.param_groups:
                group["lr"] = group["full"] * min(step / 100, max(1 - step / steps, 0.01))
            step += 1
            block, present = in_one(lot)
            hidden = (torch.rand(block.shape) < HIDDEN_PIECES) & (block >= FIRST_WORD)
            told = reader(block.masked_fill(hidden, MASK), present)
            loss = functional.nll_loss(told, torch.tensor([message["meaning"] for message in lot]))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            losses.append(float(loss))
            if step % 50 == 0:
                print(f"model {seed}: step {step} of {int(steps)}, loss {numpy.mean(losses):.3f}", flush=True)
    return reader.eval()


def mean_of(readers):
    first, *others = readers
    kept = {name: sum((one.state_dict()[name] for one in others), value) / len(readers) for name, value in first.state_dict().items()}
    first.load_state_dict(kept)
    return first


def write(model, reader, file):
    """The sentence model with its new weights in 8 bits (7, as it came: then no sum overflows on any processor), and the head behind it."""
    graph = model.graph
    stored = {name: value for at, layer in enumerate(reader.layers) for name, value in layer.stored(f"encoder.layer.{at}")}
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
    states = graph.output[0].name
    del graph.output[:]
    graph.output.append(helper.make_tensor_value_info("meanings", onnx.TensorProto.FLOAT, ["batch_size", MEANINGS]))
    add_head(graph, reader, states)
    onnx.checker.check_model(model)
    onnx.save(model, file)


def add_head(graph, reader, states):
    def constant(name, value):
        graph.initializer.append(numpy_helper.from_array(numpy.ascontiguousarray(value), "head." + name))
        return "head." + name

    def node(kind, inputs, output, **attributes):
        graph.node.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def linear(name, inputs):
        layer = getattr(reader, name)
        product = node("MatMul", [inputs, constant(name, layer.weight.detach().numpy().T)], f"head.{name}.product")
        return node("Add", [product, constant(name + ".bias", layer.bias.detach().numpy())], f"head.{name}.sum")

    narrowed = linear("narrow", states)
    centred = node("Sub", [narrowed, node("ReduceMean", [narrowed], "head.mean", axes=[-1])], "head.centred")
    spread = node("ReduceMean", [node("Mul", [centred, centred], "head.squares")], "head.spread", axes=[-1])
    deviation = node("Sqrt", [node("Add", [spread, constant("epsilon", numpy.float32(1e-5))], "head.variance")], "head.deviation")
    even = node("Div", [centred, deviation], "head.even")
    scaled = node("Mul", [even, constant("norm", reader.norm.weight.detach().numpy())], "head.scaled")
    normal = node("Add", [scaled, constant("norm.bias", reader.norm.bias.detach().numpy())], "head.normal")
    asked = node("Transpose", [linear("ask", normal)], "head.asked", perm=[0, 2, 1])
    gathered = node("MatMul", [node("Softmax", [asked], "head.shares", axis=2), normal], "head.gathered")
    row = node("Reshape", [gathered, constant("shape", numpy.array([0, -1], dtype=numpy.int64))], "head.row")
    node("LogSoftmax", [linear("tell", row)], "meanings", axis=1)


def main(source, messages, file):
    model = onnx.load(source)
    weights = read_model(model.graph)
    with open(messages) as opened:
        taught = [message for message in json.load(opened) if len(message["pieces"]) > 2]
    for message in taught:
        message["pieces"] = message["pieces"][:LONGEST]
    with ProcessPoolExecutor(len(SEEDS), get_context("spawn")) as side_by_side:
        readers = list(side_by_side.map(partial(learn, taught, weights), SEEDS))
    write(model, mean_of(readers), file)


if __name__ == "__main__":
    main(*sys.argv[1:])
