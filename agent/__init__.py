"""What it knows and says: values, colour maths, scenes, prompts, the safety policy, the planners."""
