"""The web floor under the studio's page: owners, login, guards, and the routes for pictures and files.

Nothing here imports gradio; the page is mounted into the app that `web.create_web` makes.
"""
