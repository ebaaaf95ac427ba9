"""Gradio comes without the stubs that it writes for editors, which take half of its import."""

import os
import subprocess
import sys
import textwrap

PROGRAM = textwrap.dedent(
    """
    import ast, inspect
    real, asked = (inspect.getfile, ast.get_source_segment), []
    ast.get_source_segment = lambda *given, **more: asked.append(given) or real[1](*given, **more)
    from wanderhue.ui.studio.stubs import without_stubs
    with without_stubs():
        import gradio
        assert inspect.getfile is not real[0]
    assert inspect.getfile is real[0]
    assert inspect.getfile(gradio.Textbox).endswith("textbox.py")
    print(len(asked))
    """
)


def test_no_stub_is_made_and_afterwards_classes_have_their_files_again() -> None:
    env = {**os.environ, "GRADIO_ANALYTICS_ENABLED": "False"}
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", PROGRAM], capture_output=True, text=True, env=env,
                          check=False)  # fmt: skip
    assert (done.stdout, done.returncode) == ("0\n", 0), done.stderr
