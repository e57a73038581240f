"""
Learns the part of the safety gate that sees meanings, and writes it as an ONNX file. Run by scripts/learnSafety.ts.

  python3 scripts/learnMeaning.py FOLDER FILE.onnx

FOLDER holds messages.json, a list of { meaning, share, stretches: [[from, pieces], …] }, and states.bin, what the sentence model
makes of every piece of every stretch (rows of 384 numbers of 16 bits). Needs PyTorch (Debian: python3-torch).
The same messages give the same file on the same machine.
"""

import json
import math
import sys

import numpy
import torch
from torch import nn
from torch.nn import functional

WIDTH = 384
MEANINGS = 9
HIDDEN = 96
LAYERS = 1
HEADS = 4
QUERIES = 8
DROPOUT = 0.2
# So many pieces of each message are hidden while learning: what matters must not hang on one word.
PIECES_HIDDEN = 0.1
EPOCHS = 8
RATE = 1e-3
DECAY = 0.02
AT_ONCE = 48
LONGEST = 64
# Several nets that began differently are asked, and their opinions averaged.
SEEDS = (1, 2)


class Layer(nn.Module):
    """One layer of attention: each piece is read in the light of the others."""

    def __init__(self):
        super().__init__()
        self.before_attention, self.before_widening = nn.LayerNorm(HIDDEN), nn.LayerNorm(HIDDEN)
        self.asked, self.answered = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.widen, self.narrow = nn.Linear(HIDDEN, 2 * HIDDEN), nn.Linear(2 * HIDDEN, HIDDEN)
        self.dropout = nn.Dropout(DROPOUT)
        nn.init.xavier_uniform_(self.asked.weight)
        nn.init.zeros_(self.asked.bias)
        nn.init.zeros_(self.answered.bias)

    def forward(self, pieces, absent):
        messages, length, _ = pieces.shape
        split = self.asked(self.before_attention(pieces)).reshape(messages, length, 3, HEADS, HIDDEN // HEADS)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        weights = (query @ key.transpose(-1, -2)) / math.sqrt(HIDDEN // HEADS) + absent[:, None, None, :]
        read = (self.dropout(weights.softmax(-1)) @ value).permute(0, 2, 1, 3).reshape(messages, length, HIDDEN)
        pieces = pieces + self.dropout(self.answered(read))
        return pieces + self.dropout(self.narrow(self.dropout(functional.gelu(self.widen(self.before_widening(pieces))))))


class Net(nn.Module):
    """Narrows each piece, reads them together, and gathers with a few questions what the whole tells of."""

    def __init__(self):
        super().__init__()
        self.narrow, self.even = nn.Linear(WIDTH, HIDDEN), nn.LayerNorm(HIDDEN)
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.ask, self.tell = nn.Linear(HIDDEN, QUERIES), nn.Linear(HIDDEN * QUERIES, MEANINGS)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, states, present):
        absent = (present - 1) * 1e4
        pieces = self.even(self.narrow(self.dropout(states * 2)))
        for layer in self.layers:
            pieces = layer(pieces, absent)
        shares = (self.ask(pieces) + absent[..., None]).softmax(1)
        return self.tell(self.dropout((shares.transpose(1, 2) @ pieces).flatten(1))).log_softmax(-1)


class Nets(nn.Module):
    """What is written: the average opinion on one message, all of whose pieces are there."""

    def __init__(self, nets):
        super().__init__()
        self.nets = nn.ModuleList(nets)

    def forward(self, states):
        present = torch.ones_like(states[:, :, 0])
        return torch.stack([net(states, present) for net in self.nets]).mean(0)[0]


def gather(states, stretches):
    """Stretches as one block, and which of its pieces are there."""
    longest = max(pieces for _, pieces in stretches)
    block, present = torch.zeros(len(stretches), longest, WIDTH), torch.zeros(len(stretches), longest)
    for row, (start, pieces) in enumerate(stretches):
        block[row, :pieces] = torch.from_numpy(states[start : start + pieces].astype(numpy.float32))
        present[row, :pieces] = 1
    return block, present


def lots(messages, random):
    """The messages of an epoch in lots of like length; one that counts a quarter is in every fourth epoch or so."""
    chosen = [message for message in messages if random.rand() < message["share"]]
    random.shuffle(chosen)
    for start in range(0, len(chosen), AT_ONCE * 20):
        alike = sorted(chosen[start : start + AT_ONCE * 20], key=lambda message: max(pieces for _, pieces in message["stretches"]))
        some = [alike[at : at + AT_ONCE] for at in range(0, len(alike), AT_ONCE)]
        random.shuffle(some)
        yield from some


def learn(messages, states, seed):
    """Of each message the stretch counts that speaks loudest: for its meaning, or for any danger where there is none."""
    torch.manual_seed(seed)
    random = numpy.random.RandomState(seed)
    net = Net()
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * sum(message["share"] for message in messages) / AT_ONCE + 20
    step = 0
    for epoch in range(EPOCHS):
        for lot in lots(messages, random):
            for group in optimiser.param_groups:
                group["lr"] = RATE * min(step / 50, max(1 - step / steps, 0.01))
            step += 1
            block, present = gather(states, [stretch for message in lot for stretch in message["stretches"]])
            present = present * (torch.rand_like(present) > PIECES_HIDDEN).float()
            present[:, 0] = 1
            told = net(block, present)
            owner = torch.tensor([at for at, message in enumerate(lot) for _ in message["stretches"]])
            meant = torch.tensor([message["meaning"] for message in lot])
            with torch.no_grad():
                of_owner = meant[owner]
                chances = told.exp()
                loud = torch.where(of_owner == 0, 1 - chances[:, 0], chances[torch.arange(len(owner)), of_owner])
            loudest = [int(torch.where(owner == at, loud, torch.tensor(-1.0)).argmax()) for at in range(len(lot))]
            loss = functional.nll_loss(told[loudest], meant)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        print(f"net {seed}, epoch {epoch + 1} of {EPOCHS}", flush=True)
    return net.eval()


def main(folder, file):
    torch.set_num_threads(1)
    with open(f"{folder}/messages.json") as opened:
        messages = [message for message in json.load(opened) if message["stretches"]]
    for message in messages:
        message["stretches"] = [(start, min(pieces, LONGEST)) for start, pieces in message["stretches"]]
    states = numpy.fromfile(f"{folder}/states.bin", dtype=numpy.float16).reshape(-1, WIDTH)
    nets = Nets([learn(messages, states, seed) for seed in SEEDS])
    example = (torch.zeros(1, 5, WIDTH),)
    axes = {"states": {1: "pieces"}}
    torch.onnx.export(nets, example, file, input_names=["states"], output_names=["meanings"], dynamic_axes=axes, opset_version=14)


main(*sys.argv[1:])
