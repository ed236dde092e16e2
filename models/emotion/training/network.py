"""The classifier: a plain 3x3 residual network for 48x48 grey crops.

Convolutions pad as TensorFlow's ``SAME`` does, so that the exported graph computes what was trained: for an even side
and a stride of 2 that is one row below and one column to the right, where PyTorch's own ``padding=1`` would add a
row and a column on either side and sample other pixels.
"""

import copy

import torch
import torch.nn.functional as F
from torch import nn

EMOTIONS = ("angry", "disgust", "fear", "happy", "sad", "surprise", "neutral")


def same_padding(side, kernel, stride):
    """(before, after) in pixels that TensorFlow's SAME adds along one axis of `side` pixels."""
    total = max((-(-side // stride) - 1) * stride + kernel - side, 0)
    return total // 2, total - total // 2


class SameConv(nn.Conv2d):
    """A convolution with TensorFlow's SAME padding."""

    def forward(self, x):
        top, bottom = same_padding(x.shape[2], self.kernel_size[0], self.stride[0])
        left, right = same_padding(x.shape[3], self.kernel_size[1], self.stride[1])
        if (top, left) == (bottom, right):
            return F.conv2d(x, self.weight, self.bias, self.stride, (top, left))
        return F.conv2d(F.pad(x, (left, right, top, bottom)), self.weight, self.bias, self.stride)


class Unit(nn.Module):
    """Convolution and batch normalisation; after `folded`, a convolution with a bias."""

    def __init__(self, inputs, outputs, kernel, stride):
        super().__init__()
        self.conv = SameConv(inputs, outputs, kernel, stride, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        nn.init.kaiming_normal_(self.conv.weight, mode="fan_out", nonlinearity="relu")

    def forward(self, x):
        return self.norm(self.conv(x))


class Block(nn.Module):
    """Two 3x3 units and a shortcut, which is a 1x1 unit where width or side change."""

    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first = Unit(inputs, outputs, 3, stride)
        self.second = Unit(outputs, outputs, 3, 1)
        self.shortcut = None if inputs == outputs and stride == 1 else Unit(inputs, outputs, 1, stride)
        nn.init.zeros_(self.second.norm.weight)

    def forward(self, x):
        skipped = x if self.shortcut is None else self.shortcut(x)
        return F.relu(self.second(F.relu(self.first(x))) + skipped)


class Network(nn.Module):
    """Normalised crops [batch, 1, 48, 48] to logits [batch, 7], in the order of EMOTIONS.

    `stem` is the width of the first convolution; `blocks` lists (width, stride) of each residual block.
    """

    def __init__(self, stem, blocks, dropout):
        super().__init__()
        self.stem = Unit(1, stem, 3, 1)
        widths = [stem] + [width for width, _ in blocks]
        self.blocks = nn.ModuleList(
            Block(inputs, width, stride) for inputs, (width, stride) in zip(widths, blocks)
        )
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(widths[-1], len(EMOTIONS))

    def forward(self, crops):
        x = F.relu(self.stem(crops))
        for block in self.blocks:
            x = block(x)
        return self.head(self.dropout(x.mean((2, 3))))


def folded(network, correction=0.0, temperature=1.0):
    """A copy for inference: normalisation folded into the convolutions, and calibrated.

    Its logits are (logits + `correction`) / `temperature`; `correction` is one number or one per emotion.
    """
    network = copy.deepcopy(network).cpu().float().eval()
    for unit in [module for module in network.modules() if isinstance(module, Unit)]:
        unit.conv = nn.utils.fusion.fuse_conv_bn_eval(unit.conv, unit.norm)
        unit.norm = nn.Identity()
    with torch.no_grad():
        network.head.weight /= temperature
        network.head.bias += correction
        network.head.bias /= temperature
    return network


def rounded_to_half(network):
    """A copy whose weights are those that survive storage as float16."""
    network = copy.deepcopy(network)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.copy_(parameter.half().float())
    return network
