"""What it knows and says: values, color maths, scenes, prompts, the safety policy, the planners."""
