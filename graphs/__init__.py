"""In what order: state, nodes, pauses, routes, the graph, the session, the assembly."""
