"""From a picture and two eyes to the 48x48 crop the classifier sees.

This file and its TypeScript counterpart carry out one definition, whose constants stand in ``../crop.json``; the
fixture ``../parity.json`` holds both to it.

A position (x, y) is in pixels of its picture, from the left and upper *edge*: the first pixel's centre is (0.5, 0.5).
"Right" and "left" are the subject's: in a picture that is not mirrored the right eye has the smaller x.
"""

import json
import math
from pathlib import Path

import numpy as np

DEFINITION = json.loads((Path(__file__).parent.parent / "crop.json").read_text())
SIZE = DEFINITION["size"]
MOST_SAMPLES = 8


def crop(picture, right_eye, left_eye):
    """The grey crop [48, 48], float64 from 0 to 255, of `picture` [height, width, 3], uint8 RGB.

    The one similarity (rotation, uniform scale, shift) that takes the crop's two eyes to the picture's carries each
    crop pixel into the picture. There it is the mean of n x n bilinear samples on a regular grid, with
    n = ceil(picture pixels per crop pixel), from 1 to 8. Beyond the picture its border pixels go on for ever.
    """
    grey = picture.astype(np.float64) @ np.array(DEFINITION["luma"])
    crop_right, crop_left = (complex(*DEFINITION["eyes"][side]) for side in ("right", "left"))
    turn = (complex(*left_eye) - complex(*right_eye)) / (crop_left - crop_right)
    samples = min(max(math.ceil(abs(turn)), 1), MOST_SAMPLES)

    steps = (np.arange(SIZE * samples) + 0.5) / samples
    x, y = np.meshgrid(steps, steps)
    place = complex(*right_eye) + turn * (x + 1j * y - crop_right)
    fine = bilinear(grey, place.real, place.imag)
    return fine.reshape(SIZE, samples, SIZE, samples).mean(axis=(1, 3))


def bilinear(grey, x, y):
    """The values of `grey` [height, width] at positions x, y (arrays of one shape)."""
    height, width = grey.shape
    x, y = x - 0.5, y - 0.5
    left, top = np.floor(x).astype(int), np.floor(y).astype(int)
    right_share, lower_share = x - left, y - top

    def pixel(row, column):
        return grey[np.clip(row, 0, height - 1), np.clip(column, 0, width - 1)]

    upper = pixel(top, left) * (1 - right_share) + pixel(top, left + 1) * right_share
    lower = pixel(top + 1, left) * (1 - right_share) + pixel(top + 1, left + 1) * right_share
    return upper * (1 - lower_share) + lower * lower_share


def normalise(grey):
    """`grey` (numpy or torch, last two axes are a crop) with mean 0 and standard deviation 1 in each crop.

    The deviation is the population's (divided by the number of pixels); `epsilon` keeps a blank crop at 0.
    """
    centred = grey - grey.mean(axis=(-2, -1), keepdims=True)
    deviation = (centred * centred).mean(axis=(-2, -1), keepdims=True) ** 0.5
    return centred / (deviation + DEFINITION["epsilon"])
