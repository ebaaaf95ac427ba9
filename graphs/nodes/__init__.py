"""The nodes: one file each, glue between the state and what agent and tools do."""
