"""The live process: watchers hold one open line each; figures go down it as they change (docs/adr/0020)."""
