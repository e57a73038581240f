"""
Teaches the sentence model how patients ask for things, and writes it as an ONNX file. Run by scripts/learnPatients.ts.

  python3 scripts/learnPatients.py MODEL.onnx MESSAGES.json FILE.onnx

MODEL.onnx is the sentence model as it comes (all-MiniLM-L6-v2 in 8 bits). MESSAGES.json is a list of { meaning, share, pieces }: the
number of the intent that a message means, 1, and its word pieces as the model numbers them. FILE.onnx reads and tells what MODEL.onnx
does: messages that mean the same lie nearer to each other.
Needs what learnMeaning.py needs. The same messages give the same file on the same machine.
"""

import sys
from functools import partial

import onnx
from sentenceModel import WIDTH, SentenceModel, put_layers, read_messages, read_model, teach
from torch import nn
from torch.nn import functional

EPOCHS = 4
DROPOUT_OF_HEAD = 0.1
# How far apart the intents' scores can lie: the mean that they are made of has length one.
STRENGTH = 8
SEEDS = (1,)


class Hearer(SentenceModel):
    """The sentence model, whose mean over the pieces between a message's edges is to tell the intent. The head is not kept."""

    RATE_OF_HEAD = 3e-3

    def __init__(self, weights, intents):
        super().__init__(weights)
        self.tell, self.dropout_of_head = nn.Linear(WIDTH, intents), nn.Dropout(DROPOUT_OF_HEAD)

    def forward(self, pieces, present):
        states = self.states(pieces, (present - 1) * 1e4)
        inner = present.clone()
        inner[:, 0] = 0
        inner.scatter_(1, present.sum(1, keepdim=True).long() - 1, 0)
        mean = functional.normalize((states * inner[..., None]).sum(1), dim=-1)
        return self.tell(self.dropout_of_head(mean) * STRENGTH).log_softmax(-1)

    def head(self):
        return list(self.tell.parameters())


def main(source, messages, file):
    model = onnx.load(source)
    heard = read_messages(messages)
    intents = max(message["meaning"] for message in heard) + 1
    put_layers(model, teach(partial(Hearer, intents=intents), heard, read_model(model.graph), EPOCHS, SEEDS))
    onnx.checker.check_model(model)
    onnx.save(model, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
