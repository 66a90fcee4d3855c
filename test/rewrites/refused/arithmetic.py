# Lines that end in `# -` stand in the refused program only, those that end in `# +` in the nearest accepted one.

# --- math-prod forward: the product is of something else
import functools, operator

functools.reduce(operator.add, items, 1)  # -
functools.reduce(operator.mul, items, 1)  # +
