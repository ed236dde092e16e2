"""Random changes to a batch of grey faces: where they lie in the crop, how they are lit, what hides them."""

import math

import torch
import torch.nn.functional as F


def augment(images, settings, side, strength=1.0):
    """Changed `images` (float [n, 1, 48, 48], 0 to 255) cut to `side` pixels: float [n, 1, side, side], 0 to 255.

    `strength` scales the share of images that each change but the mirror touches. Uses torch's global generator.
    """
    images = moved(images, settings, side, strength)
    images = relit(images, settings, strength)
    images = blurred(images, settings["blurShare"] * strength)
    images = noisy(images, settings["noise"], settings["noiseShare"] * strength)
    return erased(images.clamp(0, 255), settings["eraseSide"], settings["eraseShare"] * strength)


def uniform(images, low, high):
    """A random number for each image, [n, 1, 1, 1]."""
    return torch.empty(len(images), 1, 1, 1, device=images.device).uniform_(low, high)


def chosen(images, share):
    """True for each image with probability `share`, [n, 1, 1, 1]."""
    return uniform(images, 0, 1) < share


def moved(images, settings, side, strength):
    """Mirrored, turned, scaled, shifted and cut at a random place to `side`, in one bilinear sampling."""
    count, size = len(images), images.shape[-1]
    moves = chosen(images, settings["geometryShare"] * strength).flatten().float()
    angle = moves * uniform(images, -1, 1).flatten() * math.radians(settings["degrees"])
    low, high = (math.log(bound) for bound in settings["scale"])
    zoom = torch.exp(-moves * uniform(images, low, high).flatten())
    mirror = 1 - 2 * chosen(images, 0.5).flatten().float()
    margin = (size - side) / size
    shift = [
        moves * uniform(images, -2, 2).flatten() * settings["shift"] + uniform(images, -margin, margin).flatten()
        for _ in range(2)
    ]
    cut = side / size
    cosine, sine = torch.cos(angle) * zoom * cut, torch.sin(angle) * zoom * cut
    rows = [mirror * cosine, -mirror * sine, shift[0], sine, cosine, shift[1]]
    matrix = torch.stack(rows, dim=1).view(count, 2, 3)
    grid = F.affine_grid(matrix, [count, 1, side, side], align_corners=False)
    return F.grid_sample(images, grid, padding_mode="border", align_corners=False)


def relit(images, settings, strength):
    """Gamma, contrast, brightness, and a slope of light across the face."""
    power = uniform(images, *(math.log(bound) for bound in settings["gamma"])).exp()
    changed = 255 * (images / 255).clamp(0, 1) ** power
    mean = changed.mean((2, 3), keepdim=True)
    changed = (changed - mean) * uniform(images, *settings["contrast"]) + mean
    changed = changed + uniform(images, -1, 1) * settings["brightness"]
    axis = torch.linspace(-1, 1, images.shape[-1], device=images.device)
    direction = uniform(images, -math.pi, math.pi)
    slope = torch.cos(direction) * axis.view(1, 1, 1, -1) + torch.sin(direction) * axis.view(1, 1, -1, 1)
    changed = changed * (1 + uniform(images, 0, settings["slope"]) * slope)
    return torch.where(chosen(images, settings["lightShare"] * strength), changed.clamp(0, 255), images)


def blurred(images, share):
    """Blurred by a 3x3 binomial kernel, once."""
    line = torch.tensor([0.25, 0.5, 0.25], device=images.device)
    kernel = (line[:, None] * line[None, :]).view(1, 1, 3, 3)
    changed = F.conv2d(F.pad(images, (1, 1, 1, 1), mode="replicate"), kernel)
    return torch.where(chosen(images, share), changed, images)


def noisy(images, deviation, share):
    """With Gaussian noise of up to `deviation` grey levels."""
    noise = torch.randn_like(images) * uniform(images, 0, deviation)
    return images + noise * chosen(images, share)


def erased(images, sides, share):
    """With a rectangle of one random grey over part of the face; `sides` are shares of the image's side."""
    size = images.shape[-1]
    axis = (torch.arange(size, device=images.device) + 0.5) / size
    width, height = uniform(images, *sides), uniform(images, *sides)
    across = (axis.view(1, 1, 1, -1) - uniform(images, 0, 1)).abs() < width / 2
    down = (axis.view(1, 1, -1, 1) - uniform(images, 0, 1)).abs() < height / 2
    return torch.where(across & down & chosen(images, share), uniform(images, 0, 255), images)
