"""Two invented insatser, each followed from its application to its final report."""
