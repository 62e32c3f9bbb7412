"""The numbers that a goal itself writes, and those that are none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from underlag.values.quantities import Quantity, quantities_in

