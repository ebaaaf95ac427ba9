"""The studio: the browser face of a conversation, built with Gradio inside a web layer of our own."""
