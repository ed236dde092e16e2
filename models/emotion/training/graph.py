"""A folded network as a TensorFlow.js graph model, and back: ``model.json`` with ``weights.bin``.

The graph takes `crop` [batch, 48, 48, 1], normalised, and gives `probabilities` [batch, 7] in the order of EMOTIONS.
It is channels-last; each convolution is one fused node with its bias and, where it has one, its ReLU. Weights are
stored as float16, which TensorFlow.js widens to float32 when it loads them.
"""

import base64
import json

import numpy as np
import torch

from crop import SIZE
from network import EMOTIONS, Network, folded

MODEL, WEIGHTS = "model.json", "weights.bin"
FLOAT = {"type": "DT_FLOAT"}


def text(value):
    return base64.b64encode(value.encode()).decode()


def texts(values):
    return {"list": {"s": [text(value) for value in values]}}


def shape(sides):
    return {"dim": [{"size": str(side)} for side in sides]}


class Graph:
    """Nodes and weights in the order they are added; each method that adds a node returns its name."""

    def __init__(self):
        self.nodes, self.weights, self.bytes = [], [], b""

    def node(self, name, op, inputs=(), **attributes):
        self.nodes.append({"name": name, "op": op, "input": list(inputs), "attr": attributes})
        return name

    def constant(self, name, values):
        """A weight of floats, stored as float16, or of int32."""
        if values.dtype == np.int32:
            kind, described, stored = "DT_INT32", {"dtype": "int32"}, values
        else:
            quantisation = {"dtype": "float16", "original_dtype": "float32"}
            kind, described = "DT_FLOAT", {"dtype": "float32", "quantization": quantisation}
            stored = values.astype("<f2")
        self.weights.append({"name": name, "shape": list(values.shape), **described})
        self.bytes += np.ascontiguousarray(stored).tobytes()
        tensor = {"dtype": kind, "tensorShape": shape(values.shape)}
        return self.node(name, "Const", dtype={"type": kind}, value={"tensor": tensor})

    def convolution(self, name, unit, source, activation=()):
        """`unit` of a folded network on `source`; `activation` is empty or ("Relu",)."""
        kernel = self.constant(f"{name}/kernel", unit.conv.weight.detach().numpy().transpose(2, 3, 1, 0))
        bias = self.constant(f"{name}/bias", unit.conv.bias.detach().numpy())
        stride = str(unit.conv.stride[0])
        return self.node(
            name,
            "_FusedConv2D",
            (source, kernel, bias),
            T=FLOAT,
            strides={"list": {"i": ["1", stride, stride, "1"]}},
            dilations={"list": {"i": ["1", "1", "1", "1"]}},
            padding={"s": text("SAME")},
            explicit_paddings={"list": {}},
            data_format={"s": text("NHWC")},
            fused_ops=texts(("BiasAdd", *activation)),
            num_args={"i": "1"},
            epsilon={"f": 0},
        )

    def block(self, name, block, source):
        """A residual block of a folded network on `source`."""
        first = self.convolution(f"{name}.first", block.first, source, ("Relu",))
        second = self.convolution(f"{name}.second", block.second, first)
        skipped = self.convolution(f"{name}.shortcut", block.shortcut, source) if block.shortcut else source
        total = self.node(f"{name}/sum", "AddV2", (second, skipped), T=FLOAT)
        return self.node(name, "Relu", (total,), T=FLOAT)


def write(network, folder):
    """Writes a folded network to `folder`."""
    graph = Graph()
    x = graph.node("crop", "Placeholder", dtype=FLOAT, shape={"shape": shape((-1, SIZE, SIZE, 1))})
    x = graph.convolution("stem", network.stem, x, ("Relu",))
    for number, block in enumerate(network.blocks):
        x = graph.block(f"blocks.{number}", block, x)
    axes = graph.constant("mean/axes", np.array([1, 2], np.int32))
    x = graph.node("mean", "Mean", (x, axes), T=FLOAT, Tidx={"type": "DT_INT32"}, keep_dims={"b": False})
    kernel = graph.constant("head/kernel", network.head.weight.detach().numpy().T)
    bias = graph.constant("head/bias", network.head.bias.detach().numpy())
    x = graph.node(
        "head",
        "_FusedMatMul",
        (x, kernel, bias),
        T=FLOAT,
        transpose_a={"b": False},
        transpose_b={"b": False},
        fused_ops=texts(("BiasAdd",)),
        num_args={"i": "1"},
        epsilon={"f": 0},
    )
    graph.node("probabilities", "Softmax", (x,), T=FLOAT)

    def signature(name, sides):
        return {name: {"name": f"{name}:0", "dtype": "DT_FLOAT", "tensorShape": shape(sides)}}

    model = {
        "format": "graph-model",
        "generatedBy": "models/emotion/training",
        "convertedBy": None,
        "signature": {
            "inputs": signature("crop", (-1, SIZE, SIZE, 1)),
            "outputs": signature("probabilities", (-1, len(EMOTIONS))),
        },
        "userDefinedMetadata": {"emotions": EMOTIONS},
        "modelTopology": {"node": graph.nodes, "library": {}, "versions": {}},
        "weightsManifest": [{"paths": [WEIGHTS], "weights": graph.weights}],
    }
    (folder / MODEL).write_text(json.dumps(model, separators=(",", ":")) + "\n")
    (folder / WEIGHTS).write_bytes(graph.bytes)


def read(folder, settings):
    """The folded network that `write` stored in `folder`; `settings` are its widths, as in ``config.json``."""
    manifest = json.loads((folder / MODEL).read_text())["weightsManifest"][0]["weights"]
    stored, values, offset = (folder / WEIGHTS).read_bytes(), {}, 0
    for weight in manifest:
        dtype = np.dtype("<f2" if "quantization" in weight else "<i4")
        count = int(np.prod(weight["shape"]))
        array = np.frombuffer(stored, dtype, count, offset).reshape(weight["shape"])
        values[weight["name"]] = array.astype(np.float32)
        offset += count * dtype.itemsize

    network = folded(Network(**settings))
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            layer, kind = name.replace(".conv.", ".").rsplit(".", 1)
            if kind == "bias":
                value = values[f"{layer}/bias"]
            else:
                kernel = values[f"{layer}/kernel"]
                value = kernel.T if kernel.ndim == 2 else kernel.transpose(3, 2, 0, 1)
            parameter.copy_(torch.from_numpy(np.ascontiguousarray(value)))
    return network
