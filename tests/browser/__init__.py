"""The studio in a real browser. A package, so that the browser is put away before other folders' tests run."""
