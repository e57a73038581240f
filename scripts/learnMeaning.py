"""
Teaches the sentence model what danger sounds like, and writes it as an ONNX file. Run by scripts/learnSafety.ts.

  python3 scripts/learnMeaning.py MODEL.onnx MESSAGES.json FILE.onnx

MODEL.onnx is the sentence model as it comes (all-MiniLM-L6-v2 in 8 bits). MESSAGES.json is a list of { meaning, share, pieces }: the
number of what a message means, how often it counts beside others, and its word pieces as the model numbers them. FILE.onnx reads
pieces as MODEL.onnx does, and tells the logarithm of the chance of each meaning.
Needs PyTorch and ONNX (Debian: python3-torch python3-onnx, and libopenblas0-pthread, which makes it thirty times as fast).
The same messages give the same file on the same machine.
"""

import sys

import numpy
import onnx
from onnx import helper, numpy_helper
from sentenceModel import WIDTH, SentenceModel, put_layers, read_messages, read_model, teach
from torch import nn

MEANINGS = 9
HIDDEN, QUERIES = 96, 8

EPOCHS = 3
DROPOUT_OF_HEAD = 0.2
SEEDS = (1, 2)


class Reader(SentenceModel):
    """The sentence model and a head that gathers with a few questions what the whole tells of."""

    RATE_OF_HEAD = 1e-3

    def __init__(self, weights):
        super().__init__(weights)
        self.narrow, self.norm = nn.Linear(WIDTH, HIDDEN), nn.LayerNorm(HIDDEN)
        self.ask, self.tell = nn.Linear(HIDDEN, QUERIES), nn.Linear(HIDDEN * QUERIES, MEANINGS)
        self.dropout_of_head = nn.Dropout(DROPOUT_OF_HEAD)

    def forward(self, pieces, present):
        absent = (present - 1) * 1e4
        states = self.norm(self.narrow(self.dropout_of_head(self.states(pieces, absent))))
        shares = (self.ask(states) + absent[..., None]).softmax(1)
        return self.tell(self.dropout_of_head((shares.transpose(1, 2) @ states).flatten(1))).log_softmax(-1)

    def head(self):
        return [*self.narrow.parameters(), *self.norm.parameters(), *self.ask.parameters(), *self.tell.parameters()]


def write(model, reader, file):
    """The sentence model with its new weights, and the head behind it."""
    put_layers(model, reader)
    graph = model.graph
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
    write(model, teach(Reader, read_messages(messages), read_model(model.graph), EPOCHS, SEEDS), file)


if __name__ == "__main__":
    main(*sys.argv[1:])
